//! The in-memory plant: a complete World, its log, a clock and a source of ids that the host injects.
mod clock;
mod engine;
mod ids;
mod log;
mod rebuild;
mod session;
#[cfg(test)]
mod tests;

pub use clock::{Clock, ManualClock};
pub use engine::{Answer, Plant};
pub use ids::{IdSource, SequentialIds};
pub use log::{Log, LogEvent};
pub use rebuild::{RebuildError, Replay, rebuild};
pub use session::{Applied, Session};
