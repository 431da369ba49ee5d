//! Chance from a seed, the same in two processes.
use wms_conformance::random::{DICE, Roll, Story};

/// A small generator (xorshift64*): it only has to differ from seed to seed.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    fn die(&mut self) -> u16 {
        u16::try_from(self.below(1 << 16)).unwrap()
    }

    fn roll(&mut self) -> Roll {
        let number = u32::try_from(self.below(1 << 32)).unwrap();
        Roll::of(number, core::array::from_fn::<u16, DICE, _>(|_| self.die()))
    }

    /// A story of so many commands.
    pub(crate) fn story(&mut self, commands: usize) -> Story {
        let first_step = u8::try_from(self.below(11)).unwrap();
        let rolls = (0..commands).map(|_| self.roll()).collect();
        Story { first_step, rolls }
    }
}
