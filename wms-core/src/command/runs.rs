//! Runs (rule book, section 4).
use super::{
    CommandType, Decide, RunOutcome,
    act::{outcome_by, shaped},
};
use crate::{
    amount::Kilograms,
    code::GivenCode,
    error::Rejection,
    event::{
        LotFinished, RunAborted, RunAdvanced, RunArchived, RunCompleted, RunCreated, RunHeld,
        RunResumed, RunRolledBack, RunStarted,
    },
    flow::VersionStatus,
    ids::{RunId, VersionId},
    lot::{LotStatus, refusal},
    run::{Run, RunTransition, Step, guard},
    site::SiteCode,
    text::Reason,
    wire::record,
    world::{Claim, Draft, Key, LotSet, Stop, ensure},
};

outcome_by!(
    RunOutcome by run_id: CreateRun, StartRun, AdvanceRun, RollBackRun,
    HoldRun, ResumeRun, CompleteRun, AbortRun, ArchiveRun
);

record! {
    /// Creates a run on a published version, pinned to it for ever.
    pub struct CreateRun {
        /// The run's new id.
        run_id: RunId,
        /// The version.
        version_id: VersionId,
        /// Where.
        site: SiteCode,
        ; optional
        /// Its code; none: the next of the site's day.
        code (with_code): GivenCode,
        /// What the day shall bring.
        daily_target_kg (with_daily_target_kg): Kilograms,
    }
}

impl Decide for CreateRun {
    shaped!(|command| command
        .daily_target_kg
        .iter()
        .try_for_each(|target| super::usage::large(*target, "daily_target_kg")));

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::rely(Key::Site(self.site)),
            Claim::rely(Key::Version(self.version_id)),
            Claim::change(Key::Run(self.run_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let version = plant.known_version(self.version_id)?;
        let (flow_id, status) = (version.flow_id, version.status);
        let day = plant.site(self.site)?.production_day(plant.ctx.at);
        ensure!(
            plant.find_run(self.run_id)?.is_none(),
            Rejection::already_exists("run", self.run_id)
        );
        ensure!(
            status == VersionStatus::Published,
            Rejection::FlowNotPublished {
                version_id: self.version_id,
                status
            }
        );
        let code = super::codes::run_code(plant, self.code.as_ref(), day, self.site)?;

        plant.record(RunCreated {
            run_id: self.run_id,
            code,
            flow_id,
            version_id: self.version_id,
            site: self.site,
            daily_target_kg: self.daily_target_kg,
        })
    }
}

/// The run, in a state that allows the command.
fn run_for<'d>(
    plant: &'d Draft<'_>,
    id: RunId,
    transition: RunTransition,
    command: CommandType,
) -> Result<&'d Run, Stop> {
    let run = plant.run(id)?;
    guard(run, transition, command)?;
    Ok(run)
}

/// Lots in HOLD among those that stop the run at any of the steps.
fn none_on_hold(plant: &Draft<'_>, run: RunId, steps: &[Step]) -> Result<(), Stop> {
    let mut lots = Vec::new();
    for step in steps {
        lots.extend(plant.lot_set(LotSet::InTheWay(run, *step))?);
    }
    lots.retain(|lot| lot.status == LotStatus::Hold);
    refusal(&mut lots, |lots, count| Rejection::LotsOnHold {
        lots,
        count,
    })
}

/// Lots in QUARANTINE at steps with a blocking gate in the pinned version.
fn none_pending(plant: &Draft<'_>, run: &Run, steps: &[Step]) -> Result<(), Stop> {
    let graph = plant.graph(plant.version(run.version_id)?.graph_sha256)?;
    let mut lots = Vec::new();
    for step in steps.iter().filter(|step| graph.has_blocking_gate(**step)) {
        lots.extend(plant.lot_set(LotSet::InTheWay(run.id, *step))?);
    }
    lots.retain(|lot| lot.status == LotStatus::Quarantine);
    refusal(&mut lots, |lots, count| Rejection::QcPending {
        lots,
        count,
    })
}

/// The advance guards over the lots of some steps (rule book, section 4).
fn advance_guards(plant: &Draft<'_>, run: &Run, steps: &[Step]) -> Result<(), Stop> {
    none_on_hold(plant, run.id, steps)?;
    none_pending(plant, run, steps)
}

record! {
    /// Starts a run at step 0.
    pub struct StartRun {
        /// The run.
        run_id: RunId,
    }
}

impl Decide for StartRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Run(self.run_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        run_for(
            plant,
            self.run_id,
            RunTransition::Start,
            CommandType::StartRun,
        )?;

        plant.record(RunStarted {
            run_id: self.run_id,
        })
    }
}

record! {
    /// Takes a run to its next step, once nothing made at this one is in the way.
    pub struct AdvanceRun {
        /// The run.
        run_id: RunId,
        ; optional
        /// The step the caller saw.
        expected_step (with_expected_step): Step,
        /// What to note about the step completed.
        notes (with_notes): String,
    }
}

