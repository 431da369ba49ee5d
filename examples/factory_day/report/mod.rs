//! What people ask after the day, and the report they read.
mod answers;
mod balance;
mod figures;
mod goods;
mod page;
mod quality;
mod table;

pub(crate) use answers::{Answers, Asked, ask};
pub(crate) use figures::{short_kg, wall_clock};
pub(crate) use goods::material;
#[cfg(test)]
pub(crate) use page::text;
pub(crate) use page::{Timing, print};
