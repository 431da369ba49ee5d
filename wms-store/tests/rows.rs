//! Row-level security: on PostgreSQL a statement sees and writes the rows of the transaction's tenant, whatever it
//! says; for a superuser alone it does not hold.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, new_lot, open, options,
    pg::{Client, plain_role},
    server,
};
use futures_executor::block_on;
use uuid::Uuid;
use wms_core::{actor::Role, ids::TenantId};
use wms_store::{Database, OpenError};

/// What the library says in each transaction.
fn say(tenant: TenantId) -> String {
    format!("BEGIN; SELECT set_config('wms.tenant', '{tenant}', true)")
}

const LOTS: &str = "SELECT tenant_id::text AS line FROM lots GROUP BY 1";

/// Two tenants with a lot each, and the address of a plain role.
fn two_plants() -> (Plant, Plant, String) {
    let plants = [Plant::postgres(), Plant::postgres()];
    for plant in &plants {
        let made = envelope(Role::Operator, label(new_lot()));
        block_on(plant.tenant.execute(&made)).unwrap();
    }
    let [one, other] = plants;
    (one, other, plain_role(&server()))
}

#[test]
fn a_forgotten_filter_shows_the_own_tenant_alone() {
    let (one, _other, role) = two_plants();
    let mut client = Client::connect(&role);
    client.run(&say(one.tenant.id())).unwrap();
    let found = client.lines(LOTS).unwrap();
    assert_eq!(found, [one.tenant.id().to_string()]);
    let mut superuser = Client::connect(&server());
    assert!(superuser.lines(LOTS).unwrap().len() > 1);
}

#[test]
fn a_tenant_that_nobody_said_is_an_error() {
    let (one, _other, role) = two_plants();
    let mut client = Client::connect(&role);
    assert!(client.lines(LOTS).unwrap_err().contains("wms.tenant"));
    // What a transaction said is forgotten with it.
    client.run(&say(one.tenant.id())).unwrap();
    client.run("COMMIT").unwrap();
    assert!(client.lines(LOTS).unwrap_err().contains("uuid"));
}

#[test]
fn rows_of_another_tenant_are_neither_written_nor_changed() {
    let (one, other, role) = two_plants();
    let mut client = Client::connect(&role);
    let other = other.tenant.id();
    let copied = format!(
        "INSERT INTO graphs SELECT '{other}', decode(repeat('ab', 32), 'hex'), graph FROM graphs LIMIT 1"
    );
    client.run(&say(one.tenant.id())).unwrap();
    let refused = client.run(&copied).unwrap_err();
    assert!(refused.contains("row-level security"), "{refused}");
    client.run("ROLLBACK").unwrap();
    client.run(&say(one.tenant.id())).unwrap();
    let update = format!(
        "WITH changed AS (UPDATE lots SET voided = true WHERE tenant_id = '{other}' RETURNING 1) \
         SELECT count(*)::text AS line FROM changed"
    );
    assert_eq!(client.lines(&update).unwrap(), ["0"]);
    let mine = "WITH changed AS (UPDATE lots SET voided = true RETURNING tenant_id) \
         SELECT DISTINCT tenant_id::text AS line FROM changed";
    assert_eq!(client.lines(mine).unwrap(), [one.tenant.id().to_string()]);
    client.run("ROLLBACK").unwrap();
}

#[test]
fn every_table_with_a_tenant_is_secured() {
    drop(open(&server()));
    let bare = Client::connect(&server())
        .lines(
            "SELECT c.relname::text AS line FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT LIKE '%diesel%' AND NOT (c.relrowsecurity \
             AND c.relforcerowsecurity AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*'))",
        )
        .unwrap();
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn the_library_works_as_a_role_without_privileges() {
    let (_one, _other, role) = two_plants();
    let secured = options().with_rls(true);
    let database = block_on(Database::connect(&role, secured)).unwrap();
    block_on(database.health()).unwrap();
    let plant = Plant::in_database(database, &role);
    let lot = new_lot();
    let made = envelope(Role::Operator, label(lot));
    block_on(plant.tenant.execute(&made)).unwrap();
    block_on(plant.tenant.ask(&wms_core::query::GetLot::new(lot))).unwrap();
    block_on(plant.tenant.check(&made)).unwrap();
    plant.verify();
    let stranger = plant.database.tenant(TenantId::new(Uuid::now_v7()));
    assert!(block_on(stranger.ask(&wms_core::query::GetLot::new(lot))).is_err());
}

#[test]
fn a_superuser_is_refused_where_row_level_security_is_asked_for() {
    drop(open(&server()));
    let refused = block_on(Database::connect(&server(), options().with_rls(true)));
    assert!(matches!(refused, Err(OpenError::NoRowSecurity)));
}
