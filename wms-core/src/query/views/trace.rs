use super::{PositionView, views};
use crate::{
    amount::Kilograms,
    genealogy::Link,
    ids::LotId,
    inventory::{Consignee, Dispatch},
    lot::{Lot, LotStatus, LotType},
    site::SiteCode,
    time::{Day, Instant},
};
use std::collections::BTreeSet;

views! {
    /// A lot in a trace.
    TracedLot {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// What it is.
        lot_type: LotType,
        /// Its state.
        status: LotStatus,
        /// Its site.
        site: SiteCode,
        /// The day it was made.
        production_day: Day,
        /// The whole of it.
        weight_kg: Kilograms,
        /// What is left.
        remaining_kg: Kilograms,
        /// How far it is from the traced lot, by the shortest way.
        distance: u32,
    }
    /// Where a lot came from and where it went: complete and free of repeats.
    TraceView {
        /// The lots, by distance, then code; the traced one first.
        lots: Vec<TracedLot>,
        /// Every link between two of them, in the order of their parents', then children's places in `lots`.
        links: Vec<Link>,
    }
    /// Kilograms of a lot that left to a consignee.
    DispatchView {
        /// To whom.
        consignee: Consignee,
        /// How many.
        quantity_kg: Kilograms,
        /// When.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
        /// On what.
        vehicle: Option<Box<str>>,
    }
    /// What a recall sums up to.
    RecallTotals {
        /// The lot and its descendants.
        lots: usize,
        /// Their weight.
        weight_kg: Kilograms,
        /// What is left of them in the plant.
        remaining_kg: Kilograms,
        /// What left to consignees.
        dispatched_kg: Kilograms,
        /// How many consignees of different names.
        consignees: usize,
    }
    /// A lot, all that came of it, and who got it.
    RecallView {
        /// The recalled lot.
        lot_id: LotId,
        /// It and its descendants.
        lots: Vec<RecalledLot>,
        /// The sums.
        totals: RecallTotals,
        /// What time this is the truth of.
        as_of: Instant,
        /// How long the answer took, in milliseconds.
        took_ms: u64,
    }
}

/// A lot in a recall.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct RecalledLot {
    /// The lot.
    #[serde(flatten)]
    pub lot: TracedLot,
    /// How many of its kilograms are concerned (rule book, section 8).
    pub concerned_kg: Kilograms,
    /// Where it lies.
    pub positions: Vec<PositionView>,
    /// Where it went.
    pub dispatches: Vec<DispatchView>,
}

impl TracedLot {
    /// The view of a lot at a distance.
    #[must_use]
    pub fn of(lot: &Lot, distance: u32) -> Self {
        Self {
            lot_id: lot.id,
            code: lot.code.clone(),
            lot_type: lot.lot_type,
            status: lot.status,
            site: lot.site,
            production_day: lot.production_day,
            weight_kg: lot.weight,
            remaining_kg: lot.remaining(),
            distance,
        }
    }
}

impl From<&Dispatch> for DispatchView {
    fn from(dispatch: &Dispatch) -> Self {
        Self {
            consignee: dispatch.consignee.clone(),
            quantity_kg: dispatch.quantity,
            at: dispatch.made.at,
            recorded_at: dispatch.made.recorded_at,
            vehicle: dispatch.vehicle.clone(),
        }
    }
}

impl RecallTotals {
    /// The sums over the lots of a recall.
    #[must_use]
    pub fn of(lots: &[RecalledLot]) -> Self {
        let dispatches = || lots.iter().flat_map(|lot| &lot.dispatches);
        let names: BTreeSet<&str> = dispatches()
            .map(|dispatch| dispatch.consignee.name.as_str())
            .collect();
        Self {
            lots: lots.len(),
            weight_kg: lots.iter().map(|lot| lot.lot.weight_kg).sum(),
            remaining_kg: lots.iter().map(|lot| lot.lot.remaining_kg).sum(),
            dispatched_kg: dispatches().map(|dispatch| dispatch.quantity_kg).sum(),
            consignees: names.len(),
        }
    }
}
