//! The graphs a command saves: a log names them by their hash, so whoever rebuilds a plant keeps their texts.

use wms_core::{command::Command, flow::FlowGraph};

/// The text of the graph that a command saves, once it is applied; an empty one where a new flow has none.
#[must_use]
pub fn saved_by(command: &Command) -> Option<String> {
    match command {
        Command::CreateFlow(create) => Some(match &create.graph {
            Some(graph) => graph.as_str().to_owned(),
            None => FlowGraph::empty().text().to_owned(),
        }),
        Command::SaveDraft(save) => Some(save.graph.as_str().to_owned()),
        _ => None,
    }
}
