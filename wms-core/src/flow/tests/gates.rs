//! Gates: their configuration, and those of the canonical flow.
use super::*;
use crate::{
    amount::Celsius,
    lot::Storage,
    quality::{GateKind, ReadingKind},
    run::Step,
    vocabulary::Language,
};

/// What is told of a gate with one part changed; `null` takes it away.
fn gate_fault(part: &str, value: Value) -> Option<(String, String)> {
    let mut node = gate("g", "5", 5);
    match part {
        "stepIndex" | "config" => node["data"][part] = value,
        part => node["data"]["config"][part] = value,
    }
    let graph = parse(&json!({"nodes": [node]}));
    match &graph.malformed()[..] {
        [] => {
            assert_eq!(graph.gates().len(), 1);
            None
        }
        [issue] => {
            assert_eq!(
                (issue.code, issue.node_id.as_deref()),
                (IssueCode::GateConfigInvalid, Some("g"))
            );
            let [hu, en] = Language::ALL.map(|language| issue.message(language));
            assert!(hu != en && graph.gates().is_empty());
            Some((
                issue.details["part"].as_str().unwrap().to_owned(),
                issue.details["why"]["en"].as_str().unwrap().to_owned(),
            ))
        }
        more => panic!("{more:?}"),
    }
}

/// A part of a gate, a value it cannot have, the part that is told, and a word of why.
#[rustfmt::skip]
fn wrong_parts() -> Vec<(&'static str, Value, &'static str, &'static str)> {
    vec![
        ("config", json!(null), "config", "missing"),
        ("config", json!([]), "config", "no JSON object"),
        ("stepIndex", json!(null), "stepIndex", "missing"),
        ("gateNumber", json!(null), "gateNumber", "missing"),
        ("gateNumber", json!(5), "gateNumber", "no text"),
        ("gateNumber", json!(" "), "gateNumber", "blank"),
        ("gateNumber", json!("5".repeat(101)), "gateNumber", "100"),
        ("name", json!("Kapu"), "name", "by language"),
        ("name", json!({}), "name", "blank"),
        ("name", json!({"hu": " "}), "name", "blank"),
        ("name", json!({"hu": "ő".repeat(101)}), "name", "100"),
        ("gateType", json!("STOP"), "gateType", "`BLOCKING`, `CHECKPOINT`, `INFO`"),
        ("gateType", json!(null), "gateType", "missing"),
        ("isCCP", json!("yes"), "isCCP", "true"),
        ("isCCP", json!(true), "limits", "at least one"),
        ("limits", json!({}), "limits", "no list"),
        ("limits", json!([1]), "limits[0]", "no JSON object"),
        ("limits", json!([{"maxC": 4}]), "limits[0].kind", "missing"),
        ("limits", json!([{"kind": "CORE"}]), "limits[0]", "neither"),
        ("limits", json!([{"kind": "CORE", "maxC": 4}, {"kind": "AIR", "maxC": 4}]), "limits[1].kind", "`SURFACE`, `CORE`"),
        ("limits", json!([{"kind": "CORE", "minC": 5, "maxC": "4.9"}]), "limits[0]", "above"),
        ("limits", json!([{"kind": "CORE", "maxC": 4, "storage": "WARM"}]), "limits[0].storage", "`CHILLED`"),
        ("checklist", json!("x"), "checklist", "no list"),
        ("checklist", json!([{"label": {"en": "a"}}]), "checklist[0].id", "missing"),
        ("checklist", json!([{"id": "a"}]), "checklist[0].label", "missing"),
        ("checklist", json!([{"id": "a", "label": {"en": "x".repeat(2001)}}]), "checklist[0].label", "2000"),
        ("checklist", json!([{"id": "a", "label": {"en": "a"}, "required": 1}]), "checklist[0].required", "true"),
        ("checklist", json!([{"id": "a", "label": {"en": "a"}}, {"id": "a", "label": {"en": "b"}}]), "checklist.a", "twice"),
    ]
}

#[test]
fn a_gate_says_which_part_is_wrong() {
    for (part, value, at, why) in wrong_parts() {
        let told = gate_fault(part, value.clone());
        assert!(
            told.as_ref()
                .is_some_and(|(part, words)| part == at && words.contains(why)),
            "{part} {value}: {told:?}"
        );
    }
    let item = |id: &str| json!({"id": id, "label": {"en": id}});
    let apart = gate_fault("checklist", json!([item("a"), item("b"), item("a")]));
    assert_eq!(apart.map(|(part, _)| part).as_deref(), Some("checklist.a"));
    let one_degree = json!([{"kind": "CORE", "minC": "4.0", "maxC": 4}]);
    assert_eq!(gate_fault("limits", one_degree), None);
    let twice = r#"{"nodes":[{"id":"g","type":"qc_gate","data":{"stepIndex":1,"config":{"isCCP":true,"isCCP":false}}}]}"#;
    assert_eq!(
        told(&FlowGraph::parse(twice).unwrap(), false),
        ["GATE_CONFIG_INVALID g"]
    );
}

