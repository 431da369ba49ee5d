use super::{Of, Stamped, big, date, doc, hash, id, int, time};
use crate::{
    error::Error,
    schema::{HoldRow, LinkRow, LotRow, PositionRow},
};
use serde::{Deserialize, Serialize};
use wms_core::{
    amount::{Celsius, Kilograms},
    code::{CanonicalCode, Prefix},
    genealogy::Link,
    ids::{BufferId, DeviationId, HoldId, LotId, ReadingId, RunId, TenantId, UserId},
    lot::{DeliveryNote, Hold, HoldRelease, LatestReading, LossKind, Lot, Position, Supplier},
    quality::ReadingKind,
    text::Metadata,
    time::Instant,
};

/// What a lot's row keeps as one text: nothing that is looked for in SQL.
#[derive(Serialize, Deserialize)]
struct Details {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    lost: Vec<(LossKind, i64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    latest_readings: Vec<(ReadingKind, ReadingId, Celsius, Instant)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Note>,
}

#[derive(Serialize, Deserialize)]
struct Note {
    supplier: Option<Supplier>,
    temperature: Option<Celsius>,
    /// The JSON text, in a string: a database must not re-spell it.
    metadata: Option<String>,
}

impl Details {
    fn of(lot: &Lot) -> Self {
        let readings = lot.latest_readings.iter();
        Self {
            lost: lot
                .lost
                .iter()
                .map(|(kind, quantity)| (kind, quantity.grams()))
                .collect(),
            latest_readings: readings
                .map(|one| (one.kind, one.reading_id, one.temperature, one.taken_at))
                .collect(),
            note: lot.note.as_deref().map(|note| Note {
                supplier: note.supplier.clone(),
                temperature: note.temperature,
                metadata: note.metadata.as_ref().map(|text| text.as_json().to_owned()),
            }),
        }
    }
}

impl Note {
    fn into_note(self, of: Of<'_>) -> Result<Box<DeliveryNote>, Error> {
        let metadata = self.metadata.as_deref().map(Metadata::parse).transpose();
        Ok(Box::new(DeliveryNote {
            supplier: self.supplier,
            temperature: self.temperature,
            metadata: metadata.map_err(|_| of.corrupt())?,
        }))
    }
}

impl LotRow {
    /// `run_place` is where the lot stands among those of its run, if it joins one with this command.
    pub(crate) fn of(tenant: TenantId, lot: &Lot, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = lot.created.into();
        Self {
            tenant_id: id(tenant),
            id: id(lot.id),
            place,
            code: lot.code.to_string(),
            stray_code: is_stray(lot),
            lot_type: lot.lot_type.to_string(),
            step: lot.step().number().into(),
            storage: lot.storage.to_string(),
            species: lot.species.map(|species| species.to_string()),
            sku: lot.sku.map(|sku| sku.to_string()),
            site: lot.site.to_string(),
            status: lot.status.to_string(),
            voided: lot.voided,
            was_released: lot.was_released,
            run_id: lot.run_id.map(id),
            run_place: lot.run_id.map(|_| place),
            weight: lot.weight.grams(),
            used: lot.used.grams(),
            dispatched: lot.dispatched.grams(),
            lost: lot.lost.total().grams(),
            pieces: lot.pieces.map(i64::from),
            production_day: date(lot.production_day),
            best_before: lot.best_before.map(date),
            details: doc::write(&Details::of(lot)),
            created_at,
            recorded_at,
            created_by,
            registered_at: lot.registered_at.map(time),
            quarantined_at: lot.quarantined_at.map(time),
            head_version: big(lot.head.version),
            head_hash: hash(&lot.head.hash),
        }
    }

