//! Quality: gates and limits, inspections, readings, deviations (rule book, section 7).
mod deviation;
mod gate;
mod inspection;
mod reading;
mod rules;
#[cfg(test)]
mod tests;

pub use deviation::{CorrectiveAction, Deviation, DeviationCause, DeviationStatus, Subject};
pub use gate::{ChecklistItem, Gate, GateKind, Limit, Range};
pub use inspection::{ChecklistAnswer, Decision, Inspection, Signature};
pub use reading::{Badge, Reading, ReadingKind};
pub(crate) use rules::{
    gate_numbers, guard_inside, guard_limits, guard_readings, judge, limits, plan,
};
