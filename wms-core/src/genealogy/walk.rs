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
    let mut walk = Reach {
        seen: Seen::new(size),
        lots: vec![(from, 0)],
        depth: depth.unwrap_or(u32::MAX),
    };
    walk.seen.insert(from);
    if direction != Direction::Forward {
        walk.visit(from, |slot| genealogy.parent_slots(slot));
    }
    if direction != Direction::Backward {
        // The genealogy is acyclic (I1): what is an ancestor is no descendant, so one set serves both.
        walk.visit(from, |slot| genealogy.child_slots(slot));
    }
    Walk { lots: walk.lots }
}

/// A walk under way.
struct Reach {
    seen: Seen,
    lots: Vec<(Slot, u32)>,
    depth: u32,
}

impl Reach {
    /// Visits what is reached from a lot one way; the lots found are themselves the queue.
    fn visit<N: Iterator<Item = Slot>>(&mut self, from: Slot, neighbours: impl Fn(Slot) -> N) {
        let (mut queued, mut next) = (self.lots.len(), Some((from, 0)));
        while let Some((slot, distance)) = next.filter(|(_, distance)| *distance < self.depth) {
            for reached in neighbours(slot) {
                if self.seen.insert(reached) {
                    self.lots.push((reached, distance + 1));
                }
            }
            next = self.lots.get(queued).copied();
            queued += 1;
        }
    }
}

/// How many words of a bitmap are cleared in the time of one insert into a hash set.
const WORDS_PER_HASH: usize = 256;

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
        if self.few.len() > self.words / WORDS_PER_HASH {
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
