//! How questions are answered when tables are big: over indices, and without reading what is not shown.
//!
//! SQLite says how it would find the rows of each statement the library sends. PostgreSQL counts what it reads of
//! each table: a plant of 100 000 lots, with as many of everything that hangs on lots, is asked every question of
//! wire.md, each over a connection of its own, and the counters are looked at.
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests")]

mod common;

use common::{
    Plant, envelope, label, named, new_lot, open,
    pg::{Client, Cluster},
    register, run_id,
};
use diesel::{
    Connection, QueryableByName, SqliteConnection,
    connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation},
    sql_query,
    sql_types::Text,
};
use futures_executor::block_on;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use uuid::Uuid;
use wms_core::{actor::Role, command::Command};

const ROWS: usize = 100_000;

/// The tables that grow with every day.
const BIG: &str =
    "'lots', 'genealogy_links', 'lot_positions', 'lot_holds', 'stock_moves', 'dispatches',
    'inspections', 'readings', 'deviations', 'commands', 'audit_events', 'audit_chain'";

/// What the library sent to databases on this thread's behalf.
static SENT: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A tenth of a table: more than any page of this test needs, also of a run with one lot in a thousand.
const MANY: i64 = 10_000;

/// What the server counted of the big tables.
#[derive(Debug, Clone, Copy)]
struct Counters {
    /// Scans of whole tables.
    scans: i64,
    /// Rows fetched over indices.
    rows: i64,
}

impl Counters {
    fn of(client: &mut Client) -> Self {
        let found = client.lines(&format!(
            "SELECT unnest(ARRAY[sum(seq_scan), sum(coalesce(idx_tup_fetch, 0))])::text AS line
             FROM pg_stat_user_tables WHERE relname IN ({BIG})"
        ));
        let found: Vec<i64> = found
            .unwrap()
            .iter()
            .map(|line| line.parse().unwrap())
            .collect();
        let [scans, rows] = found[..] else {
            unreachable!("two numbers: {found:?}");
        };
        Self { scans, rows }
    }

    /// The counters once the connections of that name are gone: a connection reports what it read before it ends.
    fn settled(client: &mut Client, connections: &str) -> Self {
        let deadline = Instant::now() + Duration::from_secs(20);
        while client.connections(connections, "true") > 0 {
            assert!(Instant::now() < deadline, "a connection stays open");
            std::thread::sleep(Duration::from_millis(10));
        }
        Self::of(client)
    }
}

/// Copies a tenant's row of a table many times; `change` says what differs by `n`.
fn multiply(client: &mut Client, table: &str, of: &str, change: &[(&str, &str)]) {
    let columns = client.lines(&format!(
        "SELECT column_name::text AS line FROM information_schema.columns WHERE table_schema = current_schema()
            AND table_name = '{table}' AND column_name NOT IN ('sequence', 'written_by')"
    ));
    let columns = columns.unwrap();
    let value = |name: &String| {
        let changed = change.iter().find(|(column, _)| column == name);
        changed.map_or_else(|| name.clone(), |(_, value)| (*value).to_owned())
    };
    let values: Vec<String> = columns.iter().map(value).collect();
    let copied = client.run(&format!(
        "INSERT INTO {table} ({}) SELECT {} FROM (SELECT * FROM {table} WHERE {of} LIMIT 1) AS one,
            generate_series(1, {ROWS}) AS n",
        columns.join(", "),
        values.join(", ")
    ));
    copied.expect(table);
}

/// The id of copy `n` of something.
const NTH: &str = "('00000000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid";

/// Something of everything; gives a lot of it.
fn furnish(plant: &Plant) -> Uuid {
    let send = |command: Command| {
        block_on(plant.tenant.execute(&envelope(Role::Manager, command))).unwrap();
    };
    let json = |command: Value| {
        let text = json!({"key": Uuid::now_v7(), "command": command,
            "actor": {"user_id": Uuid::from_u128(2), "role": "MANAGER"}});
        let answer = block_on(plant.tenant.execute_json(&text.to_string()));
        assert!(answer.contains("applied"), "{answer}");
    };
    let (lot, child) = (new_lot(), new_lot());
    for _ in 0..2 {
        send(wms_core::command::AdvanceRun::new(run_id()).into());
    }
    send(label(lot).into());
    send(register(lot).into());
    let (warm, cold) = (Uuid::now_v7(), Uuid::now_v7());
    json(
        json!({"type": "record_reading", "reading_id": warm, "lot_id": lot, "kind": "SURFACE", "temperature_c": "9"}),
    );
    json(
        json!({"type": "record_reading", "reading_id": cold, "lot_id": lot, "kind": "SURFACE", "temperature_c": "1"}),
    );
    json(
        json!({"type": "record_corrective_action", "deviation_id": warm, "action": "cooled within the hour"}),
    );
    json(json!({"type": "resolve_hold", "lot_id": lot, "resolution": "cooled and looked at"}));
    json(
        json!({"type": "record_inspection", "inspection_id": Uuid::now_v7(), "lot_id": lot,
        "inspection_type": "receipt", "decision": "PASS"}),
    );
    json(
        json!({"type": "transform", "run_id": named(9), "inputs": [{"lot_id": lot, "quantity_kg": "100"}],
        "outputs": [{"lot_id": child, "lot_type": "DEB", "weight_kg": "90"}]}),
    );
    json(
        json!({"type": "receive_stock", "lot_id": child, "buffer_id": named(1), "quantity_kg": "90"}),
    );
    send(label(new_lot()).into());
    lot.as_uuid()
}

