use crate::vocabulary::vocabulary;

vocabulary! {
    /// The states of a flow version (rule book, section 4).
    pub enum VersionStatus {
        /// In work.
        Draft = "DRAFT", hu "tervezet", en "draft";
        /// Waiting for approval.
        Review = "REVIEW", hu "jóváhagyásra vár", en "in review";
        /// In force: runs are made on it.
        Published = "PUBLISHED", hu "közzétéve", en "published";
        /// No longer in force; runs on it go on.
        Deprecated = "DEPRECATED", hu "kivezetve", en "deprecated";
    }
}

/// What a command may do to a version's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VersionTransition {
    /// `save_draft`.
    Save,
    /// `submit_version`.
    Submit,
    /// `approve_version`.
    Approve,
    /// `reject_version`.
    Reject,
    /// `deprecate_version`.
    Deprecate,
    /// `discard_draft`.
    Discard,
}

impl VersionTransition {
    /// Every transition of the table.
    pub const ALL: [Self; 6] = [
        Self::Save,
        Self::Submit,
        Self::Approve,
        Self::Reject,
        Self::Deprecate,
        Self::Discard,
    ];

    /// From which state to which: the state machine of the rule book, section 4, as one table. A discarded
    /// draft is removed.
    #[must_use]
    pub const fn table(self) -> (VersionStatus, Option<VersionStatus>) {
        use VersionStatus::{Deprecated, Draft, Published, Review};
        match self {
            Self::Save => (Draft, Some(Draft)),
            Self::Submit => (Draft, Some(Review)),
            Self::Approve => (Review, Some(Published)),
            Self::Reject => (Review, Some(Draft)),
            Self::Deprecate => (Published, Some(Deprecated)),
            Self::Discard => (Draft, None),
        }
    }
}

impl VersionStatus {
    /// Whether the table allows it.
    #[must_use]
    pub fn allows(self, transition: VersionTransition) -> bool {
        transition.table().0 == self
    }

    /// DRAFT or REVIEW: in work, one per flow at most.
    #[must_use]
    pub const fn is_in_work(self) -> bool {
        matches!(self, Self::Draft | Self::Review)
    }
}
