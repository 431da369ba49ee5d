//! What the library tells of itself: names, labels, and nothing about persons.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, options, pg::Client, register, run_id};
use diesel::{Connection, SqliteConnection, connection::SimpleConnection};
use futures_executor::block_on;
use metrics_exporter_prometheus::PrometheusBuilder;
use std::{
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use uuid::Uuid;
use wms_core::{
    actor::Role,
    command::{AdvanceRun, Command, Envelope, HoldLot, VoidLot},
    error::Rejection,
    ids::DeviceId,
    lot::LotStatus,
    query::GetLot,
    text::Reason,
};
use wms_store::{Database, Tenant};

/// Keeps what is said in spans and events, as text.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<String>>);

impl Listener {
    fn hear(&self, text: fmt::Arguments<'_>) {
        fmt::Write::write_fmt(&mut *self.0.lock().unwrap(), text).unwrap();
    }
}

impl Visit for &Listener {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.hear(format_args!(" {}={value:?}", field.name()));
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("wms_store")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.hear(format_args!("\n{}", span.metadata().name()));
        span.record(&mut &*self);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut &*self);
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut &*self);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

const PRIVATE: &str = "because Jane Doe said so";

fn device() -> DeviceId {
    DeviceId::new(Uuid::from_u128(77))
}

fn sent(role: Role, command: impl Into<Command>) -> Envelope {
    let mut envelope = envelope(role, command);
    envelope.actor = envelope.actor.on_device(device());
    envelope
}

/// A command that meets a lock of somebody else: it is tried again, and in the end busy.
fn meet_a_lock(plant: &Plant) {
    let short = Duration::from_millis(50);
    let hasty = options()
        .with_lock_timeout(short)
        .with_busy_timeout(short)
        .with_deadline(6 * short);
    let database = block_on(Database::connect(&plant.url, hasty)).unwrap();
    let tenant = database.tenant(plant.tenant.id());
    let blocked = |tenant: &Tenant| {
        let busy = block_on(tenant.execute(&sent(Role::Operator, label(new_lot()))));
        assert_eq!(busy.unwrap_err(), Rejection::StoreBusy {});
    };
    if let Some(path) = plant.url.strip_prefix("sqlite:") {
        let mut other = SqliteConnection::establish(path).unwrap();
        other.batch_execute("BEGIN IMMEDIATE").unwrap();
        blocked(&tenant);
    } else {
        let mut other = Client::connect(&plant.url);
        let lock = "BEGIN; LOCK TABLE commands IN ACCESS EXCLUSIVE MODE";
        other.run(lock).unwrap();
        blocked(&tenant);
    }
}

/// A few commands: applied, repeated, refused, in a batch; a check and questions.
fn work(plant: &Plant) {
    let lot = new_lot();
    let made = sent(Role::Operator, register(lot));
    let reason = Reason::from(PRIVATE);
    let held = sent(Role::Auditor, HoldLot::new(lot, reason.clone()));
    let late = sent(Role::Admin, VoidLot::new(lot, reason));
    block_on(async {
        let tenant = &plant.tenant;
        let first = sent(Role::Operator, label(lot));
        tenant.execute(&first).await.unwrap();
        let first = sent(Role::Operator, AdvanceRun::new(run_id()));
        tenant.execute(&first).await.unwrap();
        tenant.execute(&made).await.unwrap();
        assert!(tenant.execute(&made).await.unwrap().replayed);
        tenant.execute(&held).await.unwrap();
        tenant.execute(&late).await.unwrap_err();
        tenant.check(&late).await.unwrap_err();
        let labels = (0..3).map(|_| sent(Role::Operator, label(new_lot())));
        tenant.execute_many(labels, |_| {}).await;
        tenant.ask(&GetLot::new(lot)).await.unwrap();
        let unknown = GetLot::new(new_lot());
        tenant.ask(&unknown).await.unwrap_err();
        let counted = tenant.count_lots().await.unwrap();
        assert_eq!(counted.get(&LotStatus::Hold), Some(&1));
        assert_eq!(counted.get(&LotStatus::Created), Some(&3));
    });
}

