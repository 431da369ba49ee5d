//! The JSON forms: how envelopes, queries and their parts are read, and how answers are written.
//!
//! Input is read by hand instead of by derive: an error must name the field's path and carry a code of
//! its own, unknown and doubled fields are refused, and a graph keeps its spelling.
mod answer;
mod field;
mod fields;
mod place;
mod record;
mod scalars;
#[cfg(test)]
mod tests;

pub use answer::{applied_json, rejected_json, rejection_json};
pub(crate) use field::{Field, check_name, read_alone};
pub(crate) use fields::Fields;
pub(crate) use place::Place;
pub use record::FieldInfo;
pub(crate) use record::{nested, record};
