use super::{Digest, EntityRef};
use crate::{
    actor::Actor,
    ids::{CommandKey, EventId},
    time::Instant,
};

/// Where an entity's audit stream stands; every entity's row keeps it, so that a cut-off tail shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Head {
    /// How many events changed the entity.
    pub version: u64,
    /// The hash of the last of them; all zeros before the first.
    pub hash: Digest,
}

impl Head {
    /// The head after one more event: SHA-256(previous hash ‖ SHA-256(event text)).
    #[must_use]
    pub fn next(self, event: &Digest) -> Self {
        let hash = Digest::of_parts([self.hash.as_bytes().as_slice(), event.as_bytes().as_slice()]);
        Self {
            version: self.version + 1,
            hash,
        }
    }

    /// The head a database kept.
    #[must_use]
    pub const fn from_parts(version: u64, hash: Digest) -> Self {
        Self { version, hash }
    }
}

/// That an event changed an entity: one link of its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct ChainEntry {
    /// The entity.
    pub entity: EntityRef,
    /// The stream's head after the event.
    pub head: Head,
}

impl ChainEntry {
    /// The entry a database kept.
    #[must_use]
    pub const fn from_parts(entity: EntityRef, head: Head) -> Self {
        Self { entity, head }
    }
}

/// An event as the log keeps it: its canonical text, once, and what stands around the text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Recorded {
    /// The key of the command that caused it.
    pub key: CommandKey,
    /// Its number within the command, from 0 on.
    pub number: usize,
    /// Who acted.
    pub actor: Actor,
    /// The time of the act.
    pub at: Instant,
    /// The time of record.
    pub recorded_at: Instant,
    /// The event as canonical JSON (RFC 8785), with `v` and `type`.
    pub text: Box<str>,
    /// A link for every entity it changed, in the order of the rule book, section 10.
    pub chain: Vec<ChainEntry>,
}

impl Recorded {
    /// The event a host kept: its place (the command's key, the number within it), who acted, the times of the
    /// act and of record, its text and its links.
    #[must_use]
    pub const fn from_parts(
        (key, number): (CommandKey, usize),
        actor: Actor,
        (at, recorded_at): (Instant, Instant),
        text: Box<str>,
        chain: Vec<ChainEntry>,
    ) -> Self {
        Self {
            key,
            number,
            actor,
            at,
            recorded_at,
            text,
            chain,
        }
    }

    /// Its id: UUIDv5 of the command's key and its number within the command.
    #[must_use]
    pub fn id(&self) -> EventId {
        self.key.event_id(self.number)
    }
}
