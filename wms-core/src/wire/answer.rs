//! How answers are written.
use crate::{
    error::{Rejection, Warning, message_text},
    text::Text,
};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::{Map, Value};

/// With more events the answer carries the first 1 000 and `events_total`.
const MAX_EVENTS: usize = 1000;

#[derive(Serialize)]
struct Said {
    code: &'static str,
    message: Text,
    details: Map<String, Value>,
}

impl Serialize for Warning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let details = self.details();
        Said {
            code: self.code().as_str(),
            message: message_text(self.code().as_str(), &details),
            details,
        }
        .serialize(serializer)
    }
}

impl Serialize for Rejection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let details = self.details();
        let mut error = serializer.serialize_struct("Error", 4)?;
        error.serialize_field("code", self.code().as_str())?;
        error.serialize_field("category", self.category().as_str())?;
        error.serialize_field("message", &message_text(self.code().as_str(), &details))?;
        error.serialize_field("details", &details)?;
        error.end()
    }
}

/// The answer to an applied command, from its events' texts.
#[must_use]
pub fn applied_json<'a>(
    replayed: bool,
    texts: impl ExactSizeIterator<Item = &'a str>,
    warnings: &[Warning],
) -> String {
    let status = if replayed { "replayed" } else { "applied" };
    let total = texts.len();
    // The log holds JSON texts only, each written by this library: they are not read again.
    let events: Vec<&str> = texts.take(MAX_EVENTS).collect();
    let events = events.join(",");
    let events_total = match total {
        0..=MAX_EVENTS => String::new(),
        _ => format!(r#""events_total":{total},"#),
    };
    let warnings = json(&warnings);
    format!(r#"{{"status":"{status}","events":[{events}],{events_total}"warnings":{warnings}}}"#)
}

/// The answer to a refused command.
#[must_use]
pub fn rejected_json(rejection: &Rejection) -> String {
    #[derive(Serialize)]
    struct Rejected<'a> {
        status: &'static str,
        error: &'a Rejection,
    }
    json(&Rejected {
        status: "rejected",
        error: rejection,
    })
}

/// The error of a refused query.
#[must_use]
pub fn rejection_json(rejection: &Rejection) -> String {
    json(rejection)
}

/// Nothing that is answered fails to become JSON.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value)
        .unwrap_or_else(|_| r#"{"status":"rejected","error":{"code":"INTERNAL"}}"#.to_owned())
}
