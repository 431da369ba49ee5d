//! Every issue at its place, in its order.
use super::*;
use crate::vocabulary::Language;

#[test]
fn malformed_graphs_are_told_at_their_place_and_alone() {
    let nodes = [
        node("a", "process", None),
        json!({"id": "b", "type": "group", "data": {"nodeType": "lane", "stepIndex": "3"}, "parentId": "nobody"}),
        json!({"id": "a", "parentId": "a"}),
        json!({"id": "g", "type": "group", "parentId": "h"}),
        json!({"id": "h", "type": "group", "parentId": "g"}),
        json!({"id": "i", "type": "group", "parentId": "h"}),
        json!({"id": "j", "type": "group", "parentId": "j"}),
    ];
    let edges = ["a-b", "x-y", "a-b", "a-y"];
    let expected = [
        "PARENT_MISSING b",
        "NODE_TYPE_UNKNOWN b",
        "STEP_OUT_OF_RANGE b",
        "NODE_ID_DUPLICATE a",
        "PARENT_NOT_GROUP a",
        "NODE_TYPE_UNKNOWN a",
        "PARENT_CIRCLE g",
        "PARENT_CIRCLE h",
        "PARENT_CIRCLE j",
        "EDGE_SOURCE_MISSING x-y",
        "EDGE_TARGET_MISSING x-y",
        "EDGE_ID_DUPLICATE a-b",
        "EDGE_TARGET_MISSING a-y",
    ];
    let graph = graph(&nodes, &edges);
    assert_eq!(told(&graph, true), expected);
    assert!(!graph.is_well_formed() && graph.issues(true) == graph.malformed());
    assert!(
        graph
            .malformed()
            .iter()
            .all(|issue| issue.severity == Severity::Error)
    );
}

#[test]
fn an_edge_without_an_id_is_named_by_its_ends() {
    let graph = parse(&json!({"nodes": [node("a", "start", None)], "edges": [
        {"source": "a", "target": "b"}, {"id": "", "source": "a", "target": "b"}]}));
    let issues = graph.malformed();
    let [one, other] = &issues[..] else {
        panic!("{issues:?}")
    };
    assert_eq!(
        (one.code, &one.node_id, &one.edge_id),
        (IssueCode::EdgeTargetMissing, &None, &None)
    );
    assert_eq!(one, other);
    assert!(
        one.message(Language::En).contains("a → b"),
        "{}",
        one.message(Language::En)
    );
}

#[test]
fn issues_stand_by_node_by_edge_then_by_step() {
    let nodes = [
        node("lane", "group", None),
        node("a", "process", Some(4)),
        node("b", "process", Some(3)),
        node("x", "process", None),
        node("idle", "buffer", None),
        gate("g1", "1", 1),
        gate("g2", "1", 1),
        gate("g3", "1", 2),
    ];
    let graph = graph(&nodes, &["a-b", "b-a", "b-b", "g1-g2"]);
    let expected = [
        "CIRCLE a",
        "UNREACHABLE a",
        "DEAD_END a",
        "UNREACHABLE b",
        "DEAD_END b",
        "UNREACHABLE x",
        "DEAD_END x",
        "BUFFER_UNUSED idle",
        "UNREACHABLE g1",
        "DEAD_END g1",
        "UNREACHABLE g2",
        "DEAD_END g2",
        "GATE_DUPLICATE g2",
        "UNREACHABLE g3",
        "DEAD_END g3",
        "STEP_GOES_BACK a-b",
        "SELF_LOOP b-b",
        "NO_START null",
        "NO_END null",
        "STEP_MISSING 0",
        "STEP_MISSING 5",
        "STEP_MISSING 6",
        "STEP_MISSING 7",
        "STEP_MISSING 8",
        "STEP_MISSING 9",
        "STEP_MISSING 10",
        "CCP_STEP_WITHOUT_GATE 1",
        "CCP_STEP_WITHOUT_GATE 7",
        "CCP_STEP_WITHOUT_GATE 10",
    ];
    assert_eq!(told(&graph, true), expected);

    let severe = |strict| {
        graph
            .issues(strict)
            .iter()
            .filter(|issue| issue.severity == Severity::Error)
            .count()
    };
    assert_eq!((severe(false), severe(true)), (18, 28));
    assert_eq!(graph.issues(false)[0].details["nodes"], json!(["a", "b"]));
}

#[test]
fn a_buffer_with_an_edge_is_on_the_flow() {
    let nodes = [node("lk", "buffer", None), node("idle", "buffer", None)];
    assert_eq!(
        told(&flow(&nodes, &["start-lk", "start-end"]), false),
        ["DEAD_END lk", "BUFFER_UNUSED idle"]
    );
    assert_eq!(
        told(&flow(&nodes, &["start-lk", "lk-end", "idle-idle"]), false),
        ["UNREACHABLE idle", "DEAD_END idle", "SELF_LOOP idle-idle"]
    );
}

#[test]
fn steps_are_compared_along_one_edge_only() {
    let nodes = [
        node("a", "process", Some(5)),
        node("b", "process", None),
        node("c", "process", Some(4)),
    ];
    assert_eq!(
        told(&flow(&nodes, &["start-a", "a-b", "b-c", "c-end"]), false),
        [""; 0]
    );
    assert_eq!(
        told(&flow(&nodes, &["start-b", "b-a", "a-c", "c-end"]), false),
        ["STEP_GOES_BACK a-c"]
    );
}

#[test]
fn circles_are_told_once_each_at_their_first_node() {
    let nodes = ["a", "b", "c", "d"].map(|id| node(id, "process", None));
    let two = flow(
        &nodes,
        &["start-c", "c-b", "b-c", "b-d", "d-a", "a-d", "a-a", "a-end"],
    );
    assert_eq!(told(&two, false), ["CIRCLE a", "CIRCLE b", "SELF_LOOP a-a"]);
    assert_eq!(two.issues(false)[1].details["nodes"], json!(["b", "c"]));
}

#[test]
fn every_issue_speaks_both_languages() {
    for code in IssueCode::ALL {
        let [hu, en] = Language::ALL.map(|language| Issue::new(code, false).message(language));
        assert!(
            hu != en && hu != code.as_str() && en != code.as_str(),
            "{code}"
        );
        let tags = |words: &str| words.matches("{place}").count();
        assert_eq!((tags(&hu), tags(&en)), (0, 0), "every fact is filled in");
    }
}