    pub(crate) fn into_lot(self, holds: Vec<Hold>, positions: Vec<Position>) -> Result<Lot, Error> {
        let of = Of::new("lots", &self.id.0);
        let instant = |at: Option<_>| at.map(|at| of.instant(at)).transpose();
        let details: Details = of.doc(&self.details)?;
        let lost = details.lost.into_iter();
        let readings = details.latest_readings.into_iter();
        Ok(Lot {
            id: LotId::new(self.id.0),
            lot_type: of.text(&self.lot_type)?,
            storage: of.text(&self.storage)?,
            species: of.maybe(self.species.as_deref())?,
            sku: of.maybe(self.sku.as_deref())?,
            site: of.text(&self.site)?,
            status: of.text(&self.status)?,
            voided: self.voided,
            was_released: self.was_released,
            run_id: self.run_id.map(|id| RunId::new(id.0)),
            weight: Kilograms::from_grams(self.weight),
            used: Kilograms::from_grams(self.used),
            dispatched: Kilograms::from_grams(self.dispatched),
            lost: lost
                .map(|(kind, grams)| (kind, Kilograms::from_grams(grams)))
                .collect(),
            pieces: self.pieces.map(|pieces| of.number(pieces)).transpose()?,
            production_day: of.day(self.production_day)?,
            best_before: self.best_before.map(|day| of.day(day)).transpose()?,
            note: details.note.map(|note| note.into_note(of)).transpose()?,
            holds,
            positions,
            latest_readings: readings
                .map(|(kind, reading_id, temperature, taken_at)| LatestReading {
                    kind,
                    reading_id,
                    temperature,
                    taken_at,
                })
                .collect(),
            created: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            registered_at: instant(self.registered_at)?,
            quarantined_at: instant(self.quarantined_at)?,
            head: of.head(self.head_version, &self.head_hash)?,
            code: self.code.into(),
        })
    }
}

/// Whether a code of canonical shape says something else than its lot: a number that somebody took without its
/// sequence knowing.
fn is_stray(lot: &Lot) -> bool {
    lot.code.parse::<CanonicalCode>().is_ok_and(|code| {
        let own = (Prefix::Lot(lot.lot_type), lot.production_day, lot.site);
        (code.prefix, code.day, code.site) != own
    })
}

impl HoldRow {
    pub(crate) fn of(tenant: TenantId, lot: LotId, number: usize, hold: &Hold) -> Self {
        let release = hold.release.as_deref();
        Self {
            tenant_id: id(tenant),
            lot_id: id(lot),
            id: id(hold.id),
            number: int(number),
            cause: hold.cause.to_string(),
            cause_id: id(hold.cause_id),
            reason: hold.reason.as_deref().map(str::to_owned),
            deviation_id: hold.deviation_id.map(id),
            opened_at: time(hold.opened_at),
            opened_by: id(hold.opened_by),
            released_at: release.map(|release| time(release.at)),
            released_by: release.map(|release| id(release.by)),
            resolution: release.map(|release| release.resolution.to_string()),
        }
    }

    pub(crate) fn into_hold(self) -> Result<Hold, Error> {
        let of = Of::new("lot_holds", &self.id.0);
        let release = match (self.released_at, self.released_by, self.resolution) {
            (Some(at), Some(by), Some(resolution)) => Some(Box::new(HoldRelease {
                at: of.instant(at)?,
                by: UserId::new(by.0),
                resolution: resolution.into(),
            })),
            _ => None,
        };
        Ok(Hold {
            id: HoldId::new(self.id.0),
            cause: of.text(&self.cause)?,
            cause_id: HoldId::new(self.cause_id.0),
            deviation_id: self.deviation_id.map(|id| DeviationId::new(id.0)),
            opened_at: of.instant(self.opened_at)?,
            opened_by: UserId::new(self.opened_by.0),
            release,
            reason: self.reason.map(String::into_boxed_str),
        })
    }
}

impl PositionRow {
    /// `entry` is where the lot stands among those that entered the buffer; one that comes back enters anew.
    pub(crate) fn of(
        tenant: TenantId,
        lot: LotId,
        number: usize,
        position: &Position,
        entry: i64,
    ) -> Self {
        Self {
            tenant_id: id(tenant),
            lot_id: id(lot),
            buffer_id: id(position.buffer_id),
            number: int(number),
            quantity: position.quantity.grams(),
            entered_at: time(position.entered_at),
            entry,
        }
    }

    pub(crate) fn into_position(self) -> Result<Position, Error> {
        let of = Of::new("lot_positions", &self.lot_id.0);
        Ok(Position {
            buffer_id: BufferId::new(self.buffer_id.0),
            quantity: Kilograms::from_grams(self.quantity),
            entered_at: of.instant(self.entered_at)?,
        })
    }
}

impl LinkRow {
    pub(crate) fn of(tenant: TenantId, link: &Link) -> Self {
        Self {
            tenant_id: id(tenant),
            parent_id: id(link.parent),
            child_id: id(link.child),
            quantity: link.quantity_kg.grams(),
            method: link.method.to_string(),
        }
    }

    pub(crate) fn into_link(self) -> Result<Link, Error> {
        let of = Of::new("genealogy_links", &self.child_id.0);
        Ok(Link {
            parent: LotId::new(self.parent_id.0),
            child: LotId::new(self.child_id.0),
            quantity_kg: Kilograms::from_grams(self.quantity),
            method: of.text(&self.method)?,
        })
    }
}
