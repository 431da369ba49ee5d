use super::wait;
use wms_core::{command::Act, error::Rejection, ids::CommandKey, plant::Applied, time::Instant};

/// [`crate::Session`], blocking.
#[derive(Debug, Clone)]
pub struct Session(crate::Session);

impl Session {
    /// As [`crate::Session::with_key`].
    #[must_use]
    pub fn with_key(self, key: impl Into<CommandKey>) -> Self {
        Self(self.0.with_key(key))
    }

    /// As [`crate::Session::at`].
    #[must_use]
    pub fn at(self, at: Instant) -> Self {
        Self(self.0.at(at))
    }

    /// As [`crate::Session::run`].
    ///
    /// # Errors
    /// The same.
    pub fn run<C>(&mut self, command: C) -> Result<Applied<C::Outcome>, Rejection>
    where
        C: Act + Send + 'static,
        C::Outcome: Send + 'static,
    {
        wait(self.0.run(command))
    }
}

impl From<crate::Session> for Session {
    fn from(session: crate::Session) -> Self {
        Self(session)
    }
}
