//! What happened: one struct per event type, its fields fixed for ever (wire.md, *Events*).
//!
//! An event carries the facts that changed. What it does to the entities is written once, in `apply`.
mod apply;
mod flows;
mod inventory;
mod lots;
mod quality;
mod runs;
mod stamp;
mod table;

pub use flows::{
    DraftDiscarded, DraftSaved, FlowCreated, PolicyChanged, SiteDefined, VersionDeprecated,
    VersionDrafted, VersionPublished, VersionRejected, VersionSubmitted,
};
pub use inventory::{
    BufferCreated, BufferHeld, BufferHoldLifted, BufferUpdated, CodesLeased, StockMoved,
};
pub use lots::{
    HoldResolved, LotConsumed, LotCreated, LotDispatched, LotFinished, LotHeld, LotRegistered,
    LotRejected, LotReleased, LotRequarantined, LotVoided, LotWrittenOff, LotsTransformed,
    TransformInput, TransformLoss, TransformOutput,
};
pub use quality::{
    CorrectiveActionRecorded, DeviationClosed, DeviationOpened, InspectionRecorded, ReadingRecorded,
};
pub use runs::{
    RunAborted, RunAdvanced, RunArchived, RunCompleted, RunCreated, RunHeld, RunResumed,
    RunRolledBack, RunStarted,
};
pub use stamp::Stamp;
pub(crate) use table::events;
pub use table::{Event, EventType, UnreadableEvent};
