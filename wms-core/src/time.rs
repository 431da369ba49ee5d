//! Instants in whole milliseconds, production days, sites' clocks (rule book, section 10).
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

/// A UTC instant in whole milliseconds: what every host can hold exactly.
///
/// Finer input is truncated; other offsets are read as the instant they name. Its years are 0001 to 9999: RFC 3339
/// knows a year 0, but the calendars of most hosts do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(i64);

/// The text is no instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a time is an RFC 3339 text like `2026-01-15T06:00:00.000Z`, of the years 0001 to 9999 in UTC"
)]
pub struct NotAnInstant;

/// The years that every host's calendar has.
const YEARS: core::ops::RangeInclusive<i32> = 1..=9999;

/// The same in UTC, in milliseconds.
const RANGE: core::ops::RangeInclusive<i64> = -62_135_596_800_000..=253_402_300_799_999;

impl Instant {
    /// The instant `millis` milliseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// Before the year 0001 or after 9999.
    pub fn from_millis(millis: i64) -> Result<Self, NotAnInstant> {
        if RANGE.contains(&millis) {
            Ok(Self(millis))
        } else {
            Err(NotAnInstant)
        }
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The instant as chrono has it.
    #[must_use]
    pub fn to_utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// `minutes` later, held within the years 0001 to 9999.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(
            self.0
                .saturating_add(minutes.saturating_mul(60_000))
                .clamp(*RANGE.start(), *RANGE.end()),
        )
    }
}

impl From<DateTime<Utc>> for Instant {
    /// Truncated to milliseconds, and to the years 0001 to 9999.
    fn from(at: DateTime<Utc>) -> Self {
        Self(at.timestamp_millis().clamp(*RANGE.start(), *RANGE.end()))
    }
}

impl core::str::FromStr for Instant {
    type Err = NotAnInstant;
    fn from_str(text: &str) -> Result<Self, NotAnInstant> {
        let at = DateTime::parse_from_rfc3339(text).map_err(|_| NotAnInstant)?;
        Self::from_millis(at.timestamp_millis())
    }
}

impl core::fmt::Display for Instant {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let day = Day(self.to_utc().date_naive());
        let millis = self.0.rem_euclid(86_400_000);
        let (hours, minutes, seconds) =
            (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
        write!(
            f,
            "{day}T{hours:02}:{minutes:02}:{seconds:02}.{:03}Z",
            millis % 1000
        )
    }
}

crate::vocabulary::text_forms!(Instant);

/// A calendar day of the years 0001 to 9999: a production day, a best-before date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(NaiveDate);

/// The text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is a text like `2026-01-15`, of the years 0001 to 9999")]
pub struct NotADay;

impl Day {
    /// The day of a calendar date.
    ///
    /// # Errors
    /// There is no such date, or its year is not one of 0001 to 9999.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self, NotADay> {
        NaiveDate::from_ymd_opt(year, month, day)
            .filter(|_| YEARS.contains(&year))
            .map(Self)
            .ok_or(NotADay)
    }

    /// The day as chrono has it.
    #[must_use]
    pub const fn to_date(self) -> NaiveDate {
        self.0
    }

    /// The days from `earlier` to this day; negative when that lies later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The day `days` later, held within the years 0001 to 9999.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let later = self.0.checked_add_days(Days::new(u64::from(days)));
        Self::nearest(later.unwrap_or(NaiveDate::MAX))
    }

    /// The day of a date, held within the years 0001 to 9999.
    fn nearest(date: NaiveDate) -> Self {
        let first = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX);
        Self(date.clamp(first, last))
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = NotADay;
    fn try_from(date: NaiveDate) -> Result<Self, NotADay> {
        Self::from_ymd(date.year(), date.month(), date.day())
    }
}

impl core::str::FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
            return Err(NotADay);
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0_u32, |sum, b| {
                b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0'))
            })
        };
        let year = number(&[*y1, *y2, *y3, *y4]).and_then(|year| i32::try_from(year).ok());
        let (Some(year), Some(month), Some(day)) = (year, number(&[*m1, *m2]), number(&[*d1, *d2]))
        else {
            return Err(NotADay);
        };
        Self::from_ymd(year, month, day)
    }
}

impl core::fmt::Display for Day {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

crate::vocabulary::text_forms!(Day);

/// An IANA time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TimeZone(Tz);

/// The text names no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time zone is an IANA name like `Europe/Budapest`")]
pub struct NotATimeZone;

impl core::str::FromStr for TimeZone {
    type Err = NotATimeZone;
    fn from_str(text: &str) -> Result<Self, NotATimeZone> {
        text.parse().map(Self).map_err(|_| NotATimeZone)
    }
}

impl core::fmt::Display for TimeZone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0.name())
    }
}

crate::vocabulary::text_forms!(TimeZone);

/// The hour and minute a production day begins: a night shift may belong to the day before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct DayStart(u16);

/// The text is no time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the start of a day is a text like `05:30`")]
pub struct NotADayStart;

