//! SQL types that mean the same on both databases, and the values rows hold.
//!
//! Each is a local type, so that both backends can be taught it here and `wms-core` stays free of diesel.
mod column;
mod day;
mod id;
mod instant;
mod word;

pub(crate) use column::Column;
pub(crate) use day::{Date, Day};
pub(crate) use id::{Id, IdValue};
pub(crate) use instant::{Instant, Time};
pub(crate) use word::Word;
