use super::{Answer, Plant};
use crate::{
    actor::Actor,
    command::{Act, Command, Envelope},
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

    /// What a command would answer now; nothing is written, and its key stays free.
    ///
    /// ```
    /// # use wms_core::{actor::{Actor, Role}, command::DefineSite, error::Code, ids::UserId, plant::*, text::Text, time::*};
    /// let mut plant = Plant::new(Instant::from_millis(0)?, SequentialIds::default());
    /// let operator = Actor::new(UserId::new(uuid::Uuid::from_u128(1)), Role::Operator);
    /// let site = DefineSite::new("DUNA".parse::<wms_core::site::SiteCode>()?, Text::hu("Üzem"), "Europe/Budapest".parse::<TimeZone>()?);
    /// let refused = plant.session(&operator).check(site).unwrap_err();
    /// assert_eq!(refused.code(), Code::Forbidden);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Session::run`].
    pub fn check<C: Act>(&mut self, command: C) -> Result<Answer, Rejection> {
        let envelope = self.envelope(command.into());
        self.plant.check(&envelope)
    }

    fn envelope(&mut self, command: Command) -> Envelope {
        let key = self.key.take().unwrap_or_else(|| self.plant.new_key());
        Envelope {
            key,
            actor: self.actor,
            at: self.at,
            command,
        }
    }

    /// Runs a command.
    ///
    /// # Errors
    /// The first check that failed, in the order of wire.md; nothing changed.
    pub fn run<C: Act>(&mut self, command: C) -> Result<Applied<C::Outcome>, Rejection> {
        let envelope = self.envelope(command.clone().into());
        let answer = self.plant.execute(&envelope)?;
        // The World is complete: the outcome misses nothing.
        let outcome = command
            .outcome(self.plant.world(), &answer.events)
            .map_err(|_| Rejection::Internal {})?;
        Ok(answer.with(outcome))
    }
}
