//! Amounts.
use crate::input;
use core::{fmt::Debug, fmt::Display, str::FromStr};
use rust_decimal::Decimal;
use serde::{Serialize, de::DeserializeOwned};
use wms_core::{
    amount::{Celsius, Kilograms, Ratio},
    command::Envelope,
};

/// Reads a decimal as kilograms, degrees and a share.
///
/// * Accepted is what [`is_decimal`] accepts, within the type's limits: nothing else, and no less.
/// * What is read is printed without needless zeros, parsed back to the same, and equal to the exact decimal.
/// * A text in JSON reads the same, and so does a whole number without quotes in an envelope; a JSON float
///   is refused.
/// * Shares of amounts and sums never overflow.
pub fn decimals(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let weight = amount::<Kilograms>(text);
    let temperature = amount::<Celsius>(text);
    let share = amount::<Ratio>(text);

    let positive = is_decimal(text, 3) && exact(text).is_some();
    let grams = exact(text).and_then(|kg| kg.checked_mul(Decimal::from(1000)));
    let fits = grams.is_some_and(|grams| grams <= Decimal::from(i64::MAX));
    assert_eq!(weight.is_some(), positive && fits, "{text}");
    let (low, high) = (Decimal::from(-50), Decimal::from(100));
    let degrees = is_decimal(text.strip_prefix('-').unwrap_or(text), 1);
    let fits = exact(text).is_some_and(|c| (low..=high).contains(&c));
    assert_eq!(temperature.is_some(), degrees && fits, "{text}");
    let fits = exact(text).is_some_and(|share| share <= Decimal::ONE);
    assert_eq!(share.is_some(), is_decimal(text, 6) && fits, "{text}");

    if let Some(weight) = weight {
        assert_eq!(Some(weight.to_decimal()), exact(text));
        assert_eq!(Kilograms::try_from(weight.to_decimal()), Ok(weight));
        let share = share.unwrap_or_default();
        assert!(share.grown(weight) >= weight);
        assert!(share.share_rounded_up(weight) <= weight);
        let twice = weight + weight;
        assert!(twice >= weight && twice - weight <= weight);
    }
    if let Some(temperature) = temperature {
        assert_eq!(Some(temperature.to_decimal()), exact(text));
        assert_eq!(Celsius::try_from(temperature.to_decimal()), Ok(temperature));
        assert_eq!(Celsius::from_tenths(temperature.tenths()), Ok(temperature));
    }
    in_an_envelope(text, weight);
}

/// Digits with at most one point between them, no needless zero in front, `places` digits behind the point.
fn is_decimal(text: &str, places: usize) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let needless = whole.len() > 1 && whole.starts_with('0');
    digits(whole) && digits(fraction) && !needless && fraction.len() <= places
}

/// The value by a library that knows nothing of ours.
fn exact(text: &str) -> Option<Decimal> {
    Decimal::from_str_exact(text).ok()
}

fn amount<T>(text: &str) -> Option<T>
where
    T: FromStr<Err: Display + Debug> + Display + PartialEq + Debug + Serialize + DeserializeOwned,
{
    let amount = input::parsed::<T>(text)?;
    let printed = input::comes_back(&amount);
    assert!(printed.len() <= text.len() && !(printed.contains('.') && printed.ends_with('0')));
    let json = serde_json::to_string(&amount).unwrap_or_default();
    assert_eq!(json, format!("\"{printed}\""));
    assert_eq!(serde_json::from_str(&json).ok().as_ref(), Some(&amount));
    Some(amount)
}

/// The door of the wire: as a text, and as it stands.
fn in_an_envelope(text: &str, weight: Option<Kilograms>) {
    let accepts = |json: &str| Envelope::from_json(&write_off(json)).is_ok();
    let quoted = serde_json::Value::from(text).to_string();
    assert_eq!(accepts(&quoted), weight.is_some(), "{quoted}");
    if serde_json::from_str::<serde_json::Number>(text).is_ok() {
        let bare = text.trim_matches([' ', '\t', '\r', '\n']);
        let whole = bare.bytes().all(|b| b.is_ascii_digit());
        let fits = bare.parse::<Kilograms>().is_ok();
        assert_eq!(accepts(text), whole && fits, "{text}");
    }
}

fn write_off(quantity: &str) -> String {
    format!(
        r#"{{"key": "{ID}", "actor": {{"user_id": "{ID}", "role": "ADMIN"}},
            "command": {{"type": "write_off", "lot_id": "{ID}", "kind": "TRIM", "reason": "swept up", "quantity_kg": {quantity}}}}}"#
    )
}

const ID: &str = "00000000-0000-7000-8000-000000000001";
