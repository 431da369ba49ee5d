//! Where a day is kept: in memory, or in a database.
mod keep;
mod store;

pub(crate) use keep::Kept;
pub(crate) use store::{Books, Store};
