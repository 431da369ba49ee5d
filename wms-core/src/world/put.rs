//! Taking a decided command over: final rows, and the indices that follow from them.
use super::{Changes, World};
use crate::{
    event::Event,
    genealogy::{Direction, Link, Walk, walk},
    ids::LotId,
    inventory::Buffer,
    lot::Lot,
    quality::{Deviation, Subject},
    run::Run,
    world::{BufferFact, Key, Stop},
};

impl World {
    /// Visits the lots around one of them; none where it is not there.
    #[must_use]
    pub fn walk(&self, lot: LotId, direction: Direction, depth: Option<u32>) -> Option<Walk> {
        let slot = self.lots.slot(&lot)?;
        Some(walk(
            &self.genealogy,
            self.lots.len(),
            slot,
            direction,
            depth,
        ))
    }

    /// Takes over what a command changed, and gives its events back; the log goes elsewhere.
    pub fn put(&mut self, changes: Changes) -> Vec<Event> {
        self.policy = changes.policy.or_else(|| self.policy.take());
        changes
            .sites
            .into_iter()
            .for_each(|site| drop(self.sites.put(site.code, Some(site))));
        changes
            .flows
            .into_iter()
            .for_each(|flow| drop(self.flows.put(flow.id, Some(flow))));
        changes
            .versions
            .into_iter()
            .for_each(|version| drop(self.versions.put(version.id, Some(version))));
        changes
            .graphs
            .into_iter()
            .for_each(|graph| drop(self.graphs.insert(graph.sha256(), graph)));
        self.sequences.extend(changes.sequences);
        changes.runs.into_iter().for_each(|run| self.put_run(run));
        changes.lots.into_iter().for_each(|lot| self.put_lot(lot));
        changes.links.iter().for_each(|link| self.put_link(link));
        changes
            .buffers
            .into_iter()
            .for_each(|buffer| self.put_buffer(buffer));
        changes
            .deviations
            .into_iter()
            .for_each(|deviation| self.put_deviation(deviation));
        if self.complete {
            self.history.take(
                &changes.events,
                &changes.readings,
                changes.moves,
                changes.dispatches,
            );
            changes.events.iter().for_each(|event| self.remember(event));
        }
        changes
            .inspections
            .into_iter()
            .for_each(|inspection| drop(self.inspections.put(inspection.id, Some(inspection))));
        changes
            .readings
            .into_iter()
            .for_each(|reading| drop(self.readings.put(reading.id, Some(reading))));
        changes.events
    }

    /// What an event means for the answers that need more than rows.
    fn remember(&mut self, event: &Event) {
        match event {
            Event::LotWrittenOff(loss) => {
                if let Some(lot) = self.lots.get(&loss.lot_id) {
                    self.history.written_off(lot, loss.kind, loss.quantity_kg);
                }
            }
            Event::DeviationClosed(closed) => {
                let row = self.deviations.get(&closed.deviation_id);
                if let Some(Subject::Buffer(buffer)) = row.map(|row| row.subject) {
                    let fact = BufferFact::Closed(closed.deviation_id);
                    self.history.note(buffer, fact);
                }
            }
            _ => {}
        }
    }

    fn put_run(&mut self, run: Run) {
        let (id, version, is_open) = (run.id, run.version_id, run.status.is_open());
        let code = run.code.clone();
        let before = self.runs.put(id, Some(run));
        if before.is_none() {
            self.run_codes.insert(code, Some(id));
        }
        let was_open = before.is_some_and(|before| before.status.is_open());
        if is_open == was_open || !(self.complete || self.open_runs.contains_key(&version)) {
            return;
        }
        let runs = self.open_runs.entry(version).or_default();
        if is_open {
            runs.push(id);
        } else {
            runs.retain(|open| *open != id);
        }
    }

    fn put_lot(&mut self, lot: Lot) {
        let id = lot.id;
        let known = self.lots.get(&id);
        self.lot_sets.update(self.complete, known, &lot);
        if self.complete {
            self.history.lot_moved(known, &lot);
        }
        if known.is_none() {
            self.lot_codes.insert(lot.code.clone(), Some(id));
        }
        self.lots.put(id, Some(lot));
    }

    fn put_link(&mut self, link: &Link) {
        if let (Some(parent), Some(child)) =
            (self.lots.slot(&link.parent), self.lots.slot(&link.child))
        {
            self.genealogy.add(parent, child, link);
        }
    }

    fn put_buffer(&mut self, buffer: Buffer) {
        let (id, key) = (buffer.id, (buffer.site, buffer.code.clone()));
        match self.buffers.put(id, Some(buffer)) {
            Some(before) if before.code == key.1 => {}
            before => {
                if let Some(before) = before {
                    self.buffer_codes.insert((before.site, before.code), None);
                }
                self.buffer_codes.insert(key, Some(id));
            }
        }
    }

    fn put_deviation(&mut self, deviation: Deviation) {
        if let Some(kind) = deviation.kind {
            let key = (deviation.subject, kind);
            let open = self.open_deviations.get(&key).copied().flatten();
            if deviation.is_open() {
                self.open_deviations.insert(key, Some(deviation.id));
            } else if open == Some(deviation.id) {
                self.open_deviations.insert(key, None);
            }
        }
        self.deviations.put(deviation.id, Some(deviation));
    }

    /// The descendants of a lot, nearest first; a partial World knows those that were open when it looked,
    /// and what came of them and of the lot since.
    pub(crate) fn open_descendants(&self, lot: LotId) -> Result<Vec<LotId>, Stop> {
        let loaded = self.known_list(&self.open_descendants, &lot, || Key::OpenDescendants(lot))?;
        let mut found: Vec<LotId> = loaded.to_vec();
        for root in core::iter::once(lot).chain(loaded.iter().copied()) {
            let walked = self.walk(root, Direction::Forward, None);
            let descendants = walked.into_iter().flat_map(|walked| walked.lots).skip(1);
            found.extend(descendants.filter_map(|(slot, _)| Some(self.lots.at(slot)?.id)));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|id| self.lots.get(id).is_some_and(|lot| lot.status.is_open()));
        Ok(found)
    }

    /// The children of a lot that are neither FINISHED nor REJECTED.
    pub(crate) fn open_children(&self, lot: LotId) -> Result<Vec<LotId>, Stop> {
        let loaded = self.known_list(&self.open_children, &lot, || Key::OpenChildren(lot))?;
        let own = self
            .lots
            .slot(&lot)
            .into_iter()
            .flat_map(|slot| self.genealogy.children(slot));
        let mut found: Vec<LotId> = loaded.to_vec();
        found.extend(
            own.filter_map(|link| self.lots.at(link.slot))
                .map(|lot| lot.id),
        );
        found.sort_unstable();
        found.dedup();
        found.retain(|id| self.lots.get(id).is_some_and(|lot| !lot.status.is_final()));
        Ok(found)
    }
}
