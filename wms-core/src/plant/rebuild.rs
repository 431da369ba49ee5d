//! Replaying a log from nothing gives the plant it came from (rule book, I7).
use crate::{
    actor::Permissions,
    audit::Recorded,
    command::Context,
    event::{Event, UnreadableEvent},
    flow::FlowGraph,
    ids::TenantId,
    world::{Changes, Draft, World},
};
use std::sync::Arc;

/// Why a log gives no plant.
#[derive(Debug, thiserror::Error)]
pub enum RebuildError {
    /// An event that cannot be read.
    #[error("event {number} of command {key}: {source}")]
    Unreadable {
        /// The command's key.
        key: crate::ids::CommandKey,
        /// The event's number within it.
        number: usize,
        /// Why.
        source: UnreadableEvent,
    },
    /// An event about something that no earlier event made.
    #[error("event {number} of command {key} does not follow from the ones before")]
    DoesNotFollow {
        /// The command's key.
        key: crate::ids::CommandKey,
        /// The event's number within it.
        number: usize,
    },
}

/// Builds the World that a log's events lead to. Events carry only the hashes of graphs, so their texts come
/// beside them.
///
/// # Errors
/// [`RebuildError`] names the first event that cannot be read or does not follow.
pub fn rebuild<'a>(
    tenant: TenantId,
    graphs: impl IntoIterator<Item = Arc<FlowGraph>>,
    log: impl IntoIterator<Item = &'a Recorded>,
) -> Result<World, RebuildError> {
    let mut replay = Replay::new(tenant);
    graphs.into_iter().for_each(|graph| replay.graph(graph));
    let mut log = log.into_iter().peekable();
    while let Some(first) = log.next() {
        let mut command = vec![first];
        while let Some(next) = log.next_if(|next| next.key == first.key) {
            command.push(next);
        }
        let changes = replay.command(command)?;
        replay.put(changes);
    }
    Ok(replay.world)
}

/// A log replayed command by command, for a store that writes what each of them leaves.
#[derive(Debug)]
pub struct Replay {
    world: World,
}

impl Replay {
    /// Before the first command.
    #[must_use]
    pub fn new(tenant: TenantId) -> Self {
        let world = World::complete(tenant);
        Self { world }
    }

    /// A graph that events name by its hash; needed before the first event that does.
    pub fn graph(&mut self, graph: Arc<FlowGraph>) {
        self.world.load_graph(graph);
    }

    /// The plant as it is after what was put.
    #[must_use]
    pub const fn world(&self) -> &World {
        &self.world
    }

    /// What the events of one command, in order, leave to do; nothing happens yet. No events: nothing.
    ///
    /// # Errors
    /// [`RebuildError`] names the event that cannot be read or does not follow.
    pub fn command<'a>(
        &self,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<Changes, RebuildError> {
        let mut events = events.into_iter();
        let Some(first) = events.next() else {
            return Ok(Changes::default());
        };
        let permissions = Permissions::default();
        let ctx = Context {
            key: first.key,
            actor: first.actor,
            at: first.at,
            now: first.recorded_at,
            permissions: &permissions,
        };
        let mut draft = Draft::on(&self.world, &ctx);
        record(&mut draft, first)?;
        for next in events {
            record(&mut draft, next)?;
        }
        Ok(draft.take())
    }

    /// Takes a command's changes over.
    pub fn put(&mut self, changes: Changes) {
        self.world.put(changes);
    }
}

fn record(draft: &mut Draft<'_>, recorded: &Recorded) -> Result<(), RebuildError> {
    let (key, number) = (recorded.key, recorded.number);
    let event = Event::from_text(&recorded.text).map_err(|source| RebuildError::Unreadable {
        key,
        number,
        source,
    })?;
    draft
        .record(event)
        .map_err(|_| RebuildError::DoesNotFollow { key, number })
}
