use super::{RunStatus, Step, StepStatus};
use crate::{
    amount::Kilograms,
    audit::Head,
    event::Stamp,
    ids::{FlowId, RunId, UserId, VersionId},
    site::SiteCode,
    time::Instant,
};

/// One execution of one published version, pinned to it for ever.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Run {
    /// The caller's id of it.
    pub id: RunId,
    /// Its code; unique within the tenant.
    pub code: Box<str>,
    /// The flow of its version.
    pub flow_id: FlowId,
    // INVARIANT: never changes (I6).
    /// The version whose gates judge its lots.
    pub version_id: VersionId,
    /// The plant it runs in.
    pub site: SiteCode,
    /// Where it stands in its life.
    pub status: RunStatus,
    /// Where it is; 0 before it starts.
    pub step: Step,
    /// What the day shall bring.
    pub daily_target: Option<Kilograms>,
    /// Its 11 steps.
    pub steps: Box<[StepExecution; Step::COUNT]>,
    /// When and by whom it was created.
    pub created: Stamp,
    /// When it was started.
    pub started_at: Option<Instant>,
    /// When it was completed or aborted.
    pub ended_at: Option<Instant>,
    /// When it was put away.
    pub archived_at: Option<Instant>,
    /// The head of its audit stream.
    pub head: Head,
}

/// One step of a run: each change stamps time and actor.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct StepExecution {
    /// Where it stands.
    pub status: StepStatus,
    /// When the run came to it.
    pub started: Option<(Instant, UserId)>,
    /// When the run left it: completed, or skipped by an abort.
    pub completed: Option<(Instant, UserId)>,
    /// What was noted when it was completed.
    pub notes: Option<Box<str>>,
}

impl StepExecution {
    /// A step not reached yet.
    pub const PENDING: Self = Self {
        status: StepStatus::Pending,
        started: None,
        completed: None,
        notes: None,
    };
}

impl Run {
    /// The execution of a step.
    #[must_use]
    pub fn execution(&self, step: Step) -> &StepExecution {
        // INVARIANT: a step's index is below 11.
        self.steps
            .get(step.index())
            .unwrap_or(&StepExecution::PENDING)
    }

    pub(crate) fn execution_mut(&mut self, step: Step) -> Option<&mut StepExecution> {
        self.steps.get_mut(step.index())
    }
}
