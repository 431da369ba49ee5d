use super::{Run, RunTransition};
use crate::{command::CommandType, error::Rejection};

/// The run's state must allow the command (rule book, section 4).
pub(crate) fn guard(
    run: &Run,
    transition: RunTransition,
    command: CommandType,
) -> Result<(), Rejection> {
    if run.status.allows(transition) {
        return Ok(());
    }
    Err(Rejection::InvalidTransition {
        entity: "run",
        id: run.id.to_string(),
        state: run.status.as_str(),
        command: command.as_str(),
    })
}
