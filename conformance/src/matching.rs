//! Matching an answer by subset.
//!
//! An object may have more fields than expected; arrays are compared in full
//! and in order; an expected `null` also matches an absent field. Amounts are
//! compared by value (`"12.50"` is `"12.5"`) where the field says that it is
//! one, times as instants, and an object expected for `graph` is matched
//! against the parsed text.

use chrono::DateTime;
use serde_json::Value;

use crate::Failure;

/// Matches an answer against what is expected of it.
///
/// # Errors
/// The first difference; its path starts with `root`.
pub fn matches(root: &str, expected: &Value, got: &Value) -> Result<(), Failure> {
    Place {
        path: root.to_owned(),
        amount: false,
    }
    .matches(expected, got)
}

/// Fields whose values are decimals, beside those that carry a unit.
const DECIMALS: [&str; 3] = ["yield", "max_gain", "min_yield"];

/// Where in the answer we are, and whether a text there is an amount.
struct Place {
    path: String,
    amount: bool,
}

impl Place {
    /// A field of the object here. The amounts by lot type within a policy's
    /// `max_gain` are amounts, as `max_gain` itself is.
    fn field(&self, name: &str) -> Self {
        Self {
            path: if self.path.is_empty() {
                name.to_owned()
            } else {
                format!("{}.{name}", self.path)
            },
            amount: self.amount
                || name.ends_with("_kg")
                || name.ends_with("_c")
                || DECIMALS.contains(&name),
        }
    }

    fn item(&self, index: usize) -> Self {
        Self {
            path: format!("{}[{index}]", self.path),
            amount: self.amount,
        }
    }

    fn matches(&self, expected: &Value, got: &Value) -> Result<(), Failure> {
        match (expected, got) {
            (Value::Object(fields), Value::Object(answer)) => {
                for (name, expected) in fields {
                    let place = self.field(name);
                    match answer.get(name) {
                        Some(got) if name == "graph" => place.graph(expected, got)?,
                        Some(got) => place.matches(expected, got)?,
                        None if expected.is_null() => {}
                        None => return Err(place.differs(expected, "nothing")),
                    }
                }
                Ok(())
            }
            (Value::Array(items), Value::Array(answer)) => {
                for (index, (expected, got)) in items.iter().zip(answer).enumerate() {
                    self.item(index).matches(expected, got)?;
                }
                if items.len() == answer.len() {
                    Ok(())
                } else {
                    Err(Failure::new(
                        self.path.clone(),
                        format!("{} items", items.len()),
                        format!("{}: {got}", answer.len()),
                    ))
                }
            }
            _ if expected == got || self.same_value(expected, got) => Ok(()),
            _ => Err(self.differs(expected, &got.to_string())),
        }
    }

    fn graph(&self, expected: &Value, got: &Value) -> Result<(), Failure> {
        match (expected, got) {
            (Value::Object(_), Value::String(text)) => {
                let parsed = serde_json::from_str(text)
                    .map_err(|error| self.differs(expected, &format!("no JSON: {error}")))?;
                self.matches(expected, &parsed)
            }
            _ => self.matches(expected, got),
        }
    }

    fn same_value(&self, expected: &Value, got: &Value) -> bool {
        if self.amount
            && let (Some(expected), Some(got)) = (decimal(expected), decimal(got))
        {
            return expected == got;
        }
        match (instant(expected), instant(got)) {
            (Some(expected), Some(got)) => expected == got,
            _ => false,
        }
    }

    fn differs(&self, expected: &Value, got: &str) -> Failure {
        Failure::new(self.path.clone(), expected.to_string(), got)
    }
}

fn instant(value: &Value) -> Option<DateTime<chrono::FixedOffset>> {
    DateTime::parse_from_rfc3339(value.as_str()?).ok()
}

/// A decimal without its spelling: sign, whole digits, digits after the point.
type Decimal = (bool, String, String);

fn decimal(value: &Value) -> Option<Decimal> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let whole = whole.trim_start_matches('0').to_owned();
    let fraction = fraction.trim_end_matches('0').to_owned();
    let zero = whole.is_empty() && fraction.is_empty();
    Some((negative && !zero, whole, fraction))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn differs(expected: Value, got: Value) -> String {
        matches("ok", &expected, &got).unwrap_err().to_string()
    }

    fn same(expected: Value, got: Value) {
        assert_eq!(matches("ok", &expected, &got), Ok(()));
    }

    #[test]
    fn objects_may_have_more_fields_and_null_matches_nothing() {
        same(json!({"a": 1, "n": null}), json!({"a": 1, "b": 2}));
        same(json!({"n": null}), json!({"n": null}));
        assert!(differs(json!({"n": null}), json!({"n": 0})).contains("ok.n"));
        assert_eq!(
            differs(json!({"a": {"b": "x"}}), json!({"a": {}})),
            "set-up: expected \"x\", got nothing (at ok.a.b)"
        );
        assert!(differs(json!({}), json!([])).contains("expected {}, got []"));
    }

    #[test]
    fn arrays_are_compared_in_full_and_in_order() {
        same(json!([{"a": 1}, {}]), json!([{"a": 1, "b": 2}, {"c": 3}]));
        assert!(differs(json!([1, 2]), json!([2, 1])).contains("(at ok[0])"));
        assert!(differs(json!([1]), json!([1, 2])).contains("expected 1 items, got 2"));
        assert!(differs(json!([]), json!([1])).contains("expected 0 items, got 1"));
        assert!(differs(json!([1]), json!([])).contains("expected 1 items, got 0"));
    }

    #[test]
    fn amounts_are_compared_by_value_where_the_field_says_so() {
        same(json!({"weight_kg": "12.50"}), json!({"weight_kg": "12.5"}));
        same(json!({"weight_kg": 12}), json!({"weight_kg": "12"}));
        same(json!({"max_c": "-0.0"}), json!({"max_c": "0"}));
        same(
            json!({"max_gain": {"RAW": "0.020"}}),
            json!({"max_gain": {"RAW": "0.02"}}),
        );
        same(json!({"yield": "1"}), json!({"yield": "1.0000"}));
        assert!(
            differs(json!({"weight_kg": "12.5"}), json!({"weight_kg": "12.51"}))
                .contains("ok.weight_kg")
        );
        assert!(differs(json!({"max_c": "-1"}), json!({"max_c": "1"})).contains("ok.max_c"));
        assert!(differs(json!({"code": "1.0"}), json!({"code": "1"})).contains("ok.code"));
        assert!(differs(json!({"weight_kg": "12kg"}), json!({"weight_kg": "12"})).contains("12kg"));
    }

    #[test]
    fn times_are_compared_as_instants() {
        same(
            json!({"at": "2026-01-15T06:00:00Z"}),
            json!({"at": "2026-01-15T07:00:00.000+01:00"}),
        );
        assert!(
            differs(
                json!({"at": "2026-01-15T06:00:00Z"}),
                json!({"at": "2026-01-15T06:00:00.001Z"})
            )
            .contains("ok.at")
        );
    }

    #[test]
    fn a_graph_is_matched_parsed_when_an_object_is_expected() {
        let got = json!({"graph": "{ \"nodes\" : [{\"id\": \"a\", \"x\": 1}] }"});
        same(json!({"graph": {"nodes": [{"id": "a"}]}}), got.clone());
        same(got.clone(), got.clone());
        assert!(differs(json!({"graph": "{}"}), got.clone()).contains("ok.graph"));
        assert!(differs(json!({"graph": {"nodes": []}}), got).contains("ok.graph.nodes"));
    }
}