/// Very many of everything.
fn multiply_all(client: &mut Client, tenant: Uuid) {
    let of = |more: &str| format!("tenant_id = '{tenant}' {more}");
    let later = "recorded_at + n * interval '1 millisecond'";
    let (place, status) = (
        "1000000000 + n",
        "CASE n % 500 WHEN 0 THEN 'HOLD' WHEN 1 THEN 'CREATED' ELSE 'QUARANTINE' END",
    );
    let code = "'RAW-20260115-DUNA-' || n + 1000";
    let row = [("id", NTH), ("place", place), ("recorded_at", later)];
    let run = format!("CASE n % 1000 WHEN 0 THEN '{}'::uuid END", named(9));
    let lots = [
        row[0],
        row[1],
        row[2],
        ("code", code),
        ("status", status),
        ("run_id", run.as_str()),
        ("run_place", "CASE n % 1000 WHEN 0 THEN 1000000000 + n END"),
    ];
    multiply(client, "lots", &of("AND status = 'CREATED'"), &lots);
    let of_lot = [row[0], row[1], row[2], ("lot_id", NTH)];
    for table in ["stock_moves", "inspections", "readings"] {
        multiply(client, table, &of(""), &of_lot);
    }
    multiply(
        client,
        "deviations",
        &of("AND closed_at IS NOT NULL"),
        &of_lot,
    );
    // Half of the lots are parents of two of the other half each.
    let nth = |n: &str| format!("('00000000-0000-7000-9000-' || lpad(to_hex({n}), 12, '0'))::uuid");
    let parent = nth("n % 50000 + 1");
    let child = nth("50001 + (7 * n + n / 50000) % 50000");
    let links = [("parent_id", parent.as_str()), ("child_id", child.as_str())];
    multiply(client, "genealogy_links", &of(""), &links);
    multiply(
        client,
        "lot_positions",
        &of(""),
        &[("lot_id", NTH), ("entry", place), ("quantity", "0")],
    );
    multiply(
        client,
        "lot_holds",
        &of("AND released_at IS NOT NULL"),
        &[("lot_id", NTH), ("id", NTH)],
    );
    multiply(
        client,
        "commands",
        &of(""),
        &[("key", NTH), ("number", place), row[2]],
    );
    multiply(
        client,
        "audit_events",
        &of(""),
        &[("key", NTH), ("number", "0")],
    );
    let chain = [
        ("key", NTH),
        ("number", "0"),
        ("place", "0"),
        ("entity_id", NTH),
        ("version", "1"),
    ];
    multiply(
        client,
        "audit_chain",
        &of("AND entity_type = 'lot'"),
        &chain,
    );
    let dispatched = client.run(&format!(
        r#"INSERT INTO dispatches (tenant_id, lot_id, place, quantity, consignee, created_at, recorded_at, created_by)
         SELECT tenant_id, lot_id, place, 1000, '{{"name":"Kocka"}}', created_at, recorded_at, created_by FROM stock_moves
         WHERE {}"#,
        of("")
    ));
    dispatched.unwrap();
    client.run("ANALYZE").unwrap();
}

