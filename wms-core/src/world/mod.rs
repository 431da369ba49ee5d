//! What is known of a plant: all of it in memory, a part of it in a store's transaction (ARCHITECTURE.md).
mod changes;
mod draft;
mod history;
mod key;
mod knows;
mod load;
mod lot_sets;
mod overlay;
mod put;
mod state;
mod stop;
mod supply;
mod table;

pub use changes::Changes;
pub(crate) use draft::Draft;
pub(crate) use history::BufferFact;
pub use history::History;
pub use key::{Claim, Intent, Key, LotSet, Sequence};
pub use state::World;
pub use stop::Stop;
pub(crate) use stop::ensure;
pub(crate) use table::Table;
