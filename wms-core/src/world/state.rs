use super::{History, Key, Sequence, Stop, Table, lot_sets::LotSets};
use crate::{
    audit::Digest,
    code::{CanonicalCode, Prefix},
    flow::{Flow, FlowGraph, FlowVersion},
    genealogy::Genealogy,
    ids::{
        BufferId, DeviationId, FlowId, InspectionId, LotId, ReadingId, RunId, TenantId, VersionId,
    },
    inventory::Buffer,
    lot::Lot,
    policy::PolicyState,
    quality::{Deviation, Inspection, Reading, ReadingKind, Subject},
    run::Run,
    site::{Site, SiteCode},
};
use std::{
    collections::{BTreeSet, HashMap},
    hash::Hash,
    sync::Arc,
};

/// The state of a plant, or the part of it that a transaction loaded.
///
/// *Absent* and *not loaded* are different answers: reading what was not loaded is [`Stop::Missing`]. A
/// complete World misses nothing: what it does not hold is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct World {
    pub(super) complete: bool,
    pub(crate) tenant: TenantId,
    pub(super) policy: Option<PolicyState>,
    pub(crate) sites: Table<SiteCode, Site>,
    pub(crate) flows: Table<FlowId, Flow>,
    pub(crate) versions: Table<VersionId, FlowVersion>,
    pub(super) graphs: HashMap<Digest, Arc<FlowGraph>>,
    pub(crate) runs: Table<RunId, Run>,
    pub(super) run_codes: HashMap<Box<str>, Option<RunId>>,
    pub(super) open_runs: HashMap<VersionId, Vec<RunId>>,
    pub(super) sequences: HashMap<Sequence, u64>,
    /// Of a partial World: numbers beyond a loaded sequence that are taken.
    pub(super) taken: HashMap<Sequence, BTreeSet<u64>>,
    pub(crate) lots: Table<LotId, Lot>,
    pub(super) lot_codes: HashMap<Box<str>, Option<LotId>>,
    pub(super) lot_sets: LotSets,
    pub(crate) genealogy: Genealogy,
    pub(super) open_descendants: HashMap<LotId, Vec<LotId>>,
    pub(super) open_children: HashMap<LotId, Vec<LotId>>,
    pub(crate) buffers: Table<BufferId, Buffer>,
    pub(super) buffer_codes: HashMap<(SiteCode, Box<str>), Option<BufferId>>,
    pub(crate) inspections: Table<InspectionId, Inspection>,
    pub(crate) readings: Table<ReadingId, Reading>,
    pub(crate) deviations: Table<DeviationId, Deviation>,
    pub(super) open_deviations: HashMap<(Subject, ReadingKind), Option<DeviationId>>,
    pub(crate) history: History,
}