impl Decide for AdvanceRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Run(self.run_id)),
            Claim::rely(Key::PlanOfRun(self.run_id)),
            Claim::rely(Key::StopsRun(self.run_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let run = run_for(
            plant,
            self.run_id,
            RunTransition::Advance,
            CommandType::AdvanceRun,
        )?;
        let from_step = run.step;
        if let Some(expected) = self.expected_step {
            ensure!(
                expected == from_step,
                Rejection::StaleStep {
                    expected,
                    actual: from_step
                }
            );
        }
        let at_final = || Rejection::RunAtFinalStep {
            run_id: self.run_id,
            step: from_step,
        };
        let to_step = from_step.next().ok_or_else(at_final)?;
        advance_guards(plant, run, &[from_step])?;

        let notes = self.notes.as_deref().map(Into::into);
        plant.record(RunAdvanced {
            run_id: self.run_id,
            from_step,
            to_step,
            notes,
        })
    }
}

record! {
    /// Takes a run back a step that made nothing yet.
    pub struct RollBackRun {
        /// The run.
        run_id: RunId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for RollBackRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Run(self.run_id)),
            Claim::rely(Key::KeepsRun(self.run_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let run = run_for(
            plant,
            self.run_id,
            RunTransition::RollBack,
            CommandType::RollBackRun,
        )?;
        let from_step = run.step;
        let at_first = || Rejection::RunAtFirstStep {
            run_id: self.run_id,
            step: from_step,
        };
        let to_step = from_step.previous().ok_or_else(at_first)?;
        let mut made = plant.lot_set(LotSet::MadeAt(self.run_id, from_step))?;
        refusal(&mut made, |lots, count| Rejection::StepHasLots {
            lots,
            count,
        })?;

        plant.record(RunRolledBack {
            run_id: self.run_id,
            from_step,
            to_step,
            reason: self.reason.as_str().into(),
        })
    }
}

record! {
    /// Stops a run.
    pub struct HoldRun {
        /// The run.
        run_id: RunId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for HoldRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Run(self.run_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        run_for(
            plant,
            self.run_id,
            RunTransition::Hold,
            CommandType::HoldRun,
        )?;

        plant.record(RunHeld {
            run_id: self.run_id,
            reason: self.reason.as_str().into(),
        })
    }
}

record! {
    /// Lets a stopped run go on.
    pub struct ResumeRun {
        /// The run.
        run_id: RunId,
        /// How the reason was resolved.
        resolution: Reason,
    }
}

impl Decide for ResumeRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Run(self.run_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        run_for(
            plant,
            self.run_id,
            RunTransition::Resume,
            CommandType::ResumeRun,
        )?;

        plant.record(RunResumed {
            run_id: self.run_id,
            resolution: self.resolution.as_str().into(),
        })
    }
}

record! {
    /// Completes a run at step 10 and finishes what can be finished of its lots.
    pub struct CompleteRun {
        /// The run.
        run_id: RunId,
    }
}

impl Decide for CompleteRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        let sets =
            Step::all().map(|step| Claim::rely(Key::Lots(LotSet::InTheWay(self.run_id, step))));
        let consumed = Claim::change(Key::Lots(LotSet::Consumed(self.run_id)));
        let run = [
            Claim::change(Key::Run(self.run_id)),
            Claim::rely(Key::PlanOfRun(self.run_id)),
        ];
        run.into_iter().chain([consumed]).chain(sets).collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let run = run_for(
            plant,
            self.run_id,
            RunTransition::Complete,
            CommandType::CompleteRun,
        )?;
        let not_there = Rejection::RunNotAtFinalStep {
            run_id: self.run_id,
            step: run.step,
        };
        ensure!(run.step == Step::SHIPMENT, not_there);
        advance_guards(plant, run, &Step::all().collect::<Vec<_>>())?;
        let finished = super::finishing::finishable(plant, self.run_id)?;

        plant.record(RunCompleted {
            run_id: self.run_id,
        })?;
        finished
            .into_iter()
            .try_for_each(|lot_id| plant.record(LotFinished { lot_id }))
    }
}

record! {
    /// Ends a run early; its lots live on.
    pub struct AbortRun {
        /// The run.
        run_id: RunId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for AbortRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Run(self.run_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        run_for(
            plant,
            self.run_id,
            RunTransition::Abort,
            CommandType::AbortRun,
        )?;

        plant.record(RunAborted {
            run_id: self.run_id,
            reason: self.reason.as_str().into(),
        })
    }
}

record! {
    /// Puts an ended run away, after its retention.
    pub struct ArchiveRun {
        /// The run.
        run_id: RunId,
    }
}

impl Decide for ArchiveRun {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Run(self.run_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let run = run_for(
            plant,
            self.run_id,
            RunTransition::Archive,
            CommandType::ArchiveRun,
        )?;
        if let Some(ended_at) = run.ended_at {
            let until = ended_at.plus_minutes(24 * 60 * i64::from(plant.policy()?.retention_days));
            ensure!(
                plant.ctx.at >= until,
                Rejection::RetentionNotElapsed { until }
            );
        }

        plant.record(RunArchived {
            run_id: self.run_id,
        })
    }
}
