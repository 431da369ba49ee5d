//! Queries: what people and hosts ask (wire.md, *Queries*), and the views they are answered with.
//!
//! A view is computed here, from entities; where the entities come from is the executor's business.
//!
//! ```
//! use wms_core::{plant::{Plant, SequentialIds}, query::ListLots, time::Instant};
//! let plant = Plant::new(Instant::from_millis(0)?, SequentialIds::default());
//! let page = plant.ask(&ListLots::new())?;
//! assert!(page.items.is_empty() && page.next.is_none());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
mod lot_name;
mod memory;
mod page;
mod placed;
mod types;
mod views;

pub use lot_name::LotName;
pub use memory::Ask;
pub use page::{Cursor, Items, Page, not_given_out};
pub use placed::PlacedLink;
pub use types::{
    AuditEvents, BufferContents, BufferSummary, Changes, GetDeviation, GetInspection, GetLot,
    GetPolicy, GetRun, GetSite, GetVersion, ListBuffers, ListDeviations, ListFlows,
    ListInspections, ListLots, ListMoves, ListReadings, ListRuns, ListVersions, MassBalance,
    PendingInspections, Pick, Query, QueryType, Recall, RunBuffers, RunReport, RunSteps,
    RunSummary, Trace, VerifyAudit,
};
pub use views::*;
