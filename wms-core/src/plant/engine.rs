use super::{Applied, Clock, IdSource, Log, Session};
use crate::{
    actor::{Actor, Permissions},
    command::{Claimed, Decision, Envelope, Outcome, decide, digest},
    error::{Rejection, Warning},
    event::Event,
    ids::{CommandKey, TenantId},
    query::{Ask, Query},
    time::Instant,
    wire::{applied_json, rejected_json, rejection_json},
    world::{Changes, Stop, World},
};

/// The in-memory engine: every rule, no database. For tests, for phones, and as the oracle of the stores.
///
/// See the [crate's example](crate).
pub struct Plant {
    world: World,
    log: Log,
    clock: Box<dyn Clock>,
    ids: Box<dyn IdSource>,
    permissions: Permissions,
    /// The time of record never goes back, whatever the clock does.
    last_recorded: Option<Instant>,
}

impl core::fmt::Debug for Plant {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Plant")
            .field("world", &self.world)
            .field("log", &self.log)
            .finish_non_exhaustive()
    }
}

/// The answer to an applied command.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Answer {
    /// Whether this is the first answer again, and nothing was done.
    pub replayed: bool,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// What wants to be seen.
    pub warnings: Vec<Warning>,
}

impl Answer {
    /// With what the caller wants next.
    pub(super) fn with<O>(self, outcome: O) -> Applied<O> {
        let Self {
            replayed,
            events,
            warnings,
        } = self;
        Applied {
            outcome,
            events,
            warnings,
            replayed,
        }
    }
}

impl Plant {
    /// An empty plant without tenants.
    pub fn new(clock: impl Clock + 'static, ids: impl IdSource + 'static) -> Self {
        Self::of_tenant(TenantId::NONE, clock, ids)
    }

    /// An empty plant of a tenant.
    pub fn of_tenant(
        tenant: TenantId,
        clock: impl Clock + 'static,
        ids: impl IdSource + 'static,
    ) -> Self {
        Self {
            world: World::complete(tenant),
            log: Log::default(),
            clock: Box::new(clock),
            ids: Box::new(ids),
            permissions: Permissions::default(),
            last_recorded: None,
        }
    }

    /// A plant to ask: it holds what a store loaded for a question, at the time of the question.
    #[must_use]
    pub fn to_ask(world: World, now: Instant) -> Self {
        Self {
            world,
            ..Self::new(now, super::SequentialIds::default())
        }
    }

    /// With the rights of its roles narrowed.
    #[must_use]
    pub fn with_permissions(self, permissions: Permissions) -> Self {
        Self {
            permissions,
            ..self
        }
    }

