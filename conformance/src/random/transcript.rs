//! A story told as a conformance script.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use wms_core::{command::Envelope, error::Rejection, plant::Answer};

use super::{Story, Turn, scene};
use crate::names::CANONICAL_NAMES;

/// What happened, as the steps of a script.
#[derive(Debug, Default)]
pub struct Transcript {
    steps: Vec<Value>,
}

impl Transcript {
    /// Starts where the story does.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        Self {
            steps: vec![json!({"goto_step": story.first_step})],
        }
    }

    /// Tells a turn with what came of it.
    pub fn tell(&mut self, turn: &Turn, answer: &Result<Answer, Rejection>) {
        let outcome = match answer {
            Ok(answer) => {
                let status = if answer.replayed {
                    "replayed"
                } else {
                    "applied"
                };
                let events = answer
                    .events
                    .iter()
                    .map(|event| event.event_type().as_str());
                let events: Vec<Value> = events.map(|kind| json!({"type": kind})).collect();
                ("ok", json!({"status": status, "events": events}))
            }
            Err(rejection) => ("error", json!({"code": rejection.code().as_str()})),
        };
        self.steps.push(step(turn, outcome));
    }

    /// Tells a turn of which nothing came.
    pub fn break_off(&mut self, turn: &Turn) {
        self.steps.push(step(turn, ("ok", json!({}))));
    }

    /// The script's text: ids as names, each step on a line.
    #[must_use]
    pub fn script(&self, name: &str) -> String {
        let mut names = Names::default();
        let steps = self.steps.iter().map(|step| names.rename(step).to_string());
        let steps: Vec<String> = steps.map(|step| format!("  {step}")).collect();
        format!(
            "{{\"name\": {}, \"clock\": \"{}\", \"plant\": \"canonical\", \"steps\": [\n{}\n]}}\n",
            Value::from(name),
            scene::CLOCK,
            steps.join(",\n")
        )
    }
}

fn step(turn: &Turn, (outcome, expected): (&str, Value)) -> Value {
    let Envelope {
        key,
        actor,
        at,
        command,
        ..
    } = &turn.envelope;
    let envelope = Envelope::new(*key, *actor, command.clone()).to_json();
    let envelope: Value = serde_json::from_str(&envelope).unwrap_or_default();
    let mut step = Map::new();
    step.insert("as".to_owned(), who(&envelope));
    if turn.after_s > 0 {
        step.insert("after".to_owned(), json!(format!("PT{}S", turn.after_s)));
    }
    if let Some(at) = at {
        step.insert("at".to_owned(), json!(at.to_string()));
    }
    step.insert("key".to_owned(), json!(key.to_string()));
    step.insert(
        "do".to_owned(),
        envelope.get("command").cloned().unwrap_or_default(),
    );
    step.insert(outcome.to_owned(), expected);
    Value::Object(step)
}

/// `ROLE#n`, from the user's id.
fn who(envelope: &Value) -> Value {
    let text = |path| {
        envelope
            .pointer(path)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let role = text("/actor/role");
    let number = text("/actor/user_id").get(24..).unwrap_or_default();
    match u64::from_str_radix(number, 16).unwrap_or(1) / 16 {
        0 => json!(role),
        further => json!(format!("{role}#{}", further + 1)),
    }
}

/// Ids become `$names`, those of the plant their own.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    fn rename(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::from(self.name_of(text)),
            Value::Array(items) => items.iter().map(|item| self.rename(item)).collect(),
            Value::Object(fields) => {
                let fields = fields.iter();
                let renamed = fields.map(|(name, value)| (name.clone(), self.rename(value)));
                Value::Object(renamed.collect())
            }
            other => other.clone(),
        }
    }

    fn name_of(&mut self, text: &str) -> String {
        let number = |space| {
            let digits = text.strip_prefix(space)?;
            usize::from_str_radix(digits, 16).ok()
        };
        if let Some(number) = number("00000000-0000-7000-8000-") {
            let known = number.checked_sub(1).and_then(|n| CANONICAL_NAMES.get(n));
            return known.map_or_else(|| self.next(text, "thing"), ToString::to_string);
        }
        if number("00000000-0000-7000-c000-").is_some() {
            return self.next(text, "key");
        }
        text.to_owned()
    }

    fn next(&mut self, id: &str, word: &str) -> String {
        let next = self.0.len() + 1;
        let name = self.0.entry(id.to_owned());
        name.or_insert_with(|| format!("${word}_{next}")).clone()
    }
}