/// The number behind a name with its labels.
fn value(text: &str, series: &str) -> f64 {
    let line = text.lines().find_map(|line| line.strip_prefix(series));
    assert!(line.is_some(), "no `{series}` in\n{text}");
    let value = line.unwrap();
    value.trim().parse().unwrap()
}

fn spans_tell_of_commands(spans: &str) {
    for said in [
        "wms.command tenant=",
        "command=\"hold_lot\"",
        "answer=\"applied\"",
        "answer=\"INVALID_TRANSITION\"",
        "duration_ms=",
        "wms.batch",
        "wms.query",
    ] {
        assert!(spans.contains(said), "no {said} in {spans}");
    }
}

fn nothing_is_personal(text: &str, spans: &str) {
    let user = |n| Uuid::from_u128(n).to_string();
    let device = device().as_uuid().to_string();
    let roles = [Role::Operator, Role::Auditor].map(|role| role.as_str().to_owned());
    for private in [PRIVATE.to_owned(), user(1), user(2), device]
        .into_iter()
        .chain(roles)
    {
        assert!(!text.contains(&private), "{private} is in the metrics");
        assert!(!spans.contains(&private), "{private} is in the spans");
    }
}

#[test]
fn metrics_and_spans_tell_what_happens_and_nothing_about_persons() {
    let builder = PrometheusBuilder::new().set_buckets(&[0.001, 0.01, 0.1, 1.0]);
    let shown = builder.unwrap().install_recorder().unwrap();
    wms_store::describe_metrics();
    let listener = Listener::default();
    tracing::subscriber::set_global_default(listener.clone()).unwrap();

    let plants = Plant::each();
    plants.iter().for_each(work);
    plants.iter().for_each(meet_a_lock);

    let text = shown.render();
    let at_least = [
        (
            r#"wms_commands_total{type="register_lot",answer="applied"}"#,
            2.0,
        ),
        (
            r#"wms_commands_total{type="register_lot",answer="replayed"}"#,
            2.0,
        ),
        (
            r#"wms_commands_total{type="void_lot",answer="INVALID_TRANSITION"}"#,
            2.0,
        ),
        (
            r#"wms_commands_total{type="create_lot",answer="applied"}"#,
            6.0,
        ),
        (r#"wms_command_seconds_count{type="register_lot"}"#, 4.0),
        (r#"wms_batch_seconds_count"#, 2.0),
        (r#"wms_group_commands_sum"#, 14.0),
        (r#"wms_command_rounds_count"#, 10.0),
        (r#"wms_retries_total{why="busy"}"#, 2.0),
        (r#"wms_audit_events_total{type="lot_held"}"#, 2.0),
        (r#"wms_lot_transitions_total{status="QUARANTINE"}"#, 2.0),
        (r#"wms_lot_transitions_total{status="HOLD"}"#, 2.0),
        (r#"wms_lots{status="CREATED"}"#, 3.0),
        (
            r#"wms_queries_total{type="get_lot",answer="answered"}"#,
            2.0,
        ),
        (
            r#"wms_queries_total{type="get_lot",answer="NOT_FOUND"}"#,
            2.0,
        ),
        (
            r#"wms_queries_total{type="check",answer="INVALID_TRANSITION"}"#,
            2.0,
        ),
        (r#"wms_query_seconds_count{type="check"}"#, 2.0),
        (r#"wms_pool_wait_seconds_count"#, 1.0),
        // Whoever got the last connection has it.
        (r#"wms_pool_connections{state="busy"}"#, 1.0),
        (r#"wms_pool_connections{state="idle"}"#, 0.0),
        (r#"wms_pool_waiting"#, 0.0),
    ];
    for (series, least) in at_least {
        let found = value(&text, series);
        assert!(found >= least, "{series}: {found}");
    }
    // A repeat records nothing a second time.
    assert!(value(&text, r#"wms_audit_events_total{type="lot_held"}"#) <= 2.0);
    for line in text.lines().filter(|line| line.starts_with("# TYPE ")) {
        let name = line.split(' ').nth(2).unwrap();
        assert!(
            text.contains(&format!("# HELP {name} ")),
            "{name} is not described"
        );
    }

    let spans = listener.0.lock().unwrap().clone();
    spans_tell_of_commands(&spans);
    nothing_is_personal(&text, &spans);
}