fn questions(lot: Uuid) -> Vec<Value> {
    let (day, page) = ("2026-01-15T06:00:00Z", json!({"limit": 20}));
    let asked = |kind: &str, with: Value| {
        let mut asked = json!({"type": kind, "page": page});
        asked
            .as_object_mut()
            .unwrap()
            .extend(with.as_object().unwrap().clone());
        asked
    };
    let bare = |kind: &str, name: &str, id: Uuid| json!({"type": kind, name: id});
    let mut all = vec![
        asked("list_lots", json!({})),
        asked("list_lots", json!({"run_id": named(9)})),
        asked("list_lots", json!({"status": "HOLD"})),
        asked("list_lots", json!({"lot_type": "DEB"})),
        asked("list_lots", json!({"site": "DUNA", "status": "CREATED"})),
        asked("list_lots", json!({"step": 2})),
        asked("list_lots", json!({"day": "2026-01-15"})),
        asked("list_lots", json!({"day": "2025-01-15"})),
        asked("list_lots", json!({"text": "DUNA-10"})),
        asked("audit_events", json!({"event_type": "run_started"})),
        asked("audit_events", json!({"user_id": Uuid::from_u128(1)})),
        asked("audit_events", json!({"to": day})),
        asked("list_moves", json!({"buffer_id": named(1)})),
        asked("list_moves", json!({"run_id": named(9)})),
        asked("list_readings", json!({"buffer_id": named(1)})),
        asked("list_deviations", json!({"open": true})),
        json!({"type": "pick", "lot_type": "DEB", "site": "DUNA", "quantity_kg": "10"}),
        asked("list_runs", json!({"site": "DUNA"})),
        asked("audit_events", json!({})),
        asked(
            "audit_events",
            json!({"entity_type": "lot", "entity_id": lot}),
        ),
        asked("audit_events", json!({"from": day})),
        json!({"type": "changes", "limit": 20}),
        json!({"type": "trace", "lot": lot, "direction": "BOTH"}),
        json!({"type": "recall", "lot": lot}),
        bare("mass_balance", "lot", lot),
        bare("get_lot", "lot", lot),
        json!({"type": "get_lot", "lot": "RAW-20260115-DUNA-0001"}),
    ];
    for list in [
        "list_inspections",
        "list_readings",
        "list_deviations",
        "pending_inspections",
    ] {
        all.push(asked(list, json!({})));
        all.push(asked(list, json!({"lot_id": lot})));
        all.push(asked(list, json!({"run_id": named(9)})));
    }
    all.push(asked("list_moves", json!({})));
    all.push(asked("list_moves", json!({"lot_id": lot})));
    for query in [
        "get_run",
        "run_steps",
        "run_summary",
        "run_report",
        "run_buffers",
    ] {
        all.push(bare(query, "run_id", named(9)));
    }
    for query in ["buffer_contents", "buffer_summary"] {
        all.push(bare(query, "buffer_id", named(1)));
    }
    all
}

#[test]
fn no_question_reads_a_big_table_from_end_to_end() {
    // A server of its own: its counters count for all of a server's tenants, and so do its statistics.
    let cluster = Cluster::start();
    let mut client = Client::connect(&cluster.url);
    let plant = Plant::in_database(open(&cluster.url), &cluster.url);
    let (lot, tenant) = (furnish(&plant), plant.tenant.id());
    multiply_all(&mut client, tenant.as_uuid());
    let (mut slow, mut counted) = (Vec::new(), 0);
    for (n, question) in questions(lot).iter().enumerate() {
        let name = format!("question-{n}");
        let before = Counters::of(&mut client);
        {
            let url = format!("{}?application_name={name}", cluster.url);
            let database = common::open_as_it_is(&url);
            let answer = block_on(database.tenant(tenant).ask_json(&question.to_string()));
            assert!(answer.is_ok(), "{question}: {answer:?}");
        }
        let after = Counters::settled(&mut client, &name);
        let (scans, rows) = (after.scans - before.scans, after.rows - before.rows);
        counted += rows;
        if scans > 0 || rows > MANY {
            slow.push(format!("{question}: {scans} scans, {rows} rows"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
    assert!(counted > 500, "the server counted nothing");
}

/// A step of a plan of SQLite's.
#[derive(QueryableByName)]
struct Step {
    #[diesel(sql_type = Text)]
    detail: String,
}

/// Notes the texts of statements that read.
fn note(event: InstrumentationEvent<'_>) {
    if let InstrumentationEvent::StartQuery { query, .. } = event {
        let text = query.to_string();
        let text = text.split(" -- binds:").next().unwrap_or_default();
        if text.starts_with("SELECT") && text.contains('`') {
            let mut sent = SENT.lock().unwrap_or_else(PoisonError::into_inner);
            sent.insert(text.to_owned());
        }
    }
}

#[test]
fn sqlite_finds_the_rows_of_big_tables_over_indices() {
    let noted: fn() -> Option<Box<dyn Instrumentation>> = || Some(Box::new(note));
    set_default_instrumentation(noted).unwrap();
    let plant = Plant::sqlite();
    for question in questions(furnish(&plant)) {
        block_on(plant.tenant.ask_json(&question.to_string())).expect("a question of wire.md");
    }
    let mut c = SqliteConnection::establish(plant.url.trim_start_matches("sqlite:")).unwrap();
    let sent = SENT.lock().unwrap_or_else(PoisonError::into_inner).clone();
    assert!(sent.len() > 30, "{} statements were noted", sent.len());
    for text in sent {
        let plan = sql_query(format!("EXPLAIN QUERY PLAN {text}"));
        let steps: Vec<Step> = diesel::RunQueryDsl::load(plan, &mut c).unwrap();
        for Step { detail } in steps {
            let table = detail
                .strip_prefix("SCAN ")
                .and_then(|rest| rest.split(' ').next());
            let is_big = table.is_some_and(|table| BIG.contains(&format!("'{table}'")));
            assert!(!is_big, "{detail}: {text}");
        }
    }
}
