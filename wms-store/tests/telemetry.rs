//! What the library tells of itself: names, labels, and nothing about persons.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, envelope, label, new_lot, register, run_id};
use futures_executor::block_on;
use metrics_exporter_prometheus::PrometheusBuilder;
use std::{
    fmt,
    sync::{Arc, Mutex},
};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use uuid::Uuid;
use wms_core::{
    actor::Role,
    command::{AdvanceRun, HoldLot, VoidLot},
    lot::LotStatus,
    query::GetLot,
    text::Reason,
};

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

/// A few commands: applied, repeated, refused, in a batch; a check and questions.
fn work(plant: &Plant) {
    let lot = new_lot();
    let made = envelope(Role::Operator, register(lot));
    let reason = Reason::from(PRIVATE);
    let held = envelope(Role::Auditor, HoldLot::new(lot, reason.clone()));
    let late = envelope(Role::Admin, VoidLot::new(lot, reason));
    block_on(async {
        let tenant = &plant.tenant;
        let first = envelope(Role::Operator, label(lot));
        tenant.execute(&first).await.unwrap();
        let first = envelope(Role::Operator, AdvanceRun::new(run_id()));
        tenant.execute(&first).await.unwrap();
        tenant.execute(&made).await.unwrap();
        assert!(tenant.execute(&made).await.unwrap().replayed);
        tenant.execute(&held).await.unwrap();
        tenant.execute(&late).await.unwrap_err();
        tenant.check(&late).await.unwrap_err();
        let labels = (0..3).map(|_| envelope(Role::Operator, label(new_lot())));
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

#[test]
fn metrics_and_spans_tell_what_happens_and_nothing_about_persons() {
    let builder = PrometheusBuilder::new().set_buckets(&[0.001, 0.01, 0.1, 1.0]);
    let shown = builder.unwrap().install_recorder().unwrap();
    wms_store::describe_metrics();
    let listener = Listener::default();
    tracing::subscriber::set_global_default(listener.clone()).unwrap();

    let plants = Plant::each();
    plants.iter().for_each(work);

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
    let user = |n| Uuid::from_u128(n).to_string();
    for private in [PRIVATE.to_owned(), user(1), user(2)] {
        assert!(!text.contains(&private), "{private} is in the metrics");
        assert!(!spans.contains(&private), "{private} is in the spans");
    }
}
