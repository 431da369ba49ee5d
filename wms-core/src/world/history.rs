//! What a complete World remembers beyond its rows, for the questions people ask: moves, dispatches, balances.
use super::Table;
use crate::{
    amount::Kilograms,
    event::Event,
    genealogy::RunBalance,
    ids::{BufferId, DeviationId, LotId, MoveId, ReadingId, RunId},
    inventory::{Dispatch, StockMove},
    lot::{LossKind, Lot, LotType},
    quality::{Reading, Subject},
};
use std::collections::{BTreeMap, HashMap};

/// Facts that only ever grow, in the order they were recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    pub(crate) moves: Table<MoveId, StockMove>,
    dispatches: HashMap<LotId, Vec<Dispatch>>,
    balances: HashMap<RunId, RunBalance>,
    facts: HashMap<BufferId, Vec<BufferFact>>,
    contents: HashMap<BufferId, Contents>,
}

/// Something that happened at a buffer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BufferFact {
    /// A move in or out.
    Moved(MoveId),
    /// A reading of its air.
    Read(ReadingId),
    /// The end of a deviation of it.
    Closed(DeviationId),
}

/// The lots in a buffer, in the order in which they entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Contents {
    entered: u64,
    by_entry: BTreeMap<u64, LotId>,
    entries: HashMap<LotId, u64>,
}

impl Contents {
    fn enter(&mut self, lot: LotId) {
        self.entered += 1;
        self.by_entry.insert(self.entered, lot);
        self.entries.insert(lot, self.entered);
    }

    fn leave(&mut self, lot: LotId) {
        if let Some(entry) = self.entries.remove(&lot) {
            self.by_entry.remove(&entry);
        }
    }
}

impl History {
    pub(super) fn take(
        &mut self,
        events: &[Event],
        readings: &[Reading],
        moves: Vec<StockMove>,
        dispatches: Vec<Dispatch>,
    ) {
        for reading in readings {
            if let Subject::Buffer(buffer) = reading.subject {
                self.note(buffer, BufferFact::Read(reading.id));
            }
        }
        for moved in moves {
            for buffer in [moved.from_buffer_id, moved.to_buffer_id]
                .into_iter()
                .flatten()
            {
                self.note(buffer, BufferFact::Moved(moved.id));
            }
            self.moves.put(moved.id, Some(moved));
        }
        for dispatch in dispatches {
            let of_lot = self.dispatches.entry(dispatch.lot_id).or_default();
            of_lot.push(dispatch);
        }
        for event in events {
            if let Event::LotsTransformed(made) = event {
                let balance = self.balances.entry(made.run_id).or_default();
                made.inputs
                    .iter()
                    .for_each(|input| balance.used(made.step, input.quantity_kg));
                made.losses
                    .iter()
                    .for_each(|loss| balance.lost(made.step, loss.kind, loss.quantity_kg));
            }
        }
    }

    /// Writes down what happened at a buffer.
    pub(super) fn note(&mut self, buffer: BufferId, fact: BufferFact) {
        self.facts.entry(buffer).or_default().push(fact);
    }

    /// What left of a lot, in the order it was recorded.
    pub(crate) fn dispatches_of(&self, lot: LotId) -> &[Dispatch] {
        self.dispatches.get(&lot).map_or(&[], Vec::as_slice)
    }

    /// Follows a lot's positions, and what its run got, made and lost of it.
    pub(super) fn lot_moved(&mut self, before: Option<&Lot>, now: &Lot) {
        for gone in before.into_iter().flat_map(|before| &before.positions) {
            if now.stored_in(gone.buffer_id).is_zero()
                && let Some(lots) = self.contents.get_mut(&gone.buffer_id)
            {
                lots.leave(now.id);
            }
        }
        for position in &now.positions {
            if before.is_none_or(|before| before.stored_in(position.buffer_id).is_zero()) {
                self.contents
                    .entry(position.buffer_id)
                    .or_default()
                    .enter(now.id);
            }
        }
        if let Some(run) = now.run_id
            && before.is_none_or(|before| before.run_id.is_none())
        {
            self.balances.entry(run).or_default().made(
                now.step(),
                now.weight,
                now.lot_type != LotType::Raw,
            );
        }
    }

    /// The lots in a buffer, in the order in which they entered.
    pub(crate) fn contents(&self, buffer: BufferId) -> impl Iterator<Item = LotId> {
        let contents = self.contents.get(&buffer).into_iter();
        contents.flat_map(|lots| lots.by_entry.values().copied())
    }

    /// What happened at a buffer.
    pub(crate) fn facts(&self, buffer: BufferId) -> &[BufferFact] {
        self.facts.get(&buffer).map_or(&[], Vec::as_slice)
    }

    /// The kilograms in, out and lost of a run.
    pub(crate) fn balance(&self, run: RunId) -> RunBalance {
        self.balances.get(&run).cloned().unwrap_or_default()
    }

    /// A write-off of a lot counts in the run the lot belongs to.
    pub(super) fn written_off(&mut self, lot: &Lot, kind: LossKind, quantity: Kilograms) {
        if let Some(run) = lot.run_id {
            self.balances
                .entry(run)
                .or_default()
                .written_off(lot.step(), kind, quantity);
        }
    }
}
