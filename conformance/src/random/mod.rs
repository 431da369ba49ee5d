//! Random plausible days of a plant, for properties and for comparing stores.
//!
//! A [`Story`] is chance alone: kinds of commands and dice. A [`Teller`] turns it into envelopes, one at a
//! time, by what the plant is at that moment: most are what a plant would do next, some are wrong. It reads
//! the answers into a [`Ledger`], a second, naive account of the events. A [`Transcript`] tells a story as a
//! conformance script, so that what a property finds can be read, saved and played against any host.

mod dice;
mod kind;
mod ledger;
mod scene;
mod speak;
mod story;
mod teller;
mod transcript;

pub use dice::DICE;
pub use kind::Kind;
pub use ledger::{BufferLine, DeviationLine, Ledger, LinkLine, LotLine, RunLine, VersionLine};
pub use story::{Roll, Story};
pub use teller::{Teller, Turn};
pub use transcript::Transcript;
