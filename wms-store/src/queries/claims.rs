//! What a round of loading touches, sorted into the classes of the lock order.
//!
//! **The lock order** (architecture: *Locks*), here and nowhere else: links, policy, sites, flows, versions,
//! runs, code sequences, lots, buffers, deviations; within a class by id. `load` goes through the classes in
//! this very order. A class is locked with the strongest intent of its claims.
use std::collections::BTreeSet;
use wms_core::{
    audit::Digest,
    ids::{
        BufferId, DeviationId, FlowId, HoldId, InspectionId, LotId, ReadingId, RunId, VersionId,
    },
    lot::LotStatus,
    quality::{ReadingKind, Subject},
    run::Step,
    site::SiteCode,
    world::{Claim, Intent, Key, LotSet, Sequence},
};

/// The classes in the order they are locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Links,
    Policy,
    Sites,
    Flows,
    Versions,
    Runs,
    Sequences,
    Lots,
    Buffers,
    Deviations,
}

/// Things of one class with the strongest intent behind them; none: nothing is locked.
#[derive(Debug)]
pub(super) struct Wanted<T> {
    pub(super) ids: BTreeSet<T>,
    pub(super) intent: Option<Intent>,
}

impl<T> Default for Wanted<T> {
    fn default() -> Self {
        Self {
            ids: BTreeSet::new(),
            intent: None,
        }
    }
}

impl<T: Ord + Copy> Wanted<T> {
    fn add(&mut self, id: T, intent: Intent) {
        self.ids.insert(id);
        self.intent = self.intent.max(Some(intent));
    }

    pub(super) fn to_vec(&self) -> Vec<T> {
        self.ids.iter().copied().collect()
    }
}

/// The claims of a round.
#[derive(Debug, Default)]
pub(super) struct Claims {
    pub(super) links: Option<Intent>,
    pub(super) policy: Option<Intent>,
    pub(super) sites: Wanted<SiteCode>,
    pub(super) flows: Wanted<FlowId>,
    pub(super) versions: Wanted<VersionId>,
    pub(super) flows_of: BTreeSet<VersionId>,
    pub(super) graphs_of: BTreeSet<VersionId>,
    pub(super) graphs: BTreeSet<Digest>,
    pub(super) runs: Wanted<RunId>,
    pub(super) plans_of_runs: BTreeSet<RunId>,
    pub(super) run_codes: BTreeSet<Box<str>>,
    pub(super) open_runs: BTreeSet<VersionId>,
    pub(super) sequences: BTreeSet<Sequence>,
    pub(super) lots: Wanted<LotId>,
    pub(super) plans_of_lots: BTreeSet<LotId>,
    pub(super) stores_of: BTreeSet<LotId>,
    pub(super) lot_codes: BTreeSet<Box<str>>,
    pub(super) sets: Vec<LotSet>,
    pub(super) stops: BTreeSet<RunId>,
    pub(super) keeps: BTreeSet<RunId>,
    pub(super) descendants: BTreeSet<LotId>,
    pub(super) children: BTreeSet<LotId>,
    pub(super) buffers: Wanted<BufferId>,
    pub(super) buffer_codes: BTreeSet<(SiteCode, Box<str>)>,
    pub(super) inspections: BTreeSet<InspectionId>,
    pub(super) readings: BTreeSet<ReadingId>,
    pub(super) deviations: Wanted<DeviationId>,
    pub(super) open_deviations: BTreeSet<(Subject, ReadingKind)>,
}

impl Claims {
    /// Sorts the claims of a round.
    pub(super) fn of(claims: &[Claim]) -> Self {
        let mut all = Self::default();
        claims.iter().for_each(|claim| all.add(claim));
        all
    }

    fn add(&mut self, claim: &Claim) {
        let intent = claim.intent;
        match &claim.key {
            Key::Links => self.links = self.links.max(Some(intent)),
            Key::Policy => self.policy = self.policy.max(Some(intent)),
            Key::Site(code) => self.sites.add(*code, intent),
            Key::Flow(id) => self.flows.add(*id, intent),
            Key::Version(id) => self.versions.add(*id, intent),
            Key::Graph(hash) => drop(self.graphs.insert(*hash)),
            Key::GraphOf(id) => drop(self.graphs_of.insert(*id)),
            Key::FlowOf(id) => {
                self.flows_of.insert(*id);
                self.flows.intent = self.flows.intent.max(Some(intent));
                self.versions.add(*id, intent);
            }
            Key::OpenRuns(id) => drop(self.open_runs.insert(*id)),
            Key::Inspection(id) => drop(self.inspections.insert(*id)),
            Key::Reading(id) => drop(self.readings.insert(*id)),
            _ => self.add_work(&claim.key, intent),
        }
    }

