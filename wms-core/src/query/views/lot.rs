use super::views;
use crate::{
    amount::{Celsius, Kilograms},
    ids::{BufferId, HoldId, LotId, RunId, UserId},
    lot::{Hold, HoldCause, Lot, LotStatus, LotType, Position, Sku, Species, Storage, Supplier},
    run::Step,
    site::SiteCode,
    text::Metadata,
    time::{Day, Instant},
};

/// A lot.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct LotView {
    /// Its id.
    pub id: LotId,
    /// Its code.
    pub code: Box<str>,
    /// What it is.
    pub lot_type: LotType,
    /// The size of its rods.
    pub sku: Option<Sku>,
    /// How it is kept.
    pub storage: Storage,
    /// The animal it comes from.
    pub species: Option<Species>,
    /// Its state; a voided one keeps CREATED.
    pub status: LotStatus,
    /// Whether it was made by mistake.
    pub voided: bool,
    /// Its site.
    pub site: SiteCode,
    /// The run that made or received it.
    pub run_id: Option<RunId>,
    /// The step where it is made.
    pub step: Step,
    /// The whole of it.
    pub weight_kg: Kilograms,
    /// What is left.
    pub remaining_kg: Kilograms,
    /// What went into children.
    pub used_kg: Kilograms,
    /// What went into no child.
    pub lost_kg: Kilograms,
    /// What left to consignees.
    pub dispatched_kg: Kilograms,
    /// What is in no buffer.
    pub line_kg: Kilograms,
    /// How many pieces it counts.
    pub pieces: Option<u32>,
    /// The day it was made.
    pub production_day: Day,
    /// The last day it may be used.
    pub best_before: Option<Day>,
    /// Who delivered it.
    pub supplier: Option<Supplier>,
    /// The temperature on the delivery's note.
    pub temperature_c: Option<Celsius>,
    /// The host's own facts: a JSON object.
    #[serde(with = "as_object")]
    pub metadata: Option<Metadata>,
    /// Every hold it ever had.
    pub holds: Vec<HoldView>,
    /// Where it lies, oldest entry first.
    pub positions: Vec<PositionView>,
    /// When it was created.
    pub created_at: Instant,
    /// When that was recorded.
    pub recorded_at: Instant,
    /// When the goods were here.
    pub registered_at: Option<Instant>,
}

views! {
    /// One reason why a lot is or was stopped.
    HoldView {
        /// Its id.
        id: HoldId,
        /// Why.
        cause: HoldCause,
        /// The inspection, the reading, else the command's key.
        cause_id: HoldId,
        /// In words.
        reason: Option<Box<str>>,
        /// When it was opened.
        opened_at: Instant,
        /// By whom.
        opened_by: UserId,
        /// When it ended.
        released_at: Option<Instant>,
        /// By whom.
        released_by: Option<UserId>,
        /// The manager's words.
        resolution: Option<Box<str>>,
    }
    /// Kilograms of a lot in a buffer.
    PositionView {
        /// Where.
        buffer_id: BufferId,
        /// How many.
        quantity_kg: Kilograms,
        /// When the first of them came in.
        entered_at: Instant,
    }
}

/// Metadata is stored as its text and shown as the object it is.
mod as_object {
    use crate::text::Metadata;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
    use serde_json::value::RawValue;

    pub(super) fn serialize<S: Serializer>(
        metadata: &Option<Metadata>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let object = metadata.as_ref().map(Metadata::as_json);
        let object: Option<&RawValue> = object
            .map(serde_json::from_str)
            .transpose()
            .map_err(ser::Error::custom)?;
        object.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Metadata>, D::Error> {
        let object = Option::<Box<RawValue>>::deserialize(deserializer)?;
        let metadata = object.map(|object| Metadata::parse(object.get()));
        metadata.transpose().map_err(de::Error::custom)
    }
}

impl From<&Lot> for LotView {
    fn from(lot: &Lot) -> Self {
        let note = lot.note.as_deref();
        Self {
            id: lot.id,
            code: lot.code.clone(),
            lot_type: lot.lot_type,
            sku: lot.sku,
            storage: lot.storage,
            species: lot.species,
            status: lot.status,
            voided: lot.voided,
            site: lot.site,
            run_id: lot.run_id,
            step: lot.step(),
            weight_kg: lot.weight,
            remaining_kg: lot.remaining(),
            used_kg: lot.used,
            lost_kg: lot.lost.total(),
            dispatched_kg: lot.dispatched,
            line_kg: lot.at_the_line(),
            pieces: lot.pieces,
            production_day: lot.production_day,
            best_before: lot.best_before,
            supplier: note.and_then(|note| note.supplier.clone()),
            temperature_c: note.and_then(|note| note.temperature),
            metadata: note.and_then(|note| note.metadata.clone()),
            holds: lot.holds.iter().map(HoldView::from).collect(),
            positions: lot.positions.iter().map(PositionView::from).collect(),
            created_at: lot.created.at,
            recorded_at: lot.created.recorded_at,
            registered_at: lot.registered_at,
        }
    }
}

impl From<&Hold> for HoldView {
    fn from(hold: &Hold) -> Self {
        let release = hold.release.as_deref();
        Self {
            id: hold.id,
            cause: hold.cause,
            cause_id: hold.cause_id,
            reason: hold.reason.clone(),
            opened_at: hold.opened_at,
            opened_by: hold.opened_by,
            released_at: release.map(|release| release.at),
            released_by: release.map(|release| release.by),
            resolution: release.map(|release| release.resolution.clone()),
        }
    }
}

impl From<&Position> for PositionView {
    fn from(position: &Position) -> Self {
        Self {
            buffer_id: position.buffer_id,
            quantity_kg: position.quantity,
            entered_at: position.entered_at,
        }
    }
}
