//! What the plant answers, in JSON.
use serde_json::Value;
use wms_core::error::{Category, Code};

/// The answer to a command.
pub(crate) struct Answer(Value);

impl Answer {
    pub(crate) fn of(text: &str) -> Self {
        Self(json_of(text))
    }

    pub(crate) fn status(&self) -> &str {
        self.0
            .get("status")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    /// Of more than 1 000 events the answer carries the first, and how many there are.
    pub(crate) fn events_total(&self) -> usize {
        let events = self.0.get("events").and_then(Value::as_array);
        let events = events.map_or(0, Vec::len);
        let total = self.0.get("events_total").and_then(Value::as_u64);
        total
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(events)
    }

    /// All but the status.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        ["events", "events_total", "warnings"]
            .iter()
            .all(|part| self.0.get(part) == other.0.get(part))
    }

    /// A malformed envelope is refused as one.
    pub(crate) fn is_a_refusal(&self, malformed: bool) {
        let error = self.0.get("error").unwrap_or(&Value::Null);
        let category = is_an_error(error);
        if malformed {
            assert_eq!(category, Category::Invalid, "{error}");
        }
    }
}

/// An error has a known code, the code's category, and words in both languages; the library never answers
/// that it is broken itself.
pub(crate) fn is_an_error(error: &Value) -> Category {
    let text = |name| error.get(name).and_then(Value::as_str).unwrap_or_default();
    let Ok(code) = text("code").parse::<Code>() else {
        unreachable!("an error without a code: {error}");
    };
    assert_eq!(text("category"), code.category().as_str());
    let unwell = [Category::Internal, Category::Unavailable];
    assert!(!unwell.contains(&code.category()), "{error}");
    assert!(error.get("details").is_some_and(Value::is_object));
    for language in ["hu", "en"] {
        let words = error.get("message").and_then(|words| words.get(language));
        let words = words.and_then(Value::as_str).unwrap_or_default();
        assert!(!words.is_empty(), "no words in `{language}`: {error}");
    }
    code.category()
}

pub(crate) fn json_of(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => unreachable!("no JSON: {error}: {text}"),
    }
}
