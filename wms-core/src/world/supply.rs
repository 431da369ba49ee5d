//! Filling a partial World from a complete one: what a store does from its tables, for the tests of stores.
use super::{Key, LotSet, Sequence, World};
use crate::{
    code::CanonicalCode,
    ids::{LotId, RunId, VersionId},
    lot::Lot,
};
use std::sync::Arc;

impl World {
    /// Loads what a key stands for from a complete World.
    ///
    /// The very loading that an executor with a database does in SQL: an executor that is tested against
    /// this one asks for what it needs, and nothing else.
    pub fn supply(&mut self, key: &Key, from: &Self) {
        match key {
            Key::Links => {}
            Key::Policy => from
                .policy
                .iter()
                .for_each(|policy| self.load_policy(policy.clone())),
            Key::Site(id) => self.load_site(*id, from.sites.get(id).cloned()),
            Key::Flow(id) => self.load_flow(*id, from.flows.get(id).cloned()),
            Key::Version(id) => self.load_version(*id, from.versions.get(id).cloned()),
            Key::Graph(hash) => {
                let graph = from.graphs.get(hash).map(Arc::clone);
                graph.into_iter().for_each(|graph| self.load_graph(graph));
            }
            Key::FlowOf(id) => self.supply_flow_of(*id, from),
            Key::GraphOf(id) => self.supply_graph_of(*id, from),
            Key::Buffer(id) => self.load_buffer(*id, from.buffers.get(id).cloned()),
            Key::BufferCode(site, code) => {
                let buffer = from.buffer_by_code(*site, code).ok().flatten();
                self.load_buffer_code(*site, code.clone(), buffer);
            }
            Key::Inspection(id) => self.load_inspection(*id, from.inspections.get(id).cloned()),
            Key::Reading(id) => self.load_reading(*id, from.readings.get(id).cloned()),
            Key::Deviation(id) => self.load_deviation(*id, from.deviations.get(id).cloned()),
            Key::OpenDeviation(subject, kind) => {
                let open = from.open_deviation(*subject, *kind).ok().flatten();
                let deviation = open.and_then(|id| from.deviations.get(&id)).cloned();
                self.load_open_deviation(*subject, *kind, deviation);
            }
            Key::Sequence(id) => self.supply_sequence(*id, from),
            _ => self.supply_run_or_lot(key, from),
        }
    }

    fn supply_run_or_lot(&mut self, key: &Key, from: &Self) {
        match key {
            Key::Run(id) => self.supply_run(*id, from),
            Key::RunCode(code) => {
                self.load_run_code(code.clone(), from.run_by_code(code).ok().flatten());
            }
            Key::OpenRuns(id) => {
                let runs = from.open_runs(*id).unwrap_or_default().iter();
                let runs = runs.filter_map(|id| from.runs.get(id)).cloned().collect();
                self.load_open_runs(*id, runs);
            }
            Key::PlanOfRun(id) => self.supply_plan(*id, from),
            Key::StopsRun(id) => self.supply_at_step(*id, from, LotSet::InTheWay),
            Key::KeepsRun(id) => self.supply_at_step(*id, from, LotSet::MadeAt),
            Key::Lot(id) => self.supply_lot(*id, from),
            Key::LotCode(code) => {
                self.load_lot_code(code.clone(), from.lot_by_code(code).ok().flatten());
            }
            Key::PlanOfLot(id) => {
                self.supply_lot(*id, from);
                let run = self.lots.get(id).and_then(|lot| lot.run_id);
                run.into_iter().for_each(|run| self.supply_plan(run, from));
            }
            Key::StoresOf(id) => {
                self.supply_lot(*id, from);
                let positions = self.lots.get(id).map(|lot| lot.positions.clone());
                for position in positions.unwrap_or_default() {
                    self.supply(&Key::Buffer(position.buffer_id), from);
                }
            }
            Key::Lots(set) => self.supply_set(*set, from),
            Key::OpenDescendants(id) => {
                let lots = from.rows_of(from.open_descendants(*id).unwrap_or_default());
                self.load_open_descendants(*id, lots);
            }
            Key::OpenChildren(id) => {
                let lots = from.rows_of(from.open_children(*id).unwrap_or_default());
                self.load_open_children(*id, lots);
            }
            _ => {}
        }
    }

    fn rows_of(&self, lots: Vec<LotId>) -> Vec<Lot> {
        lots.iter()
            .filter_map(|id| self.lots.get(id))
            .cloned()
            .collect()
    }

    fn supply_sequence(&mut self, sequence: Sequence, from: &Self) {
        let last = from.sequence(sequence).unwrap_or_default();
        let codes = from.lot_codes.keys().chain(from.run_codes.keys());
        let codes = codes.filter_map(|code| code.parse::<CanonicalCode>().ok());
        let beyond = codes.filter(|code| Sequence::of(code) == sequence && code.number > last);
        self.load_sequence(sequence, last, beyond.map(|code| code.number));
    }

    fn supply_set(&mut self, set: LotSet, from: &Self) {
        self.load_lot_set(set, from.rows_of(from.lot_set(set).unwrap_or_default()));
    }

    fn supply_at_step(
        &mut self,
        run: RunId,
        from: &Self,
        set: impl Fn(RunId, crate::run::Step) -> LotSet,
    ) {
        self.supply_run(run, from);
        if let Some(step) = self.runs.get(&run).map(|run| run.step) {
            self.supply_set(set(run, step), from);
        }
    }

    fn supply_run(&mut self, id: RunId, from: &Self) {
        let run = from.runs.get(&id).cloned();
        if let Some(site) = run.as_ref().map(|run| run.site) {
            self.load_site(site, from.sites.get(&site).cloned());
        }
        self.load_run(id, run);
    }

    fn supply_lot(&mut self, id: LotId, from: &Self) {
        let lot = from.lots.get(&id).cloned();
        if let Some(site) = lot.as_ref().map(|lot| lot.site) {
            self.load_site(site, from.sites.get(&site).cloned());
        }
        self.load_lot(id, lot);
    }

    fn supply_plan(&mut self, run: RunId, from: &Self) {
        self.supply_run(run, from);
        let version = self.runs.get(&run).map(|run| run.version_id);
        version
            .into_iter()
            .for_each(|version| self.supply_graph_of(version, from));
    }

    fn supply_graph_of(&mut self, id: VersionId, from: &Self) {
        self.load_version(id, from.versions.get(&id).cloned());
        if let Some(hash) = self.versions.get(&id).map(|version| version.graph_sha256) {
            self.supply(&Key::Graph(hash), from);
        }
    }

    fn supply_flow_of(&mut self, id: VersionId, from: &Self) {
        self.load_version(id, from.versions.get(&id).cloned());
        let Some(flow_id) = self.versions.get(&id).map(|version| version.flow_id) else {
            return;
        };
        self.load_flow(flow_id, from.flows.get(&flow_id).cloned());
        let Some(flow) = self.flows.get(&flow_id) else {
            return;
        };
        for version in flow.in_work.into_iter().chain(flow.published) {
            self.load_version(version, from.versions.get(&version).cloned());
        }
    }
}
