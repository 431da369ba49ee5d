//! The ISO 8601 durations of `after`: days to seconds.

use chrono::TimeDelta;

/// Reads a duration such as `P1DT2H30M5S`: whole numbers, days to seconds.
///
/// Years, months and weeks have no fixed place in a plant's clock and are
/// refused, like fractions and signs. `None` where the text is no such duration.
#[must_use]
pub fn parse(text: &str) -> Option<TimeDelta> {
    let rest = text.strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) if !time.is_empty() => (date, time),
        Some(_) => return None,
        None => (rest, ""),
    };
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let days = fields(date, &[('D', 86_400)])?;
    let seconds = fields(time, &[('H', 3_600), ('M', 60), ('S', 1)])?;
    TimeDelta::try_seconds(days.checked_add(seconds)?)
}

/// Sums up `<number><unit>` fields, each unit at most once and in order.
fn fields(text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut units = units.iter();
    let mut total: i64 = 0;
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let (_, factor) = units.by_ref().find(|(unit, _)| *unit == c)?;
        let count: i64 = digits.parse().ok()?;
        total = total.checked_add(count.checked_mul(*factor)?)?;
        digits.clear();
    }
    digits.is_empty().then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_to_seconds_are_read() {
        let seconds = |text| parse(text).map(|d| d.num_seconds());
        assert_eq!(seconds("PT10M"), Some(600));
        assert_eq!(seconds("P31D"), Some(31 * 86_400));
        assert_eq!(seconds("P30DT1S"), Some(30 * 86_400 + 1));
        assert_eq!(seconds("PT16H59M59S"), Some(16 * 3600 + 59 * 60 + 59));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "P",
            "PT",
            "P1DT",
            "10M",
            "P1Y",
            "P1W",
            "PT1.5S",
            "-PT1S",
            "PT1S1M",
            "PTM",
            "PT1M1M",
            "PT5",
            "P99999999999999999999D",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
