//! Inspections, readings, deviations.
use super::Apply;
use crate::{
    audit::Head,
    event::{
        CorrectiveActionRecorded, DeviationClosed, DeviationOpened, InspectionRecorded,
        ReadingRecorded,
    },
    lot::LatestReading,
    quality::{CorrectiveAction, Deviation, Inspection, Reading, Subject},
    world::Draft,
};

impl Apply for InspectionRecorded {
    fn apply(&self, plant: &mut Draft<'_>) {
        let made = plant.stamp();
        plant.put_inspection(
            self.inspection_id,
            Inspection {
                id: self.inspection_id,
                lot_id: self.lot_id,
                run_id: self.run_id,
                step: self.step,
                gates: self.gates.clone(),
                inspection_type: self.inspection_type.clone(),
                decision: self.decision,
                notes: self.notes.clone(),
                checklist: self.checklist.clone(),
                readings: self.readings.clone(),
                signature: self.signature.clone().map(Box::new),
                made,
                head: Head::default(),
            },
        );
    }
}

impl Apply for ReadingRecorded {
    fn apply(&self, plant: &mut Draft<'_>) {
        let Some(subject) = self.subject() else {
            return plant.go_astray();
        };
        let recorded = plant.stamp();
        if let Subject::Lot(lot) = subject {
            let latest = LatestReading {
                kind: self.kind,
                reading_id: self.reading_id,
                temperature: self.temperature_c,
                taken_at: self.taken_at,
            };
            plant.change_lot(lot, |lot| keep_latest(&mut lot.latest_readings, latest));
        }
        plant.put_reading(
            self.reading_id,
            Reading {
                id: self.reading_id,
                subject,
                kind: self.kind,
                temperature: self.temperature_c,
                limit: self.limit,
                violation: self.violation,
                deviation_id: self.deviation_id,
                badge: self.badge,
                taken_at: self.taken_at,
                instrument: self.instrument.clone(),
                recorded,
                head: Head::default(),
            },
        );
    }
}

/// The latest of its kind by the time taken; of two of one time the one recorded later.
fn keep_latest(known: &mut Vec<LatestReading>, reading: LatestReading) {
    match known.iter_mut().find(|latest| latest.kind == reading.kind) {
        Some(latest) if latest.taken_at <= reading.taken_at => *latest = reading,
        Some(_) => {}
        None => known.push(reading),
    }
}

impl Apply for DeviationOpened {
    fn apply(&self, plant: &mut Draft<'_>) {
        let Some(subject) = self.subject() else {
            return plant.go_astray();
        };
        let opened = plant.stamp();
        plant.put_deviation(
            self.deviation_id,
            Deviation {
                id: self.deviation_id,
                cause: self.cause,
                kind: self.kind,
                subject,
                opened,
                closed_at: None,
                actions: Vec::new(),
                head: Head::default(),
            },
        );
    }
}

impl Apply for CorrectiveActionRecorded {
    fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        plant.change_deviation(self.deviation_id, |deviation| {
            deviation.actions.push(CorrectiveAction {
                action: self.action.clone(),
                by: stamp.by,
                at: stamp.at,
                recorded_at: stamp.recorded_at,
                verified_by: self.verified_by,
            });
        });
    }
}

impl Apply for DeviationClosed {
    fn apply(&self, plant: &mut Draft<'_>) {
        let at = plant.stamp().at;
        plant.change_deviation(self.deviation_id, |deviation| {
            deviation.closed_at = Some(at)
        });
    }
}
