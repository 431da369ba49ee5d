use crate::{
    actor::{Actor, Permissions},
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
