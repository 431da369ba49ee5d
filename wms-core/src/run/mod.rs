//! Runs: one execution of one published version, step by step (rule book, sections 2 and 4).
mod entity;
mod rules;
mod status;
mod step;

pub use entity::{Run, StepExecution};
pub(crate) use rules::guard;
pub use status::{RunStatus, RunTransition, StepStatus};
pub use step::{Step, StepName, Stream};
