//! The classes of the core's declarations: written by `cargo xtask generate`.
pub(crate) mod commands;
mod dispatch;
pub(crate) mod events;
pub(crate) mod parts;
pub(crate) mod queries;
mod sets;
pub(crate) mod values;

pub(crate) use dispatch::answer;
pub(crate) use sets::{closed_sets, label};
