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
    /// How long making a connection to PostgreSQL may take. 5 s unless told.
    pub connect_timeout: Duration,
    /// How long a transaction waits for a connection of the pool, before it is `STORE_BUSY`. 5 s unless told.
    pub acquire_timeout: Duration,
    /// How long a statement on PostgreSQL waits for a lock; then the command is tried again. 5 s unless told;
    /// none: as the server is set.
    pub lock_timeout: Option<Duration>,
    /// How long a statement on PostgreSQL may run, before it is `STORE_BUSY`. None unless told: as the server is set.
    pub statement_timeout: Option<Duration>,
    /// How long a statement on SQLite waits for another process that writes; then the command is tried again.
    /// 5 s unless told.
    pub busy_timeout: Duration,
    /// Whether a PostgreSQL role that row-level security does not bind is refused, superusers for one.
    pub rls: bool,
    /// What the host lets its roles do: the table of the rule book, narrowed.
    pub permissions: Permissions,
    /// The store's clock.
    pub clock: Arc<dyn Clock + Sync>,
}

/// How long anything is waited for unless told: a person before a scanner waits no longer.
const PATIENCE: Duration = Duration::from_secs(5);

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 4,
            deadline: PATIENCE,
            connect_timeout: PATIENCE,
            acquire_timeout: PATIENCE,
            lock_timeout: Some(PATIENCE),
            statement_timeout: None,
            busy_timeout: PATIENCE,
            rls: false,
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

    /// With this long to make a connection.
    #[must_use]
    pub fn with_connect_timeout(self, connect_timeout: Duration) -> Self {
        Self {
            connect_timeout,
            ..self
        }
    }

    /// With this long to wait for a connection of the pool.
    #[must_use]
    pub fn with_acquire_timeout(self, acquire_timeout: Duration) -> Self {
        Self {
            acquire_timeout,
            ..self
        }
    }

    /// With this long to wait for a lock; none: as the server is set.
    #[must_use]
    pub fn with_lock_timeout(self, lock_timeout: impl Into<Option<Duration>>) -> Self {
        Self {
            lock_timeout: lock_timeout.into(),
            ..self
        }
    }

    /// With this long for a statement; none: as the server is set.
    #[must_use]
    pub fn with_statement_timeout(self, statement_timeout: impl Into<Option<Duration>>) -> Self {
        Self {
            statement_timeout: statement_timeout.into(),
            ..self
        }
    }

    /// With this long to wait for another process that writes to the file.
    #[must_use]
    pub fn with_busy_timeout(self, busy_timeout: Duration) -> Self {
        Self {
            busy_timeout,
            ..self
        }
    }

    /// Refusing a role that row-level security does not bind, or not.
    #[must_use]
    pub fn with_rls(self, rls: bool) -> Self {
        Self { rls, ..self }
    }
}

/// The system's clock; one that is set before 1970 shows 1970.
#[must_use]
pub fn system_time() -> Instant {
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
