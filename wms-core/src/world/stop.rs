use super::{Claim, Key};
use crate::{audit::NotCanonical, error::Rejection};

/// Why a decision did not come about. A rule's `?` carries both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// The rule asked for what was not loaded: load it and decide again.
    Missing(Vec<Claim>),
    /// The command is refused.
    Rejected(Box<Rejection>),
}

impl Stop {
    pub(crate) fn missing(key: Key) -> Self {
        Self::Missing(vec![key.into()])
    }
}

impl From<Rejection> for Stop {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(Box::new(rejection))
    }
}

impl From<NotCanonical> for Stop {
    /// An event with a value that has no canonical text is a defect of the library.
    fn from(_: NotCanonical) -> Self {
        Rejection::Internal {}.into()
    }
}

/// `ensure!(run.is_open(), Rejection::…)`: one guard, one line; the refusal is made only when it is needed.
macro_rules! ensure {
    ($holds:expr, $otherwise:expr) => {
        if !$holds {
            return Err($otherwise.into());
        }
    };
}
pub(crate) use ensure;
