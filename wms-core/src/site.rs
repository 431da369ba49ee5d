//! Sites: the plants of a tenant.
use crate::{
    audit::Head,
    event::Stamp,
    text::Text,
    time::{Day, DayStart, Instant, TimeZone, production_day},
};

/// A site's code: four capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SiteCode([u8; 4]);

/// The text is no site code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a site's code is four capital letters, like `DUNA`")]
pub struct NotASiteCode;

impl core::str::FromStr for SiteCode {
    type Err = NotASiteCode;
    fn from_str(text: &str) -> Result<Self, NotASiteCode> {
        let letters: [u8; 4] = text.as_bytes().try_into().map_err(|_| NotASiteCode)?;
        if letters.iter().all(u8::is_ascii_uppercase) {
            Ok(Self(letters))
        } else {
            Err(NotASiteCode)
        }
    }
}

impl core::fmt::Display for SiteCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        // INVARIANT: four capital letters.
        f.write_str(core::str::from_utf8(&self.0).unwrap_or_default())
    }
}

crate::vocabulary::text_forms!(SiteCode);

/// A plant of a tenant, with its clock.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Site {
    /// Four capital letters.
    pub code: SiteCode,
    /// Its name for people.
    pub name: Text,
    /// Where its wall clock hangs.
    pub time_zone: TimeZone,
    /// When its production day begins.
    pub day_starts_at: DayStart,
    /// When and by whom it was defined.
    pub defined: Stamp,
    /// The head of its audit stream.
    pub head: Head,
}

impl Site {
    /// The production day of an act at this site (rule book, section 10).
    #[must_use]
    pub fn production_day(&self, at: Instant) -> Day {
        production_day(at, self.time_zone, self.day_starts_at)
    }
}
