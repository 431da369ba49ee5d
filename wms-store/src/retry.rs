use crate::{error::Error, options::Options};
use std::time::{Duration, Instant};

/// Pauses between tries: 5 ms, doubled up to 250 ms, each spread over its upper half, until the deadline.
#[derive(Debug)]
pub(crate) struct Backoff {
    ends: Instant,
    pause: Duration,
    /// How often it may still go wrong in a way that nobody can name, and how often the connection may be lost.
    unnamed: u32,
    lost: u32,
}

const FIRST: Duration = Duration::from_millis(5);
const LONGEST: Duration = Duration::from_millis(250);

impl Backoff {
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            ends: Instant::now() + options.deadline,
            pause: FIRST,
            unnamed: 4,
            lost: 1,
        }
    }

    /// How long to wait before the next try; none: it is over.
    pub(crate) fn next_pause(&mut self, error: &Error) -> Option<Duration> {
        let now = Instant::now();
        if now >= self.ends {
            return None;
        }
        if error.is_disconnect() {
            self.lost = self.lost.checked_sub(1)?;
        } else if !error.is_named() {
            self.unnamed = self.unnamed.checked_sub(1)?;
        }
        // Commands that met once shall not meet again: the fraction of the clock's second tells them apart.
        let spread = u32::try_from(uuid::Uuid::now_v7().as_u128() % 1000).unwrap_or(0);
        let half = self.pause / 2;
        let pause = half + half * spread / 1000;
        self.pause = (self.pause * 2).min(LONGEST);
        Some(pause.min(self.ends - now))
    }
}
