//! What has no script: every code, query, command and event must appear in one.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use wms_conformance::{files, generate};
use wms_core::command::CommandType;
use wms_core::error::{Code, WarningCode};
use wms_core::event::EventType;
use wms_core::flow::IssueCode;
use wms_core::query::QueryType;

/// Codes no script can bring about: a script does not write the envelope's
/// version, some codes are reserved for imports and devices, and the rest are
/// those of a store that fails.
const OUT_OF_REACH: [&str; 8] = [
    "UNSUPPORTED_VERSION",
    "GENEALOGY_CYCLE",
    "CODES_EXHAUSTED",
    "DEPENDS_ON_REJECTED",
    "STORE_UNAVAILABLE",
    "STORE_BUSY",
    "STORE_CORRUPT",
    "INTERNAL",
];

/// What the suite's steps give, ask and expect.
#[derive(Default)]
struct Seen {
    /// The codes of errors, warnings and graph issues that are expected.
    codes: BTreeSet<String>,
    commands: BTreeSet<String>,
    queries: BTreeSet<String>,
    /// The events that are expected of a command or in the log.
    events: BTreeSet<String>,
}

impl Seen {
    fn of_the_suite() -> Self {
        let mut seen = Self::default();
        for path in files::find(&files::suite()).unwrap() {
            let script: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            for step in script["steps"].as_array().unwrap() {
                note(&mut seen.commands, &step["do"]["type"]);
                note(&mut seen.queries, &step["ask"]["type"]);
                seen.expectation(&step["ok"]);
                seen.expectation(&step["error"]);
            }
        }
        seen
    }

    fn expectation(&mut self, value: &Value) {
        note(&mut self.codes, &value["code"]);
        note(&mut self.events, &value["type"]);
        note(&mut self.events, &value["event_type"]);
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.expectation(item)),
            Value::Object(fields) => fields.values().for_each(|item| self.expectation(item)),
            _ => {}
        }
    }
}

fn note(words: &mut BTreeSet<String>, value: &Value) {
    if let Value::String(word) = value {
        words.insert(word.clone());
    }
}

fn missing(words: &[&str], seen: &BTreeSet<String>) -> Vec<String> {
    let missing = words.iter().filter(|word| !seen.contains(**word));
    missing.map(ToString::to_string).collect()
}

#[test]
fn every_code_command_query_and_event_has_a_script() {
    let seen = Seen::of_the_suite();
    let codes: Vec<_> = Code::ALL
        .iter()
        .map(|code| code.as_str())
        .filter(|code| !OUT_OF_REACH.contains(code))
        .chain(WarningCode::ALL.iter().map(|code| code.as_str()))
        .chain(IssueCode::ALL.iter().map(|code| code.as_str()))
        .collect();
    let missing = [
        missing(&codes, &seen.codes),
        missing(&CommandType::ALL.map(|it| it.as_str()), &seen.commands),
        missing(&QueryType::ALL.map(|it| it.as_str()), &seen.queries),
        missing(&EventType::ALL.map(|it| it.as_str()), &seen.events),
    ];
    assert_eq!(missing.concat(), [""; 0], "these have no script");
}

#[test]
fn every_state_and_command_has_a_script() {
    let missing: Vec<_> = generate::state_pairs()
        .into_iter()
        .filter(|path| !files::suite().join(path).exists())
        .collect();
    assert_eq!(missing, [""; 0], "run generate-scripts");
}
