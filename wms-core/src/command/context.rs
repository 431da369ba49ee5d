use crate::{
    actor::{Actor, Permissions},
    error::Warning,
    ids::CommandKey,
    time::Instant,
};

/// What surrounds a decision: core has no clock, no randomness and no environment of its own.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Context<'a> {
    /// The idempotency key of the command.
    pub key: CommandKey,
    /// Who acts.
    pub actor: Actor,
    /// The time of the act.
    pub at: Instant,
    /// The store's clock: the time of record.
    pub now: Instant,
    /// What the host lets its roles do.
    pub permissions: &'a Permissions,
}

/// How far a clock may be ahead of the store's (rule book, section 10).
const MAX_AHEAD_MINUTES: i64 = 5;

impl Context<'_> {
    /// The time a reading counts as taken: one that is ahead of the store's clock counts as taken at the time
    /// of the act, and says so. A reading is never lost.
    pub(super) fn taken_at(&self, given: Option<Instant>) -> (Instant, Option<Warning>) {
        match given {
            Some(at) if is_ahead(at, self.now) => {
                (self.at, Some(Warning::ClockSkew { at, now: self.now }))
            }
            Some(at) => (at, None),
            None => (self.at, None),
        }
    }
}

/// More than 5 minutes ahead of the store's clock.
pub(super) fn is_ahead(at: Instant, now: Instant) -> bool {
    at > now.plus_minutes(MAX_AHEAD_MINUTES)
}
