use super::VersionStatus;
use crate::{
    audit::{Digest, Head},
    event::Stamp,
    ids::{FlowId, UserId, VersionId},
    text::Text,
    time::Instant,
};

/// A process definition: a name over numbered versions of a graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Flow {
    /// The caller's id of it.
    pub id: FlowId,
    /// Its name for people.
    pub name: Text,
    /// What it is for.
    pub description: Option<Box<str>>,
    /// The highest number given out, a discarded draft's included.
    pub last_number: u32,
    /// Its versions by number, without discarded ones.
    pub versions: Vec<VersionId>,
    // INVARIANT: at most one version of a flow is in DRAFT or REVIEW.
    /// The version in work.
    pub in_work: Option<VersionId>,
    // INVARIANT: at most one version of a flow is PUBLISHED (I5).
    /// The version in force.
    pub published: Option<VersionId>,
    /// When and by whom it was created.
    pub created: Stamp,
    /// The head of its audit stream.
    pub head: Head,
}

/// One numbered snapshot of a flow's graph.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct FlowVersion {
    /// The caller's id of it.
    pub id: VersionId,
    /// Its flow.
    pub flow_id: FlowId,
    /// Its number within the flow, from 1 on.
    pub number: u32,
    /// Where it stands in its life.
    pub status: VersionStatus,
    /// Removed: out of every list and not found, but its id and number stay taken.
    pub discarded: bool,
    // INVARIANT: never changes once PUBLISHED (I5).
    /// The hash of its graph's text.
    pub graph_sha256: Digest,
    /// Who saved it since, each once.
    pub editors: Vec<UserId>,
    /// When and by whom it was drafted: its author.
    pub created: Stamp,
    /// When it was last submitted.
    pub submitted_at: Option<Instant>,
    /// Who approved or rejected it last.
    pub decided_by: Option<UserId>,
    /// When it was approved.
    pub published_at: Option<Instant>,
    /// The head of its audit stream.
    pub head: Head,
}

impl FlowVersion {
    /// Who drafted it.
    #[must_use]
    pub const fn author(&self) -> UserId {
        self.created.by
    }

    /// Whether a user wrote any of it.
    #[must_use]
    pub fn is_work_of(&self, user: UserId) -> bool {
        self.author() == user || self.editors.contains(&user)
    }
}
