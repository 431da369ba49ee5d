use super::views;
use crate::{
    amount::Celsius,
    ids::{BufferId, DeviationId, InspectionId, LotId, ReadingId, RunId, UserId},
    lot::{Lot, LotStatus, LotType},
    quality::{
        Badge, ChecklistAnswer, CorrectiveAction, Decision, Deviation, DeviationCause,
        DeviationStatus, Inspection, Range, Reading, ReadingKind, Signature,
    },
    run::Step,
    time::Instant,
};

views! {
    /// An inspection.
    InspectionView {
        /// Its id.
        id: InspectionId,
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
        /// Who made it.
        inspector: UserId,
        /// When.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
    }
    /// A temperature reading.
    ReadingView {
        /// Its id.
        id: ReadingId,
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
        /// The deviation it opened or joined.
        deviation_id: Option<DeviationId>,
        /// How it looks at a glance.
        badge: Option<Badge>,
        /// When it was taken.
        taken_at: Instant,
        /// The time of the act.
        at: Instant,
        /// The time of record.
        recorded_at: Instant,
        /// Who recorded it.
        by: UserId,
        /// The instrument.
        instrument: Option<Box<str>>,
    }
    /// What was done about a deviation.
    CorrectiveActionView {
        /// In words.
        action: Box<str>,
        /// By whom.
        by: UserId,
        /// When.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
        /// Who verified it.
        verified_by: Option<UserId>,
    }
    /// A lot that a deviation affects.
    AffectedLot {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// Its state now.
        status: LotStatus,
    }
    /// A lot that waits for its inspection.
    PendingInspection {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// What it is.
        lot_type: LotType,
        /// Its run.
        run_id: Option<RunId>,
        /// Its step.
        step: Step,
        /// The numbers of that step's gates.
        gates: Vec<Box<str>>,
        /// When it last entered QUARANTINE.
        since: Option<Instant>,
    }
}

/// A deviation.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct DeviationView {
    /// Its id: that of the reading or inspection that opened it.
    pub id: DeviationId,
    /// What opened it.
    pub cause: DeviationCause,
    /// The kind of reading, where one opened it.
    pub kind: Option<ReadingKind>,
    /// The lot it is about.
    pub lot_id: Option<LotId>,
    /// The buffer it is about.
    pub buffer_id: Option<BufferId>,
    /// OPEN until a corrective action closes it.
    pub status: DeviationStatus,
    /// When it was opened.
    pub opened_at: Instant,
    /// When that was recorded.
    pub recorded_at: Instant,
    /// When it was closed.
    pub closed_at: Option<Instant>,
    /// What was done, oldest first.
    pub actions: Vec<CorrectiveActionView>,
    /// The lots it affects, in the order of a trace; lists leave them out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub affected: Option<Vec<AffectedLot>>,
}

impl From<&Inspection> for InspectionView {
    fn from(inspection: &Inspection) -> Self {
        Self {
            id: inspection.id,
            lot_id: inspection.lot_id,
            run_id: inspection.run_id,
            step: inspection.step,
            gates: inspection.gates.clone(),
            inspection_type: inspection.inspection_type.clone(),
            decision: inspection.decision,
            notes: inspection.notes.clone(),
            checklist: inspection.checklist.clone(),
            readings: inspection.readings.clone(),
            signature: inspection.signature.as_deref().cloned(),
            inspector: inspection.made.by,
            at: inspection.made.at,
            recorded_at: inspection.made.recorded_at,
        }
    }
}

impl From<&Reading> for ReadingView {
    fn from(reading: &Reading) -> Self {
        Self {
            id: reading.id,
            lot_id: reading.subject.lot(),
            buffer_id: reading.subject.buffer(),
            kind: reading.kind,
            temperature_c: reading.temperature,
            limit: reading.limit,
            violation: reading.violation,
            deviation_id: reading.deviation_id,
            badge: reading.badge,
            taken_at: reading.taken_at,
            at: reading.recorded.at,
            recorded_at: reading.recorded.recorded_at,
            by: reading.recorded.by,
            instrument: reading.instrument.clone(),
        }
    }
}

impl From<&CorrectiveAction> for CorrectiveActionView {
    fn from(action: &CorrectiveAction) -> Self {
        Self {
            action: action.action.clone(),
            by: action.by,
            at: action.at,
            recorded_at: action.recorded_at,
            verified_by: action.verified_by,
        }
    }
}

impl From<&Deviation> for DeviationView {
    fn from(deviation: &Deviation) -> Self {
        Self {
            id: deviation.id,
            cause: deviation.cause,
            kind: deviation.kind,
            lot_id: deviation.subject.lot(),
            buffer_id: deviation.subject.buffer(),
            status: deviation.status(),
            opened_at: deviation.opened.at,
            recorded_at: deviation.opened.recorded_at,
            closed_at: deviation.closed_at,
            actions: deviation
                .actions
                .iter()
                .map(CorrectiveActionView::from)
                .collect(),
            affected: None,
        }
    }
}

impl From<&Lot> for AffectedLot {
    fn from(lot: &Lot) -> Self {
        Self {
            lot_id: lot.id,
            code: lot.code.clone(),
            status: lot.status,
        }
    }
}
