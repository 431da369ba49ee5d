//! Replaying a log from nothing gives the plant it came from (rule book, I7).
use crate::{
    actor::Permissions,
    audit::Recorded,
    command::Context,
    event::{Event, UnreadableEvent},
    flow::FlowGraph,
    ids::TenantId,
    world::{Draft, World},
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
    let mut world = World::complete(tenant);
    graphs.into_iter().for_each(|graph| world.load_graph(graph));
    let permissions = Permissions::default();
    let mut log = log.into_iter().peekable();
    while let Some(first) = log.next() {
        let ctx = Context {
            key: first.key,
            actor: first.actor,
            at: first.at,
            now: first.recorded_at,
            permissions: &permissions,
        };
        let mut draft = Draft::on(&world, &ctx);
        record(&mut draft, first)?;
        while let Some(next) = log.next_if(|next| next.key == first.key) {
            record(&mut draft, next)?;
        }
        let changes = draft.take();
        world.put(changes);
    }
    Ok(world)
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
