//! Flows: graphs, their validation, versions (rule book, sections 4 and 5).
mod canonical;
mod drawing;
mod entity;
mod gate_config;
mod graph;
mod issue;
mod read;
mod status;
#[cfg(test)]
mod tests;
mod topology;
mod validate;
mod well_formed;

pub use entity::{Flow, FlowVersion};
pub use graph::{Edge, FlowGraph, Node, NodeType};
pub use issue::{Issue, IssueCode, Severity};
pub use read::GraphError;
pub use status::{VersionStatus, VersionTransition};
