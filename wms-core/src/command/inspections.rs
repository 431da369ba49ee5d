//! Inspections (rule book, section 7).
use super::{
    Act, CommandType, Context, Decide, InspectionOutcome,
    holds::Opening,
    quality::{
        Effect, Taken, about, guard_id, id_is_new, open_deviation, record_reading, taken_at,
    },
};
use crate::{
    amount::Celsius,
    error::Rejection,
    event::{Event, InspectionRecorded, LotRejected, LotReleased},
    flow::FlowGraph,
    ids::{InspectionId, LotId, ReadingId},
    lot::{HoldCause, LatestReading, Lot, LotStatus, LotTransition, guard},
    policy::PlantPolicy,
    quality::{
        ChecklistAnswer, Decision, DeviationCause, ReadingKind, Signature, Subject, gate_numbers,
        guard_inside, guard_readings, limits, plan,
    },
    run::Step,
    text::{Bytes, Reason},
    time::Instant,
    wire::{Field, Place, check_name, nested, record},
    world::{Claim, Draft, Key, Stop, World, ensure},
};
use std::collections::BTreeSet;

record! {
    /// Records a QC decision on a lot, with what was answered and measured.
    pub struct RecordInspection {
        /// The inspection's new id.
        inspection_id: InspectionId,
        /// The lot.
        lot_id: LotId,
        /// What sort of inspection it is.
        inspection_type: String,
        /// What is decided.
        decision: Decision,
        ; optional
        /// The step it is made at; none: the lot's own.
        step (with_step): Step,
        /// The inspector's words; HOLD and FAIL need them.
        notes (with_notes): Reason,
        /// Who signs it.
        signature (with_signature): NewSignature,
        ; default
        /// Answers, at most 200.
        checklist (with_checklist): Vec<NewAnswer> = Vec::new(),
        /// Readings taken with it, at most 100.
        readings (with_readings): Vec<NewReading> = Vec::new(),
    }
}

record! {
    /// An answer to a checklist item.
    pub struct NewAnswer {
        /// The item's id.
        item: String,
        /// Whether it is in order.
        ok: bool,
        ; optional
        /// A remark.
        remark (with_remark): String,
    }
}
nested!(NewAnswer, "answer");

record! {
    /// A reading taken with an inspection.
    pub struct NewReading {
        /// The reading's new id.
        reading_id: ReadingId,
        /// Where the probe was.
        kind: ReadingKind,
        /// What it showed.
        temperature_c: Celsius,
        ; optional
        /// When it was taken; none: the time of the act.
        taken_at (with_taken_at): Instant,
        /// The instrument.
        instrument (with_instrument): String,
    }
}
nested!(NewReading, "reading");

record! {
    /// A signature under an inspection.
    pub struct NewSignature {
        /// The signer's name in print.
        printed_name: String,
        /// What the signature stands for.
        meaning: String,
        ; optional
        /// The strokes or the certificate, at most 64 KiB.
        signature (with_signature): Bytes,
    }
}
nested!(NewSignature, "signature", check_signature);

fn check_signature(signature: &NewSignature, place: &Place<'_>) -> Result<(), Rejection> {
    check_name(&signature.printed_name, &place.field("printed_name"))
}

impl RecordInspection {
    fn check_lists(&self) -> Result<(), Rejection> {
        let blank = self.inspection_type.trim().is_empty();
        ensure!(
            !blank,
            Rejection::input("inspection_type", "something must be said")
        );
        ensure!(
            self.checklist.len() <= 200,
            Rejection::input("checklist", "at most 200 answers")
        );
        ensure!(
            self.readings.len() <= 100,
            Rejection::input("readings", "at most 100 readings")
        );
        let mut items = BTreeSet::new();
        let twice = self
            .checklist
            .iter()
            .find(|answer| !items.insert(&answer.item));
        ensure!(
            twice.is_none(),
            Rejection::input("checklist", "an item is answered once")
        );
        let mut ids = BTreeSet::from([ReadingId::from(self.inspection_id)]);
        let twice = self
            .readings
            .iter()
            .find(|reading| !ids.insert(reading.reading_id));
        ensure!(
            twice.is_none(),
            Rejection::input(
                "readings",
                "each reading and the inspection have an id of their own"
            )
        );
        Ok(())
    }

