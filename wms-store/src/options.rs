use chrono::{DateTime, TimeDelta};
use core::fmt;
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};
use wms_core::{actor::Permissions, plant::Clock, time::Instant};

/// How a database is used.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// How many connections read at the same time; PostgreSQL writes over them, too. 4 unless told.
    pub connections: usize,
    /// How long a command is tried again while the database is busy. 5 s unless told.
    pub deadline: Duration,
    /// What the host lets its roles do: the table of the rule book, narrowed.
    pub permissions: Permissions,
    /// The store's clock.
    pub clock: Arc<dyn Clock + Sync>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 4,
            deadline: Duration::from_secs(5),
            permissions: Permissions::default(),
            clock: Arc::new(system_time),
        }
    }
}

impl Options {
    /// With another clock than the system's.
    #[must_use]
    pub fn with_clock(self, clock: impl Clock + Sync + 'static) -> Self {
        Self {
            clock: Arc::new(clock),
            ..self
        }
    }

    /// With the rights of roles narrowed.
    #[must_use]
    pub fn with_permissions(self, permissions: Permissions) -> Self {
        Self {
            permissions,
            ..self
        }
    }

    /// With this many connections.
    #[must_use]
    pub fn with_connections(self, connections: usize) -> Self {
        Self {
            connections,
            ..self
        }
    }

    /// With this long to wait for a busy database.
    #[must_use]
    pub fn with_deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }
}

/// The system's clock; one that is set before 1970 shows 1970.
fn system_time() -> Instant {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let now = TimeDelta::from_std(since)
        .ok()
        .and_then(|since| DateTime::UNIX_EPOCH.checked_add_signed(since));
    now.unwrap_or(DateTime::UNIX_EPOCH).into()
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("connections", &self.connections)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}
