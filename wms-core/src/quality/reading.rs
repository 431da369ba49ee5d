use super::{Range, Subject};
use crate::{
    amount::Celsius,
    audit::Head,
    event::Stamp,
    ids::{DeviationId, ReadingId},
    lot::Storage,
    time::Instant,
    vocabulary::vocabulary,
};

vocabulary! {
    /// Where the probe was.
    pub enum ReadingKind {
        /// On the surface of the goods.
        Surface = "SURFACE", hu "felületi hőmérséklet", en "surface";
        /// In the core of the goods.
        Core = "CORE", hu "maghőmérséklet", en "core";
        /// In the air around them.
        Ambient = "AMBIENT", hu "környezeti hőmérséklet", en "ambient";
    }
}

vocabulary! {
    /// How a temperature looks at a glance; the limit decides, not the badge.
    pub enum Badge {
        /// As it should be.
        Ok = "OK", hu "rendben", en "in order";
        /// Worth a look.
        Warning = "WARNING", hu "figyelmeztetés", en "warning";
        /// Alarming.
        Critical = "CRITICAL", hu "kritikus", en "critical";
    }
}

impl Badge {
    /// The badge of a temperature of something kept like `storage` (rule book, section 7); AMBIENT has none.
    #[must_use]
    pub fn of(temperature: Celsius, storage: Storage) -> Option<Self> {
        let at_most = |degrees| temperature <= Celsius::degrees(degrees);
        let badge = match storage {
            Storage::Ambient => return None,
            Storage::Chilled if temperature < Celsius::degrees(0) => Self::Critical,
            Storage::Chilled if at_most(4) => Self::Ok,
            Storage::Chilled if at_most(7) => Self::Warning,
            Storage::Frozen if at_most(-18) => Self::Ok,
            Storage::Frozen if at_most(-10) => Self::Warning,
            Storage::Chilled | Storage::Frozen => Self::Critical,
        };
        Some(badge)
    }
}

/// A temperature measurement of a lot or a buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Reading {
    /// The caller's id of it.
    pub id: ReadingId,
    /// What was measured.
    pub subject: Subject,
    /// Where the probe was.
    pub kind: ReadingKind,
    /// What it showed.
    pub temperature: Celsius,
    /// What it was judged by: the limit that was broken, else the first that applied.
    pub limit: Option<Range>,
    /// Whether it was outside.
    pub violation: bool,
    /// The deviation it opened or joined.
    pub deviation_id: Option<DeviationId>,
    /// How it looks at a glance.
    pub badge: Option<Badge>,
    /// When it was taken.
    pub taken_at: Instant,
    /// The instrument, where it was named.
    pub instrument: Option<Box<str>>,
    /// When and by whom it was recorded.
    pub recorded: Stamp,
    /// The head of its audit stream.
    pub head: Head,
}
