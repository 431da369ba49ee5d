//! Verification: recomputes every stream from the texts and names the first thing that does not fit.
use super::{ChainEntry, Digest, EntityRef, Head};
use crate::event::Event;
use std::collections::BTreeMap;

/// The first thing in the log that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Broken {
    /// The stream it is found in; none when a checkpoint is not in the history.
    pub stream: Option<EntityRef>,
    /// The version of the stream that is not as it was.
    pub version: u64,
    /// What is wrong with it.
    pub why: &'static str,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Verification {
    /// How many events were read.
    pub events: u64,
    /// How many streams they belong to.
    pub streams: u64,
    /// One hash over all stream heads, with the number of events it covers: keep it elsewhere and verify against it.
    /// It may cover less than was read, where the last events may still be overtaken.
    pub checkpoint: String,
    /// The first thing that does not fit, if there is one.
    pub first_broken: Option<Broken>,
}

/// Reads a log in the order of its sequence and checks every link.
///
/// A host that keeps the log elsewhere verifies it with the same code as the library.
#[derive(Debug, Default)]
pub struct Verifier {
    streams: BTreeMap<EntityRef, Head>,
    events: u64,
    broken: Option<Broken>,
    wanted: Option<Checkpoint>,
    settled: Option<String>,
}

#[derive(Debug)]
struct Checkpoint {
    events: u64,
    hash: Digest,
    found: bool,
}

impl Verifier {
    /// A verifier that also looks for a checkpoint in the history.
    #[must_use]
    pub fn new(checkpoint: Option<&str>) -> Self {
        let mut verifier = Self {
            wanted: checkpoint.map(Checkpoint::parse),
            ..Self::default()
        };
        verifier.look_for_checkpoint();
        verifier
    }

    /// Reads the next event with the links the log has for it.
    pub fn read(&mut self, text: &str, chain: &[ChainEntry]) {
        self.events += 1;
        if let Err(broken) = self.check_subjects(text, chain) {
            self.broken.get_or_insert(broken);
        }
        let digest = Digest::of(text.as_bytes());
        for entry in chain {
            let head = self.streams.entry(entry.entity).or_default();
            let expected = head.next(&digest);
            let why = if entry.head.version != expected.version {
                Some("an event of the stream is missing, repeated or out of order")
            } else if entry.head.hash != expected.hash {
                Some("the event, or one before it, is not what was recorded")
            } else {
                None
            };
            if let Some(why) = why {
                self.broken.get_or_insert(Broken {
                    stream: Some(entry.entity),
                    version: expected.version,
                    why,
                });
            }
            *head = entry.head;
        }
        self.look_for_checkpoint();
    }

    /// What was read so far is what the checkpoint covers; else it covers everything.
    ///
    /// For a log that others write to meanwhile: what may still be overtaken belongs into no checkpoint.
    pub fn settle(&mut self) {
        self.settled = Some(checkpoint(self.events, &self.streams));
    }

    /// Compares the streams with the heads that the entities' rows keep, and closes.
    #[must_use]
    pub fn finish(mut self, heads: impl IntoIterator<Item = (EntityRef, Head)>) -> Verification {
        let all = || checkpoint(self.events, &self.streams);
        let checkpoint = self.settled.take().unwrap_or_else(all);
        let streams = u64::try_from(self.streams.len()).unwrap_or(u64::MAX);
        let kept: BTreeMap<_, _> = heads
            .into_iter()
            .filter(|(_, head)| head.version > 0)
            .collect();
        for (entity, head) in &kept {
            let read = self.streams.remove(entity).unwrap_or_default();
            if read != *head {
                let version = read.version.min(head.version) + 1;
                let why = "the stream ends elsewhere than its entity remembers";
                self.broken.get_or_insert(Broken {
                    stream: Some(*entity),
                    version,
                    why,
                });
            }
        }
        if let Some(entity) = self.streams.keys().next() {
            self.broken.get_or_insert(Broken {
                stream: Some(*entity),
                version: 1,
                why: "the stream's entity is gone",
            });
        }
        if self.wanted.is_some_and(|wanted| !wanted.found) {
            self.broken.get_or_insert(Broken {
                stream: None,
                version: 0,
                why: "the checkpoint is not in the history",
            });
        }
        Verification {
            events: self.events,
            streams,
            checkpoint,
            first_broken: self.broken,
        }
    }

    /// The links must be those of the entities the event says it changed.
    fn check_subjects(&self, text: &str, chain: &[ChainEntry]) -> Result<(), Broken> {
        let place = chain.first();
        let broken = |why| Broken {
            stream: place.map(|entry| entry.entity),
            version: place.map_or(0, |entry| entry.head.version),
            why,
        };
        let event = Event::from_text(text).map_err(|_| broken("the event cannot be read"))?;
        let subjects = event.subjects();
        if subjects.iter().eq(chain.iter().map(|entry| &entry.entity)) {
            Ok(())
        } else {
            Err(broken(
                "the event is linked to other things than it changed",
            ))
        }
    }

    fn look_for_checkpoint(&mut self) {
        if let Some(wanted) = &mut self.wanted
            && wanted.events == self.events
        {
            wanted.found = wanted.hash == heads_digest(&self.streams);
        }
    }
}

impl Checkpoint {
    fn parse(text: &str) -> Self {
        let parsed = text
            .split_once(':')
            .and_then(|(events, hash)| Some((events.parse().ok()?, hash.parse().ok()?)));
        // What is no checkpoint at all is found nowhere: no log has that many events.
        let (events, hash) = parsed.unwrap_or((u64::MAX, Digest::default()));
        Self {
            events,
            hash,
            found: false,
        }
    }
}

fn checkpoint(events: u64, streams: &BTreeMap<EntityRef, Head>) -> String {
    format!("{events}:{}", heads_digest(streams))
}

fn heads_digest(streams: &BTreeMap<EntityRef, Head>) -> Digest {
    let lines: String = streams
        .iter()
        .map(|(entity, head)| format!("{entity} {} {}\n", head.version, head.hash))
        .collect();
    Digest::of(lines.as_bytes())
}
