//! Instants, days, time zones.
use crate::input;
use wms_core::time::{Day, DayStart, Instant, TimeZone, production_day};

/// Reads three lines: a time, a time zone, the start of a production day.
///
/// * What is parsed is printed and parsed back to the same; days, starts of days and zones have one spelling.
/// * A production day has a form, whatever the clock, the zone and the start; it is the date in UTC, or the
///   day before or after it.
/// * Sums of minutes stay within the years that can be written.
pub fn times(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let mut lines = text.lines();
    let mut next = || lines.next().unwrap_or_default();
    let (time, zone, start) = (next(), next(), next());
    input::is_spelled_once::<Day>(time);
    input::is_spelled_once::<TimeZone>(zone);
    input::is_spelled_once::<DayStart>(start);

    let Some(at) = input::parsed::<Instant>(time) else {
        return;
    };
    input::comes_back(&at);
    assert_eq!(Instant::from(at.to_utc()), at);
    assert_eq!(Instant::from_millis(at.millis()), Ok(at));
    for minutes in [i64::MIN, -60, 0, 60, i64::MAX] {
        input::comes_back(&at.plus_minutes(minutes));
    }

    let Some(zone) = input::parsed(zone) else {
        return;
    };
    let day = production_day(at, zone, input::parsed(start).unwrap_or_default());
    input::comes_back(&day);
    for days in [0, 1, 45] {
        input::comes_back(&day.plus_days(days));
    }
    if let Ok(utc) = Day::try_from(at.to_utc().date_naive()) {
        // A zone is at most 16 hours off (Manila before 1844), a day begins at most 24 hours late.
        assert!((-2..=1).contains(&day.days_since(utc)), "{day} at {at}");
    }
}