    /// The door for typed commands: `plant.session(&actor).run(command)`.
    pub fn session(&mut self, actor: &Actor) -> Session<'_> {
        Session::new(self, *actor)
    }

    /// The untyped door.
    ///
    /// # Errors
    /// The first check that failed, in the order of wire.md; nothing changed.
    pub fn execute(&mut self, envelope: &Envelope) -> Result<Answer, Rejection> {
        match self.decide(envelope)? {
            Decision::Replay => self.replayed(envelope.key),
            Decision::Apply(changes) => self.apply(envelope, *changes),
        }
    }

    /// Executes a command of any type, and tells what its caller wants next.
    ///
    /// # Errors
    /// As for [`Plant::execute`].
    pub fn run(&mut self, envelope: &Envelope) -> Result<Applied<Outcome>, Rejection> {
        let answer = self.execute(envelope)?;
        // The World is complete: the outcome misses nothing.
        let outcome = envelope.command.outcome(&self.world, &answer.events);
        Ok(answer.with(outcome.map_err(|_| Rejection::Internal {})?))
    }

    /// The same answer as [`Plant::execute`], and nothing is written.
    ///
    /// # Errors
    /// As for [`Plant::execute`].
    pub fn check(&self, envelope: &Envelope) -> Result<Answer, Rejection> {
        match self.decide(envelope)? {
            Decision::Replay => self.replayed(envelope.key),
            Decision::Apply(changes) => {
                let Changes {
                    events, warnings, ..
                } = *changes;
                Ok(Answer {
                    replayed: false,
                    events,
                    warnings,
                })
            }
        }
    }

    /// Executes an envelope's JSON and answers in JSON, as wire.md has it.
    pub fn execute_json(&mut self, envelope: &str) -> String {
        match Envelope::from_json(envelope).and_then(|envelope| self.execute_to_json(&envelope)) {
            Ok(answer) => answer,
            Err(rejection) => rejected_json(&rejection),
        }
    }

    /// The same answer as [`Plant::execute_json`], and nothing is written.
    #[must_use]
    pub fn check_json(&self, envelope: &str) -> String {
        let decided = Envelope::from_json(envelope)
            .and_then(|envelope| Ok((self.decide(&envelope)?, envelope.key)));
        match decided {
            Ok((Decision::Apply(changes), _)) => {
                let texts = changes.recorded.iter().map(|event| &*event.text);
                applied_json(false, texts, &changes.warnings)
            }
            Ok((Decision::Replay, key)) => self.answer_json(key, true),
            Err(rejection) => rejected_json(&rejection),
        }
    }

    /// Answers a query.
    ///
    /// # Errors
    /// `INVALID_INPUT` for a malformed query, `NOT_FOUND` for a thing that is not there.
    pub fn ask<Q: Ask>(&self, query: &Q) -> Result<Q::Answer, Rejection> {
        query.clone().into().check_shape()?;
        query.answer(self)
    }

    /// Answers a query's JSON in JSON, as wire.md has it.
    ///
    /// # Errors
    /// The JSON of the error.
    pub fn ask_json(&self, query: &str) -> Result<String, String> {
        let answered = Query::from_json(query).and_then(|query| query.answer_json(self));
        answered.map_err(|rejection| rejection_json(&rejection))
    }

    /// What the plant is now.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// What happened in it.
    #[must_use]
    pub const fn log(&self) -> &Log {
        &self.log
    }

    /// The time of record of what is done now.
    #[must_use]
    pub fn now(&self) -> Instant {
        let now = self.clock.now();
        self.last_recorded.map_or(now, |last| last.max(now))
    }

    pub(super) fn new_key(&mut self) -> CommandKey {
        CommandKey::new(self.ids.next_id())
    }

    fn decide(&self, envelope: &Envelope) -> Result<Decision, Rejection> {
        let claimed = self.log.claimed(envelope.key);
        decide(
            &self.world,
            envelope,
            claimed,
            self.now(),
            &self.permissions,
        )
        .map_err(|stop| match stop {
            Stop::Rejected(rejection) => *rejection,
            // A complete World misses nothing.
            Stop::Missing(_) => Rejection::Internal {},
        })
    }

    fn apply(&mut self, envelope: &Envelope, changes: Changes) -> Result<Answer, Rejection> {
        let warnings = changes.warnings.clone();
        let events = self.take_over(envelope, changes)?;
        Ok(Answer {
            replayed: false,
            events,
            warnings,
        })
    }

    fn execute_to_json(&mut self, envelope: &Envelope) -> Result<String, Rejection> {
        let replayed = match self.decide(envelope)? {
            Decision::Replay => true,
            Decision::Apply(changes) => {
                self.take_over(envelope, *changes)?;
                false
            }
        };
        Ok(self.answer_json(envelope.key, replayed))
    }

    /// The World takes the rows, the log the events' texts: the in-memory commit. The events are given back.
    fn take_over(
        &mut self,
        envelope: &Envelope,
        mut changes: Changes,
    ) -> Result<Vec<Event>, Rejection> {
        let digest = digest(&envelope.command).map_err(|_| Rejection::Internal {})?;
        let claimed = Claimed {
            user_id: envelope.actor.user_id,
            digest,
        };
        let now = self.now();
        let recorded = core::mem::take(&mut changes.recorded);
        let warnings = core::mem::take(&mut changes.warnings);
        let at = recorded.first().map_or(now, |event| event.at);
        let events = self.world.put(changes);
        self.log.append(
            envelope.key,
            envelope.actor,
            (at, now),
            claimed,
            recorded,
            warnings,
        );
        self.last_recorded = Some(now);
        Ok(events)
    }

    fn replayed(&self, key: CommandKey) -> Result<Answer, Rejection> {
        let (texts, warnings) = self.log.answer(key).ok_or(Rejection::Internal {})?;
        let events = texts
            .map(Event::from_text)
            .collect::<Result<_, _>>()
            .map_err(|_| Rejection::Internal {})?;
        Ok(Answer {
            replayed: true,
            events,
            warnings: warnings.to_vec(),
        })
    }

    fn answer_json(&self, key: CommandKey, replayed: bool) -> String {
        match self.log.answer(key) {
            Some((texts, warnings)) => applied_json(replayed, texts, warnings),
            None => rejected_json(&Rejection::Internal {}),
        }
    }
}
