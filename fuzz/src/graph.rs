//! Graphs of a node-graph editor.
use crate::{input, plant::WatchedPlant};
use chrono::DateTime;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    command::{Command, Envelope, GraphText, SaveDraft},
    flow::{FlowGraph, Issue, Severity},
    ids::{CommandKey, UserId, VersionId},
    vocabulary::Language,
};

const ID: Uuid = Uuid::from_u128(0x7000_8000_0000_0000_0001);

/// Reads a graph.
///
/// * What is accepted keeps its text byte for byte, and reads the same again, issues and all.
/// * What is accepted is JSON that other readers read: not nested too deep, no U+0000, no lone surrogates.
/// * An issue stands at a node or an edge of the graph, and has words in every language.
/// * In an envelope the text comes back as it was, and an object keeps its spelling.
/// * A well-formed graph can be saved; one without errors can be submitted, published and run.
pub fn graph(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let graph = FlowGraph::parse(text);
    assert_eq!(graph, FlowGraph::parse(text));
    match graph {
        Ok(graph) => {
            assert_eq!(graph.text(), text);
            is_json_for_everybody(text);
            for strict in [false, true] {
                tells_its_issues(&graph, strict);
            }
            keeps_its_spelling(text);
            is_lived_with(&graph);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

fn is_json_for_everybody(text: &str) {
    fn has_nul(value: &Value) -> bool {
        match value {
            Value::String(text) => text.contains('\0'),
            Value::Array(items) => items.iter().any(has_nul),
            Value::Object(fields) => fields
                .iter()
                .any(|(name, value)| name.contains('\0') || has_nul(value)),
            _ => false,
        }
    }
    match serde_json::from_str::<Value>(text) {
        Ok(value) => assert!(!has_nul(&value), "{text}"),
        // Numbers beyond a floating point number are kept as they are spelled.
        Err(error) => assert!(error.to_string().contains("number out of range"), "{error}"),
    }
}

fn tells_its_issues(graph: &FlowGraph, strict: bool) {
    let issues = graph.issues(strict);
    let again = FlowGraph::parse(graph.text()).map(|graph| graph.issues(strict));
    assert_eq!(again.as_ref(), Ok(&issues));
    assert_eq!(graph.is_well_formed(), graph.malformed().is_empty());
    if !graph.is_well_formed() {
        assert_eq!(issues, graph.malformed());
    }
    let nodes: BTreeSet<&str> = graph.nodes().iter().map(|node| &*node.id).collect();
    let edges: BTreeSet<&str> = graph
        .edges()
        .iter()
        .filter_map(|e| e.id.as_deref())
        .collect();
    for issue in &issues {
        assert!(issue.node_id.as_deref().is_none_or(|id| nodes.contains(id)));
        assert!(issue.edge_id.as_deref().is_none_or(|id| edges.contains(id)));
        for language in Language::ALL {
            assert_ne!(issue.message(language), issue.code.as_str(), "no words");
        }
    }
}

fn keeps_its_spelling(text: &str) {
    let actor = Actor::new(UserId::new(ID), Role::Admin);
    let save = SaveDraft::new(VersionId::new(ID), GraphText::new(text));
    let envelope = Envelope::new(CommandKey::new(ID), actor, save);
    let json = envelope.to_json();
    assert_eq!(Envelope::from_json(&json).as_ref(), Ok(&envelope));

    let quoted = Value::from(text).to_string();
    let object = json.replacen(&quoted, text, 1);
    let bare = text.trim_matches([' ', '\t', '\r', '\n']);
    match Envelope::from_json(&object).map(|envelope| envelope.command) {
        Ok(Command::SaveDraft(save)) => assert_eq!(save.graph, GraphText::new(bare)),
        other => unreachable!("{other:?}: {object}"),
    }
}

/// Through a version's life, up to a run that is taken to its end.
fn is_lived_with(graph: &FlowGraph) {
    let mut plant = WatchedPlant::new(DateTime::UNIX_EPOCH);
    let mut number = 0_u128;
    let mut run = |role: &str, user: u128, command: Value| {
        number += 1;
        let key = Uuid::from_u128(0x7000_a000_0000_0000_0000 + number);
        let actor = json!({"user_id": Uuid::from_u128(user), "role": role});
        let envelope = json!({"key": key, "actor": actor, "command": command});
        let answer = plant.run(&envelope.to_string());
        answer.starts_with(r#"{"status":"applied""#)
    };
    let name = json!({"en": "x"});
    assert!(run(
        "ADMIN",
        1,
        json!({"type": "define_site", "site": "DUNA", "name": name, "time_zone": "Europe/Budapest"})
    ));
    let create = json!({"type": "create_flow", "flow_id": ID, "version_id": ID, "name": name, "graph": graph.text()});
    assert_eq!(run("ADMIN", 1, create), graph.is_well_formed());
    let is_error = |issue: &Issue| issue.severity == Severity::Error;
    let sound = !graph.issues(false).iter().any(is_error);
    let published = run(
        "ADMIN",
        1,
        json!({"type": "submit_version", "version_id": ID}),
    ) && run(
        "MANAGER",
        2,
        json!({"type": "approve_version", "version_id": ID}),
    );
    assert!(sound || !published, "published with errors");
    if published {
        assert!(run(
            "MANAGER",
            2,
            json!({"type": "create_run", "run_id": ID, "version_id": ID, "site": "DUNA"})
        ));
        assert!(run(
            "MANAGER",
            2,
            json!({"type": "start_run", "run_id": ID})
        ));
        for _ in 0..10 {
            run("MANAGER", 2, json!({"type": "advance_run", "run_id": ID}));
        }
        run("MANAGER", 2, json!({"type": "complete_run", "run_id": ID}));
    }
    let kept = plant.ask(&json!({"type": "get_version", "version_id": ID}).to_string());
    let kept = kept
        .ok()
        .and_then(|version| Some(version.get("graph")?.as_str()?.to_owned()));
    assert_eq!(
        kept.as_deref(),
        graph.is_well_formed().then_some(graph.text())
    );
    plant.is_sound();
}
