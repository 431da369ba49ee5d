//! A PostgreSQL database that is filled between two visits of autovacuum is planned for as large as it is.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, new_lot, open, open_as_it_is,
    pg::{Client, new_database, plain_role},
    server,
};
use futures_executor::block_on;
use std::{
    thread::sleep,
    time::{Duration, Instant},
};
use wms_core::actor::Role;
use wms_store::Tenant;

/// A database that autovacuum never visits.
fn unvisited() -> (Plant, Client) {
    let url = new_database(&server());
    let plant = Plant::in_database(open(&url), &url);
    let mut client = Client::connect(&url);
    for table in ["lots", "commands"] {
        let off = format!("ALTER TABLE {table} SET (autovacuum_enabled = false)");
        client.run(&off).unwrap();
    }
    (plant, client)
}

fn fill(tenant: &Tenant, lots: usize) {
    let labels = (0..lots).map(|_| envelope(Role::Operator, label(new_lot())));
    let answers = block_on(tenant.execute_many(labels, |_| ()));
    assert!(answers.iter().all(Result::is_ok));
}

/// How many lots the planner believes there are; -1: nobody ever told it.
fn believed(client: &mut Client) -> i64 {
    let size = "SELECT reltuples::bigint::text AS line FROM pg_class WHERE oid = 'lots'::regclass";
    client
        .lines(size)
        .unwrap()
        .first()
        .unwrap()
        .parse()
        .unwrap()
}

#[test]
fn the_planner_learns_of_a_load_at_once() {
    let (plant, mut client) = unvisited();
    assert!(believed(&mut client) <= 0);
    fill(&plant.tenant, 1_500);
    let began = Instant::now();
    while believed(&mut client) < 1_000 && began.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(20));
    }
    assert!(believed(&mut client) >= 1_000);
    plant.verify();
}

#[test]
fn who_owns_no_table_fills_it_all_the_same() {
    let (plant, mut client) = unvisited();
    let tenant = open_as_it_is(&plain_role(&plant.url)).tenant(plant.tenant.id());
    fill(&tenant, 1_500);
    // The next command finds the look behind it, or waits for it.
    fill(&tenant, 1);
    assert!(believed(&mut client) <= 0);
    plant.verify();
}
