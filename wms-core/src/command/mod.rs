//! Commands: one file per area, each command as its row in the rule book: fields, first guess of what it
//! touches, guards in order, what happened.
mod act;
mod buffers;
mod codes;
mod context;
mod envelope;
mod finishing;
mod flows;
mod graph_text;
mod holds;
mod inspections;
mod lots;
mod new_lot;
mod outcome;
mod pipe;
mod plant;
mod quality;
mod runs;
mod stock;
mod transform;
mod type_table;
mod usage;
mod write_off;

pub use act::Act;
pub(crate) use act::Decide;
pub use buffers::{CreateBuffer, LiftBufferHold, UpdateBuffer};
pub use codes::LeaseCodes;
pub use context::Context;
pub use envelope::{Envelope, VERSION};
pub use flows::{
    ApproveVersion, CreateFlow, DeprecateVersion, DiscardDraft, ForkVersion, RejectVersion,
    SaveDraft, SubmitVersion,
};
pub use graph_text::GraphText;
pub use holds::{ConfirmReject, HoldLot, RecallHold, ResolveHold};
pub use inspections::{NewAnswer, NewReading, NewSignature, RecordInspection};
pub use lots::{CreateLot, FinishLot, RegisterLot, SitedLot, VoidLot};
pub use new_lot::{NewLot, NewSupplier};
pub use outcome::{
    BufferOutcome, DeviationOutcome, InspectionOutcome, LeaseOutcome, LotOutcome, Outcome,
    ReadingOutcome, RunOutcome, TransformOutcome, VersionOutcome,
};
pub use pipe::{Claimed, Decision, decide, digest};
pub use plant::{DefineSite, SetPolicy};
pub use quality::{RecordCorrectiveAction, RecordReading};
pub use runs::{
    AbortRun, AdvanceRun, ArchiveRun, CompleteRun, CreateRun, HoldRun, ResumeRun, RollBackRun,
    StartRun,
};
pub use stock::{ConsumeStock, DispatchLot, NewConsignee, ReceiveStock, TransferStock};
pub use transform::{Allocated, Input, Loss, Output, Transform};
pub use type_table::{Command, CommandType};
pub(crate) use usage::large;
pub use write_off::WriteOff;
