//! The JSON Schema of everything that goes over the wire: envelopes, queries, answers, events.
mod object;
#[cfg(test)]
mod tests;
mod values;

use crate::{
    answers::{Answer, answer},
    model::Model,
};
use object::{Objects, Side, reference};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use wms_core::{event::EventType, query::QueryType};

/// The schema as it is committed.
pub(crate) fn text(model: &Model) -> String {
    let schema = sorted(schema(model, false));
    format!("{schema:#}\n")
}

/// With the names in order, whatever order this build of the parser keeps.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields: BTreeMap<String, Value> = fields.into_iter().collect();
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name, sorted(value)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        value => value,
    }
}

/// The schema; a strict one refuses fields of answers that it does not know, which a reader should not.
pub(crate) fn schema(model: &Model, strict: bool) -> Value {
    let mut objects = Objects::new(model, strict);
    let commands = tagged(&mut objects, "CommandType", Side::In);
    objects.define("Command", one_of("A command of any type.", &commands));
    let queries = tagged(&mut objects, "QueryType", Side::In);
    objects.define("Query", one_of("A query of any type.", &queries));
    let events = tagged(&mut objects, "EventType", Side::Event);
    objects.define("Event", one_of("Something that happened.", &events));
    for query in QueryType::ALL {
        let shape = answered(&mut objects, answer(query));
        objects.define(&format!("{query:?}Answer"), shape);
    }
    envelopes(&mut objects);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Lot traceability in food plants: what goes over the wire",
        "$comment": "Written from the code: cargo xtask generate",
        "$defs": objects.finish(),
    })
}

fn one_of(description: &str, names: &[String]) -> Value {
    let all: Vec<Value> = names.iter().map(|name| reference(name)).collect();
    json!({"description": description, "oneOf": all})
}

/// Defines every object of a table, each with its tag; gives their names.
fn tagged(objects: &mut Objects<'_>, table: &str, side: Side) -> Vec<String> {
    let words = objects.model.set(table);
    let define = |word: &crate::model::Word| {
        let mut tags = Map::new();
        tags.insert("type".to_owned(), json!({"const": word.wire}));
        let event = EventType::ALL
            .iter()
            .find(|event| event.as_str() == word.wire);
        if let (Side::Event, Some(event)) = (side, event) {
            tags.insert("v".to_owned(), json!({"const": event.version()}));
        }
        objects.define_tagged(&word.variant, side, tags);
        word.variant.clone()
    };
    words.iter().map(define).collect()
}

fn answered(objects: &mut Objects<'_>, answer: Answer) -> Value {
    let view = match answer.view() {
        "MassBalanceView" => json!({"anyOf": [
            objects.refer("LotBalance", Side::View),
            objects.refer("RunBalanceView", Side::View),
        ]}),
        view => objects.refer(view, Side::View),
    };
    match answer {
        Answer::One(_) => view,
        Answer::List(_) => json!({"type": "array", "items": view}),
        Answer::Page(_) => objects.closed(
            json!({"items": {"type": "array", "items": view}, "next": {"type": ["string", "null"]}}),
            &["items", "next"],
        ),
    }
}

/// What stands around commands, and what comes back.
fn envelopes(objects: &mut Objects<'_>) {
    let id = objects.refer("CommandKey", Side::In);
    let (actor, at) = (
        objects.refer("Actor", Side::In),
        objects.refer("Instant", Side::In),
    );
    objects.define(
        "Envelope",
        json!({
            "description": "A command with its key, its actor and the time of the act.",
            "type": "object",
            "properties": {
                "v": {"description": "The form of the envelope.", "type": ["integer", "null"], "default": 1},
                "key": id,
                "actor": actor,
                "at": {"anyOf": [at, {"type": "null"}]},
                "command": reference("Command"),
            },
            "required": ["key", "actor", "command"],
            "additionalProperties": false,
        }),
    );
    let (code, category) = (
        objects.refer("Code", Side::View),
        objects.refer("Category", Side::View),
    );
    let (text, warning) = (
        objects.refer("Text", Side::View),
        objects.refer("WarningCode", Side::View),
    );
    let error =
        json!({"code": code, "category": category, "message": text, "details": {"type": "object"}});
    let error = objects.closed(error, &["code", "category", "message", "details"]);
    objects.define("Error", error);
    let warning = json!({"code": warning, "message": text, "details": {"type": "object"}});
    let warning = objects.closed(warning, &["code", "message", "details"]);
    objects.define("Warning", warning);
    let applied = json!({
        "status": {"enum": ["applied", "replayed"]},
        "events": {"type": "array", "items": reference("Event")},
        "events_total": {"type": "integer"},
        "warnings": {"type": "array", "items": reference("Warning")},
    });
    let applied = objects.closed(applied, &["status", "events", "warnings"]);
    let rejected = json!({"status": {"const": "rejected"}, "error": reference("Error")});
    let rejected = objects.closed(rejected, &["status", "error"]);
    objects.define("Applied", applied);
    objects.define("Rejected", rejected);
    let names = ["Applied", "Rejected"].map(str::to_owned);
    objects.define("Answer", one_of("What a command is answered with.", &names));
}