    fn add_work(&mut self, key: &Key, intent: Intent) {
        match key {
            Key::Run(id) => self.runs.add(*id, intent),
            Key::PlanOfRun(id) => {
                self.runs.add(*id, intent);
                self.plans_of_runs.insert(*id);
            }
            Key::StopsRun(id) => {
                self.runs.add(*id, intent);
                self.lots.intent = self.lots.intent.max(Some(intent));
                self.stops.insert(*id);
            }
            Key::KeepsRun(id) => {
                self.runs.add(*id, intent);
                self.lots.intent = self.lots.intent.max(Some(intent));
                self.keeps.insert(*id);
            }
            Key::RunCode(code) => drop(self.run_codes.insert(code.clone())),
            Key::Sequence(sequence) => drop(self.sequences.insert(*sequence)),
            Key::Buffer(id) => self.buffers.add(*id, intent),
            Key::BufferCode(site, code) => drop(self.buffer_codes.insert((*site, code.clone()))),
            Key::Deviation(id) => self.deviations.add(*id, intent),
            Key::OpenDeviation(subject, kind) => {
                self.open_deviations.insert((*subject, *kind));
                self.deviations.intent = self.deviations.intent.max(Some(intent));
            }
            _ => self.add_lots(key, intent),
        }
    }

    fn add_lots(&mut self, key: &Key, intent: Intent) {
        match key {
            Key::Lot(id) => self.lots.add(*id, intent),
            Key::PlanOfLot(id) => {
                self.lots.add(*id, intent);
                self.plans_of_lots.insert(*id);
            }
            Key::StoresOf(id) => {
                self.lots.add(*id, intent);
                self.stores_of.insert(*id);
                self.buffers.intent = self.buffers.intent.max(Some(intent));
            }
            Key::LotCode(code) => drop(self.lot_codes.insert(code.clone())),
            Key::Lots(set) => self.sets.push(*set),
            Key::OpenDescendants(id) => drop(self.descendants.insert(*id)),
            Key::OpenChildren(id) => drop(self.children.insert(*id)),
            _ => return,
        }
        if !matches!(key, Key::LotCode(_)) {
            self.lots.intent = self.lots.intent.max(Some(intent));
        }
    }

    /// The classes that this round locks.
    pub(super) fn classes(&self) -> impl Iterator<Item = Class> {
        [
            (Class::Links, self.links.is_some()),
            (Class::Policy, self.policy.is_some()),
            (Class::Sites, self.sites.intent == Some(Intent::Change)),
            (Class::Flows, self.flows.intent.is_some()),
            (Class::Versions, self.versions.intent.is_some()),
            (Class::Runs, self.runs.intent.is_some()),
            (Class::Sequences, !self.sequences.is_empty()),
            (Class::Lots, self.lots.intent.is_some()),
            (Class::Buffers, self.buffers.intent.is_some()),
            (Class::Deviations, self.deviations.intent.is_some()),
        ]
        .into_iter()
        .filter_map(|(class, locked)| locked.then_some(class))
    }
}

/// The lots of a set as SQL finds them.
pub(super) enum Found {
    /// Of a run, in these states; made at a step, where it matters.
    OfRun(RunId, Option<Step>, Vec<LotStatus>),
    /// That have or had a hold.
    Having(HoldId),
}

impl Found {
    pub(super) fn of(set: LotSet) -> Self {
        match set {
            LotSet::InTheWay(run, step) => Self::OfRun(
                run,
                Some(step),
                vec![LotStatus::Quarantine, LotStatus::Hold],
            ),
            LotSet::MadeAt(run, step) => {
                let all = LotStatus::ALL.into_iter();
                let others = all.filter(|status| *status != LotStatus::Rejected);
                Self::OfRun(run, Some(step), others.collect())
            }
            LotSet::Consumed(run) => Self::OfRun(run, None, vec![LotStatus::Consumed]),
            LotSet::Having(hold) => Self::Having(hold),
        }
    }
}
