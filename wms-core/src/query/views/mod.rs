//! Views: what queries answer, computed from entities. Each has all the fields of wire.md.
mod audit;
mod flow;
mod inventory;
mod lot;
mod quality;
mod report;
mod run;
mod site;
mod trace;

pub use audit::{AuditEntity, AuditEvent, AuditVerification, BrokenStream, ChangesPage};
pub use flow::{FlowSummary, FlowView, VersionView};
pub use inventory::{BufferLot, BufferView, MoveView, PickProposal, PickedLot};
pub use lot::{HoldView, LotView, PositionView};
pub use quality::{
    AffectedLot, CorrectiveActionView, DeviationView, InspectionView, PendingInspection,
    ReadingView,
};
pub use report::{
    LotBalance, LotCount, MassBalanceView, OpenPoints, RunBalanceView, RunReportView,
    RunSummaryView, StepBalanceView, StockIn, TotalsView,
};
pub use run::{RunStepView, RunView};
pub use site::SiteView;
pub use trace::{DispatchView, RecallTotals, RecallView, RecalledLot, TraceView, TracedLot};

/// Declares view structs: all of them are written to JSON with every field, `null` where there is nothing.
macro_rules! views {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }
    )+};
}
pub(crate) use views;
