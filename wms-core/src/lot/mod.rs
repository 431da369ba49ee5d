//! Lots: types, states, holds (rule book, sections 2, 4 and 6).
mod entity;
mod kind;
mod rules;
mod status;

pub use entity::{DeliveryNote, Hold, HoldRelease, LatestReading, Losses, Lot, Position, Supplier};
pub use kind::{HoldCause, LossKind, LotType, Sku, Species, Storage};
pub(crate) use rules::{guard, guard_not_voided, guard_released, refusal};
pub use status::{LotStatus, LotTransition};
