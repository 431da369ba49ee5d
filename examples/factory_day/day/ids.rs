//! Ids that count up, so that the same day always looks the same.
use uuid::Uuid;

/// A source of ids; a real host draws UUIDv7.
#[derive(Debug, Default)]
pub(crate) struct Ids(u64);

impl Ids {
    /// An id that was not given out before.
    pub(crate) fn next<I: From<Uuid>>(&mut self) -> I {
        self.0 += 1;
        // Kept apart from the keys that the plant draws for itself.
        Uuid::from_u128(0x7000_8000_0000_0000_0000 | u128::from(self.0)).into()
    }
}
