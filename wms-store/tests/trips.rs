//! How often a command waits for PostgreSQL: once to begin, once or twice to read, once to write, once to commit.
#![expect(clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{
    Plant, named, options,
    proxy::{Proxy, Turn},
    server,
};
use futures_executor::block_on;
use std::{collections::BTreeMap, thread, time::Duration};
use uuid::Uuid;
use wms_store::{Database, Tenant};

/// Rounds before the statements of every command are prepared, and those that count.
const WARM: usize = 2;
const COUNTED: usize = 4;

/// A day's work, a name and a command each; every id is new.
fn work(run: Uuid) -> Vec<(&'static str, String)> {
    let (label, raw, deb) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let fresh = Uuid::now_v7;
    let (own, other) = (named(1), named(90));
    let inspection = |lot: Uuid, readings: &str| {
        let id = fresh();
        format!(
            r#"{{"type": "record_inspection", "inspection_id": "{id}", "lot_id": "{lot}", "inspection_type": "own step",
            "decision": "PASS", "readings": [{readings}]}}"#
        )
    };
    let surface = format!(
        r#"{{"reading_id": "{}", "kind": "SURFACE", "temperature_c": "2.4"}}"#,
        fresh()
    );
    let mut work = vec![
        (
            "create_lot",
            format!(
                r#"{{"type": "create_lot", "lot_id": "{label}", "site": "DUNA", "lot_type": "RAW", "weight_kg": "100"}}"#
            ),
        ),
        (
            "register_lot, created",
            format!(r#"{{"type": "register_lot", "lot_id": "{label}", "run_id": "{run}"}}"#),
        ),
        (
            "register_lot, new",
            format!(
                r#"{{"type": "register_lot", "lot_id": "{raw}", "run_id": "{run}", "site": "DUNA", "lot_type": "RAW", "weight_kg": "100"}}"#
            ),
        ),
        ("record_inspection", inspection(raw, &surface)),
        (
            "record_reading",
            format!(
                r#"{{"type": "record_reading", "reading_id": "{}", "lot_id": "{raw}", "kind": "SURFACE", "temperature_c": "2"}}"#,
                fresh()
            ),
        ),
        (
            "transform",
            format!(
                r#"{{"type": "transform", "run_id": "{run}", "inputs": [{{"lot_id": "{raw}", "quantity_kg": "80"}}],
                "outputs": [{{"lot_id": "{deb}", "lot_type": "DEB", "weight_kg": "80"}}]}}"#
            ),
        ),
        ("record_inspection, without a reading", inspection(deb, "")),
        (
            "receive_stock",
            format!(
                r#"{{"type": "receive_stock", "lot_id": "{deb}", "buffer_id": "{own}", "quantity_kg": "5"}}"#
            ),
        ),
        (
            "transfer_stock",
            format!(
                r#"{{"type": "transfer_stock", "lot_id": "{deb}", "from_buffer_id": "{own}", "to_buffer_id": "{other}", "quantity_kg": "2"}}"#
            ),
        ),
        (
            "write_off",
            format!(
                r#"{{"type": "write_off", "lot_id": "{deb}", "kind": "SAMPLE", "quantity_kg": "1", "reason": "taken as a sample"}}"#
            ),
        ),
        (
            "hold_lot",
            format!(
                r#"{{"type": "hold_lot", "lot_id": "{deb}", "reason": "looked at once more"}}"#
            ),
        ),
    ];
    work.extend(a_new_run());
    work
}

