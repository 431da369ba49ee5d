//! Quality: probes, inspections, and what managers do about what was not as it should be.
use super::factory::Factory;
use crate::plan::{Act as Deed, ActionRow, InspectionRow, ProbeRow};
use wms_core::{
    actor::{Actor, Role},
    command::{
        ConfirmReject, LiftBufferHold, NewSignature, RecordCorrectiveAction, RecordInspection,
        RecordReading, ResolveHold, WriteOff,
    },
    error::Rejection,
    ids::{DeviationId, HoldId, InspectionId, LotId, ReadingId},
    lot::LossKind,
    quality::Subject,
    time::Instant,
};

impl Factory {
    pub(super) fn measured(&mut self, at: Instant, row: &ProbeRow) -> Result<(), Rejection> {
        let mut reading =
            RecordReading::new(self.ids.next::<ReadingId>(), row.kind, row.temperature_c);
        reading.lot_id = row.lot.map(|lot| self.lot(lot));
        reading.buffer_id = row.buffer.as_deref().map(|buffer| self.buffer(buffer));
        reading.instrument.clone_from(&row.instrument);
        let operator = self.people.operator;
        self.act(operator, at, reading).map(drop)
    }

    pub(super) fn inspected(&mut self, at: Instant, row: &InspectionRow) -> Result<(), Rejection> {
        let auditor = self.person(&row.inspector, Role::Auditor);
        let signature = NewSignature::new(row.inspector.as_str(), row.decision.as_str());
        let mut inspection = RecordInspection::new(
            self.ids.next::<InspectionId>(),
            self.lot(row.lot),
            row.inspection_type.as_str(),
            row.decision,
        )
        .with_signature(signature);
        inspection.notes = row.notes.as_deref().map(Into::into);
        self.act(auditor, at, inspection).map(drop)
    }

    pub(super) fn acted(&mut self, at: Instant, row: &ActionRow) -> Result<(), Rejection> {
        let manager = self.person(&row.manager, Role::Manager);
        let lot = row.lot.map(|lot| self.lot(lot));
        let buffer = row.buffer.as_deref().map(|buffer| self.buffer(buffer));
        let words = row.words.as_str();
        match (row.act, lot, buffer) {
            (Deed::Correct, Some(lot), _) => self.correct(manager, at, Subject::Lot(lot), words),
            (Deed::Correct, None, Some(buffer)) => {
                self.correct(manager, at, Subject::Buffer(buffer), words)
            }
            (Deed::Resolve, Some(lot), _) => self.resolve(manager, at, lot, words),
            (Deed::LiftHold, _, Some(buffer)) => self
                .act(manager, at, LiftBufferHold::new(buffer, words))
                .map(drop),
            (Deed::Reject, Some(lot), _) => self
                .act(manager, at, ConfirmReject::new(lot, words))
                .map(drop),
            (Deed::WriteOff, Some(lot), _) => {
                let mut write_off = WriteOff::new(lot, LossKind::Other, words);
                write_off.document.clone_from(&row.document);
                self.act(manager, at, write_off).map(drop)
            }
            // What an act is about was checked when the files were read.
            _ => Ok(()),
        }
    }

    /// One corrective action for every open deviation of a lot or a buffer.
    fn correct(
        &mut self,
        manager: Actor,
        at: Instant,
        subject: Subject,
        words: &str,
    ) -> Result<(), Rejection> {
        let of_subject = self.deviations.iter();
        let open = of_subject.filter(|known| known.subject == subject && known.is_open);
        let open: Vec<DeviationId> = open.map(|known| known.id).collect();
        open.into_iter().try_for_each(|deviation| {
            let action = RecordCorrectiveAction::new(deviation, words);
            self.act(manager, at, action).map(drop)
        })
    }

    /// The holds of a lot, each with those it brought upon what came of the lot.
    fn resolve(
        &mut self,
        manager: Actor,
        at: Instant,
        lot: LotId,
        words: &str,
    ) -> Result<(), Rejection> {
        let own = self.open_holds.iter().filter(|(held, _)| *held == lot);
        let own: Vec<HoldId> = own.map(|(_, hold)| *hold).collect();
        if own.is_empty() {
            // The library says best why there is nothing to resolve.
            let resolve = ResolveHold::new(words).with_lot_id(lot);
            return self.act(manager, at, resolve).map(drop);
        }
        own.into_iter().try_for_each(|hold| {
            let resolve = ResolveHold::new(words).with_hold_id(hold);
            self.act(manager, at, resolve).map(drop)
        })
    }
}
