//! The in-memory plant as a host.

use chrono::{DateTime, Utc};
use wms_core::plant::{ManualClock, Plant, SequentialIds};

use crate::Host;

/// A fresh in-memory plant, with a clock that stands until it is set.
#[derive(Debug)]
pub struct MemoryHost {
    plant: Plant,
    clock: ManualClock,
}

impl MemoryHost {
    /// An empty plant at this time.
    #[must_use]
    pub fn new(now: DateTime<Utc>) -> Self {
        let clock = ManualClock::at(now.into());
        Self {
            plant: Plant::new(clock.clone(), SequentialIds::default()),
            clock,
        }
    }
}

impl Host for MemoryHost {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock.set(now.into());
    }

    fn execute(&mut self, envelope: &str) -> String {
        self.plant.execute_json(envelope)
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        self.plant.ask_json(query)
    }
}
