use crate::vocabulary::vocabulary;

vocabulary! {
    /// The states of a run (rule book, section 4).
    pub enum RunStatus {
        /// Created, not started.
        Idle = "IDLE", hu "indításra vár", en "idle";
        /// At work.
        Running = "RUNNING", hu "folyamatban", en "running";
        /// Stopped for a reason.
        Hold = "HOLD", hu "felfüggesztve", en "on hold";
        /// Ended as planned.
        Completed = "COMPLETED", hu "befejezve", en "completed";
        /// Ended early.
        Aborted = "ABORTED", hu "megszakítva", en "aborted";
        /// Put away.
        Archived = "ARCHIVED", hu "archiválva", en "archived";
    }
}

vocabulary! {
    /// The states of one step of a run.
    pub enum StepStatus {
        /// Not reached yet.
        Pending = "PENDING", hu "várakozik", en "pending";
        /// Where the run is.
        InProgress = "IN_PROGRESS", hu "folyamatban", en "in progress";
        /// Left towards the next.
        Completed = "COMPLETED", hu "befejezve", en "completed";
        /// Never reached: the run was aborted.
        Skipped = "SKIPPED", hu "kihagyva", en "skipped";
    }
}

/// What a command may do to a run's state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunTransition {
    /// `start_run`.
    Start,
    /// `advance_run`.
    Advance,
    /// `roll_back_run`.
    RollBack,
    /// `hold_run`.
    Hold,
    /// `resume_run`.
    Resume,
    /// `complete_run`.
    Complete,
    /// `abort_run`.
    Abort,
    /// `archive_run`.
    Archive,
}

impl RunTransition {
    /// Every transition of the table.
    pub const ALL: [Self; 8] = [
        Self::Start,
        Self::Advance,
        Self::RollBack,
        Self::Hold,
        Self::Resume,
        Self::Complete,
        Self::Abort,
        Self::Archive,
    ];

    /// From which states to which: the state machine of the rule book, section 4, as one table.
    #[must_use]
    pub const fn table(self) -> (&'static [RunStatus], RunStatus) {
        use RunStatus::{Aborted, Archived, Completed, Hold, Idle, Running};
        match self {
            Self::Start => (&[Idle], Running),
            Self::Advance | Self::RollBack => (&[Running], Running),
            Self::Hold => (&[Running], Hold),
            Self::Resume => (&[Hold], Running),
            Self::Complete => (&[Running], Completed),
            Self::Abort => (&[Running, Hold], Aborted),
            Self::Archive => (&[Completed, Aborted], Archived),
        }
    }
}

impl RunStatus {
    /// Whether the table allows it.
    #[must_use]
    pub fn allows(self, transition: RunTransition) -> bool {
        transition.table().0.contains(&self)
    }

    /// IDLE, RUNNING or HOLD: a run that keeps its version in use.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Idle | Self::Running | Self::Hold)
    }
}
