//! Which lots a completed run finishes (rule book, section 4).
use crate::{
    ids::{LotId, RunId},
    lot::Lot,
    world::{Claim, Draft, Key, LotSet, Stop},
};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// The CONSUMED lots of a run that may be finished: children before parents, else by step downwards, then code.
///
/// A lot may be finished once no child is open but such as are finished with it.
pub(super) fn finishable(plant: &Draft<'_>, run: RunId) -> Result<Vec<LotId>, Stop> {
    let consumed = plant.lot_set(LotSet::Consumed(run))?;
    plant.want(
        consumed
            .iter()
            .map(|lot| Claim::rely(Key::OpenChildren(lot.id))),
    )?;
    let ours: BTreeSet<LotId> = consumed.iter().map(|lot| lot.id).collect();

    // What keeps each lot open; a child that is none of ours keeps it open for good.
    let mut waits_for: BTreeMap<LotId, usize> = BTreeMap::new();
    let mut parents_of: BTreeMap<LotId, Vec<&Lot>> = BTreeMap::new();
    for lot in &consumed {
        let open = plant.open_children(lot.id)?;
        if open.iter().all(|child| ours.contains(&child.id)) {
            waits_for.insert(lot.id, open.len());
            open.iter()
                .for_each(|child| parents_of.entry(child.id).or_default().push(lot));
        }
    }
    let is_free = |lot: &&&Lot| waits_for.get(&lot.id) == Some(&0);
    let mut ready: BinaryHeap<Finishable<'_>> = consumed
        .iter()
        .filter(is_free)
        .map(|lot| Finishable(lot))
        .collect();
    let mut finished = Vec::new();
    while let Some(Finishable(lot)) = ready.pop() {
        finished.push(lot.id);
        for parent in parents_of.remove(&lot.id).unwrap_or_default() {
            if let Some(waiting) = waits_for.get_mut(&parent.id) {
                *waiting = waiting.saturating_sub(1);
                if *waiting == 0 {
                    ready.push(Finishable(parent));
                }
            }
        }
    }
    Ok(finished)
}

/// The greatest is finished first: the highest step, then the lowest code.
struct Finishable<'a>(&'a Lot);

impl Ord for Finishable<'_> {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        let by_code = || crate::code::order(&other.0.code, &self.0.code);
        self.0.step().cmp(&other.0.step()).then_with(by_code)
    }
}

impl PartialOrd for Finishable<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Finishable<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Finishable<'_> {}
