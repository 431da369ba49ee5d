//! Buffers, stock moves, picking (rule book, section 9).
mod buffer;
mod movement;
mod rules;

pub use buffer::{Buffer, BufferHold, Stock, StockOf};
pub use movement::{Consignee, Dispatch, MoveKind, StockMove};
pub(crate) use rules::{guard_capacity, guard_sku, guard_type};
