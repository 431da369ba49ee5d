//! What the tests write graphs with.
mod gates;
mod issues;
mod properties;
mod reading;

use super::*;
use serde_json::{Value, json};

fn parse(graph: &Value) -> FlowGraph {
    FlowGraph::parse(&graph.to_string()).unwrap()
}

/// A node `id` of a type, at a step where one is given.
fn node(id: &str, node_type: &str, step: Option<u8>) -> Value {
    json!({"id": id, "type": node_type, "data": {"stepIndex": step}})
}

fn gate(id: &str, number: &str, step: u8) -> Value {
    let config = json!({"gateNumber": number, "name": {"hu": "Kapu"}, "gateType": "INFO"});
    json!({"id": id, "type": "qc_gate", "data": {"stepIndex": step, "config": config}})
}

/// Edges named by their ends: `a-b`.
fn edge(name: &str) -> Value {
    let (source, target) = name.split_once('-').unwrap();
    json!({"id": name, "source": source, "target": target})
}

fn graph(nodes: &[Value], edges: &[&str]) -> FlowGraph {
    let edges: Vec<_> = edges.iter().map(|name| edge(name)).collect();
    parse(&json!({"nodes": nodes, "edges": edges}))
}

/// `start`, the given nodes and `end`, with these edges.
fn flow(inner: &[Value], edges: &[&str]) -> FlowGraph {
    let mut nodes = vec![node("start", "start", None)];
    nodes.extend_from_slice(inner);
    nodes.push(node("end", "end", None));
    graph(&nodes, edges)
}

/// The issues at nodes and edges as `CODE place`; those of the whole graph as `CODE step`, if asked for.
fn told(graph: &FlowGraph, whole: bool) -> Vec<String> {
    let place = |issue: &Issue| {
        issue
            .node_id
            .as_deref()
            .or(issue.edge_id.as_deref())
            .map(str::to_owned)
    };
    let issues = graph.issues(false);
    let told = issues.iter().filter_map(|issue| match place(issue) {
        Some(place) => Some(format!("{} {place}", issue.code)),
        None if whole => Some(format!(
            "{} {}",
            issue.code,
            issue.details.get("step").unwrap_or(&Value::Null)
        )),
        None => None,
    });
    told.collect()
}
