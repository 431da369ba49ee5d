use uuid::Uuid;

/// A source of ids, injected: core draws none of its own.
pub trait IdSource: Send {
    /// An id that was never given out.
    fn next_id(&mut self) -> Uuid;
}

impl<F: FnMut() -> Uuid + Send> IdSource for F {
    fn next_id(&mut self) -> Uuid {
        self()
    }
}

/// Ids that count up, in the shape of UUIDv7: for tests and examples, where runs must repeat.
#[derive(Debug, Clone, Default)]
pub struct SequentialIds(u64);

impl IdSource for SequentialIds {
    fn next_id(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(0x7000_c000_0000_0000_0000 | u128::from(self.0))
    }
}
