//! Traces: breadth first, linear in what they visit.
use super::{Genealogy, Slot};
use crate::vocabulary::vocabulary;
use std::collections::HashSet;

vocabulary! {
    /// Which way a trace goes.
    pub enum Direction {
        /// To the ancestors.
        Backward = "BACKWARD", hu "visszafelé", en "backward";
        /// To the descendants.
        Forward = "FORWARD", hu "előre", en "forward";
        /// To both.
        Both = "BOTH", hu "mindkét irányban", en "both ways";
    }
}

/// What a trace visited: every lot once, with its shortest distance, nearest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// The lots; the traced one first, at distance 0.
    pub lots: Vec<(Slot, u32)>,
}

/// Visits the lots around one of them.
///
/// BOTH is the ancestors and the descendants, not whatever is connected: a sibling is neither.
#[must_use]
pub fn walk(
    genealogy: &Genealogy,
    size: usize,
    from: Slot,
    direction: Direction,
    depth: Option<u32>,
) -> Walk {
    let mut seen = Seen::new(size);
    seen.insert(from);
    let mut lots = vec![(from, 0)];
    if direction != Direction::Forward {
        visit(from, depth, &mut seen, &mut lots, |slot, reach| {
            genealogy.parents(slot).for_each(|link| reach(link.slot))
        });
    }
    if direction != Direction::Backward {
        // The genealogy is acyclic (I1): what is an ancestor is no descendant, so one set serves both.
        visit(from, depth, &mut seen, &mut lots, |slot, reach| {
            genealogy.children(slot).for_each(|link| reach(link.slot))
        });
    }
    Walk { lots }
}

fn visit(
    from: Slot,
    depth: Option<u32>,
    seen: &mut Seen,
    lots: &mut Vec<(Slot, u32)>,
    neighbours: impl Fn(Slot, &mut dyn FnMut(Slot)),
) {
    let mut level = lots.len();
    expand(from, 1, depth, seen, lots, &neighbours);
    while let Some(&(slot, distance)) = lots.get(level) {
        expand(slot, distance + 1, depth, seen, lots, &neighbours);
        level += 1;
    }
}

fn expand(
    slot: Slot,
    distance: u32,
    depth: Option<u32>,
    seen: &mut Seen,
    lots: &mut Vec<(Slot, u32)>,
    neighbours: &impl Fn(Slot, &mut dyn FnMut(Slot)),
) {
    if depth.is_some_and(|depth| distance > depth) {
        return;
    }
    neighbours(slot, &mut |reached| {
        if seen.insert(reached) {
            lots.push((reached, distance));
        }
    });
}

/// The slots seen so far: a hash set while they are few, a bitmap once clearing one is worth it.
///
/// So a trace of ten lots costs ten lots also in a plant of ten million.
struct Seen {
    few: HashSet<Slot>,
    bits: Option<Vec<u64>>,
    words: usize,
}

impl Seen {
    fn new(size: usize) -> Self {
        Self {
            few: HashSet::new(),
            bits: None,
            words: size.div_ceil(64),
        }
    }

    fn insert(&mut self, slot: Slot) -> bool {
        if let Some(bits) = &mut self.bits {
            return set(bits, slot);
        }
        let new = self.few.insert(slot);
        if self.few.len() > self.words / 4 {
            let mut bits = vec![0; self.words];
            for seen in self.few.drain() {
                set(&mut bits, seen);
            }
            self.bits = Some(bits);
        }
        new
    }
}

fn set(bits: &mut [u64], slot: Slot) -> bool {
    let (word, bit) = (slot as usize / 64, 1_u64 << (slot % 64));
    match bits.get_mut(word) {
        Some(word) => {
            let new = *word & bit == 0;
            *word |= bit;
            new
        }
        None => false,
    }
}
