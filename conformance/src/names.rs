//! What the texts `$name` and `@ROLE` of a script stand for.
//!
//! Only a text that is a name from end to end is one: `$` and then a letter,
//! followed by letters, digits and underscores. Anything else (`"$5"`, `"costs
//! $a"`, the inside of a graph written as text) is a text like any other. Names
//! are looked for in values; of object keys only those of a `keep` are names.
//!
//! # Numbers
//! The n-th *new name in the order of the text* is n. A kept name never stands
//! for an id of this kind, it stands for what was kept, so it takes no number:
//! whether a script keeps a cursor does not change the ids of its lots. A name
//! that is kept somewhere in a script is a kept name throughout it; using it
//! before is an error of the script.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::script::{PlantKind, Script};

/// The names `plant: "canonical"` takes up, in their order: numbers 1 to 9.
pub const CANONICAL_NAMES: [&str; 9] = [
    "$LK", "$MIX", "$SKW15", "$SKW30", "$FRZ", "$PAL", "$flow", "$version", "$run",
];

const ROLES: [(&str, u64); 5] = [
    ("ADMIN", 1),
    ("MANAGER", 2),
    ("AUDITOR", 3),
    ("OPERATOR", 4),
    ("VIEWER", 5),
];

/// The user ids of one role are this far apart: `@ADMIN` is 1, `@ADMIN#2` 17.
const USER_STRIDE: u64 = 16;

/// What the names of one script stand for.
#[derive(Debug, Clone)]
pub struct Names {
    ids: HashMap<String, String>,
    to_keep: HashSet<String>,
    kept: HashMap<String, Value>,
}

impl Names {
    /// The names of a script, numbered by their first places in its text.
    #[must_use]
    pub fn of(script: &Script) -> Self {
        let mut names = Self {
            ids: HashMap::new(),
            to_keep: HashSet::new(),
            kept: HashMap::new(),
        };
        if script.plant == PlantKind::Canonical {
            for name in CANONICAL_NAMES {
                names.number(name);
            }
        }
        names.find_kept(&script.text);
        names.find_ids(&script.text);
        names
    }

    /// The id a name stands for; `None` for a text the script has not as a name.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<&str> {
        self.ids.get(name).map(String::as_str)
    }

    /// Lets a name of a `keep` stand for a value from now on.
    pub fn keep(&mut self, name: &str, value: Value) {
        self.kept.insert(name.to_owned(), value);
    }

    /// The value with every name in it replaced by what it stands for.
    ///
    /// # Errors
    /// The kept name that stands for nothing yet.
    pub fn resolve(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => self.resolve_text(text)?,
            Value::Array(items) => Value::Array(
                items
                    .iter()
                    .map(|item| self.resolve(item))
                    .collect::<Result<_, _>>()?,
            ),
            Value::Object(fields) => Value::Object(
                fields
                    .iter()
                    .map(|(name, value)| Ok((name.clone(), self.resolve(value)?)))
                    .collect::<Result<Map<_, _>, String>>()?,
            ),
            other => other.clone(),
        })
    }

    fn resolve_text(&self, text: &str) -> Result<Value, String> {
        if let Some(value) = self.kept.get(text) {
            return Ok(value.clone());
        }
        if self.to_keep.contains(text) {
            return Err(format!("`{text}` stands for nothing before it is kept"));
        }
        if let Some(id) = self.ids.get(text) {
            return Ok(Value::from(id.as_str()));
        }
        match text.strip_prefix('@').and_then(Actor::parse) {
            Some(actor) => Ok(Value::from(actor.user_id())),
            None => Ok(Value::from(text)),
        }
    }

    fn number(&mut self, name: &str) {
        let next = self.ids.len() + 1;
        self.ids
            .entry(name.to_owned())
            .or_insert_with(|| format!("00000000-0000-7000-8000-{next:012x}"));
    }

    fn find_kept(&mut self, script: &Value) {
        let steps = script.get("steps").and_then(Value::as_array);
        for step in steps.into_iter().flatten() {
            let keep = step.get("keep").and_then(Value::as_object);
            for name in keep.into_iter().flat_map(Map::keys) {
                self.to_keep.insert(name.clone());
            }
        }
    }

    fn find_ids(&mut self, value: &Value) {
        match value {
            Value::String(text) if is_name(text) && !self.to_keep.contains(text) => {
                self.number(text);
            }
            Value::Array(items) => items.iter().for_each(|item| self.find_ids(item)),
            Value::Object(fields) => fields.values().for_each(|item| self.find_ids(item)),
            _ => {}
        }
    }
}

