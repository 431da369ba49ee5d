//! The in-memory plant as a host.

use chrono::{DateTime, Utc};

use crate::Host;

/// A fresh in-memory plant with a clock that stands until it is set.
#[derive(Debug)]
pub struct MemoryHost {
    clock: DateTime<Utc>,
}

impl MemoryHost {
    /// An empty plant at this time.
    #[must_use]
    pub fn new(clock: DateTime<Utc>) -> Self {
        Self { clock }
    }
}

const NOT_YET: &str = r#"{"code": "INTERNAL", "category": "internal", "message": {"en": "no in-memory plant in this build"}, "details": {}}"#;

impl Host for MemoryHost {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock = now;
    }

    fn execute(&mut self, _envelope: &str) -> String {
        format!(r#"{{"status": "rejected", "error": {NOT_YET}}}"#)
    }

    fn ask(&mut self, _query: &str) -> Result<String, String> {
        Err(NOT_YET.to_owned())
    }
}
