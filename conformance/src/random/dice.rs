use super::Roll;

/// How many dice a roll has: more than any command throws.
pub const DICE: usize = 24;

/// Reads a roll's dice one after the other; where they are used up, or at rest, the simplest choice is made.
#[derive(Debug)]
pub(super) struct Dice<'a>(core::slice::Iter<'a, u16>);

impl<'a> Dice<'a> {
    pub(super) fn of(roll: &'a Roll) -> Self {
        Self(roll.dice.iter())
    }

    /// A number from 0 to `sides` − 1.
    pub(super) fn throw(&mut self, sides: usize) -> usize {
        let die = usize::from(self.0.next().copied().unwrap_or_default());
        die % sides.max(1)
    }

    /// The same as a whole number of 64 bits.
    pub(super) fn number(&mut self, sides: u16) -> i64 {
        let die = self.0.next().copied().unwrap_or_default();
        i64::from(die % sides.max(1))
    }

    /// Whether the one case in `n` comes true; a die at rest says no.
    pub(super) fn one_in(&mut self, n: usize) -> bool {
        self.throw(n) == n - 1
    }

    /// A thing from a list.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> Option<T> {
        let place = self.throw(list.len());
        list.get(place).copied()
    }

    /// A thing from a list that is not empty.
    pub(super) fn one_of<T: Copy, const N: usize>(&mut self, list: [T; N]) -> T {
        let place = self.throw(N);
        let [first, ..] = list.as_slice() else {
            unreachable!("a list to choose from has something in it")
        };
        list.get(place).copied().unwrap_or(*first)
    }
}
