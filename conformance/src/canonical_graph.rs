//! Stands in for the canonical flow's graph until the library gives it out.

use serde_json::{Value, json};

/// A limit: kind, upper end, storage.
type Limit = (&'static str, &'static str, Option<&'static str>);

/// Gate number, its kind and its limits, per step from 1 on.
const GATES: [(&str, &str, &[Limit]); 10] = [
    (
        "1",
        "BLOCKING",
        &[
            ("SURFACE", "4.0", Some("CHILLED")),
            ("SURFACE", "-18.0", Some("FROZEN")),
        ],
    ),
    ("3", "BLOCKING", &[]),
    ("4", "BLOCKING", &[]),
    ("5", "BLOCKING", &[]),
    ("6", "BLOCKING", &[]),
    ("6.5", "CHECKPOINT", &[]),
    ("7", "BLOCKING", &[("CORE", "-18.0", None)]),
    ("8", "BLOCKING", &[]),
    ("8", "CHECKPOINT", &[]),
    ("10", "BLOCKING", &[("AMBIENT", "-18.0", None)]),
];

/// The graph as JSON text.
pub(crate) fn text() -> String {
    let mut ids = vec!["start".to_owned()];
    let mut nodes = vec![node("start", "start", 0, json!({}))];
    for (step, (number, kind, limits)) in (1..).zip(GATES) {
        let limits: Vec<Value> = limits
            .iter()
            .map(|(kind, max, storage)| json!({"kind": kind, "maxC": max, "storage": storage}))
            .collect();
        let config = json!({"gateNumber": number, "name": {"hu": number, "en": number},
            "gateType": kind, "isCCP": !limits.is_empty(), "limits": limits, "checklist": []});
        ids.extend([format!("p{step}"), format!("g{step}")]);
        nodes.push(node(&format!("p{step}"), "process", step, json!({})));
        nodes.push(node(&format!("g{step}"), "qc_gate", step, config));
    }
    ids.push("end".to_owned());
    nodes.push(node("end", "end", 10, json!({})));
    let edges: Vec<Value> = ids
        .iter()
        .zip(ids.iter().skip(1))
        .map(|(from, to)| json!({"id": format!("{from}-{to}"), "source": from, "target": to}))
        .collect();
    json!({"nodes": nodes, "edges": edges, "viewport": {"x": 0, "y": 0, "zoom": 1}}).to_string()
}

fn node(id: &str, kind: &str, step: u64, config: Value) -> Value {
    json!({"id": id, "type": kind, "position": {"x": 0, "y": 0},
        "data": {"label": {"hu": id, "en": id}, "nodeType": kind, "stepIndex": step, "config": config}})
}
