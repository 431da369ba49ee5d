//! Everything that goes over the wire in the conformance scripts is as the schema says, both ways.
use super::schema;
use crate::declarations;
use jsonschema::{Validator, validator_for};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};
use wms_conformance::{Host, files, memory::MemoryHost, parse, run};
use wms_core::{error::Category, query::QueryType};

/// What there is to hold texts to, and what did not fit.
struct Held {
    validators: BTreeMap<String, Validator>,
    seen: BTreeSet<String>,
    broken: BTreeSet<String>,
}

impl Held {
    /// To the strict schema: a field that the library writes and the schema does not know is found out.
    fn new() -> Self {
        let schema = schema(&declarations(), true);
        let roots = ["Envelope", "Query", "Answer", "Error"].map(str::to_owned);
        let answers = QueryType::ALL.map(|query| format!("{query:?}Answer"));
        let validator = |name: String| {
            let root = json!({"$ref": format!("#/$defs/{name}"), "$defs": schema["$defs"]});
            (name, validator_for(&root).unwrap())
        };
        Self {
            validators: roots.into_iter().chain(answers).map(validator).collect(),
            seen: BTreeSet::new(),
            broken: BTreeSet::new(),
        }
    }

    fn hold(&mut self, name: &str, text: &str) {
        self.seen.insert(name.to_owned());
        let value: Value = serde_json::from_str(text).unwrap();
        for error in self.validators[name].iter_errors(&value) {
            let place = error.instance_path();
            self.broken.insert(format!("{name} {place}: {error}"));
        }
    }
}

/// A plant in memory whose doors are watched.
struct Watched<'h> {
    host: MemoryHost,
    held: &'h mut Held,
}

impl Host for Watched<'_> {
    fn set_clock(&mut self, now: chrono::DateTime<chrono::Utc>) {
        self.host.set_clock(now);
    }

    fn execute(&mut self, envelope: &str) -> String {
        let answer = self.host.execute(envelope);
        self.held.hold("Answer", &answer);
        let read: Value = serde_json::from_str(&answer).unwrap();
        if read["error"]["category"] != Category::Invalid.as_str() {
            self.held.hold("Envelope", envelope);
        }
        answer
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        let answered = self.host.ask(query);
        match &answered {
            Ok(answer) => {
                self.held.hold("Query", query);
                let asked: Value = serde_json::from_str(query).unwrap();
                let kind: QueryType = asked["type"].as_str().unwrap().parse().unwrap();
                self.held.hold(&format!("{kind:?}Answer"), answer);
            }
            Err(error) => self.held.hold("Error", error),
        }
        answered
    }
}

#[test]
fn what_goes_over_the_wire_is_as_the_schema_says() {
    let mut held = Held::new();
    for path in files::find(&files::suite()).unwrap() {
        let script = parse(&fs::read_to_string(path).unwrap()).unwrap();
        let host = MemoryHost::new(script.clock);
        let mut watched = Watched {
            host,
            held: &mut held,
        };
        assert!(run(&script, &mut watched).is_ok(), "{}", script.name);
    }
    let broken: Vec<&String> = held.broken.iter().take(20).collect();
    assert!(broken.is_empty(), "{broken:#?}");
    let all: BTreeSet<String> = held.validators.keys().cloned().collect();
    assert_eq!(held.seen, all, "every kind of answer was seen");
}

#[test]
fn what_is_no_command_or_query_does_not_fit() {
    let mut held = Held::new();
    let id = "0192f0c1-2345-7abc-8def-0123456789ab";
    let actor = json!({"user_id": id, "role": "ADMIN"});
    let start = json!({"type": "start_run", "run_id": id});
    let envelope =
        |actor: &Value, command: Value| json!({"key": id, "actor": actor, "command": command});
    held.hold("Envelope", &envelope(&actor, start.clone()).to_string());
    held.hold(
        "Query",
        &json!({"type": "get_run", "run_id": id}).to_string(),
    );
    assert_eq!(held.broken, BTreeSet::new());
    let wrong = [
        (
            "Envelope",
            envelope(&json!({"user_id": id, "role": "OWNER"}), start.clone()),
        ),
        ("Envelope", envelope(&actor, json!({"type": "start_run"}))),
        (
            "Envelope",
            envelope(&actor, json!({"type": "start_run", "run_id": 7})),
        ),
        (
            "Envelope",
            envelope(
                &actor,
                json!({"type": "start_run", "run_id": id, "why": "so"}),
            ),
        ),
        (
            "Envelope",
            envelope(&actor, json!({"type": "stop_run", "run_id": id})),
        ),
        ("Envelope", json!({"actor": actor, "command": start})),
        ("Query", json!({"type": "get_run"})),
        (
            "Query",
            json!({"type": "pick", "lot_type": "RAW", "site": "DUNA", "quantity_kg": 7.5}),
        ),
        ("Query", json!({"type": "list_lots", "status": "LOST"})),
    ];
    for (name, value) in wrong {
        held.broken.clear();
        held.hold(name, &value.to_string());
        assert!(!held.broken.is_empty(), "{value}");
    }
}
