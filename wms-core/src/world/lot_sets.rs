//! The sets of lots that guards ask for, kept right by every put.
use super::{Key, LotSet, Stop, World};
use crate::{
    ids::{HoldId, LotId, RunId},
    lot::Lot,
    run::Step,
};
use std::collections::{BTreeSet, HashMap};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct LotSets {
    /// Of a complete World: the few lots that stop a run, by run and step.
    in_the_way: HashMap<(RunId, Step), BTreeSet<LotId>>,
    /// Of a complete World: the lots of a run in the order they joined it.
    of_run: HashMap<RunId, Vec<LotId>>,
    /// Of a complete World: the lots that have or had a hold.
    having: HashMap<HoldId, Vec<LotId>>,
    /// Of a partial World: the sets that were loaded.
    loaded: HashMap<LotSet, BTreeSet<LotId>>,
}

impl LotSets {
    /// A lot became what it is now.
    pub(super) fn update(&mut self, complete: bool, before: Option<&Lot>, now: &Lot) {
        if complete {
            self.update_complete(before, now);
            return;
        }
        for (set, lots) in &mut self.loaded {
            if set.contains(now) {
                lots.insert(now.id);
            } else {
                lots.remove(&now.id);
            }
        }
    }

    fn update_complete(&mut self, before: Option<&Lot>, now: &Lot) {
        if let Some(run) = now.run_id {
            if before.is_none_or(|before| before.run_id.is_none()) {
                self.of_run.entry(run).or_default().push(now.id);
            }
            let stops = LotSet::InTheWay(run, now.step()).contains(now);
            let stopped =
                before.is_some_and(|before| LotSet::InTheWay(run, now.step()).contains(before));
            if stops && !stopped {
                self.in_the_way
                    .entry((run, now.step()))
                    .or_default()
                    .insert(now.id);
            } else if stopped && !stops {
                self.in_the_way
                    .entry((run, now.step()))
                    .or_default()
                    .remove(&now.id);
            }
        }
        let known = before.map_or(0, |before| before.holds.len());
        for hold in now.holds.iter().skip(known) {
            self.having.entry(hold.id).or_default().push(now.id);
        }
    }
}

impl World {
    /// The lots of a set, with what this World's own changes made of it.
    pub(crate) fn lot_set(&self, set: LotSet) -> Result<Vec<LotId>, Stop> {
        if !self.complete {
            let loaded = self
                .lot_sets
                .loaded
                .get(&set)
                .ok_or_else(|| Stop::missing(Key::Lots(set)))?;
            return Ok(loaded.iter().copied().collect());
        }
        let sets = &self.lot_sets;
        Ok(match set {
            LotSet::InTheWay(run, step) => sets
                .in_the_way
                .get(&(run, step))
                .into_iter()
                .flatten()
                .copied()
                .collect(),
            LotSet::MadeAt(run, _) | LotSet::Consumed(run) => self
                .lots_of_run(run)
                .filter(|lot| set.contains(lot))
                .map(|lot| lot.id)
                .collect(),
            LotSet::Having(hold) => sets.having.get(&hold).cloned().unwrap_or_default(),
        })
    }

    /// Of a complete World: the lots of a run in the order they joined it.
    pub(crate) fn lots_of_run(&self, run: RunId) -> impl DoubleEndedIterator<Item = &Lot> {
        self.lot_sets
            .of_run
            .get(&run)
            .into_iter()
            .flatten()
            .filter_map(|id| self.lots.get(id))
    }

    /// Loads a set with its lots; what this World changed already stays as it changed it.
    pub fn load_lot_set(&mut self, set: LotSet, lots: Vec<Lot>) {
        let ids: Vec<LotId> = lots.iter().map(|lot| lot.id).collect();
        lots.into_iter()
            .for_each(|lot| self.load_lot(lot.id, Some(lot)));
        let known = self
            .lots
            .iter()
            .filter(|lot| set.contains(lot))
            .map(|lot| lot.id);
        let loaded = ids
            .into_iter()
            .filter(|id| self.lots.get(id).is_some_and(|lot| set.contains(lot)));
        let all = known.chain(loaded).collect();
        self.lot_sets.loaded.entry(set).or_insert(all);
    }
}
