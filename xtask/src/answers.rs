//! Which view answers which query: the compiler says it.
use std::{any::type_name, collections::BTreeMap};
use wms_core::command::Act;
use wms_core::query::{
    Ask, AuditEvents, BufferContents, BufferSummary, Changes, GetDeviation, GetInspection, GetLot,
    GetPolicy, GetRun, GetSite, GetVersion, ListBuffers, ListDeviations, ListFlows,
    ListInspections, ListLots, ListMoves, ListReadings, ListRuns, ListVersions, MassBalance,
    PendingInspections, Pick, QueryType, Recall, RunBuffers, RunReport, RunSteps, RunSummary,
    Trace, VerifyAudit,
};

/// What a query is answered with: the name of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    One(&'static str),
    List(&'static str),
    /// Items, and where the next page begins.
    Page(&'static str),
}

impl Answer {
    /// The view.
    pub(crate) const fn view(self) -> &'static str {
        let (Self::One(view) | Self::List(view) | Self::Page(view)) = self;
        view
    }

    /// Reads `path::Items<path::View>`.
    fn of_type(path: &'static str) -> Self {
        let view = path.trim_end_matches('>').rsplit(['<', ':']).next();
        let view = view.unwrap_or(path);
        if path.contains("Items<") {
            Self::Page(view)
        } else if path.contains("Vec<") {
            Self::List(view)
        } else {
            Self::One(view)
        }
    }
}

macro_rules! answers {
    ($($name:ident),+ $(,)?) => {
        /// What answers a query.
        pub(crate) fn answer(query: QueryType) -> Answer {
            Answer::of_type(match query {
                $(QueryType::$name => type_name::<<$name as Ask>::Answer>()),+
            })
        }
    };
}

answers! {
    AuditEvents, BufferContents, BufferSummary, Changes, GetDeviation, GetInspection, GetLot,
    GetPolicy, GetRun, GetSite, GetVersion, ListBuffers, ListDeviations, ListFlows,
    ListInspections, ListLots, ListMoves, ListReadings, ListRuns, ListVersions, MassBalance,
    PendingInspections, Pick, Recall, RunBuffers, RunReport, RunSteps, RunSummary, Trace, VerifyAudit,
}

macro_rules! outcomes {
    ($($name:ident),+ $(,)?) => {
        /// What each command tells its caller, by the name of its type: that of an outcome, or a list of them.
        pub(crate) fn outcomes() -> BTreeMap<String, String> {
            let outcomes = [$((stringify!($name), type_name::<<wms_core::command::$name as Act>::Outcome>())),+];
            // A command that this list forgets has no outcome, and is missed at once.
            let outcomes = outcomes.into_iter().map(|(name, path)| (name.to_owned(), without_modules(path)));
            outcomes.collect()
        }
    };
}

/// `Vec<path::Name>` as `Vec<Name>`.
fn without_modules(path: &str) -> String {
    let (list, inner) = match path.split_once('<') {
        Some((_, inner)) => (true, inner.trim_end_matches('>')),
        None => (false, path),
    };
    let name = inner.rsplit("::").next().unwrap_or(inner);
    if list {
        format!("Vec<{name}>")
    } else {
        name.to_owned()
    }
}

outcomes! {
    DefineSite, SetPolicy, CreateFlow, SaveDraft, ForkVersion, SubmitVersion, ApproveVersion, DeprecateVersion, DiscardDraft, RejectVersion, CreateRun, StartRun, CompleteRun, ArchiveRun, AdvanceRun, RollBackRun, HoldRun, AbortRun, ResumeRun, CreateLot, RegisterLot, Transform, WriteOff, FinishLot, VoidLot, ConfirmReject, ResolveHold, RecallHold, RecordInspection, HoldLot, RecordReading, RecordCorrectiveAction, CreateBuffer, UpdateBuffer, LiftBufferHold, ReceiveStock, ConsumeStock, TransferStock, DispatchLot, LeaseCodes,
}
