//! Long graphs, and random ones against brute force.
use super::*;
use crate::vocabulary::Language;
use proptest::prelude::*;

#[test]
fn a_hundred_thousand_nodes_in_a_row_are_judged_at_once() {
    use core::fmt::Write;
    let mut text = String::from(r#"{"nodes":["#);
    let last = 20_000;
    for n in 0..=last {
        let kind = if n == 0 {
            "start"
        } else if n == last {
            "end"
        } else {
            "process"
        };
        write!(
            text,
            r#"{}{{"id":"{n}","type":"{kind}"}}"#,
            if n > 0 { "," } else { "" }
        )
        .unwrap();
    }
    text.push_str(r#"],"edges":["#);
    for n in 0..last {
        write!(
            text,
            r#"{}{{"source":"{n}","target":"{}"}}"#,
            if n > 0 { "," } else { "" },
            n + 1
        )
        .unwrap();
    }
    text.push_str("]}");
    let graph = FlowGraph::parse(&text).unwrap();
    assert_eq!(told(&graph, false), [""; 0]);

    // Longer than a graph may be: the search alone.
    let long = 100_000;
    let row = topology::Topology::of(long, (1..long).map(|n| (n - 1, n)));
    assert!(
        row.reached([0].into_iter())
            .into_iter()
            .all(|reached| reached)
            && row.circles().is_empty()
    );
    let ring = topology::Topology::of(long, (0..long).map(|n| (n, (n + 1) % long)));
    assert_eq!(ring.circles(), [(0..long).collect::<Vec<_>>()]);
}

#[test]
fn parents_within_parents_are_judged_at_once() {
    let groups: Vec<_> = (0..20_000)
        .map(|n| json!({"id": n.to_string(), "type": "group", "parentId": (n + 1).to_string()}))
        .collect();
    let graph = parse(&json!({"nodes": groups}));
    assert_eq!(told(&graph, false), ["PARENT_MISSING 19999"]);
}

/// Who reaches whom in one step or more, by brute force.
fn closure(nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<bool>> {
    let mut reaches = vec![vec![false; nodes]; nodes];
    edges
        .iter()
        .for_each(|&(source, target)| reaches[source][target] = true);
    for via in 0..nodes {
        for source in 0..nodes {
            for target in 0..nodes {
                reaches[source][target] |= reaches[source][via] && reaches[via][target];
            }
        }
    }
    reaches
}

fn edges_between(nodes: usize) -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1..=nodes).prop_flat_map(|nodes| {
        (
            Just(nodes),
            prop::collection::vec((0..nodes, 0..nodes), 0..2 * nodes),
        )
    })
}

/// JSON near enough to a graph to get through to every rule.
fn near_graph() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..13_i32).prop_map(Value::from),
        Just(json!(2.5)),
        prop::sample::select(vec![
            "a", "b", "c", "start", "end", "qc_gate", "buffer", "group", "BLOCKING", "CORE", "4.0",
            "\0"
        ])
        .prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "nodes",
        "edges",
        "id",
        "type",
        "data",
        "nodeType",
        "stepIndex",
        "parentId",
        "config",
        "source",
        "target",
        "gateNumber",
        "name",
        "hu",
        "gateType",
        "isCCP",
        "limits",
        "kind",
        "maxC",
        "minC",
        "checklist",
        "label",
        "required",
        "storage",
    ]);
    leaf.prop_recursive(6, 96, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn circles_are_what_brute_force_finds((nodes, edges) in edges_between(12)) {
        let reaches = closure(nodes, &edges);
        let together = |a: usize, b: usize| a == b || (reaches[a][b] && reaches[b][a]);
        let sets = (0..nodes).map(|first| (0..nodes).filter(|&other| together(first, other)).collect::<Vec<_>>());
        let expected: Vec<_> = sets.enumerate().filter(|(first, set)| set[0] == *first && set.len() > 1).map(|(_, set)| set).collect();
        prop_assert_eq!(topology::Topology::of(nodes, edges.iter().copied()).circles(), expected);
    }

    #[test]
    fn what_is_reached_is_what_brute_force_finds((nodes, edges) in edges_between(12), from in 0_usize..12) {
        let from = from % nodes;
        let reaches = closure(nodes, &edges);
        let expected: Vec<_> = (0..nodes).map(|node| node == from || reaches[from][node]).collect();
        prop_assert_eq!(topology::Topology::of(nodes, edges.iter().copied()).reached([from].into_iter()), expected);
    }

    #[test]
    fn parent_circles_are_what_brute_force_finds(parents in prop::collection::vec(prop::option::of(0_usize..10), 1..10)) {
        let edges: Vec<_> = parents.iter().enumerate().filter_map(|(n, parent)| Some((n, (*parent).filter(|parent| *parent < parents.len())?))).collect();
        let reaches = closure(parents.len(), &edges);
        let groups: Vec<_> = parents.iter().enumerate()
            .map(|(n, parent)| json!({"id": n.to_string(), "type": "group", "parentId": parent.map(|parent| parent.to_string())})).collect();
        let graph = parse(&json!({"nodes": groups}));
        let told: Vec<_> = told(&graph, false).into_iter().filter(|told| told.starts_with("PARENT_CIRCLE")).collect();
        let expected: Vec<_> = (0..parents.len()).filter(|&n| reaches[n][n]).map(|n| format!("PARENT_CIRCLE {n}")).collect();
        prop_assert_eq!(told, expected);
    }

    #[test]
    fn whatever_is_given_is_read_or_refused(json in near_graph(), nodes in prop::collection::vec(near_graph(), 0..4)) {
        let mut around = json!({"nodes": nodes, "edges": [json]});
        for node in around["nodes"].as_array_mut().unwrap().iter_mut().filter_map(Value::as_object_mut) {
            node.insert("id".to_owned(), json!("a"));
        }
        for text in [json.to_string(), around.to_string(), json!({"nodes": around["nodes"]}).to_string()] {
            if let Ok(graph) = FlowGraph::parse(&text) {
                prop_assert_eq!(graph.text(), &text);
                graph.issues(true).iter().for_each(|issue| assert!(!issue.message(Language::Hu).is_empty()));
            }
        }
    }

    #[test]
    fn no_text_panics(text in r#"[{}\[\]":,a-z0-9\\u ]{0,60}|.{0,40}"#) {
        let _ = FlowGraph::parse(&text);
    }
}
