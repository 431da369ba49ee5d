use crate::{
    audit::Digest,
    code::{CanonicalCode, Prefix},
    ids::{
        BufferId, DeviationId, FlowId, HoldId, InspectionId, LotId, ReadingId, RunId, VersionId,
    },
    lot::{Lot, LotStatus},
    quality::{ReadingKind, Subject},
    run::Step,
    site::SiteCode,
    time::Day,
};

/// The sequence a code number is drawn from; the tenant is the World's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Sequence {
    /// What the codes are on.
    pub prefix: Prefix,
    /// Their day.
    pub day: Day,
    /// Their site.
    pub site: SiteCode,
}

impl Sequence {
    /// The sequence a code belongs to.
    #[must_use]
    pub const fn of(code: &CanonicalCode) -> Self {
        Self {
            prefix: code.prefix,
            day: code.day,
            site: code.site,
        }
    }
}

/// A set of lots with the predicate of the guard that asks for it: never "all lots".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum LotSet {
    /// Lots of a run made at a step that stop it there: in QUARANTINE or HOLD.
    InTheWay(RunId, Step),
    /// Lots of a run made at a step, other than REJECTED.
    MadeAt(RunId, Step),
    /// Lots of a run that are CONSUMED.
    Consumed(RunId),
    /// Lots that have, or had, a hold.
    Having(HoldId),
}

impl LotSet {
    /// Whether a lot belongs to the set.
    #[must_use]
    pub fn contains(self, lot: &Lot) -> bool {
        match self {
            Self::InTheWay(run, step) => {
                lot.run_id == Some(run)
                    && lot.step() == step
                    && matches!(lot.status, LotStatus::Quarantine | LotStatus::Hold)
            }
            Self::MadeAt(run, step) => {
                lot.run_id == Some(run) && lot.step() == step && lot.status != LotStatus::Rejected
            }
            Self::Consumed(run) => lot.run_id == Some(run) && lot.status == LotStatus::Consumed,
            Self::Having(hold) => lot.holds.iter().any(|had| had.id == hold),
        }
    }
}

/// What a command can ask for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum Key {
    /// The tenant's genealogy as a whole: relied on by whoever adds links, changed by whoever must see all
    /// descendants. A lock, nothing to load.
    Links,
    /// The plant's policy.
    Policy,
    /// A site.
    Site(SiteCode),
    /// A flow.
    Flow(FlowId),
    /// A flow version.
    Version(VersionId),
    /// A graph, by the hash of its text. It never changes: a store may keep it.
    Graph(Digest),
    /// A version's flow, with the flow's versions in work and in force.
    FlowOf(VersionId),
    /// A version with its graph.
    GraphOf(VersionId),
    /// A run, with its site.
    Run(RunId),
    /// A run with its version's graph: the gates and limits its lots are judged by.
    PlanOfRun(RunId),
    /// The lots that stop a run at the step where it is, with the lots.
    StopsRun(RunId),
    /// The lots of a run that keep it from being rolled back from the step where it is, with the lots.
    KeepsRun(RunId),
    /// The run that has a code.
    RunCode(Box<str>),
    /// The runs on a version that have not ended, oldest first.
    OpenRuns(VersionId),
    /// The last number of a code sequence, and the numbers beyond it that are taken.
    Sequence(Sequence),
    /// A lot, with its holds, positions, latest readings and its site.
    Lot(LotId),
    /// A lot with its run and the graph of the run's version: the gates and limits it is judged by.
    PlanOfLot(LotId),
    /// The buffers a lot lies in.
    StoresOf(LotId),
    /// The lot that has a code.
    LotCode(Box<str>),
    /// A set of lots, with the lots.
    Lots(LotSet),
    /// The descendants of a lot that are QUARANTINE, RELEASED or HOLD, with the lots.
    OpenDescendants(LotId),
    /// The children of a lot that are neither FINISHED nor REJECTED, with the lots.
    OpenChildren(LotId),
    /// A buffer.
    Buffer(BufferId),
    /// The buffer of a site that has a code.
    BufferCode(SiteCode, Box<str>),
    /// An inspection.
    Inspection(InspectionId),
    /// A reading.
    Reading(ReadingId),
    /// A deviation.
    Deviation(DeviationId),
    /// The OPEN deviation that a reading of a kind opened on a lot or buffer.
    OpenDeviation(Subject, ReadingKind),
}

/// What a command will do with what it asks for: the strength of a store's lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Intent {
    /// Others must not change it meanwhile.
    RelyOn,
    /// It will be changed.
    Change,
}

/// A key with the intent behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Claim {
    /// What is asked for.
    pub key: Key,
    /// What for.
    pub intent: Intent,
}

impl Claim {
    /// Something that will be changed.
    #[must_use]
    pub const fn change(key: Key) -> Self {
        Self {
            key,
            intent: Intent::Change,
        }
    }

    /// Something that must stay as it is.
    #[must_use]
    pub const fn rely(key: Key) -> Self {
        Self {
            key,
            intent: Intent::RelyOn,
        }
    }
}

impl From<Key> for Claim {
    /// The intent a rule has unless it says otherwise: goods change, plans are relied on.
    fn from(key: Key) -> Self {
        let intent = match &key {
            Key::Lot(_)
            | Key::Lots(_)
            | Key::OpenDescendants(_)
            | Key::Buffer(_)
            | Key::StoresOf(_)
            | Key::Sequence(_)
            | Key::Deviation(_)
            | Key::OpenDeviation(..) => Intent::Change,
            _ => Intent::RelyOn,
        };
        Self { key, intent }
    }
}
