use crate::options::Options;
use std::time::{Duration, Instant};

/// Pauses between tries: 5 ms, doubled up to 250 ms, each spread over its upper half, until the deadline.
#[derive(Debug)]
pub(crate) struct Backoff {
    ends: Instant,
    pause: Duration,
}

const FIRST: Duration = Duration::from_millis(5);
const LONGEST: Duration = Duration::from_millis(250);

impl Backoff {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            ends: Instant::now() + options.deadline,
            pause: FIRST,
        }
    }

    /// How long to wait before the next try; none: it is over.
    pub(crate) fn next_pause(&mut self) -> Option<Duration> {
        let now = Instant::now();
        if now >= self.ends {
            return None;
        }
        // Commands that met once shall not meet again: the fraction of the clock's second tells them apart.
        let spread = u32::try_from(uuid::Uuid::now_v7().as_u128() % 1000).unwrap_or(0);
        let half = self.pause / 2;
        let pause = half + half * spread / 1000;
        self.pause = (self.pause * 2).min(LONGEST);
        Some(pause.min(self.ends - now))
    }
}
