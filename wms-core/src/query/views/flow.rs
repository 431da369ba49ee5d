use super::views;
use crate::{
    audit::Digest,
    flow::{Flow, FlowGraph, FlowVersion, Issue, VersionStatus},
    ids::{FlowId, UserId, VersionId},
    text::Text,
    time::Instant,
};

views! {
    /// A flow.
    FlowView {
        /// Its id.
        id: FlowId,
        /// Its name.
        name: Text,
        /// What it is for.
        description: Option<Box<str>>,
    }
    /// A flow with its versions in work and in force.
    FlowSummary {
        /// The flow.
        flow: FlowView,
        /// How many versions it has.
        versions: usize,
        /// The one with the highest number.
        latest: Option<VersionId>,
        /// The one in force.
        published: Option<VersionId>,
    }
}

/// A flow version.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct VersionView {
    /// Its id.
    pub id: VersionId,
    /// Its flow.
    pub flow_id: FlowId,
    /// Its number.
    pub number: u32,
    /// Its state.
    pub status: VersionStatus,
    /// Its graph's JSON text, byte for byte as it was saved; a report leaves it out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub graph: Option<Box<str>>,
    /// The hash of that text.
    pub graph_sha256: Digest,
    /// Who drafted it.
    pub author: UserId,
    /// Who saved it since, each once.
    pub editors: Vec<UserId>,
    /// When it was drafted.
    pub created_at: Instant,
    /// When that was recorded.
    pub recorded_at: Instant,
    /// When it was last submitted.
    pub submitted_at: Option<Instant>,
    /// Who approved or rejected it last.
    pub decided_by: Option<UserId>,
    /// When it was approved.
    pub published_at: Option<Instant>,
    /// What is wrong with its graph.
    pub issues: Vec<Issue>,
}

impl From<&Flow> for FlowSummary {
    fn from(flow: &Flow) -> Self {
        Self {
            flow: FlowView {
                id: flow.id,
                name: flow.name.clone(),
                description: flow.description.clone(),
            },
            versions: flow.versions.len(),
            latest: flow.versions.last().copied(),
            published: flow.published,
        }
    }
}

impl VersionView {
    /// The view of a version; `strict_canonical` is the plant's policy.
    #[must_use]
    pub fn of(version: &FlowVersion, graph: &FlowGraph, strict_canonical: bool) -> Self {
        Self {
            id: version.id,
            flow_id: version.flow_id,
            number: version.number,
            status: version.status,
            graph: Some(graph.text().into()),
            graph_sha256: version.graph_sha256,
            author: version.author(),
            editors: version.editors.clone(),
            created_at: version.created.at,
            recorded_at: version.created.recorded_at,
            submitted_at: version.submitted_at,
            decided_by: version.decided_by,
            published_at: version.published_at,
            issues: graph.issues(strict_canonical),
        }
    }

    /// Without the graph's text, for reports.
    #[must_use]
    pub fn without_graph(self) -> Self {
        Self {
            graph: None,
            ..self
        }
    }
}
