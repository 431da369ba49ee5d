use super::Plant;
use crate::{
    actor::Actor,
    command::{Act, Envelope},
    error::{Rejection, Warning},
    event::Event,
    ids::CommandKey,
    time::Instant,
};

/// One actor at work in a plant.
#[derive(Debug)]
pub struct Session<'p> {
    plant: &'p mut Plant,
    actor: Actor,
    key: Option<CommandKey>,
    at: Option<Instant>,
}

/// A command that was applied, now or before.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Applied<O> {
    /// What the caller wants next: the code, the state, the step, as they are now.
    pub outcome: O,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// What wants to be seen.
    pub warnings: Vec<Warning>,
    /// Whether this is the first answer again, and nothing was done.
    pub replayed: bool,
}

impl<'p> Session<'p> {
    pub(super) const fn new(plant: &'p mut Plant, actor: Actor) -> Self {
        Self {
            plant,
            actor,
            key: None,
            at: None,
        }
    }

    /// With the idempotency key of the next command; else one is drawn from the plant's source of ids.
    #[must_use]
    pub fn with_key(self, key: impl Into<CommandKey>) -> Self {
        Self {
            key: Some(key.into()),
            ..self
        }
    }

    /// With the time of the act; else it is the plant's.
    #[must_use]
    pub fn at(self, at: Instant) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// Runs a command.
    ///
    /// # Errors
    /// The first check that failed, in the order of wire.md; nothing changed.
    pub fn run<C: Act>(&mut self, command: C) -> Result<Applied<C::Outcome>, Rejection> {
        let key = self.key.take().unwrap_or_else(|| self.plant.new_key());
        let envelope = Envelope {
            key,
            actor: self.actor,
            at: self.at,
            command: command.clone().into(),
        };
        let answer = self.plant.execute(&envelope)?;
        // The World is complete: the outcome misses nothing.
        let outcome = command
            .outcome(self.plant.world(), &answer.events)
            .map_err(|_| Rejection::Internal {})?;
        let super::Answer {
            events,
            warnings,
            replayed,
        } = answer;
        Ok(Applied {
            outcome,
            events,
            warnings,
            replayed,
        })
    }
}