fn is_name(text: &str) -> bool {
    let Some(name) = text.strip_prefix('$') else {
        return false;
    };
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Who acts: a user of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    role: &'static str,
    number: u64,
}

impl Actor {
    /// Reads `ROLE`, or `ROLE#2` to `ROLE#999` for further users of it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (name, user) = match text.split_once('#') {
            None => (text, 1),
            Some((name, user)) => match user.parse() {
                Ok(number @ 2..=999) if !user.starts_with(['0', '+']) => (name, number),
                _ => return None,
            },
        };
        let (role, number) = ROLES.into_iter().find(|(role, _)| *role == name)?;
        Some(Self {
            role,
            number: number + (user - 1) * USER_STRIDE,
        })
    }

    /// The role the actor acts in.
    #[must_use]
    pub fn role(&self) -> &'static str {
        self.role
    }

    /// The user's id.
    #[must_use]
    pub fn user_id(&self) -> String {
        format!("00000000-0000-7000-9000-{:012x}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::script::parse;

    fn names(plant: &str, steps: Value) -> Names {
        let text =
            json!({"name": "n", "clock": "2026-01-15T06:00:00Z", "plant": plant, "steps": steps});
        Names::of(&parse(&text.to_string()).unwrap())
    }

    #[test]
    fn names_are_numbered_in_the_order_of_the_text() {
        let names = names(
            "canonical",
            json!([
                {"ok": {"id": "$late"}, "do": {"lot_id": "$raw", "run_id": "$run"}},
                {"key": "$k", "do": {"lot_id": "$raw", "graph": "{\"id\": \"$inside\"}"}}
            ]),
        );
        assert_eq!(
            names.id("$run"),
            Some("00000000-0000-7000-8000-000000000009")
        );
        assert_eq!(
            names.id("$late"),
            Some("00000000-0000-7000-8000-00000000000a")
        );
        assert_eq!(
            names.id("$raw"),
            Some("00000000-0000-7000-8000-00000000000b")
        );
        assert_eq!(names.id("$k"), Some("00000000-0000-7000-8000-00000000000c"));
        assert_eq!(names.id("$inside"), None);
    }

    #[test]
    fn a_kept_name_takes_no_number_and_stands_for_what_was_kept() {
        let mut names = names(
            "empty",
            json!([{"keep": {"$c": "next"}, "ask": {"lot": "$a"}}, {"ask": {"after": "$c", "lot": "$b"}}]),
        );
        assert_eq!(names.id("$b"), Some("00000000-0000-7000-8000-000000000002"));
        assert!(names.resolve(&json!(["$c"])).is_err());
        names.keep("$c", json!({"any": [1]}));
        assert_eq!(
            names.resolve(&json!(["$c"])).unwrap(),
            json!([{"any": [1]}])
        );
    }

    #[test]
    fn only_a_whole_name_is_a_name() {
        let names = names(
            "empty",
            json!([{"do": {"a": "$5", "b": "$", "c": "a $b", "d": "$x y", "e": "$x_1"}}]),
        );
        assert_eq!(
            names
                .resolve(&json!(["$5", "$", "a $b", "$x y", "$x_1"]))
                .unwrap(),
            json!([
                "$5",
                "$",
                "a $b",
                "$x y",
                "00000000-0000-7000-8000-000000000001"
            ])
        );
    }

    #[test]
    fn a_role_stands_for_its_user() {
        let names = names("empty", json!([]));
        assert_eq!(
            names
                .resolve(&json!([
                    "@ADMIN",
                    "@VIEWER#2",
                    "@OPERATOR#3",
                    "@home",
                    "@ADMIN#1",
                    "@ADMIN#x"
                ]))
                .unwrap(),
            json!([
                "00000000-0000-7000-9000-000000000001",
                "00000000-0000-7000-9000-000000000015",
                "00000000-0000-7000-9000-000000000024",
                "@home",
                "@ADMIN#1",
                "@ADMIN#x"
            ])
        );
    }
}
