//! The day through the library: the plant is set up, then every row becomes a command.
mod factory;
mod goods;
mod ids;
mod people;
mod quality;
mod rows;
mod setup;

pub(crate) use factory::{Factory, Tally, Told};
pub(crate) use rows::{Closed, close, run_day};