#[test]
fn a_gate_out_of_range_is_told_once() {
    let mut node = gate("g", "5", 11);
    let graph = parse(&json!({"nodes": [node]}));
    assert_eq!(told(&graph, false), ["STEP_OUT_OF_RANGE g"]);
    assert!(graph.gates().is_empty());
    node["data"]["config"]["name"] = Value::Null;
    let graph = parse(&json!({"nodes": [node]}));
    assert_eq!(
        told(&graph, false),
        ["STEP_OUT_OF_RANGE g", "GATE_CONFIG_INVALID g"]
    );
    assert!(graph.gates().is_empty());
}

#[test]
fn degrees_are_read_as_they_are_spelled() {
    let max = |spelling: &str| {
        let config = format!(
            r#"{{"gateNumber":"1","name":{{"hu":"x"}},"gateType":"INFO","limits":[{{"kind":"CORE","maxC":{spelling}}}]}}"#
        );
        let text = format!(
            r#"{{"nodes":[{{"id":"g","type":"qc_gate","data":{{"stepIndex":1,"config":{config}}}}}]}}"#
        );
        FlowGraph::parse(&text)
            .unwrap()
            .gates()
            .first()
            .and_then(|gate| gate.limits[0].range.max_c)
            .map(Celsius::tenths)
    };
    for (spelling, tenths) in [
        ("4", 40),
        ("4.0", 40),
        ("-18.5", -185),
        (r#""4.0""#, 40),
        (r#""-18""#, -180),
        ("100", 1000),
        ("-50.0", -500),
    ] {
        assert_eq!(max(spelling), Some(tenths), "{spelling}");
    }
    for wrong in [
        "4.25", "4.00", "1e1", "1E1", "100.1", "-50.1", r#""""#, r#""+4""#, r#""4,0""#, r#"" 4""#,
        "true", "[]", "1e400",
    ] {
        assert_eq!(max(wrong), None, "{wrong}");
    }
}

#[test]
fn the_canonical_flow_has_no_issue_and_the_gates_of_the_rule_book() {
    let graph = FlowGraph::canonical();
    assert!(graph.nodes().len() > 11, "the empty graph stands in");
    assert_eq!(graph.issues(true), []);
    let gates: Vec<_> = graph
        .gates()
        .iter()
        .map(|gate| (gate.step.number(), &*gate.number, gate.kind, gate.is_ccp))
        .collect();
    use GateKind::{Blocking, Checkpoint};
    assert_eq!(
        gates,
        [
            (1, "1", Blocking, true),
            (2, "3", Blocking, false),
            (3, "4", Blocking, false),
            (4, "5", Blocking, false),
            (5, "6", Blocking, false),
            (6, "6.5", Checkpoint, false),
            (7, "7", Blocking, true),
            (8, "8", Blocking, false),
            (9, "8", Checkpoint, false),
            (10, "10", Blocking, true),
        ]
    );
    let limits: Vec<_> = graph
        .gates()
        .iter()
        .flat_map(|gate| &gate.limits)
        .map(|limit| {
            (
                limit.kind,
                limit.range.min_c,
                limit.range.max_c.map(Celsius::tenths),
                limit.storage,
            )
        })
        .collect();
    assert_eq!(
        limits,
        [
            (ReadingKind::Surface, None, Some(40), Some(Storage::Chilled)),
            (
                ReadingKind::Surface,
                None,
                Some(-180),
                Some(Storage::Frozen)
            ),
            (ReadingKind::Core, None, Some(-180), None),
            (ReadingKind::Ambient, None, Some(-180), None),
        ]
    );
    for item in graph.gates().iter().flat_map(|gate| &gate.checklist) {
        assert!(!item.required && item.label.get("hu").is_some() && item.label.get("en").is_some());
    }
    assert!(
        graph.has_blocking_gate(Step::PACKAGING) && !graph.has_blocking_gate(Step::PALLETIZING)
    );
    assert_eq!(graph.gates_at(Step::START).count(), 0);
    let of_type = |wanted| {
        graph
            .nodes()
            .iter()
            .filter(|node| node.node_type == Some(wanted))
            .count()
    };
    assert_eq!(NodeType::ALL.map(of_type), [1, 1, 10, 10, 6, 3]);
}
