//! Chance: proptest throws the dice, and takes away turns of a story that fails until nothing can go.
use core::ops::RangeInclusive;
use proptest::{collection::vec, prelude::*};
use wms_conformance::random::{DICE, Roll, Story};

/// Stories of so many commands.
pub(crate) fn stories(commands: RangeInclusive<usize>) -> impl Strategy<Value = Story> {
    let numbers = (0..10_000_u32, any::<[u16; DICE]>());
    let roll = numbers.prop_map(|(number, dice)| Roll::of(number, dice));
    let story = (0..=10_u8, vec(roll, commands));
    story.prop_map(|(first_step, rolls)| Story { first_step, rolls })
}
