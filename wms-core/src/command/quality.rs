//! Readings and corrective actions (rule book, section 7).
use super::{
    CommandType, Decide, DeviationOutcome, ReadingOutcome,
    act::{outcome_by, shaped},
    holds::Opening,
};
use crate::{
    amount::Celsius,
    error::Rejection,
    event::{
        BufferHeld, CorrectiveActionRecorded, DeviationClosed, DeviationOpened, ReadingRecorded,
    },
    ids::{BufferId, DeviationId, InspectionId, LotId, ReadingId, UserId},
    lot::{HoldCause, Lot, guard_not_voided},
    quality::{Badge, DeviationCause, Range, ReadingKind, Subject, judge, limits, plan},
    text::Reason,
    time::Instant,
    wire::record,
    world::{Claim, Draft, Key, Stop, ensure},
};

record! {
    /// Records a temperature of a lot or of a buffer.
    pub struct RecordReading {
        /// The reading's new id.
        reading_id: ReadingId,
        /// Where the probe was.
        kind: ReadingKind,
        /// What it showed.
        temperature_c: Celsius,
        ; optional
        /// The lot it is about.
        lot_id (with_lot_id): LotId,
        /// The buffer it is about.
        buffer_id (with_buffer_id): BufferId,
        /// When it was taken; none: the time of the act.
        taken_at (with_taken_at): Instant,
        /// The instrument.
        instrument (with_instrument): String,
    }
}

impl RecordReading {
    /// What it is about, once the shape was checked.
    fn subject(&self) -> Option<Subject> {
        match (self.lot_id, self.buffer_id) {
            (Some(lot), None) => Some(Subject::Lot(lot)),
            (None, Some(buffer)) => Some(Subject::Buffer(buffer)),
            _ => None,
        }
    }
}

impl Decide for RecordReading {
    shaped!(|command| {
        ensure!(
            command.subject().is_some(),
            Rejection::input("lot_id", "either a lot or a buffer is needed")
        );
        Ok(())
    });

    fn footprint(&self) -> Vec<Claim> {
        let about = self
            .subject()
            .into_iter()
            .flat_map(|subject| about(subject, [self.kind]));
        about.chain(id_is_new(self.reading_id)).collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let Some(subject) = self.subject() else {
            return Err(Rejection::Internal {}.into());
        };
        match subject {
            Subject::Lot(lot) => guard_not_taken(plant, self.reading_id, plant.lot(lot)?)?,
            Subject::Buffer(buffer) => {
                plant.buffer(buffer)?;
                guard_id(plant, self.reading_id)?;
            }
        }

        let taken = Taken {
            reading_id: self.reading_id,
            kind: self.kind,
            temperature: self.temperature_c,
            taken_at: taken_at(plant, self.taken_at),
            instrument: self.instrument.as_deref(),
        };
        record_reading(plant, subject, &taken, Effect::Holds)
    }
}

fn guard_not_taken(plant: &Draft<'_>, reading: ReadingId, lot: &Lot) -> Result<(), Stop> {
    guard_id(plant, reading)?;
    guard_not_voided(lot, CommandType::RecordReading)?;
    Ok(())
}

/// What a reading of a lot or buffer touches.
pub(super) fn about(subject: Subject, kinds: impl IntoIterator<Item = ReadingKind>) -> Vec<Claim> {
    let entity = match subject {
        Subject::Lot(lot) => vec![
            Claim::change(Key::Lot(lot)),
            Claim::rely(Key::PlanOfLot(lot)),
        ],
        Subject::Buffer(buffer) => vec![Claim::change(Key::Buffer(buffer))],
    };
    let open = kinds
        .into_iter()
        .map(|kind| Claim::rely(Key::OpenDeviation(subject, kind)));
    entity.into_iter().chain(open).collect()
}

/// Readings and inspections share one id space.
pub(super) fn id_is_new(id: ReadingId) -> [Claim; 2] {
    [
        Claim::change(Key::Reading(id)),
        Claim::rely(Key::Inspection(InspectionId::from(id))),
    ]
}

pub(super) fn guard_id(plant: &Draft<'_>, id: ReadingId) -> Result<(), Stop> {
    ensure!(
        plant.find_reading(id)?.is_none(),
        Rejection::already_exists("reading", id)
    );
    let inspection = plant.find_inspection(InspectionId::from(id))?;
    ensure!(
        inspection.is_none(),
        Rejection::already_exists("inspection", id)
    );
    Ok(())
}

/// A reading to be recorded.
pub(super) struct Taken<'a> {
    pub(super) reading_id: ReadingId,
    pub(super) kind: ReadingKind,
    pub(super) temperature: Celsius,
    pub(super) taken_at: Instant,
    pub(super) instrument: Option<&'a str>,
}

/// What a violation does besides its deviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// It opens holds.
    Holds,
    /// It opens none: the FAIL it came with holds the descendants itself.
    DeviationOnly,
}

/// The time a reading counts as taken, with a warning where that is not what was said.
pub(super) fn taken_at(plant: &mut Draft<'_>, given: Option<Instant>) -> Instant {
    let (taken_at, skew) = plant.ctx.taken_at(given);
    skew.into_iter().for_each(|warning| plant.warn(warning));
    taken_at
}

