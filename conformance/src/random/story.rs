//! What chance decides: which commands come, and the dice their details are thrown with.

use super::{DICE, Kind};

/// One command to come: its kind and its dice. What they mean depends on the plant at that moment, so a
/// story that loses a turn is still a story: it shrinks well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    pub(super) kind: Kind,
    pub(super) dice: [u16; DICE],
}

impl Roll {
    /// A roll from numbers that chance gives: any number becomes a kind, by how often it comes.
    #[must_use]
    pub fn of(number: u32, dice: [u16; DICE]) -> Self {
        let kind = Kind::by_weight(number % Kind::total_weight());
        Self { kind, dice }
    }
}

/// One random day.
#[derive(Clone, PartialEq, Eq)]
pub struct Story {
    /// Where the plant's first run stands when the story begins, from 0 to 10.
    pub first_step: u8,
    /// The turns to come.
    pub rolls: Vec<Roll>,
}

/// Says little on purpose: what happens in a story is told by a [`super::Transcript`].
impl core::fmt::Debug for Story {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "a story of {} commands from step {}",
            self.rolls.len(),
            self.first_step
        )
    }
}
