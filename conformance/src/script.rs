//! A script file, read.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value};

use crate::duration;

/// A script: what it starts with, and its steps. `$names` stand as written.
#[derive(Debug, Clone, PartialEq)]
pub struct Script {
    /// What the script shows, in words.
    pub name: String,
    /// The store's clock at the start.
    pub clock: DateTime<Utc>,
    /// A subset of the plant's policy; `null` where the script sets none.
    pub policy: Value,
    /// What is there before the first step.
    pub plant: PlantKind,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The whole file as JSON, in the order of its text: names are numbered by it.
    pub(crate) text: Value,
}

/// What a script starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlantKind {
    /// Nothing.
    Empty,
    /// Site, default buffers, the canonical flow and a started run.
    Canonical,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Advance `$run` to this canonical step.
    GoTo(u64),
    /// Execute a command.
    Do(Box<Do>),
    /// Ask a query.
    Ask(Box<Ask>),
}

/// A command and what must come of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Do {
    /// Who acts: a role, or `ROLE#2` for a second user of it.
    pub actor: String,
    /// The `$name` whose id is the key; else the key is the step's position.
    pub key: Option<String>,
    /// The envelope's time of the act, as written.
    pub at: Option<Value>,
    /// How far the clock moves before the step.
    pub after: Option<TimeDelta>,
    /// The command, as written.
    pub command: Value,
    /// What must come of it.
    pub outcome: Outcome,
}

/// A query and what its answer must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// How far the clock moves before the step.
    pub after: Option<TimeDelta>,
    /// The query, as written.
    pub query: Value,
    /// What must come of it.
    pub outcome: Outcome,
}

/// What a step expects.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// It succeeds; the answer matches, where something is expected of it, and parts are kept.
    Ok {
        /// Matched against the answer.
        expected: Option<Value>,
        /// Names for parts of the answer: `$name` and the path of the part.
        keep: Vec<(String, String)>,
    },
    /// It is refused with an error that matches.
    Error(Value),
}

/// Why a text is no script.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    Json(String),
    /// Something outside the steps is wrong.
    #[error("{0}")]
    Head(String),
    /// A step is wrong.
    #[error("step {step}: {why}")]
    Step {
        /// The step's position, from 0.
        step: usize,
        /// What is wrong with it.
        why: String,
    },
}

/// Reads a script.
///
/// # Errors
/// [`ScriptError`] where the text is not JSON, or a field is unknown, missing or
/// of the wrong shape.
pub fn parse(text: &str) -> Result<Script, ScriptError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| ScriptError::Json(error.to_string()))?;
    let mut fields = Fields::of(&value).map_err(ScriptError::Head)?;
    let head = read_head(&mut fields).map_err(ScriptError::Head)?;
    let steps = fields.array("steps").map_err(ScriptError::Head)?;
    fields.end().map_err(ScriptError::Head)?;
    let steps = steps
        .iter()
        .enumerate()
        .map(|(step, value)| read_step(value).map_err(|why| ScriptError::Step { step, why }))
        .collect::<Result<Vec<_>, _>>()?;
    let (name, clock, policy, plant) = head;
    Ok(Script {
        name,
        clock,
        policy,
        plant,
        steps,
        text: value,
    })
}

type Head = (String, DateTime<Utc>, Value, PlantKind);

fn read_head(fields: &mut Fields<'_>) -> Result<Head, String> {
    let name = fields.string("name")?.ok_or("`name` is missing")?;
    let clock = fields.string("clock")?.ok_or("`clock` is missing")?;
    let clock = DateTime::parse_from_rfc3339(&clock)
        .map_err(|_| format!("`clock` is no RFC 3339 time: `{clock}`"))?;
    let policy = match fields.take("policy") {
        None => Value::Null,
        Some(policy) if policy.is_object() => policy.clone(),
        Some(_) => return Err("`policy` is no object".to_owned()),
    };
    let plant = match fields.string("plant")?.as_deref() {
        None | Some("empty") => PlantKind::Empty,
        Some("canonical") => PlantKind::Canonical,
        Some(other) => return Err(format!("`plant` is `{other}`: `empty` or `canonical`")),
    };
    Ok((name, clock.to_utc(), policy, plant))
}

fn read_step(value: &Value) -> Result<Step, String> {
    let mut fields = Fields::of(value)?;
    if let Some(step) = fields.take("goto_step") {
        fields.end()?;
        return match step.as_u64() {
            Some(step @ 0..=10) => Ok(Step::GoTo(step)),
            _ => Err(format!("`goto_step` is `{step}`: 0 to 10")),
        };
    }
    let after = match fields.string("after")? {
        None => None,
        Some(text) => Some(
            duration::parse(&text).ok_or_else(|| format!("`after` is no duration: `{text}`"))?,
        ),
    };
    let outcome = read_outcome(&mut fields)?;
    if let Some(query) = fields.take("ask") {
        let query = query.clone();
        fields.end()?;
        return Ok(Step::Ask(Box::new(Ask {
            after,
            query,
            outcome,
        })));
    }
    let command = fields
        .take("do")
        .ok_or("neither `do` nor `ask` nor `goto_step`")?;
    let step = Do {
        actor: fields
            .string("as")?
            .unwrap_or_else(|| "OPERATOR".to_owned()),
        key: fields.string("key")?,
        at: fields.take("at").cloned(),
        after,
        command: command.clone(),
        outcome,
    };
    fields.end()?;
    Ok(Step::Do(Box::new(step)))
}

fn read_outcome(fields: &mut Fields<'_>) -> Result<Outcome, String> {
    let expected = fields.take("ok").cloned();
    let keep = match fields.take("keep") {
        None => Vec::new(),
        Some(Value::Object(keep)) => keep
            .iter()
            .map(|(name, path)| match path {
                Value::String(path) => Ok((name.clone(), path.clone())),
                _ => Err(format!("`keep`: the path of `{name}` is no text")),
            })
            .collect::<Result<_, _>>()?,
        Some(_) => return Err("`keep` is no object".to_owned()),
    };
    match fields.take("error") {
        None => Ok(Outcome::Ok { expected, keep }),
        Some(_) if expected.is_some() => Err("both `ok` and `error`".to_owned()),
        Some(_) if !keep.is_empty() => Err("`keep` of an error".to_owned()),
        Some(error) => Ok(Outcome::Error(error.clone())),
    }
}

/// The fields of an object, taken one by one, so that what is left is unknown.
struct Fields<'a> {
    object: &'a Map<String, Value>,
    taken: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    fn of(value: &'a Value) -> Result<Self, String> {
        match value {
            Value::Object(object) => Ok(Self {
                object,
                taken: Vec::new(),
            }),
            _ => Err("no object".to_owned()),
        }
    }

    fn take(&mut self, name: &'static str) -> Option<&'a Value> {
        self.taken.push(name);
        self.object.get(name)
    }

    fn string(&mut self, name: &'static str) -> Result<Option<String>, String> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => Err(format!("`{name}` is no text")),
        }
    }

    fn array(&mut self, name: &'static str) -> Result<&'a [Value], String> {
        match self.take(name) {
            None => Err(format!("`{name}` is missing")),
            Some(Value::Array(array)) => Ok(array),
            Some(_) => Err(format!("`{name}` is no list")),
        }
    }

    fn end(&self) -> Result<(), String> {
        match self
            .object
            .keys()
            .find(|key| !self.taken.contains(&key.as_str()))
        {
            None => Ok(()),
            Some(unknown) => Err(format!("unknown field `{unknown}`")),
        }
    }
}

#[cfg(test)]
#[path = "script_tests.rs"]
mod tests;
