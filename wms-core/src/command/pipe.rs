//! The one pipe for every write, as far as it is pure: the checks in the order that wire.md fixes.
use super::{Command, Context, Decide, Envelope, context::is_ahead};
use crate::{
    actor::Permissions,
    audit::{Digest, NotCanonical},
    error::{Rejection, Warning},
    ids::UserId,
    time::Instant,
    world::{Changes, Draft, Stop, World},
};

/// What a store keeps of an applied command's key, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Claimed {
    /// Who sent it.
    pub user_id: UserId,
    /// The hash of the command after reading, defaults filled in.
    pub digest: Digest,
}

impl Claimed {
    /// The claim a store kept.
    #[must_use]
    pub const fn from_parts(user_id: UserId, digest: Digest) -> Self {
        Self { user_id, digest }
    }
}

/// How a command was decided.
#[derive(Debug)]
pub enum Decision {
    /// Its key was applied before: answer from the key's events and warnings.
    Replay,
    /// It is applied by writing these.
    Apply(Box<Changes>),
}

/// The hash of a command's content: `at`, role and device do not count.
///
/// # Errors
/// The command holds what has no canonical text; none of the library's does.
pub fn digest(command: &Command) -> Result<Digest, NotCanonical> {
    let text = command.with_defaults().to_text()?;
    Ok(Digest::of(text.as_bytes()))
}

/// Decides an envelope against what is known of a plant: input shape → idempotency → permission →
/// existence → guards. Nothing is written; a decision that is dropped has changed nothing.
///
/// `claimed` is what the store knows of the key, looked up once the locks are held.
///
/// # Errors
/// [`Stop::Rejected`] with the first check that failed; [`Stop::Missing`] for what must be loaded first.
pub fn decide(
    world: &World,
    envelope: &Envelope,
    claimed: Option<&Claimed>,
    now: Instant,
    permissions: &Permissions,
) -> Result<Decision, Stop> {
    let command = &envelope.command;
    command.check_shape()?;
    if let Some(claimed) = claimed {
        let same = claimed.user_id == envelope.actor.user_id && claimed.digest == digest(command)?;
        let reused = || Rejection::IdempotencyKeyReused { key: envelope.key };
        return if same {
            Ok(Decision::Replay)
        } else {
            Err(reused().into())
        };
    }
    let policy = &world.policy()?.policy;
    command.check_policy(policy)?;
    permissions.require_one_of(
        envelope.actor.role,
        command.command_type(),
        command.held_to(),
    )?;

    let (at, skew) = time_of_the_act(envelope.at, now, policy.max_backdate_hours);
    let ctx = Context {
        key: envelope.key,
        actor: envelope.actor,
        at,
        now,
        permissions,
    };
    let mut draft = Draft::on(world, &ctx);
    skew.into_iter().for_each(|warning| draft.warn(warning));
    // A store loads in one round what is asked for together; what holds everything need not be asked.
    if !world.is_complete() {
        draft.want(command.footprint())?;
    }
    command.decide(&mut draft)?;
    Ok(Decision::Apply(Box::new(draft.take())))
}

/// The caller's time if it lies between `max_backdate_hours` ago and 5 minutes ahead, both ends included;
/// else the store's, with a warning (rule book, section 10).
fn time_of_the_act(
    given: Option<Instant>,
    now: Instant,
    max_backdate_hours: u32,
) -> (Instant, Option<Warning>) {
    let Some(at) = given else { return (now, None) };
    let earliest = now.plus_minutes(-60 * i64::from(max_backdate_hours));
    if earliest <= at && !is_ahead(at, now) {
        (at, None)
    } else {
        (now, Some(Warning::ClockSkew { at, now }))
    }
}
