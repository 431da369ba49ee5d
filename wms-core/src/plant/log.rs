use crate::{
    actor::Actor,
    audit::{ChainEntry, Recorded},
    command::Claimed,
    error::Warning,
    ids::CommandKey,
    time::Instant,
};
use std::collections::HashMap;

/// The audit log of a plant in memory, and what is kept of every key: it only grows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Log {
    commands: Vec<CommandEntry>,
    by_key: HashMap<CommandKey, u32>,
    events: Vec<EventEntry>,
}

/// What the events of one command share.
#[derive(Debug, Clone, PartialEq, Eq)]
struct CommandEntry {
    key: CommandKey,
    actor: Actor,
    at: Instant,
    recorded_at: Instant,
    claimed: Claimed,
    warnings: Box<[Warning]>,
    first: usize,
    count: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct EventEntry {
    text: Box<str>,
    chain: Box<[ChainEntry]>,
    command: u32,
}

/// An event of the log with what stands around its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogEvent<'a> {
    /// Its place in the log, from 1 on.
    pub sequence: u64,
    /// The key of the command that caused it.
    pub key: CommandKey,
    /// Its number within the command.
    pub number: usize,
    /// Who acted.
    pub actor: Actor,
    /// The time of the act.
    pub at: Instant,
    /// The time of record.
    pub recorded_at: Instant,
    /// The event as canonical JSON.
    pub text: &'a str,
    /// The links of the entities it changed.
    pub chain: &'a [ChainEntry],
}

impl LogEvent<'_> {
    /// The event as a store would keep it.
    #[must_use]
    pub fn to_recorded(self) -> Recorded {
        Recorded {
            key: self.key,
            number: self.number,
            actor: self.actor,
            at: self.at,
            recorded_at: self.recorded_at,
            text: self.text.into(),
            chain: self.chain.to_vec(),
        }
    }
}

impl Log {
    pub(super) fn claimed(&self, key: CommandKey) -> Option<&Claimed> {
        self.entry(key).map(|entry| &entry.claimed)
    }

    fn entry(&self, key: CommandKey) -> Option<&CommandEntry> {
        self.by_key
            .get(&key)
            .and_then(|n| self.commands.get(*n as usize))
    }

    /// The events' texts and the warnings of an applied command.
    pub(super) fn answer(
        &self,
        key: CommandKey,
    ) -> Option<(impl ExactSizeIterator<Item = &str>, &[Warning])> {
        let entry = self.entry(key)?;
        let events = self.events.get(entry.first..entry.first + entry.count)?;
        Some((events.iter().map(|event| &*event.text), &entry.warnings))
    }

    pub(super) fn append(
        &mut self,
        key: CommandKey,
        actor: Actor,
        times: (Instant, Instant),
        claimed: Claimed,
        recorded: Vec<Recorded>,
        warnings: Vec<Warning>,
    ) {
        // INVARIANT: fewer than 2^32 commands; a plant in memory ends long before.
        let Ok(command) = u32::try_from(self.commands.len()) else {
            return;
        };
        let (first, count) = (self.events.len(), recorded.len());
        let (at, recorded_at) = times;
        self.by_key.insert(key, command);
        self.commands.push(CommandEntry {
            key,
            actor,
            at,
            recorded_at,
            claimed,
            warnings: warnings.into(),
            first,
            count,
        });
        let events = recorded.into_iter();
        self.events.extend(events.map(|event| EventEntry {
            text: event.text,
            chain: event.chain.into(),
            command,
        }));
    }

    /// How many events it holds.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing has happened yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The events in the order of their sequence.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = LogEvent<'_>> {
        self.events_from(0)
    }

    /// The events after the first `skip`.
    pub(crate) fn events_from(&self, skip: usize) -> impl DoubleEndedIterator<Item = LogEvent<'_>> {
        (skip..self.events.len()).filter_map(|place| self.event(place))
    }

    /// The first `count` events.
    pub(crate) fn events_until(
        &self,
        count: usize,
    ) -> impl DoubleEndedIterator<Item = LogEvent<'_>> {
        (0..count.min(self.events.len())).filter_map(|place| self.event(place))
    }

    /// The event at a place of the log, from 0 on.
    fn event(&self, place: usize) -> Option<LogEvent<'_>> {
        let event = self.events.get(place)?;
        let command = self.commands.get(event.command as usize)?;
        Some(LogEvent {
            sequence: u64::try_from(place).ok()? + 1,
            key: command.key,
            number: place.checked_sub(command.first)?,
            actor: command.actor,
            at: command.at,
            recorded_at: command.recorded_at,
            text: &event.text,
            chain: &event.chain,
        })
    }
}
