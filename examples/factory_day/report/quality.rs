//! What quality found, and what was done about it.
use super::answers::Answers;
use super::figures::{count, counted, wall_clock};
use super::goods::Codes;
use chrono_tz::Tz;
use std::collections::HashMap;
use wms_core::{
    ids::{InspectionId, LotId, ReadingId},
    lot::LotStatus,
    quality::{Badge, Decision, DeviationStatus, ReadingKind},
    query::{DeviationView, InspectionView, ReadingView},
    vocabulary::Language,
};

/// Decisions and readings, counted.
pub(super) fn words(answers: &Answers) -> Vec<String> {
    let decided = |decision| {
        let found = answers.inspections.iter();
        found
            .filter(|inspection| inspection.decision == decision)
            .count()
    };
    let of_kind = |kind| {
        let found = answers.readings.iter();
        found.filter(|reading| reading.kind == kind).count()
    };
    let outside = answers.readings.iter().filter(|reading| reading.violation);
    let amber = answers.readings.iter();
    let amber = amber.filter(|reading| !reading.violation && reading.badge == Some(Badge::Warning));
    let held = answers
        .lots
        .iter()
        .filter(|lot| lot.status == LotStatus::Hold);
    vec![
        format!(
            "{} inspections: {} PASS, {} HOLD, {} FAIL",
            count(answers.inspections.len()),
            count(decided(Decision::Pass)),
            count(decided(Decision::Hold)),
            count(decided(Decision::Fail)),
        ),
        format!(
            "{} readings: {} surface, {} core, {} ambient; {} outside their limits, {} more worth a look",
            count(answers.readings.len()),
            count(of_kind(ReadingKind::Surface)),
            count(of_kind(ReadingKind::Core)),
            count(of_kind(ReadingKind::Ambient)),
            count(outside.count()),
            count(amber.count()),
        ),
        format!(
            "{}, {} of them open; {} on hold",
            counted(answers.deviations.len(), "deviation"),
            count(open(answers)),
            counted(held.count(), "lot"),
        ),
    ]
}

/// Deviations that wait for a corrective action.
fn open(answers: &Answers) -> usize {
    let all = answers.deviations.iter();
    all.filter(|deviation| deviation.status == DeviationStatus::Open)
        .count()
}

/// One block per deviation: what was found, what was done.
pub(super) fn deviations(answers: &Answers, codes: &Codes<'_>, zone: Tz) -> Vec<String> {
    let finder = Finder::of(answers);
    let all = answers.deviations.iter();
    let blocks = all.map(|deviation| {
        let closed = match deviation.closed_at {
            Some(at) => format!("closed {}", wall_clock(at, zone)),
            None => "OPEN".to_owned(),
        };
        let subject = finder.subject(deviation, codes);
        let affected = deviation.affected.as_ref().map_or(0, Vec::len);
        let mut lines = vec![format!(
            "{} {subject}: {} — {closed}, {} affected",
            wall_clock(deviation.opened_at, zone),
            finder.found(deviation),
            counted(affected, "lot"),
        )];
        lines.extend(
            finder
                .notes(deviation)
                .map(|notes| format!("      found  {notes}")),
        );
        let done = deviation.actions.iter();
        lines.extend(done.map(|done| format!("      done   {}", done.action)));
        let ended = finder.resolution(deviation, answers);
        lines.extend(ended.map(|words| format!("      ended  {words}")));
        lines.join("\n    ")
    });
    blocks.collect()
}

/// Finds what a deviation is about.
struct Finder<'a> {
    lots: HashMap<LotId, &'a str>,
    inspections: HashMap<InspectionId, &'a InspectionView>,
    readings: HashMap<ReadingId, &'a ReadingView>,
}

impl<'a> Finder<'a> {
    fn of(answers: &'a Answers) -> Self {
        let (lots, inspections) = (answers.lots.iter(), answers.inspections.iter());
        Self {
            lots: lots.map(|lot| (lot.id, &*lot.code)).collect(),
            inspections: inspections.map(|found| (found.id, found)).collect(),
            readings: answers
                .readings
                .iter()
                .map(|found| (found.id, found))
                .collect(),
        }
    }

    fn subject(&self, deviation: &DeviationView, codes: &Codes<'_>) -> String {
        let lot = deviation.lot_id.and_then(|id| self.lots.get(&id));
        lot.map_or_else(
            || codes.buffer(deviation.buffer_id),
            |code| (*code).to_owned(),
        )
    }

    /// The reading or the decision that opened it.
    fn found(&self, deviation: &DeviationView) -> String {
        if let Some(reading) = self.readings.get(&deviation.id.into()) {
            let limit = reading.limit.and_then(|limit| limit.max_c);
            let limit = limit.map_or_else(String::new, |limit| format!(", at most {limit} °C"));
            let kind = reading.kind.label(Language::En);
            return format!("{kind} {} °C{limit}", reading.temperature_c);
        }
        let inspection = self.inspections.get(&deviation.id.into());
        inspection.map_or_else(String::new, |found| {
            format!(
                "{} at the {} inspection",
                found.decision, found.inspection_type
            )
        })
    }

    fn notes(&self, deviation: &DeviationView) -> Option<&'a str> {
        let inspection = self.inspections.get(&deviation.id.into())?;
        inspection.notes.as_deref()
    }

    /// How the hold behind it ended.
    fn resolution<'b>(&self, deviation: &DeviationView, answers: &'b Answers) -> Option<&'b str> {
        let lot = answers
            .lots
            .iter()
            .find(|lot| Some(lot.id) == deviation.lot_id)?;
        let hold = ReadingId::from(deviation.id).into();
        let hold = lot.holds.iter().find(|held| held.cause_id == hold)?;
        hold.resolution.as_deref()
    }
}
