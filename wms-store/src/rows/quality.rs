use super::{Of, Stamped, big, doc, hash, id, time};
use crate::{
    error::Error,
    schema::{DeviationRow, InspectionRow, ReadingRow},
    sql::IdValue,
};
use wms_core::{
    amount::Celsius,
    ids::{BufferId, DeviationId, InspectionId, LotId, ReadingId, RunId, TenantId},
    quality::{Deviation, Inspection, Range, Reading, Subject},
    run::Step,
};

impl Of<'_> {
    /// Exactly one of them is there: a CHECK says so.
    fn subject(&self, lot: Option<IdValue>, buffer: Option<IdValue>) -> Result<Subject, Error> {
        match (lot, buffer) {
            (Some(lot), None) => Ok(Subject::Lot(LotId::new(lot.0))),
            (None, Some(buffer)) => Ok(Subject::Buffer(BufferId::new(buffer.0))),
            _ => Err(self.corrupt()),
        }
    }
}

impl InspectionRow {
    pub(crate) fn of(tenant: TenantId, inspection: &Inspection, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = inspection.made.into();
        Self {
            tenant_id: id(tenant),
            id: id(inspection.id),
            place,
            lot_id: id(inspection.lot_id),
            run_id: inspection.run_id.map(id),
            step: inspection.step.number().into(),
            gates: doc::write(&inspection.gates),
            inspection_type: inspection.inspection_type.to_string(),
            decision: inspection.decision.to_string(),
            notes: inspection.notes.as_deref().map(str::to_owned),
            checklist: doc::write(&inspection.checklist),
            readings: doc::write(&inspection.readings),
            signature: inspection.signature.as_deref().map(doc::write),
            created_at,
            recorded_at,
            created_by,
            head_version: big(inspection.head.version),
            head_hash: hash(&inspection.head.hash),
        }
    }

    pub(crate) fn into_inspection(self) -> Result<Inspection, Error> {
        let of = Of::new("inspections", &self.id.0);
        Ok(Inspection {
            id: InspectionId::new(self.id.0),
            lot_id: LotId::new(self.lot_id.0),
            run_id: self.run_id.map(|id| RunId::new(id.0)),
            step: of.some(u8::try_from(self.step).ok().and_then(Step::new))?,
            gates: of.doc(&self.gates)?,
            decision: of.text(&self.decision)?,
            checklist: of.doc(&self.checklist)?,
            readings: of.doc(&self.readings)?,
            signature: of.maybe_doc(self.signature.as_deref())?,
            made: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            head: of.head(self.head_version, &self.head_hash)?,
            inspection_type: self.inspection_type.into(),
            notes: self.notes.map(String::into_boxed_str),
        })
    }
}

impl ReadingRow {
    pub(crate) fn of(tenant: TenantId, reading: &Reading, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = reading.recorded.into();
        let limit = reading.limit;
        Self {
            tenant_id: id(tenant),
            id: id(reading.id),
            place,
            lot_id: reading.subject.lot().map(id),
            buffer_id: reading.subject.buffer().map(id),
            kind: reading.kind.to_string(),
            temperature: reading.temperature.tenths(),
            limit_min: limit.and_then(|limit| limit.min_c).map(Celsius::tenths),
            limit_max: limit.and_then(|limit| limit.max_c).map(Celsius::tenths),
            violation: reading.violation,
            deviation_id: reading.deviation_id.map(id),
            badge: reading.badge.map(|badge| badge.to_string()),
            taken_at: time(reading.taken_at),
            instrument: reading.instrument.as_deref().map(str::to_owned),
            created_at,
            recorded_at,
            created_by,
            head_version: big(reading.head.version),
            head_hash: hash(&reading.head.hash),
        }
    }

    pub(crate) fn into_reading(self) -> Result<Reading, Error> {
        let of = Of::new("readings", &self.id.0);
        let celsius = |tenths: Option<i16>| tenths.map(|tenths| of.celsius(tenths)).transpose();
        // A limit has an end: one without any is none.
        let limit = (self.limit_min.is_some() || self.limit_max.is_some())
            .then(|| {
                Ok::<_, Error>(Range {
                    min_c: celsius(self.limit_min)?,
                    max_c: celsius(self.limit_max)?,
                })
            })
            .transpose()?;
        Ok(Reading {
            id: ReadingId::new(self.id.0),
            subject: of.subject(self.lot_id, self.buffer_id)?,
            kind: of.text(&self.kind)?,
            temperature: of.celsius(self.temperature)?,
            limit,
            violation: self.violation,
            deviation_id: self.deviation_id.map(|id| DeviationId::new(id.0)),
            badge: of.maybe(self.badge.as_deref())?,
            taken_at: of.instant(self.taken_at)?,
            recorded: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            head: of.head(self.head_version, &self.head_hash)?,
            instrument: self.instrument.map(String::into_boxed_str),
        })
    }
}

impl DeviationRow {
    pub(crate) fn of(tenant: TenantId, deviation: &Deviation, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = deviation.opened.into();
        Self {
            tenant_id: id(tenant),
            id: id(deviation.id),
            place,
            cause: deviation.cause.to_string(),
            kind: deviation.kind.map(|kind| kind.to_string()),
            lot_id: deviation.subject.lot().map(id),
            buffer_id: deviation.subject.buffer().map(id),
            created_at,
            recorded_at,
            created_by,
            closed_at: deviation.closed_at.map(time),
            actions: doc::write(&deviation.actions),
            head_version: big(deviation.head.version),
            head_hash: hash(&deviation.head.hash),
        }
    }

    pub(crate) fn into_deviation(self) -> Result<Deviation, Error> {
        let of = Of::new("deviations", &self.id.0);
        Ok(Deviation {
            id: DeviationId::new(self.id.0),
            cause: of.text(&self.cause)?,
            kind: of.maybe(self.kind.as_deref())?,
            subject: of.subject(self.lot_id, self.buffer_id)?,
            opened: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            closed_at: self.closed_at.map(|at| of.instant(at)).transpose()?,
            actions: of.doc(&self.actions)?,
            head: of.head(self.head_version, &self.head_hash)?,
        })
    }
}