macro_rules! look_up {
    ($($(#[$doc:meta])* $name:ident($id:ty) -> $type:ty, $table:ident, $key:ident;)+) => {$(
        $(#[$doc])*
        pub(crate) fn $name(&self, id: $id) -> Result<Option<&$type>, Stop> {
            match self.$table.look(&id) {
                Some(row) => Ok(row),
                None if self.complete => Ok(None),
                None => Err(Stop::missing(Key::$key(id))),
            }
        }
    )+};
}

impl World {
    /// A World that holds everything: an empty plant of a tenant.
    #[must_use]
    pub fn complete(tenant: TenantId) -> Self {
        Self {
            policy: Some(PolicyState::default()),
            ..Self::new(tenant, true)
        }
    }

    /// A World that holds nothing yet: a transaction's, to be loaded.
    #[must_use]
    pub fn partial(tenant: TenantId) -> Self {
        Self::new(tenant, false)
    }

    fn new(tenant: TenantId, complete: bool) -> Self {
        Self {
            complete,
            tenant,
            policy: None,
            sites: Table::default(),
            flows: Table::default(),
            versions: Table::default(),
            graphs: HashMap::new(),
            runs: Table::default(),
            run_codes: HashMap::new(),
            open_runs: HashMap::new(),
            sequences: HashMap::new(),
            taken: HashMap::new(),
            lots: Table::default(),
            lot_codes: HashMap::new(),
            lot_sets: LotSets::default(),
            genealogy: Genealogy::default(),
            open_descendants: HashMap::new(),
            open_children: HashMap::new(),
            buffers: Table::default(),
            buffer_codes: HashMap::new(),
            inspections: Table::default(),
            readings: Table::default(),
            deviations: Table::default(),
            open_deviations: HashMap::new(),
            history: History::default(),
        }
    }

    /// Whether it holds everything.
    pub(crate) const fn is_complete(&self) -> bool {
        self.complete
    }

    /// The tenant it is of.
    #[must_use]
    pub const fn tenant(&self) -> TenantId {
        self.tenant
    }

    look_up! {
        site(SiteCode) -> Site, sites, Site;
        flow(FlowId) -> Flow, flows, Flow;
        version(VersionId) -> FlowVersion, versions, Version;
        run(RunId) -> Run, runs, Run;
        lot(LotId) -> Lot, lots, Lot;
        buffer(BufferId) -> Buffer, buffers, Buffer;
        inspection(InspectionId) -> Inspection, inspections, Inspection;
        reading(ReadingId) -> Reading, readings, Reading;
        deviation(DeviationId) -> Deviation, deviations, Deviation;
    }

    pub(crate) fn policy(&self) -> Result<&PolicyState, Stop> {
        self.policy
            .as_ref()
            .ok_or_else(|| Stop::missing(Key::Policy))
    }

    pub(crate) fn graph(&self, hash: Digest) -> Result<Option<&Arc<FlowGraph>>, Stop> {
        match self.graphs.get(&hash) {
            None if !self.complete => Err(Stop::missing(Key::Graph(hash))),
            found => Ok(found),
        }
    }

    pub(crate) fn run_by_code(&self, code: &str) -> Result<Option<RunId>, Stop> {
        self.known(self.run_codes.get(code), || Key::RunCode(code.into()))
    }

    pub(crate) fn lot_by_code(&self, code: &str) -> Result<Option<LotId>, Stop> {
        self.known(self.lot_codes.get(code), || Key::LotCode(code.into()))
    }

    pub(crate) fn buffer_by_code(
        &self,
        site: SiteCode,
        code: &str,
    ) -> Result<Option<BufferId>, Stop> {
        self.known(self.buffer_codes.get(&(site, code.into())), || {
            Key::BufferCode(site, code.into())
        })
    }

    pub(crate) fn open_deviation(
        &self,
        subject: Subject,
        kind: ReadingKind,
    ) -> Result<Option<DeviationId>, Stop> {
        self.known(self.open_deviations.get(&(subject, kind)), || {
            Key::OpenDeviation(subject, kind)
        })
    }

    /// The last number of a sequence; 0 before the first.
    pub(crate) fn sequence(&self, sequence: Sequence) -> Result<u64, Stop> {
        self.known(
            self.sequences.get(&sequence).copied().map(Some).as_ref(),
            || Key::Sequence(sequence),
        )
        .map(Option::unwrap_or_default)
    }

    /// Whether somebody has a code that lies beyond its sequence; the sequence was asked for before.
    pub(crate) fn is_taken(&self, code: &CanonicalCode, text: &str) -> bool {
        let known = match code.prefix {
            Prefix::Run => self.run_codes.get(text).is_some_and(Option::is_some),
            Prefix::Lot(_) => self.lot_codes.get(text).is_some_and(Option::is_some),
        };
        let loaded = self.taken.get(&Sequence::of(code));
        known || loaded.is_some_and(|taken| taken.contains(&code.number))
    }

    /// The runs on a version that have not ended, oldest first.
    pub(crate) fn open_runs(&self, version: VersionId) -> Result<&[RunId], Stop> {
        self.known_list(&self.open_runs, &version, || Key::OpenRuns(version))
    }

    fn known<T: Copy>(
        &self,
        found: Option<&Option<T>>,
        key: impl FnOnce() -> Key,
    ) -> Result<Option<T>, Stop> {
        match found {
            Some(known) => Ok(*known),
            None if self.complete => Ok(None),
            None => Err(Stop::missing(key())),
        }
    }

    pub(super) fn known_list<'a, K: Eq + Hash, T>(
        &self,
        lists: &'a HashMap<K, Vec<T>>,
        id: &K,
        key: impl FnOnce() -> Key,
    ) -> Result<&'a [T], Stop> {
        match lists.get(id) {
            Some(list) => Ok(list),
            None if self.complete => Ok(&[]),
            None => Err(Stop::missing(key())),
        }
    }
}