    fn notes(&self) -> &str {
        self.notes.as_ref().map_or("", Reason::as_str)
    }
}

impl Decide for RecordInspection {
    fn check_shape(&self) -> Result<(), Rejection> {
        self.check_fields(&Place::ROOT)?;
        self.check_lists()
    }

    /// Every HOLD and FAIL says why.
    fn check_policy(&self, policy: &PlantPolicy) -> Result<(), Rejection> {
        match self.decision {
            Decision::Pass => Ok(()),
            Decision::Hold | Decision::Fail => {
                Reason::new(self.notes()).check_policy(&Place::ROOT.field("notes"), policy)
            }
        }
    }

    fn footprint(&self) -> Vec<Claim> {
        let kinds: BTreeSet<ReadingKind> =
            self.readings.iter().map(|reading| reading.kind).collect();
        let ids = self.readings.iter().map(|reading| reading.reading_id);
        let ids = ids.chain([self.inspection_id.into()]).flat_map(id_is_new);
        let holds = (self.decision != Decision::Pass)
            .then_some([Key::Links, Key::OpenDescendants(self.lot_id)]);
        let holds = holds.into_iter().flatten().map(Claim::change);
        about(Subject::Lot(self.lot_id), kinds)
            .into_iter()
            .chain(ids)
            .chain(holds)
            .collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        guard_id(plant, self.inspection_id.into())?;
        self.readings
            .iter()
            .try_for_each(|reading| guard_id(plant, reading.reading_id))?;
        guard(lot, LotTransition::Inspect, CommandType::RecordInspection)?;
        // The decision is judged against the status the lot had before the command.
        let status = lot.status;
        let step = self.step.unwrap_or(lot.step());
        let releases = self.decision == Decision::Pass
            && step == lot.step()
            && status.allows(LotTransition::Release);
        let plan = plan(plant, lot)?;
        self.guard_pass(plant.ctx, plan.as_deref(), lot, releases)?;
        let (run_id, gates) = (lot.run_id, gate_numbers(plan.as_deref(), step));

        self.record_readings(plant)?;
        plant.record(self.event(run_id, step, gates))?;
        match self.decision {
            Decision::Pass if releases => plant.record(LotReleased {
                lot_id: self.lot_id,
                inspection_id: Some(self.inspection_id),
            }),
            Decision::Pass => Ok(()),
            Decision::Hold | Decision::Fail => self.condemn(plant, status),
        }
    }
}

impl RecordInspection {
    /// What a PASS needs: the checklist and the limits where it would release, and no broken limit of its own.
    fn guard_pass(
        &self,
        ctx: &Context<'_>,
        plan: Option<&FlowGraph>,
        lot: &Lot,
        releases: bool,
    ) -> Result<(), Stop> {
        if self.decision != Decision::Pass {
            return Ok(());
        }
        let limits = limits(plan, lot);
        if releases {
            self.guard_checklist(plan, lot.step())?;
            guard_readings(lot, &limits, |kind| self.latest(ctx, lot, kind))?;
        }
        for reading in &self.readings {
            let broken = limits
                .iter()
                .filter(|(_, limit)| limit.kind == reading.kind);
            for (_, limit) in broken {
                guard_inside(lot, limit, reading.temperature_c)?;
            }
        }
        Ok(())
    }

    /// Every required item of the step's gates is answered ok.
    fn guard_checklist(&self, plan: Option<&FlowGraph>, step: Step) -> Result<(), Rejection> {
        let is_ok = |id: &str| {
            self.checklist
                .iter()
                .any(|answer| answer.item == id && answer.ok)
        };
        let required = plan
            .into_iter()
            .flat_map(|plan| plan.gates_at(step))
            .flat_map(|gate| &gate.checklist);
        let missing = required
            .filter(|item| item.required && !is_ok(&item.id))
            .map(|item| item.id.clone());
        // Two gates of a step may ask for the same thing: it is missing once.
        let mut seen = BTreeSet::new();
        let items: Vec<Box<str>> = missing.filter(|item| seen.insert(item.clone())).collect();
        ensure!(items.is_empty(), Rejection::ChecklistIncomplete { items });
        Ok(())
    }

