//! Playing a script.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::names::{Actor, Names};
use crate::script::{Ask, Do, Outcome, Script, Step};
use crate::{Failure, Host, matching, plant};

/// Plays a script against a host that has nothing yet.
///
/// # Errors
/// The first [`Failure`]: what a step expected and what came instead.
pub fn run(script: &Script, host: &mut dyn Host) -> Result<(), Failure> {
    let mut player = Player {
        names: Names::of(script),
        clock: script.clock,
        host,
    };
    player.host.set_clock(script.clock);
    player.set_up(script)?;
    for (position, step) in script.steps.iter().enumerate() {
        player
            .step(position, step)
            .map_err(|failure| failure.at_step(position))?;
    }
    Ok(())
}

struct Player<'a> {
    names: Names,
    clock: DateTime<Utc>,
    host: &'a mut dyn Host,
}

impl Player<'_> {
    fn set_up(&mut self, script: &Script) -> Result<(), Failure> {
        for (number, command) in plant::commands(script.plant).into_iter().enumerate() {
            let key = format!("00000000-0000-7000-b000-{number:012x}");
            self.must_apply(command.role, &key, &command.command)?;
        }
        match script.policy.as_object() {
            Some(policy) if !policy.is_empty() => {
                let command = json!({"type": "set_policy", "policy": policy});
                self.must_apply("ADMIN", "00000000-0000-7000-b001-000000000000", &command)
            }
            _ => Ok(()),
        }
    }

    fn step(&mut self, position: usize, step: &Step) -> Result<(), Failure> {
        match step {
            Step::GoTo(target) => self.go_to(position, *target),
            Step::Do(step) => self.act(position, step),
            Step::Ask(step) => self.ask(step),
        }
    }

    /// Advances `$run` as MANAGER, one step at a time. The keys have a space of
    /// their own, by the position of the step and the step advanced from.
    fn go_to(&mut self, position: usize, target: u64) -> Result<(), Failure> {
        let query = json!({"type": "get_run", "run_id": "$run"});
        let run = self.answer_of(&query)?;
        let current = run.get("step").and_then(Value::as_u64);
        let current = current.filter(|step| *step <= target).ok_or_else(|| {
            Failure::new(
                "goto_step",
                format!("a run at step 0 to {target}"),
                run.to_string(),
            )
        })?;
        for step in current..target {
            let key = format!("00000000-0000-7000-b002-{position:08x}{step:04x}");
            let command = json!({"type": "advance_run", "run_id": "$run", "expected_step": step});
            self.must_apply("MANAGER", &key, &command)?;
        }
        Ok(())
    }

    fn act(&mut self, position: usize, step: &Do) -> Result<(), Failure> {
        self.move_clock(step.after)?;
        let actor = Actor::parse(&step.actor)
            .ok_or_else(|| Failure::new("as", "a role, or `ROLE#2`", step.actor.clone()))?;
        let key = match &step.key {
            None => format!("00000000-0000-7000-a000-{position:012x}"),
            Some(name) => self
                .names
                .id(name)
                .ok_or_else(|| Failure::new("key", "a `$name`", name.clone()))?
                .to_owned(),
        };
        let at = match &step.at {
            None => None,
            Some(at) => Some(self.resolve(at)?),
        };
        let answer = self.execute(&actor, &key, at, &step.command)?;
        let status = answer.get("status").and_then(Value::as_str);
        match &step.outcome {
            Outcome::Error(expected) => {
                let Some(error) = answer.get("error") else {
                    return Err(Failure::new(
                        "",
                        format!("error {expected}"),
                        answer.to_string(),
                    ));
                };
                matching::matches("error", &self.resolve(expected)?, error)
            }
            // A repeat is what a step must ask for: `"ok": {"status": "replayed"}`.
            Outcome::Ok {
                expected: None,
                keep,
            } if status == Some("applied") => self.keep(keep, &answer),
            Outcome::Ok {
                expected: Some(expected),
                keep,
            } if matches!(status, Some("applied" | "replayed")) => {
                matching::matches("ok", &self.resolve(expected)?, &answer)?;
                self.keep(keep, &answer)
            }
            Outcome::Ok { .. } => Err(Failure::new("", "an applied command", what_came(&answer))),
        }
    }

    fn ask(&mut self, step: &Ask) -> Result<(), Failure> {
        self.move_clock(step.after)?;
        match &step.outcome {
            Outcome::Ok { expected, keep } => {
                let answer = self.answer_of(&step.query)?;
                if let Some(expected) = expected {
                    matching::matches("ok", &self.resolve(expected)?, &answer)?;
                }
                self.keep(keep, &answer)
            }
            Outcome::Error(expected) => {
                let query = self.resolve(&step.query)?;
                match self.host.ask(&query.to_string()) {
                    Ok(answer) => Err(Failure::new("", format!("error {expected}"), answer)),
                    Err(error) => {
                        matching::matches("error", &self.resolve(expected)?, &json_of(&error)?)
                    }
                }
            }
        }
    }

    fn must_apply(&mut self, role: &str, key: &str, command: &Value) -> Result<(), Failure> {
        let actor = Actor::parse(role).ok_or_else(|| Failure::new("as", "a role", role))?;
        let answer = self.execute(&actor, key, None, command)?;
        if answer.get("status").and_then(Value::as_str) == Some("applied") {
            Ok(())
        } else {
            let kind = command
                .get("type")
                .map(Value::to_string)
                .unwrap_or_default();
            Err(Failure::new(
                "",
                format!("{kind} to be applied"),
                what_came(&answer),
            ))
        }
    }

    fn execute(
        &mut self,
        actor: &Actor,
        key: &str,
        at: Option<Value>,
        command: &Value,
    ) -> Result<Value, Failure> {
        let mut envelope = json!({"v": 1, "key": key,
            "actor": {"user_id": actor.user_id(), "role": actor.role()}});
        if let Some(envelope) = envelope.as_object_mut() {
            if let Some(at) = at {
                envelope.insert("at".to_owned(), at);
            }
            envelope.insert("command".to_owned(), self.resolve(command)?);
        }
        json_of(&self.host.execute(&envelope.to_string()))
    }

    fn answer_of(&mut self, query: &Value) -> Result<Value, Failure> {
        let query = self.resolve(query)?;
        match self.host.ask(&query.to_string()) {
            Ok(answer) => json_of(&answer),
            Err(error) => Err(Failure::new("", "an answer", error)),
        }
    }

    fn keep(&mut self, keep: &[(String, String)], answer: &Value) -> Result<(), Failure> {
        for (name, path) in keep {
            let part = part_of(answer, path).ok_or_else(|| {
                Failure::new(
                    format!("keep.{name}"),
                    format!("a part at `{path}`"),
                    answer.to_string(),
                )
            })?;
            self.names.keep(name, part.clone());
        }
        Ok(())
    }

    fn move_clock(&mut self, after: Option<TimeDelta>) -> Result<(), Failure> {
        if let Some(after) = after {
            self.clock = self.clock.checked_add_signed(after).ok_or_else(|| {
                let clock = self.clock.to_rfc3339_opts(SecondsFormat::Millis, true);
                Failure::new("after", "a time that exists", format!("{clock} + {after}"))
            })?;
            self.host.set_clock(self.clock);
        }
        Ok(())
    }

    fn resolve(&self, value: &Value) -> Result<Value, Failure> {
        self.names
            .resolve(value)
            .map_err(|why| Failure::new("", "a name that stands for something", why))
    }
}

/// A refusal shows its error, whatever else the answer holds.
fn what_came(answer: &Value) -> String {
    answer.get("error").unwrap_or(answer).to_string()
}

fn json_of(text: &str) -> Result<Value, Failure> {
    serde_json::from_str(text).map_err(|_| Failure::new("", "JSON", text))
}

/// The part of a value at a path such as `items.0.id`.
fn part_of<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |value, field| match value {
        Value::Array(items) => items.get(field.parse::<usize>().ok()?),
        _ => value.get(field),
    })
}

#[cfg(test)]
#[path = "runner_tests.rs"]
mod tests;
