use wms_core::{
    amount::Celsius,
    command::{
        Command, ConfirmReject, HoldLot, NewAnswer, NewReading, NewSignature, RecallHold,
        RecordCorrectiveAction, RecordInspection, RecordReading, ResolveHold,
    },
    ids::{HoldId, InspectionId, LotId, ReadingId},
    lot::{LotStatus, LotType, Storage},
    quality::{Decision, ReadingKind},
    run::Step,
};

use super::Speaker;
use crate::random::LotLine;

/// The limit the canonical flow sets for a lot, as the table of the rule book's section 2 has it.
fn limit_for(lot: &LotLine) -> Option<(ReadingKind, i64)> {
    match (lot.lot_type, lot.storage) {
        (LotType::Raw, Storage::Chilled) => Some((ReadingKind::Surface, 40)),
        (LotType::Raw, Storage::Frozen) => Some((ReadingKind::Surface, -180)),
        (LotType::Frz15 | LotType::Frz30, _) => Some((ReadingKind::Core, -180)),
        (LotType::Ship, _) => Some((ReadingKind::Ambient, -180)),
        _ => None,
    }
}

impl Speaker<'_> {
    pub(super) fn inspect(&mut self) -> Command {
        let lot_id = if self.dice.one_in(6) {
            self.lot(|lot| lot.status != LotStatus::Created)
        } else {
            self.lot(|lot| lot.status == LotStatus::Quarantine)
        };
        let decision = match self.dice.throw(12) {
            9 | 10 => Decision::Hold,
            11 => Decision::Fail,
            _ => Decision::Pass,
        };
        let taken = self.ledger.inspections.first().map(|id| id.as_uuid());
        let id = InspectionId::new(self.id_for_new(taken));
        let readings = self.readings_of(lot_id, decision == Decision::Pass);
        let mut inspection =
            RecordInspection::new(id, lot_id, "visual", decision).with_readings(readings);
        if decision != Decision::Pass || self.dice.one_in(6) {
            inspection = inspection.with_notes(self.reason());
        }
        if self.dice.one_in(12) {
            let step = Step::new(u8::try_from(self.dice.number(11)).unwrap_or_default());
            inspection = inspection.with_step(step.unwrap_or(Step::RECEIPT));
        }
        if self.dice.one_in(6) {
            let answer = NewAnswer::new("smell", !self.dice.one_in(4));
            inspection = inspection.with_checklist(vec![answer]);
        }
        if self.dice.one_in(8) {
            inspection = inspection.with_signature(NewSignature::new("Kiss Ilona", "released"));
        }
        inspection.into()
    }

    fn readings_of(&mut self, lot: LotId, should_pass: bool) -> Vec<NewReading> {
        let limit = self.ledger.lots.get(&lot).and_then(limit_for);
        let Some((kind, tenths)) = limit else {
            return Vec::new();
        };
        match self.dice.throw(12) {
            10 => Vec::new(),
            11 => vec![self.new_reading(kind, tenths, true)],
            _ => vec![self.new_reading(kind, tenths, !should_pass)],
        }
    }

    fn new_reading(&mut self, kind: ReadingKind, limit: i64, broken: bool) -> NewReading {
        let celsius = self.celsius(limit, broken);
        let reading = NewReading::new(self.new_reading_id(), kind, celsius);
        if self.dice.one_in(6) {
            let minutes = self.dice.number(300) - 290;
            return reading.with_taken_at(self.now.plus_minutes(minutes));
        }
        reading
    }

    fn new_reading_id(&mut self) -> ReadingId {
        let taken = self.ledger.readings.first().map(|id| id.as_uuid());
        ReadingId::new(self.id_for_new(taken))
    }

    /// At the limit and below; or a tenth and more above it.
    fn celsius(&mut self, limit: i64, broken: bool) -> Celsius {
        let off = self.dice.number(60);
        let tenths = if broken { limit + 1 + off } else { limit - off };
        let tenths = i16::try_from(tenths).unwrap_or_default();
        Celsius::from_tenths(tenths)
            .unwrap_or_else(|error| unreachable!("near a limit of the plant: {error}"))
    }

    pub(super) fn reading(&mut self) -> Command {
        let broken = self.dice.one_in(3);
        let id = self.new_reading_id();
        if self.dice.one_in(3) {
            let buffer = self.buffer(|_| true);
            let limit = self.dice.one_of([-180, 40]);
            let celsius = self.celsius(limit, broken);
            let reading = RecordReading::new(id, ReadingKind::Ambient, celsius);
            return reading.with_buffer_id(buffer).into();
        }
        let lot = self.lot(|lot| !lot.voided && limit_for(lot).is_some());
        let limit = self.ledger.lots.get(&lot).and_then(limit_for);
        let (kind, tenths) = limit.unwrap_or((ReadingKind::Surface, 40));
        let reading = RecordReading::new(id, kind, self.celsius(tenths, broken)).with_lot_id(lot);
        if self.dice.one_in(5) {
            let minutes = self.dice.number(300) - 290;
            return reading.with_taken_at(self.now.plus_minutes(minutes)).into();
        }
        reading.into()
    }

    pub(super) fn corrective_action(&mut self) -> Command {
        let deviation = self.thing(&self.ledger.deviations, |deviation| deviation.open);
        RecordCorrectiveAction::new(deviation, self.reason()).into()
    }

    pub(super) fn resolve_hold(&mut self) -> Command {
        let lot = self.lot(|lot| lot.status == LotStatus::Hold);
        let hold = self.ledger.lots.get(&lot).and_then(|lot| {
            let holds = lot.open_holds.iter().chain(&lot.past_holds);
            holds.copied().next()
        });
        let hold = hold.unwrap_or_else(|| HoldId::new(self.new_id()));
        let resolve = ResolveHold::new(self.reason());
        match self.dice.throw(4) {
            2 => resolve.with_hold_id(hold),
            3 => resolve.with_lot_id(lot).with_hold_id(hold),
            _ => resolve.with_lot_id(lot),
        }
        .into()
    }

    pub(super) fn hold_lot(&mut self) -> Command {
        let lot = self.lot(|lot| !matches!(lot.status, LotStatus::Created | LotStatus::Finished));
        HoldLot::new(lot, self.reason()).into()
    }

    pub(super) fn confirm_reject(&mut self) -> Command {
        let lot = self.lot(|lot| lot.status == LotStatus::Hold);
        ConfirmReject::new(lot, self.reason()).into()
    }

    pub(super) fn recall_hold(&mut self) -> Command {
        let lot = self.lot(|lot| lot.lot_type == LotType::Raw && lot.status != LotStatus::Created);
        let include_self = !self.dice.one_in(3);
        RecallHold::new(lot, self.reason())
            .with_include_self(include_self)
            .into()
    }
}
