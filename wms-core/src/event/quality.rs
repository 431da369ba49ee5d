//! Events of inspections, readings and deviations.
use super::events;
use crate::{
    amount::Celsius,
    ids::{BufferId, DeviationId, InspectionId, LotId, ReadingId, RunId, UserId},
    quality::{
        Badge, ChecklistAnswer, Decision, DeviationCause, Range, ReadingKind, Signature, Subject,
    },
    run::Step,
    time::Instant,
};

events! {
    /// An inspection was made.
    InspectionRecorded {
        /// The inspection.
        inspection_id: InspectionId,
        /// The lot.
        lot_id: LotId,
        /// The lot's run.
        run_id: Option<RunId>,
        /// The step it was made at.
        step: Step,
        /// The numbers of that step's gates.
        gates: Vec<Box<str>>,
        /// What sort of inspection it was.
        inspection_type: Box<str>,
        /// What was decided.
        decision: Decision,
        /// The inspector's words.
        notes: Option<Box<str>>,
        /// The answers given.
        checklist: Vec<ChecklistAnswer>,
        /// The readings taken with it.
        readings: Vec<ReadingId>,
        /// Who signed it.
        signature: Option<Signature>,
    }
    /// A temperature was measured.
    ReadingRecorded {
        /// The reading.
        reading_id: ReadingId,
        /// The lot it is about.
        lot_id: Option<LotId>,
        /// The buffer it is about.
        buffer_id: Option<BufferId>,
        /// Where the probe was.
        kind: ReadingKind,
        /// What it showed.
        temperature_c: Celsius,
        /// What it was judged by.
        limit: Option<Range>,
        /// Whether it was outside.
        violation: bool,
        /// The deviation it opens or joins.
        deviation_id: Option<DeviationId>,
        /// How it looks at a glance.
        badge: Option<Badge>,
        /// When it was taken.
        taken_at: Instant,
        /// The instrument.
        instrument: Option<Box<str>>,
    }
    /// Something was not as it should be.
    DeviationOpened {
        /// The deviation.
        deviation_id: DeviationId,
        /// What opened it.
        cause: DeviationCause,
        /// The kind of reading, where one opened it.
        kind: Option<ReadingKind>,
        /// The lot it is about.
        lot_id: Option<LotId>,
        /// The buffer it is about.
        buffer_id: Option<BufferId>,
    }
    /// Something was done about a deviation.
    CorrectiveActionRecorded {
        /// The deviation.
        deviation_id: DeviationId,
        /// What was done.
        action: Box<str>,
        /// Who verified it.
        verified_by: Option<UserId>,
    }
    /// A deviation needs no further action.
    DeviationClosed {
        /// The deviation.
        deviation_id: DeviationId,
    }
}

impl ReadingRecorded {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        subject(self.lot_id, self.buffer_id)
    }
}

impl DeviationOpened {
    /// What it is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        subject(self.lot_id, self.buffer_id)
    }
}

fn subject(lot_id: Option<LotId>, buffer_id: Option<BufferId>) -> Option<Subject> {
    lot_id.map(Subject::Lot).or(buffer_id.map(Subject::Buffer))
}
