//! How a store fills the World of a transaction. A load never overwrites what is there.
use super::{Sequence, World};
use crate::{
    flow::{Flow, FlowGraph, FlowVersion},
    ids::{BufferId, DeviationId, FlowId, InspectionId, LotId, ReadingId, RunId, VersionId},
    inventory::Buffer,
    lot::Lot,
    policy::PolicyState,
    quality::{Deviation, Inspection, Reading, ReadingKind, Subject},
    run::Run,
    site::{Site, SiteCode},
};
use std::{collections::hash_map::Entry, sync::Arc};

macro_rules! loads {
    ($($(#[$doc:meta])* $name:ident($id:ty, $type:ty) -> $table:ident;)+) => {$(
        $(#[$doc])*
        pub fn $name(&mut self, id: $id, row: Option<$type>) {
            self.$table.load(id, row);
        }
    )+};
}

impl World {
    loads! {
        /// Loads a site, or that there is none.
        load_site(SiteCode, Site) -> sites;
        /// Loads a flow, or that there is none.
        load_flow(FlowId, Flow) -> flows;
        /// Loads a version, or that there is none.
        load_version(VersionId, FlowVersion) -> versions;
        /// Loads a run, or that there is none.
        load_run(RunId, Run) -> runs;
        /// Loads a lot, or that there is none.
        load_lot(LotId, Lot) -> lots;
        /// Loads a buffer, or that there is none.
        load_buffer(BufferId, Buffer) -> buffers;
        /// Loads an inspection, or that there is none.
        load_inspection(InspectionId, Inspection) -> inspections;
        /// Loads a reading, or that there is none.
        load_reading(ReadingId, Reading) -> readings;
        /// Loads a deviation, or that there is none.
        load_deviation(DeviationId, Deviation) -> deviations;
    }

    /// A run that is known.
    #[must_use]
    pub fn run_row(&self, id: RunId) -> Option<&Run> {
        self.runs.get(&id)
    }

    /// A lot that is known.
    #[must_use]
    pub fn lot_row(&self, id: LotId) -> Option<&Lot> {
        self.lots.get(&id)
    }

    /// Loads the policy.
    pub fn load_policy(&mut self, policy: PolicyState) {
        self.policy.get_or_insert(policy);
    }

    /// Loads a graph.
    pub fn load_graph(&mut self, graph: Arc<FlowGraph>) {
        self.graphs.entry(graph.sha256()).or_insert(graph);
    }

    /// Loads which run has a code.
    pub fn load_run_code(&mut self, code: Box<str>, run: Option<RunId>) {
        self.run_codes.entry(code).or_insert(run);
    }

    /// Loads which lot has a code.
    pub fn load_lot_code(&mut self, code: Box<str>, lot: Option<LotId>) {
        self.lot_codes.entry(code).or_insert(lot);
    }

    /// Loads which buffer of a site has a code.
    pub fn load_buffer_code(&mut self, site: SiteCode, code: Box<str>, buffer: Option<BufferId>) {
        self.buffer_codes.entry((site, code)).or_insert(buffer);
    }

    /// Loads the last number of a sequence, and the numbers beyond it that are taken: FREE codes of canonical
    /// shape may stand there.
    pub fn load_sequence(
        &mut self,
        sequence: Sequence,
        last: u64,
        taken: impl IntoIterator<Item = u64>,
    ) {
        if let Entry::Vacant(place) = self.sequences.entry(sequence) {
            place.insert(last);
            self.taken.insert(sequence, taken.into_iter().collect());
        }
    }

    /// Loads the runs on a version that have not ended, oldest first.
    pub fn load_open_runs(&mut self, version: VersionId, runs: Vec<Run>) {
        let mut ids: Vec<RunId> = runs.iter().map(|run| run.id).collect();
        runs.into_iter()
            .for_each(|run| self.load_run(run.id, Some(run)));
        // What this World made or ended itself is not in the database's answer yet.
        let is_open = |id: &RunId| {
            self.runs
                .get(id)
                .is_some_and(|run| run.version_id == version && run.status.is_open())
        };
        ids.retain(is_open);
        let own = self
            .runs
            .iter()
            .map(|run| run.id)
            .filter(|id| is_open(id) && !ids.contains(id))
            .collect::<Vec<_>>();
        ids.extend(own);
        self.open_runs.entry(version).or_insert(ids);
    }

    /// Loads the OPEN deviation that a reading of a kind opened on a lot or buffer.
    pub fn load_open_deviation(
        &mut self,
        subject: Subject,
        kind: ReadingKind,
        deviation: Option<Deviation>,
    ) {
        let id = deviation.map(|deviation| {
            let id = deviation.id;
            self.load_deviation(id, Some(deviation));
            id
        });
        let still_open = id.filter(|id| self.deviations.get(id).is_some_and(Deviation::is_open));
        self.open_deviations
            .entry((subject, kind))
            .or_insert(still_open);
    }

    /// Loads the descendants of a lot that are QUARANTINE, RELEASED or HOLD.
    pub fn load_open_descendants(&mut self, lot: LotId, descendants: Vec<Lot>) {
        let ids = descendants.iter().map(|lot| lot.id).collect();
        descendants
            .into_iter()
            .for_each(|lot| self.load_lot(lot.id, Some(lot)));
        self.open_descendants.entry(lot).or_insert(ids);
    }

    /// Loads the children of a lot that are neither FINISHED nor REJECTED.
    pub fn load_open_children(&mut self, lot: LotId, children: Vec<Lot>) {
        let ids = children.iter().map(|lot| lot.id).collect();
        children
            .into_iter()
            .for_each(|lot| self.load_lot(lot.id, Some(lot)));
        self.open_children.entry(lot).or_insert(ids);
    }
}