/// A run of its own on its way.
fn a_new_run() -> Vec<(&'static str, String)> {
    let step = Uuid::now_v7();
    vec![
        (
            "create_run",
            format!(
                r#"{{"type": "create_run", "run_id": "{step}", "version_id": "{}", "site": "DUNA"}}"#,
                named(8)
            ),
        ),
        (
            "start_run",
            format!(r#"{{"type": "start_run", "run_id": "{step}"}}"#),
        ),
        (
            "advance_run",
            format!(r#"{{"type": "advance_run", "run_id": "{step}"}}"#),
        ),
    ]
}

fn tell(tenant: &Tenant, name: &str, command: &str) {
    let envelope = format!(
        r#"{{"key": "{}", "actor": {{"user_id": "{}", "role": "MANAGER"}}, "command": {command}}}"#,
        Uuid::now_v7(),
        Uuid::from_u128(2)
    );
    let answer = block_on(tenant.execute_json(&envelope));
    assert!(
        answer.starts_with(r#"{"status":"applied""#),
        "{name}: {answer}"
    );
}

/// The turns of one command: BEGIN, trips inside the transaction, COMMIT.
fn trips(name: &str, turns: &[Turn]) -> usize {
    let plain = |n: usize| turns[n].plain.join(";");
    let last = turns.len() - 1;
    assert!(plain(0).starts_with("BEGIN"), "{name}: {turns:?}");
    assert!(plain(last).starts_with("COMMIT"), "{name}: {turns:?}");
    for turn in &turns[1..last] {
        assert!(turn.plain.is_empty(), "{name}: {turns:?}");
    }
    let parsed: usize = turns.iter().map(|turn| turn.parsed).sum();
    assert_eq!(parsed, 0, "{name}: statements stay prepared: {turns:?}");
    last - 1
}

#[test]
fn a_command_reads_in_two_trips_at_most_and_writes_in_one() {
    let plant = Plant::postgres();
    let second = format!(
        r#"{{"type": "create_buffer", "buffer_id": "{}", "code": "LK2", "buffer_type": "LK", "site": "DUNA",
        "accepts": ["DEB"], "capacity_kg": "1000", "temp_min_c": "1", "temp_max_c": "4"}}"#,
        named(90)
    );
    let (tenant, run) = (&plant.tenant, common::run_id().as_uuid());
    let admin = second.replace('\n', " ");
    let envelope = format!(
        r#"{{"key": "{}", "actor": {{"user_id": "{}", "role": "ADMIN"}}, "command": {admin}}}"#,
        Uuid::now_v7(),
        Uuid::from_u128(1)
    );
    let answer = block_on(tenant.execute_json(&envelope));
    assert!(answer.contains("applied"), "{answer}");
    for _ in 0..2 {
        let advance = format!(r#"{{"type": "advance_run", "run_id": "{run}"}}"#);
        tell(tenant, "advance_run", &advance);
    }

    let proxy = Proxy::before(&server());
    let one = options().with_connections(1);
    let database = block_on(Database::connect(&proxy.url, one)).unwrap();
    let tenant = database.tenant(tenant.id());
    for _ in 0..WARM {
        for (name, command) in work(run) {
            tell(&tenant, name, &command);
        }
    }
    // A stall of the machine can add a trip, nothing can hide one: the least of several counts.
    let mut least: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..COUNTED {
        for (name, command) in work(run) {
            proxy.turns();
            tell(&tenant, name, &command);
            let trips = trips(name, &proxy.turns());
            let least = least.entry(name).or_insert(trips);
            *least = trips.min(*least);
        }
    }
    // A new code hangs on a number, and who stops a run on the run: these are the second trips.
    let twice = [
        "create_lot",
        "register_lot, new",
        "transform",
        "create_run",
        "advance_run",
    ];
    for (name, _) in work(run) {
        let reads = if twice.contains(&name) { 2 } else { 1 };
        assert_eq!(
            least[name],
            reads + 1,
            "{name}: trips between BEGIN and COMMIT, of which one writes; of all: {least:?}"
        );
    }
}

/// How often a question waits for the server before it is answered; that its transaction ends, nobody waits for.
#[test]
fn a_question_begins_its_transaction_with_its_first_statements() {
    let plant = Plant::postgres();
    let (lot, run) = (Uuid::now_v7(), common::run_id().as_uuid());
    let label = format!(
        r#"{{"type": "create_lot", "lot_id": "{lot}", "site": "DUNA", "lot_type": "RAW", "weight_kg": "100"}}"#
    );
    tell(&plant.tenant, "create_lot", &label);
    let proxy = Proxy::before(&server());
    let one = options().with_connections(1);
    let database = block_on(Database::connect(&proxy.url, one)).unwrap();
    let tenant = database.tenant(plant.tenant.id());
    let questions = [
        (r#"{"type": "get_policy"}"#.to_owned(), 1),
        (format!(r#"{{"type": "get_lot", "lot": "{lot}"}}"#), 1),
        (r#"{"type": "list_lots"}"#.to_owned(), 2),
        (format!(r#"{{"type": "get_run", "run_id": "{run}"}}"#), 1),
    ];
    for (question, expected) in questions {
        let mut least = usize::MAX;
        for round in 0..WARM + COUNTED {
            // The transaction before ends behind its answer.
            thread::sleep(Duration::from_millis(50));
            proxy.turns();
            let answer = block_on(tenant.ask_json(&question));
            assert!(answer.is_ok(), "{question}: {answer:?}");
            // The end of a transaction is a turn of one statement.
            let asked = proxy.turns().iter().filter(|turn| turn.bound > 1).count();
            if round >= WARM {
                least = least.min(asked);
            }
        }
        assert_eq!(least, expected, "{question}");
    }
}
