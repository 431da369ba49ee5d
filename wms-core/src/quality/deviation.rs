use super::ReadingKind;
use crate::{
    audit::Head,
    event::Stamp,
    ids::{BufferId, DeviationId, LotId, UserId},
    time::Instant,
    vocabulary::vocabulary,
};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What opened a deviation.
    pub enum DeviationCause {
        /// A reading outside a limit.
        Reading = "READING", hu "hőmérsékletmérés", en "reading";
        /// A decision HOLD or FAIL.
        Inspection = "INSPECTION", hu "vizsgálat", en "inspection";
    }
}

vocabulary! {
    /// OPEN until a corrective action closes it.
    pub enum DeviationStatus {
        /// Nothing has been done about it yet.
        Open = "OPEN", hu "nyitott", en "open";
        /// A corrective action was recorded.
        Closed = "CLOSED", hu "lezárt", en "closed";
    }
}

/// What a reading or a deviation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A lot.
    Lot(LotId),
    /// A buffer.
    Buffer(BufferId),
}

impl Subject {
    /// The lot, if it is one.
    #[must_use]
    pub const fn lot(self) -> Option<LotId> {
        match self {
            Self::Lot(id) => Some(id),
            Self::Buffer(_) => None,
        }
    }

    /// The buffer, if it is one.
    #[must_use]
    pub const fn buffer(self) -> Option<BufferId> {
        match self {
            Self::Lot(_) => None,
            Self::Buffer(id) => Some(id),
        }
    }
}

/// Something was not as it should be, and somebody must act (HACCP: corrective action).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Deviation {
    /// The id of the reading or inspection that opened it.
    pub id: DeviationId,
    /// What opened it.
    pub cause: DeviationCause,
    /// The kind of reading, where one opened it.
    pub kind: Option<ReadingKind>,
    /// What it is about.
    pub subject: Subject,
    /// When and by whom it was opened.
    pub opened: Stamp,
    /// When the first corrective action closed it.
    pub closed_at: Option<Instant>,
    /// What was done, oldest first.
    pub actions: Vec<CorrectiveAction>,
    /// The head of its audit stream.
    pub head: Head,
}

impl Deviation {
    /// OPEN until a corrective action closes it.
    #[must_use]
    pub const fn status(&self) -> DeviationStatus {
        if self.closed_at.is_none() {
            DeviationStatus::Open
        } else {
            DeviationStatus::Closed
        }
    }

    /// Whether it still waits for its corrective action.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}

/// What was done about a deviation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct CorrectiveAction {
    /// In words.
    pub action: Box<str>,
    /// By whom.
    pub by: UserId,
    /// When.
    pub at: Instant,
    /// When the store recorded it.
    pub recorded_at: Instant,
    /// Who verified it.
    pub verified_by: Option<UserId>,
}
