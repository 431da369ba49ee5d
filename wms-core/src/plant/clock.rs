use crate::time::Instant;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// The store's clock, injected: core reads no other.
pub trait Clock: Send {
    /// The time now.
    fn now(&self) -> Instant;
}

/// A clock that stands still.
impl Clock for Instant {
    fn now(&self) -> Instant {
        *self
    }
}

impl<F: Fn() -> Instant + Send> Clock for F {
    fn now(&self) -> Instant {
        self()
    }
}

/// A clock that is set by hand; clones show the same time.
#[derive(Debug, Clone)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock that shows `now`.
    #[must_use]
    pub fn at(now: Instant) -> Self {
        Self(Arc::new(AtomicI64::new(now.millis())))
    }

    /// Sets it.
    pub fn set(&self, now: Instant) {
        self.0.store(now.millis(), Ordering::Relaxed);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        // INVARIANT: only instants are ever stored.
        Instant::from_millis(self.0.load(Ordering::Relaxed))
            .unwrap_or_else(|_| chrono::DateTime::UNIX_EPOCH.into())
    }
}
