//! What each event does to the entities: written once, total, and the same live and in a replay.
mod flows;
mod inventory;
mod lots;
mod quality;
mod runs;

use crate::world::Draft;

/// The effect of an event. Its facts were checked by the command that recorded it.
pub(super) trait Apply {
    fn apply(&self, plant: &mut Draft<'_>);
}
