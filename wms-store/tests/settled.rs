//! The log under writers that overlap: what was given out once is never overtaken, and checkpoints are found again.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, kg, label, new_lot, open,
    pg::{Client, Cluster},
    server, site,
};
use futures_executor::block_on;
use std::time::Duration;
use uuid::Uuid;
use wms_core::{
    actor::Role,
    amount::Celsius,
    command::CreateBuffer,
    ids::{BufferId, LotId},
    lot::LotType,
    query::{AuditVerification, Changes, VerifyAudit},
};

/// Keeps the transaction that makes a lot from committing, once it has written its events.
fn detain(client: &mut Client, lot: LotId) {
    let name = format!("detain_{}", lot.as_uuid().simple());
    client
        .run(&format!(
            "SELECT pg_advisory_lock(42); \
             CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS \
             'BEGIN PERFORM pg_advisory_xact_lock_shared(42); RETURN NEW; END'; \
             CREATE TRIGGER {name} BEFORE INSERT ON audit_chain FOR EACH ROW WHEN (NEW.entity_id = '{lot}') \
             EXECUTE FUNCTION {name}()"
        ))
        .unwrap();
}

fn wait_until_detained(client: &mut Client) {
    let waiting = "SELECT count(*)::text AS line FROM pg_locks \
         WHERE locktype = 'advisory' AND objid = 42 AND NOT granted";
    while client.lines(waiting).unwrap() == ["0"] {
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn verify(plant: &Plant, checkpoint: Option<&str>) -> AuditVerification {
    let mut query = VerifyAudit::new();
    query.checkpoint = checkpoint.map(Into::into);
    block_on(plant.tenant.ask(&query)).unwrap()
}

fn covered(found: &AuditVerification) -> u64 {
    let (events, _) = found.checkpoint.split_once(':').unwrap();
    events.parse().unwrap()
}

#[test]
fn a_checkpoint_is_found_again_after_a_late_commit() {
    // A server of its own: any transaction at work on a server holds back what is settled.
    let cluster = Cluster::start();
    let plant = Plant::in_database(open(&cluster.url), &cluster.url);
    let lot = new_lot();
    let mut client = Client::connect(&cluster.url);
    detain(&mut client, lot);
    let late = plant.beside();
    let late = std::thread::spawn(move || {
        block_on(late.execute(&envelope(Role::Operator, label(lot)))).unwrap()
    });
    wait_until_detained(&mut client);
    let buffer = BufferId::new(Uuid::now_v7());
    let quick = CreateBuffer::new(
        buffer,
        "QUICK",
        "LK",
        site(),
        vec![LotType::Raw],
        kg(100),
        "4".parse::<Celsius>().unwrap(),
    );
    block_on(plant.tenant.execute(&envelope(Role::Admin, quick))).unwrap();

    let before = verify(&plant, None);
    assert_eq!(before.first_broken, None);
    assert_eq!(covered(&before) + 1, before.events, "{before:?}");
    let mut all = Changes::new();
    all.limit = 1000;
    let first = block_on(plant.tenant.ask(&all)).unwrap();
    assert_eq!(u64::try_from(first.items.len()).unwrap(), covered(&before));

    client.run("SELECT pg_advisory_unlock(42)").unwrap();
    late.join().unwrap();
    // The late one drew its number first: by number it stands before what the checkpoint could have covered.
    let after = verify(&plant, Some(&before.checkpoint));
    assert_eq!(after.first_broken, None);
    assert_eq!(after.events, before.events + 1);
    all.after = Some(first.next);
    let rest = block_on(plant.tenant.ask(&all)).unwrap();
    let mut types: Vec<String> = rest
        .items
        .iter()
        .map(|event| event.event_type.to_string())
        .collect();
    types.sort();
    assert_eq!(types, ["buffer_created", "lot_created"]);
    let sequences: Vec<u64> = rest.items.iter().map(|event| event.sequence).collect();
    assert_eq!(sequences.len(), 2);
}

#[test]
fn an_event_stands_behind_all_that_had_ended_when_it_was_written() {
    let plant = Plant::postgres();
    let mut early = Client::connect(&server());
    // It has its transaction id long before it writes.
    early.run("BEGIN; SELECT pg_current_xact_id()").unwrap();
    block_on(
        plant
            .tenant
            .execute(&envelope(Role::Operator, label(new_lot()))),
    )
    .unwrap();
    let stranger = Uuid::now_v7();
    let zeros = "decode(repeat('00', 32), 'hex')";
    early
        .run(&format!(
            "INSERT INTO commands VALUES ('{stranger}', '{stranger}', 1, '{stranger}', 'ADMIN', NULL, {zeros}, now(), \
             now(), '[]'); \
             INSERT INTO audit_events VALUES ('{stranger}', '{stranger}', 0, 'policy_changed', '{{}}')"
        ))
        .unwrap();
    let behind = early
        .lines(&format!(
            "SELECT (mine.written_by > (SELECT max(written_by) FROM audit_events WHERE tenant_id = '{}'))::text AS line \
             FROM audit_events mine WHERE tenant_id = '{stranger}'",
            plant.tenant.id()
        ))
        .unwrap();
    assert_eq!(behind, ["true"]);
    early.run("ROLLBACK").unwrap();
}

#[test]
fn verification_says_how_far_it_is() {
    for plant in Plant::each() {
        let (send, heard) = std::sync::mpsc::channel();
        let progress = move |events| send.send(events).unwrap();
        let found = block_on(plant.tenant.verify_audit(None, progress)).unwrap();
        assert_eq!(found.first_broken, None);
        assert_eq!(heard.iter().last(), Some(found.events));
    }
}
