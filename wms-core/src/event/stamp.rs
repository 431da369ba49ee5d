use crate::{ids::UserId, time::Instant};

/// When something was done, when it was recorded, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Stamp {
    /// The time of the act.
    pub at: Instant,
    /// The time of record: the store's.
    pub recorded_at: Instant,
    /// Who acted.
    pub by: UserId,
}

impl Stamp {
    /// The stamp a database kept.
    #[must_use]
    pub const fn from_parts(at: Instant, recorded_at: Instant, by: UserId) -> Self {
        Self {
            at,
            recorded_at,
            by,
        }
    }
}
