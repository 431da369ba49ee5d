//! What is read of a text, and what is no graph.
use super::*;
use crate::run::Step;

#[test]
fn the_text_is_kept_byte_for_byte() {
    let text = "{ \"nodes\" : [ {\"id\":\"a\",\"type\":\"start\",\"x\":1e400,\"é\":\"\\u00e9\"} ],\n \"extra\":-0.0,\"extra\":1 }";
    let graph = FlowGraph::parse(text).unwrap();
    assert_eq!(graph.text(), text);
    assert_eq!(graph.sha256(), crate::audit::Digest::of(text.as_bytes()));
    assert!(graph.is_well_formed() && graph.edges().is_empty());
}

#[test]
fn an_empty_graph_is_as_the_rule_book_spells_it() {
    let read =
        FlowGraph::parse(r#"{"nodes":[],"edges":[],"viewport":{"x":0,"y":0,"zoom":1}}"#).unwrap();
    assert_eq!(FlowGraph::empty(), read);
    assert_eq!(FlowGraph::empty().sha256(), read.sha256());
}

#[test]
fn json_that_is_no_graph_is_refused() {
    let not_json = [
        "",
        "x",
        "{",
        r#"{"nodes":[]} x"#,
        r#"{"nodes":[{"id":"\ud800"}]}"#,
    ];
    for text in not_json {
        assert!(
            matches!(FlowGraph::parse(text), Err(GraphError::NotJson { .. })),
            "{text}"
        );
    }
    let no_graph = [
        "null",
        "[]",
        "[[],[]]",
        "{}",
        r#"{"nodes":null}"#,
        r#"{"nodes":{}}"#,
        r#"{"nodes":[1]}"#,
        r#"{"nodes":[["a"]]}"#,
        r#"{"nodes":[{}]}"#,
        r#"{"nodes":[{"id":null}]}"#,
        r#"{"nodes":[{"id":""}]}"#,
        r#"{"nodes":[{"id":1}]}"#,
        r#"{"nodes":[{"id":"a","data":[]}]}"#,
        r#"{"nodes":[{"id":"a","parentId":1}]}"#,
        r#"{"nodes":[],"edges":{}}"#,
        r#"{"nodes":[],"edges":[null]}"#,
        r#"{"nodes":[],"edges":[{"source":"a"}]}"#,
        r#"{"nodes":[],"edges":[{"target":"a"}]}"#,
        r#"{"nodes":[],"edges":[{"source":"a","target":null}]}"#,
        r#"{"nodes":[],"edges":[{"source":1,"target":"a"}]}"#,
        r#"{"nodes":[],"nodes":[]}"#,
        r#"{"nodes":[{"id":"a","id":"a"}]}"#,
        r#"{"nodes":[{"id":"a","data":{"stepIndex":1,"stepIndex":2}}]}"#,
    ];
    for text in no_graph {
        assert!(
            matches!(FlowGraph::parse(text), Err(GraphError::NotAGraph { .. })),
            "{text}"
        );
    }
    for text in [
        r#"{"nodes":[]}"#,
        r#"{"nodes":[],"edges":null}"#,
        r#"{"nodes":[{"id":"a","data":null}]}"#,
    ] {
        assert!(FlowGraph::parse(text).is_ok(), "{text}");
    }
    let error = FlowGraph::parse("{\"nodes\":[\n{\"id\":\"a\"}, {}]}")
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "the JSON is no graph: missing field `id` at line 2 column 14"
    );
}

#[test]
fn size_depth_and_characters_have_limits_anywhere() {
    let with =
        |extra: &str| FlowGraph::parse(&format!(r#"{{"nodes":[],"extra":{extra}}}"#)).map(|_| ());
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(
        (with(&nested(126)), with(&nested(127))),
        (Ok(()), Err(GraphError::TooDeep))
    );
    assert_eq!(with(&nested(500_000)), Err(GraphError::TooDeep));
    assert_eq!(
        with(&format!(
            "{}1{}",
            r#"{"a":"#.repeat(100_000),
            "}".repeat(100_000)
        )),
        Err(GraphError::TooDeep)
    );
    assert_eq!(with(&format!("\"{}\"", "[".repeat(500))), Ok(()));

    for nul in [r#""\u0000""#, r#"{"a\u0000":1}"#, r#"["\\\u0000"]"#] {
        assert_eq!(with(nul), Err(GraphError::Nul), "{nul}");
    }
    for lone in [
        r#""\ud800""#,
        r#""\uD83Dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\udc00""#,
        r#"{"\udfff":1}"#,
    ] {
        assert_eq!(with(lone), Err(GraphError::LoneSurrogate), "{lone}");
    }
    for fine in [
        r#""\\u0000""#,
        r#""\uD83D\uDE00""#,
        r#""\"[\\""#,
        r#""\u0001""#,
    ] {
        assert_eq!(with(fine), Ok(()), "{fine}");
    }
    let longest = 2 * 1024 * 1024 - r#"{"nodes":[],"extra":""}"#.len();
    assert_eq!(with(&format!("\"{}\"", "x".repeat(longest))), Ok(()));
    assert_eq!(
        with(&format!("\"{}\"", "x".repeat(longest + 1))),
        Err(GraphError::TooLarge {
            bytes: 2 * 1024 * 1024 + 1
        })
    );
}

#[test]
fn a_step_is_a_whole_number_from_0_to_10() {
    let at = |step: &str| {
        let text =
            format!(r#"{{"nodes":[{{"id":"a","type":"process","data":{{"stepIndex":{step}}}}}]}}"#);
        let graph = FlowGraph::parse(&text).unwrap();
        (
            graph.nodes()[0].step,
            told(&graph, false).contains(&"STEP_OUT_OF_RANGE a".to_owned()),
        )
    };
    for step in 0..=10 {
        assert_eq!(at(&step.to_string()), (Step::new(step), false));
    }
    for wrong in [
        "11",
        "-1",
        "-0",
        "2.5",
        "3.0",
        "1e0",
        "256",
        "99999999999999999999",
        "true",
        r#""2""#,
        "[]",
        "{}",
    ] {
        assert_eq!(at(wrong), (None, true), "{wrong}");
    }
    assert_eq!(at("null"), (None, false));
}

#[test]
fn the_type_in_data_comes_first() {
    let typed = |node: Value| parse(&json!({"nodes": [node]})).nodes()[0].node_type;
    assert_eq!(
        typed(json!({"id": "a", "type": "custom", "data": {"nodeType": "buffer"}})),
        Some(NodeType::Buffer)
    );
    assert_eq!(
        typed(json!({"id": "a", "type": "end", "data": {"nodeType": null}})),
        Some(NodeType::End)
    );
    assert_eq!(
        typed(json!({"id": "a", "type": "end", "data": {"nodeType": 7}})),
        None
    );
    assert_eq!(typed(json!({"id": "a", "type": "End"})), None);
    assert_eq!(typed(json!({"id": "a"})), None);
}