    /// The latest reading of a kind, those of this command included: by the time taken, ties by record.
    fn latest(&self, ctx: &Context<'_>, lot: &Lot, kind: ReadingKind) -> Option<LatestReading> {
        let own = self.readings.iter().filter(|reading| reading.kind == kind);
        let own = own.map(|reading| LatestReading {
            kind,
            reading_id: reading.reading_id,
            temperature: reading.temperature_c,
            taken_at: ctx.taken_at(reading.taken_at).0,
        });
        lot.latest_reading(kind)
            .copied()
            .into_iter()
            .chain(own)
            .max_by_key(|reading| reading.taken_at)
    }

    fn record_readings(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let effect = if self.decision == Decision::Fail {
            Effect::DeviationOnly
        } else {
            Effect::Holds
        };
        for reading in &self.readings {
            let taken = Taken {
                reading_id: reading.reading_id,
                kind: reading.kind,
                temperature: reading.temperature_c,
                taken_at: taken_at(plant, reading.taken_at),
                instrument: reading.instrument.as_deref(),
            };
            record_reading(plant, Subject::Lot(self.lot_id), &taken, effect)?;
        }
        Ok(())
    }

    /// HOLD or FAIL: a deviation always, a hold or the rejection where the lot was still open, and the same hold
    /// on its descendants whatever becomes of the lot itself.
    fn condemn(&self, plant: &mut Draft<'_>, before: LotStatus) -> Result<(), Stop> {
        let lot_id = self.lot_id;
        let deviation_id = self.inspection_id.into();
        open_deviation(
            plant,
            deviation_id,
            DeviationCause::Inspection,
            None,
            Subject::Lot(lot_id),
        )?;
        let opening = Opening {
            hold_id: self.inspection_id.into(),
            cause: HoldCause::Inspection,
            cause_id: self.inspection_id.into(),
            reason: Some(self.notes().into()),
            deviation_id: Some(deviation_id),
        };
        match (self.decision, before.allows(LotTransition::Condemn)) {
            (Decision::Hold, true) => opening.on(plant, lot_id)?,
            (Decision::Fail, true) => {
                let (inspection_id, reason) = (Some(self.inspection_id), self.notes().into());
                plant.record(LotRejected {
                    lot_id,
                    inspection_id,
                    reason,
                })?;
            }
            _ => {}
        }
        if plant.policy()?.hold_descendants {
            opening.on_descendants(plant, lot_id, |_| false)?;
        }
        Ok(())
    }

    fn event(
        &self,
        run_id: Option<crate::ids::RunId>,
        step: Step,
        gates: Vec<Box<str>>,
    ) -> InspectionRecorded {
        let answers = self.checklist.iter().map(|answer| ChecklistAnswer {
            item: answer.item.clone(),
            ok: answer.ok,
            remark: answer.remark.clone(),
        });
        InspectionRecorded {
            inspection_id: self.inspection_id,
            lot_id: self.lot_id,
            run_id,
            step,
            gates,
            inspection_type: self.inspection_type.as_str().into(),
            decision: self.decision,
            notes: self.notes.as_ref().map(|notes| notes.as_str().into()),
            checklist: answers.collect(),
            readings: self
                .readings
                .iter()
                .map(|reading| reading.reading_id)
                .collect(),
            signature: self.signature.as_ref().map(|signature| Signature {
                printed_name: signature.printed_name.clone(),
                meaning: signature.meaning.clone(),
                signature: signature.signature.clone(),
            }),
        }
    }
}

impl Act for RecordInspection {
    type Outcome = InspectionOutcome;
    const TYPE: CommandType = CommandType::RecordInspection;
    fn outcome(&self, world: &World, _: &[Event]) -> Result<InspectionOutcome, Stop> {
        InspectionOutcome::of(world, self.inspection_id, self.lot_id)
    }
}
