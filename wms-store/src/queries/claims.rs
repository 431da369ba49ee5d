//! What a round of loading touches, sorted into the classes of the lock order.
//!
//! **The lock order** (architecture: *Locks*), here and nowhere else: links, policy, sites, flows, versions,
//! runs, lots, buffers, deviations, code sequences; within a class by id. `load` goes through the classes in
//! this very order. A class is locked with the strongest intent of its claims.
//!
//! Sequences come last: which one a code is drawn from shows only when the command is decided, with its goods
//! locked already, and each is a row that many commands wait for.
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
    Lots,
    Buffers,
    Deviations,
    Sequences,
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
    /// Runs of lots that are known already: read with their plans, not locked.
    pub(super) judged_by: BTreeSet<RunId>,
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

    /// The classes that this round locks; which lots are found for it shows later.
    pub(super) fn classes(&self) -> impl Iterator<Item = Class> {
        let changes_sites = self.sites.intent == Some(Intent::Change);
        [
            (Class::Links, self.links.is_some()),
            (Class::Policy, self.policy.is_some()),
            (Class::Sites, changes_sites && !self.sites.ids.is_empty()),
            (Class::Flows, self.loads_flows()),
            (Class::Versions, !self.versions.ids.is_empty()),
            (Class::Runs, !self.runs.ids.is_empty()),
            (Class::Lots, !self.lots.ids.is_empty()),
            (
                Class::Buffers,
                !self.buffers.ids.is_empty() || !self.stores_of.is_empty(),
            ),
            (
                Class::Deviations,
                !self.deviations.ids.is_empty() || !self.open_deviations.is_empty(),
            ),
            (Class::Sequences, !self.sequences.is_empty()),
        ]
        .into_iter()
        .filter_map(|(class, locked)| locked.then_some(class))
    }

    /// Whether flows are loaded: which versions belong to them is then found on the way.
    pub(super) fn loads_flows(&self) -> bool {
        !self.flows.ids.is_empty() || !self.flows_of.is_empty()
    }

    /// Whether lots are to be found before they can be locked.
    pub(super) fn finds_lots(&self) -> bool {
        !self.sets.is_empty()
            || !self.stops.is_empty()
            || !self.keeps.is_empty()
            || !self.descendants.is_empty()
            || !self.children.is_empty()
    }
}

/// The lots of a set as SQL finds them.
#[derive(Debug)]
pub(super) enum Found {
    /// Of a run, in these states; made at a step, where it matters.
    OfRun(RunId, At, Vec<LotStatus>),
    /// That have or had a hold.
    Having(HoldId),
}

/// The step that lots of a set were made at.
#[derive(Debug, Clone, Copy)]
pub(super) enum At {
    Any,
    Step(Step),
    /// Where the run is: its row says.
    RunsOwn,
}

/// What a run asks about its own lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    Stops,
    Keeps,
}

impl Asks {
    /// The set that is meant once the run's step is known.
    pub(super) const fn at(self, run: RunId, step: Step) -> LotSet {
        match self {
            Self::Stops => LotSet::InTheWay(run, step),
            Self::Keeps => LotSet::MadeAt(run, step),
        }
    }
}

impl Found {
    pub(super) fn of(set: LotSet) -> Self {
        match set {
            LotSet::InTheWay(run, step) => Self::asked(Asks::Stops, run, At::Step(step)),
            LotSet::MadeAt(run, step) => Self::asked(Asks::Keeps, run, At::Step(step)),
            LotSet::Consumed(run) => Self::OfRun(run, At::Any, vec![LotStatus::Consumed]),
            LotSet::Having(hold) => Self::Having(hold),
        }
    }

    pub(super) fn asked(asks: Asks, run: RunId, at: At) -> Self {
        let states = match asks {
            Asks::Stops => vec![LotStatus::Quarantine, LotStatus::Hold],
            Asks::Keeps => {
                let all = LotStatus::ALL.into_iter();
                all.filter(|status| *status != LotStatus::Rejected)
                    .collect()
            }
        };
        Self::OfRun(run, at, states)
    }
}
