//! A tiny deterministic source of numbers: SplitMix64 (Steele, Lea, Flood 2014).

#[derive(Debug, Clone)]
pub(super) struct Rng(u64);

impl Rng {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = i128::from(high) - i128::from(low) + 1;
        let number = i128::from(self.next()) % width.max(1);
        // Below `width`, so within the two ends.
        i64::try_from(number).map_or(low, |number| low + number)
    }

    /// One of a list; the lists of this generator are not empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T], or: T) -> T {
        let last = i64::try_from(list.len()).unwrap_or(1) - 1;
        let place = usize::try_from(self.between(0, last.max(0))).unwrap_or_default();
        list.get(place).copied().unwrap_or(or)
    }
}
