//! Numbers as people read them; exact, whatever their form.
use chrono_tz::Tz;
use wms_core::{amount::Kilograms, time::Instant};

/// Kilograms to the gram, in groups of thousands: `12 345.678`.
pub(super) fn kg(amount: Kilograms) -> String {
    let grams = amount.grams();
    let sign = if grams < 0 { "-" } else { "" };
    let (whole, rest) = (grams.unsigned_abs() / 1000, grams.unsigned_abs() % 1000);
    format!("{sign}{}.{rest:03}", grouped(whole))
}

/// Kilograms without needless zeros: `12 345.6`.
pub(crate) fn short_kg(amount: Kilograms) -> String {
    kg(amount)
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// A whole number in groups of thousands.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

/// A count in groups of thousands.
pub(super) fn count(number: usize) -> String {
    grouped(u64::try_from(number).unwrap_or(u64::MAX))
}

/// A share in percent with two decimals, rounded half up; nothing of nothing is no share.
pub(super) fn percent(part: Kilograms, whole: Kilograms) -> String {
    if whole.is_zero() {
        return "–".to_owned();
    }
    let (part, whole) = (i128::from(part.grams()), i128::from(whole.grams()));
    let hundredths = (part * 20_000 + whole) / (whole * 2);
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

/// The part of a lot's concerned kilograms that went with a part of its weight, rounded down to the gram.
pub(super) fn share(of: Kilograms, part: Kilograms, whole: Kilograms) -> Kilograms {
    let whole = i128::from(whole.grams()).max(1);
    let grams = i128::from(of.grams()) * i128::from(part.grams()) / whole;
    Kilograms::from_grams(i64::try_from(grams).unwrap_or(i64::MAX))
}

/// The plant's clock on the wall.
pub(crate) fn wall_clock(at: Instant, zone: Tz) -> String {
    at.to_utc().with_timezone(&zone).format("%H:%M").to_string()
}

/// A count with its word: `1 lot`, `2 lots`.
pub(super) fn counted(number: usize, word: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {word}{plural}", count(number))
}
