//! Every query of wire.md, about everything a ledger knows.
use serde_json::{Value, json};
use wms_conformance::random::Ledger;

/// What is each database's own: how long an answer took, and the numbers of a log that many tenants share.
const ITS_OWN: [&str; 2] = ["took_ms", "sequence"];

/// All pages of an answer, as they are compared; a store is asked on with its own cursors.
pub(crate) fn pages(first: &Value, ask: impl Fn(&str) -> Result<String, String>) -> Value {
    let (mut asked, mut pages) = (first.clone(), Vec::new());
    loop {
        let (Ok(text) | Err(text)) = ask(&asked.to_string());
        let mut page: Value = serde_json::from_str(&text).unwrap();
        let next = page.get("next").and_then(Value::as_str).map(str::to_owned);
        leave_out(&mut page);
        // A cursor of the log holds a number of the log.
        if first.get("type") == Some(&json!("audit_events")) && next.is_some() {
            *page.pointer_mut("/next").unwrap() = json!("another page");
        }
        pages.push(page);
        let Some(next) = next else {
            return Value::Array(pages);
        };
        let page = asked.pointer_mut("/page").and_then(Value::as_object_mut);
        page.unwrap().insert("after".to_owned(), json!(next));
    }
}

fn leave_out(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(leave_out),
        Value::Object(fields) => {
            fields.retain(|name, _| !ITS_OWN.contains(&name.as_str()));
            fields.values_mut().for_each(leave_out);
        }
        _ => {}
    }
}

pub(crate) fn about(ledger: &Ledger) -> Vec<Value> {
    let mut questions = about_all();
    for lot in ledger.lots.keys() {
        questions.push(json!({"type": "get_lot", "lot": lot}));
        questions.push(json!({"type": "mass_balance", "lot": lot}));
        questions.push(json!({"type": "list_moves", "lot_id": lot}));
    }
    // Traces cost more: of some lots, in every direction.
    for lot in ledger.lots.keys().step_by(ledger.lots.len() / 8 + 1) {
        questions.push(json!({"type": "recall", "lot": lot}));
        for direction in ["BACKWARD", "FORWARD", "BOTH"] {
            questions.push(json!({"type": "trace", "lot": lot, "direction": direction}));
        }
        questions.push(json!({"type": "trace", "lot": lot, "direction": "FORWARD", "depth": 1}));
        // As deep as there is: found in another way than without a depth.
        questions.push(json!({"type": "trace", "lot": lot, "direction": "BOTH", "depth": 40}));
        questions.push(json!({"type": "list_readings", "lot_id": lot, "page": {"limit": 3}}));
        let stream = json!({"type": "audit_events", "entity_type": "lot", "entity_id": lot});
        questions.push(stream);
    }
    for run in ledger.runs.keys() {
        for query in [
            "get_run",
            "run_steps",
            "run_summary",
            "run_report",
            "run_buffers",
            "mass_balance",
        ] {
            questions.push(json!({"type": query, "run_id": run}));
        }
        questions.push(json!({"type": "list_lots", "run_id": run, "page": {"limit": 5}}));
        questions.push(json!({"type": "pending_inspections", "run_id": run, "page": {"limit": 5}}));
    }
    for version in ledger.versions.iter() {
        questions.push(json!({"type": "get_version", "version_id": version.0}));
        questions.push(json!({"type": "list_versions", "flow_id": version.1.flow}));
    }
    for buffer in ledger.buffers.keys() {
        for query in ["buffer_contents", "buffer_summary"] {
            questions.push(json!({"type": query, "buffer_id": buffer}));
        }
        questions.push(json!({"type": "list_moves", "buffer_id": buffer, "page": {"limit": 4}}));
    }
    let deviations = ledger.deviations.keys();
    questions.extend(deviations.map(|id| json!({"type": "get_deviation", "deviation_id": id})));
    let inspections = ledger.inspections.iter();
    questions.extend(inspections.map(|id| json!({"type": "get_inspection", "inspection_id": id})));
    questions
}

fn about_all() -> Vec<Value> {
    let mut questions: Vec<Value> = [
        "list_lots",
        "list_runs",
        "list_inspections",
        "list_readings",
        "list_deviations",
        "pending_inspections",
        "list_moves",
        "audit_events",
    ]
    .map(|query| json!({"type": query, "page": {"limit": 7}}))
    .into();
    questions.extend(
        ["get_policy", "list_flows", "list_buffers", "verify_audit"]
            .map(|query| json!({"type": query})),
    );
    questions.push(json!({"type": "get_site", "site": "DUNA"}));
    for status in [
        "CREATED",
        "QUARANTINE",
        "RELEASED",
        "HOLD",
        "REJECTED",
        "CONSUMED",
        "FINISHED",
    ] {
        questions.push(json!({"type": "list_lots", "status": status, "page": {"limit": 3}}));
    }
    for lot_type in ["DEB", "MIX", "FRZ15", "FG15", "PAL"] {
        let pick =
            json!({"type": "pick", "lot_type": lot_type, "site": "DUNA", "quantity_kg": "40"});
        questions.push(pick);
    }
    questions.push(json!({"type": "list_deviations", "open": true, "page": {"limit": 2}}));
    questions.push(json!({"type": "list_lots", "text": "000", "page": {"limit": 9}}));
    questions
}

/// Where two answers part, and what stands there.
pub(crate) fn difference(a: &Value, b: &Value, place: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(left), Value::Object(right)) if left.keys().eq(right.keys()) => {
            let pairs = left.iter().zip(right.values());
            pairs
                .into_iter()
                .find_map(|((name, a), b)| difference(a, b, &format!("{place}/{name}")))
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right).enumerate();
            pairs
                .into_iter()
                .find_map(|(n, (a, b))| difference(a, b, &format!("{place}/{n}")))
        }
        _ => (a != b).then(|| format!("at {place}: {a} in memory, {b} in the store")),
    }
}
