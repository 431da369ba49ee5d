//! What people ask after the day, and the report they read.
mod answers;
mod balance;
mod figures;
mod goods;
mod page;
mod quality;
mod table;

pub(crate) use answers::{Answers, Asked, RunAnswer, ask};
pub(crate) use figures::{kg, short_kg};
pub(crate) use page::{Timing, print};
