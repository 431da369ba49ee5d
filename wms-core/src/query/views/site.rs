use super::views;
use crate::{
    site::{Site, SiteCode},
    text::Text,
    time::{DayStart, Instant, TimeZone},
};

views! {
    /// A site.
    SiteView {
        /// Its code.
        site: SiteCode,
        /// Its name.
        name: Text,
        /// Its time zone.
        time_zone: TimeZone,
        /// When its production day begins.
        day_starts_at: DayStart,
        /// When it was defined.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
    }
}

impl From<&Site> for SiteView {
    fn from(site: &Site) -> Self {
        Self {
            site: site.code,
            name: site.name.clone(),
            time_zone: site.time_zone,
            day_starts_at: site.day_starts_at,
            at: site.defined.at,
            recorded_at: site.defined.recorded_at,
        }
    }
}