impl core::str::FromStr for DayStart {
    type Err = NotADayStart;
    fn from_str(text: &str) -> Result<Self, NotADayStart> {
        let [
            h1 @ b'0'..=b'2',
            h2 @ b'0'..=b'9',
            b':',
            m1 @ b'0'..=b'5',
            m2 @ b'0'..=b'9',
        ] = *text.as_bytes()
        else {
            return Err(NotADayStart);
        };
        let number = |tens: u8, ones: u8| u16::from(tens - b'0') * 10 + u16::from(ones - b'0');
        let hours = number(h1, h2);
        if hours > 23 {
            Err(NotADayStart)
        } else {
            Ok(Self(hours * 60 + number(m1, m2)))
        }
    }
}

impl core::fmt::Display for DayStart {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

crate::vocabulary::text_forms!(DayStart);

/// The production day of an act: the local wall clock less the start of the day (rule book, section 10).
#[must_use]
pub fn production_day(at: Instant, zone: TimeZone, starts_at: DayStart) -> Day {
    let local = at.to_utc().with_timezone(&zone.0).naive_local();
    let shifted = local
        .checked_sub_signed(TimeDelta::minutes(i64::from(starts_at.0)))
        .unwrap_or(local);
    Day::nearest(shifted.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn instants_are_truncated_to_milliseconds_and_shown_in_utc() {
        assert_eq!(
            at("2026-01-15T07:00:00.1239999+01:00").to_string(),
            "2026-01-15T06:00:00.123Z"
        );
        assert_eq!(
            at("1969-12-31T23:59:59.9999Z").to_string(),
            "1969-12-31T23:59:59.999Z"
        );
        assert!(
            "2026-01-15".parse::<Instant>().is_err()
                && "2026-01-15T06:00:00".parse::<Instant>().is_err()
        );
    }

    #[test]
    fn an_instant_is_of_the_years_0001_to_9999_in_utc() {
        let (first, last) = ("0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z");
        for (text, edge) in [
            (first, RANGE.start()),
            ("0001-01-01T05:00:00+05:00", RANGE.start()),
            (last, RANGE.end()),
        ] {
            assert_eq!(at(text).millis(), *edge, "{text}");
            assert_eq!(Instant::from_millis(*edge), Ok(at(text)));
        }
        for text in [
            "0000-12-31T23:59:59.999Z",
            "0001-01-01T04:59:59.999+05:00",
            "9999-12-31T23:00:00-01:00",
        ] {
            assert_eq!(text.parse::<Instant>(), Err(NotAnInstant), "{text}");
        }
        assert!(Instant::from_millis(RANGE.start() - 1).is_err());
        assert!(Instant::from_millis(RANGE.end() + 1).is_err());
        assert_eq!(at(first).plus_minutes(-1), at(first));
        assert_eq!(at(last).plus_minutes(1), at(last));
    }

    #[test]
    fn a_production_day_is_the_local_wall_clock_less_the_start_of_the_day() {
        let (budapest, kolkata) = (
            "Europe/Budapest".parse().unwrap(),
            "Asia/Kolkata".parse().unwrap(),
        );
        let day = |text, zone, start: &str| {
            production_day(at(text), zone, start.parse().unwrap()).to_string()
        };
        assert_eq!(day("2026-01-15T22:59:59Z", budapest, "00:00"), "2026-01-15");
        assert_eq!(day("2026-01-15T23:00:00Z", budapest, "00:00"), "2026-01-16");
        assert_eq!(day("2026-01-16T04:29:59Z", budapest, "05:30"), "2026-01-15");
        assert_eq!(day("2026-01-15T18:30:00Z", kolkata, "00:00"), "2026-01-16");
    }

    #[test]
    fn a_day_stays_within_the_years_0001_to_9999() {
        let (tokyo, honolulu) = (
            "Asia/Tokyo".parse().unwrap(),
            "Pacific/Honolulu".parse().unwrap(),
        );
        let day = |text, zone| production_day(at(text), zone, DayStart::default()).to_string();
        assert_eq!(day("9999-12-31T23:59:59.999Z", tokyo), "9999-12-31");
        assert_eq!(day("0001-01-01T00:00:00Z", honolulu), "0001-01-01");
        assert_eq!(
            "0001-01-01".parse::<Day>().unwrap().to_string(),
            "0001-01-01"
        );
        assert_eq!("0000-12-31".parse::<Day>(), Err(NotADay));
        let last: Day = "9999-12-30".parse().unwrap();
        assert_eq!(last.plus_days(7).to_string(), "9999-12-31");
        assert_eq!(last.plus_days(u32::MAX).to_string(), "9999-12-31");
    }

    #[test]
    fn days_and_day_starts_have_one_spelling() {
        assert!(
            "2026-02-29".parse::<Day>().is_err()
                && "2026-1-5".parse::<Day>().is_err()
                && "+026-01-05".parse::<Day>().is_err()
        );
        assert!("24:00".parse::<DayStart>().is_err() && "5:30".parse::<DayStart>().is_err());
        assert_eq!("05:30".parse::<DayStart>().unwrap().to_string(), "05:30");
    }
}
