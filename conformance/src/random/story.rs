//! What chance decides: which commands come, and the dice their details are thrown with.

use core::ops::RangeInclusive;

use proptest::{collection::vec, prelude::*};

use super::{Kind, dice::DICE};

/// One command to come: its kind and its dice. What they mean depends on the plant at that moment, so a
/// story that loses a turn is still a story: it shrinks well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roll {
    pub(super) kind: Kind,
    pub(super) dice: [u16; DICE],
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

/// Stories of so many commands.
pub fn stories(commands: RangeInclusive<usize>) -> impl Strategy<Value = Story> {
    let kind = (0..Kind::total_weight()).prop_map(Kind::by_weight);
    let roll = (kind, any::<[u16; DICE]>()).prop_map(|(kind, dice)| Roll { kind, dice });
    (0..=10_u8, vec(roll, commands)).prop_map(|(first_step, rolls)| Story { first_step, rolls })
}
