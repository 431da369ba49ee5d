/// What kind of command comes next, with how often it comes.
macro_rules! kinds {
    ($($kind:ident = $weight:literal,)+) => {
        /// The kinds of turns: the commands of the rule book, and a repeat of an earlier one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names of wire.md's commands")]
        pub enum Kind { $($kind),+ }

        const WEIGHTS: &[(Kind, u32)] = &[$((Kind::$kind, $weight)),+];
    };
}

// The first is what a shrunk story is made of.
kinds! {
    Register = 14,
    Inspect = 24,
    Transform = 24,
    Advance = 10,
    Receive = 8,
    CreateLot = 4,
    Transfer = 3,
    Consume = 2,
    Dispatch = 5,
    WriteOff = 4,
    Reading = 6,
    CorrectiveAction = 5,
    ResolveHold = 6,
    HoldLot = 2,
    ConfirmReject = 1,
    RecallHold = 1,
    Finish = 4,
    Void = 1,
    CreateRun = 2,
    StartRun = 2,
    HoldRun = 1,
    ResumeRun = 2,
    RollBack = 1,
    CompleteRun = 1,
    AbortRun = 1,
    ArchiveRun = 1,
    CreateFlow = 1,
    SaveDraft = 2,
    Fork = 2,
    Submit = 2,
    Approve = 2,
    RejectVersion = 1,
    Deprecate = 1,
    Discard = 1,
    CreateBuffer = 1,
    UpdateBuffer = 1,
    LiftHold = 2,
    SetPolicy = 2,
    DefineSite = 1,
    Lease = 1,
    Repeat = 5,
}

impl Kind {
    pub(super) fn total_weight() -> u32 {
        WEIGHTS.iter().map(|(_, weight)| weight).sum()
    }

    /// The kind that a number below the total weight falls on.
    pub(super) fn by_weight(mut number: u32) -> Self {
        for (kind, weight) in WEIGHTS {
            match number.checked_sub(*weight) {
                None => return *kind,
                Some(rest) => number = rest,
            }
        }
        Self::Register
    }
}