/// Judges a reading and records it with all that follows: its deviation, the holds of its deviation.
pub(super) fn record_reading(
    plant: &mut Draft<'_>,
    subject: Subject,
    taken: &Taken<'_>,
    effect: Effect,
) -> Result<(), Stop> {
    let (limit, violation, badge) = judged(plant, subject, taken)?;
    let joined = if violation {
        plant.open_deviation(subject, taken.kind)?
    } else {
        None
    };
    let deviation_id = violation.then(|| joined.unwrap_or(taken.reading_id.into()));
    // All it will touch is asked for before anything is recorded.
    let holds_lot = violation && effect == Effect::Holds;
    if let Some(lot) = subject.lot().filter(|_| holds_lot)
        && plant.policy()?.hold_descendants
    {
        plant.want([
            Claim::change(Key::Links),
            Claim::change(Key::OpenDescendants(lot)),
        ])?;
    }

    plant.record(ReadingRecorded {
        reading_id: taken.reading_id,
        lot_id: subject.lot(),
        buffer_id: subject.buffer(),
        kind: taken.kind,
        temperature_c: taken.temperature,
        limit,
        violation,
        deviation_id,
        badge,
        taken_at: taken.taken_at,
        instrument: taken.instrument.map(Into::into),
    })?;
    let Some(deviation_id) = deviation_id else {
        return Ok(());
    };
    if joined.is_none() {
        open_deviation(
            plant,
            deviation_id,
            DeviationCause::Reading,
            Some(taken.kind),
            subject,
        )?;
    }
    match subject {
        Subject::Lot(lot) if effect == Effect::Holds => {
            hold_by_reading(plant, lot, taken.reading_id, deviation_id)
        }
        Subject::Lot(_) => Ok(()),
        Subject::Buffer(buffer_id) if plant.buffer(buffer_id)?.hold.is_none() => {
            plant.record(BufferHeld {
                buffer_id,
                reading_id: taken.reading_id,
                deviation_id,
            })
        }
        Subject::Buffer(_) => Ok(()),
    }
}

fn judged(
    plant: &Draft<'_>,
    subject: Subject,
    taken: &Taken<'_>,
) -> Result<(Option<Range>, bool, Option<Badge>), Stop> {
    let (limit, violation, storage) = match subject {
        Subject::Lot(id) => {
            let lot = plant.lot(id)?;
            let plan = plan(plant, lot)?;
            let of_kind = limits(plan.as_deref(), lot)
                .into_iter()
                .filter(|(_, limit)| limit.kind == taken.kind);
            let (limit, violation) =
                judge(of_kind.map(|(_, limit)| limit.range), taken.temperature);
            (limit, violation, lot.storage)
        }
        Subject::Buffer(id) => {
            let buffer = plant.buffer(id)?;
            let range = Some(buffer.range()).filter(|_| taken.kind == ReadingKind::Ambient);
            let (limit, violation) = judge(range, taken.temperature);
            (limit, violation, buffer.storage())
        }
    };
    Ok((limit, violation, Badge::of(taken.temperature, storage)))
}

pub(super) fn open_deviation(
    plant: &mut Draft<'_>,
    deviation_id: DeviationId,
    cause: DeviationCause,
    kind: Option<ReadingKind>,
    subject: Subject,
) -> Result<(), Stop> {
    let (lot_id, buffer_id) = (subject.lot(), subject.buffer());
    plant.record(DeviationOpened {
        deviation_id,
        cause,
        kind,
        lot_id,
        buffer_id,
    })
}

/// A hold on the lot and on its descendants, each only where no hold of the deviation is open.
fn hold_by_reading(
    plant: &mut Draft<'_>,
    lot_id: LotId,
    reading: ReadingId,
    deviation: DeviationId,
) -> Result<(), Stop> {
    let opening = Opening {
        hold_id: reading.into(),
        cause: HoldCause::Temperature,
        cause_id: reading.into(),
        reason: None,
        deviation_id: Some(deviation),
    };
    let is_held = move |lot: &Lot| {
        lot.open_holds()
            .any(|hold| hold.deviation_id == Some(deviation))
    };
    let lot = plant.lot(lot_id)?;
    if lot.status.is_open() && !is_held(lot) {
        opening.on(plant, lot_id)?;
    }
    if plant.policy()?.hold_descendants {
        opening.on_descendants(plant, lot_id, is_held)?;
    }
    Ok(())
}

outcome_by!(ReadingOutcome by reading_id: RecordReading);

record! {
    /// Records what was done about a deviation: the first action closes it, further ones are added.
    pub struct RecordCorrectiveAction {
        /// The deviation.
        deviation_id: DeviationId,
        /// What was done.
        action: Reason,
        ; optional
        /// Who verified it.
        verified_by (with_verified_by): UserId,
    }
}

impl Decide for RecordCorrectiveAction {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Deviation(self.deviation_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let is_open = plant.deviation(self.deviation_id)?.is_open();

        let deviation_id = self.deviation_id;
        let (action, verified_by) = (self.action.as_str().into(), self.verified_by);
        plant.record(CorrectiveActionRecorded {
            deviation_id,
            action,
            verified_by,
        })?;
        if is_open {
            plant.record(DeviationClosed { deviation_id })
        } else {
            Ok(())
        }
    }
}

outcome_by!(DeviationOutcome by deviation_id: RecordCorrectiveAction);
