use super::Sequence;
use crate::{
    audit::Recorded,
    error::Warning,
    event::Event,
    flow::{Flow, FlowGraph, FlowVersion},
    genealogy::Link,
    inventory::{Buffer, Dispatch, StockMove},
    lot::Lot,
    policy::PolicyState,
    quality::{Deviation, Inspection, Reading},
    run::Run,
    site::Site,
};
use std::sync::Arc;

/// What a decided command leaves to do: the log, and each touched entity as it is now.
///
/// A store writes these rows, one statement per table; the in-memory plant takes them over. There is
/// nothing per event type: the effect of an event is written once, in core.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Changes {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// The same as the log keeps it.
    pub recorded: Vec<Recorded>,
    /// What wants to be seen.
    pub warnings: Vec<Warning>,
    /// The policy, if it changed.
    pub policy: Option<PolicyState>,
    /// Touched sites.
    pub sites: Vec<Site>,
    /// Touched flows.
    pub flows: Vec<Flow>,
    /// Touched versions.
    pub versions: Vec<FlowVersion>,
    /// Graphs to keep under their hash.
    pub graphs: Vec<Arc<FlowGraph>>,
    /// Touched runs.
    pub runs: Vec<Run>,
    /// Code sequences with their new last number.
    pub sequences: Vec<(Sequence, u64)>,
    /// Touched lots.
    pub lots: Vec<Lot>,
    /// New links.
    pub links: Vec<Link>,
    /// Touched buffers.
    pub buffers: Vec<Buffer>,
    /// New moves.
    pub moves: Vec<StockMove>,
    /// New dispatches.
    pub dispatches: Vec<Dispatch>,
    /// New inspections.
    pub inspections: Vec<Inspection>,
    /// New readings.
    pub readings: Vec<Reading>,
    /// Touched deviations.
    pub deviations: Vec<Deviation>,
}
