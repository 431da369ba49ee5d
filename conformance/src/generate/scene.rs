//! Building a script step by step.

use serde_json::{Map, Value, json};

/// A script the tables make, and where in the suite it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Generated {
    /// The file, from the suite's folder on.
    pub path: String,
    /// The script.
    pub script: Value,
}

/// A script in the making. It starts with the canonical plant.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    policy: Value,
    steps: Vec<Value>,
}

impl Scene {
    pub(super) fn new() -> Self {
        Self {
            policy: Value::Null,
            steps: Vec::new(),
        }
    }

    pub(super) fn with_policy(policy: Value) -> Self {
        Self {
            policy,
            steps: Vec::new(),
        }
    }

    /// Takes `$run` to a step.
    pub(super) fn go_to(self, step: u64) -> Self {
        self.step(json!({"goto_step": step}))
    }

    /// A command that must be applied.
    pub(super) fn act(self, role: &str, command: Value) -> Self {
        self.step(as_role(role, &[("do", command)]))
    }

    /// A command whose answer must match.
    pub(super) fn answers(self, role: &str, command: Value, answer: Value) -> Self {
        self.step(as_role(role, &[("do", command), ("ok", answer)]))
    }

    /// A command that must be refused.
    pub(super) fn refused(self, role: &str, command: Value, error: Value) -> Self {
        self.step(as_role(role, &[("do", command), ("error", error)]))
    }

    /// A command some time later.
    pub(super) fn later(self, after: &str, role: &str, command: Value) -> Self {
        self.step(as_role(role, &[("after", json!(after)), ("do", command)]))
    }

    /// A query whose answer must match.
    pub(super) fn sees(self, query: Value, answer: Value) -> Self {
        self.step(json!({"ask": query, "ok": answer}))
    }

    /// A query that must be refused with a code.
    pub(super) fn refused_query(self, query: Value, code: &str) -> Self {
        self.step(json!({"ask": query, "error": {"code": code}}))
    }

    /// The same scene, carried on by a function of it.
    pub(super) fn then(self, more: impl FnOnce(Self) -> Self) -> Self {
        more(self)
    }

    pub(super) fn save(self, path: impl Into<String>, name: impl Into<String>) -> Generated {
        let mut script = Map::new();
        script.insert("name".to_owned(), Value::from(name.into()));
        script.insert("clock".to_owned(), json!("2026-01-15T06:00:00Z"));
        if !self.policy.is_null() {
            script.insert("policy".to_owned(), self.policy);
        }
        script.insert("plant".to_owned(), json!("canonical"));
        script.insert("steps".to_owned(), Value::Array(self.steps));
        Generated {
            path: path.into(),
            script: Value::Object(script),
        }
    }

    fn step(mut self, step: Value) -> Self {
        self.steps.push(step);
        self
    }
}

/// The fields of a step; `as` is left out where it is the default.
fn as_role(role: &str, fields: &[(&str, Value)]) -> Value {
    let mut step = Map::new();
    if role != "OPERATOR" {
        step.insert("as".to_owned(), json!(role));
    }
    for (name, value) in fields {
        step.insert((*name).to_owned(), value.clone());
    }
    Value::Object(step)
}
