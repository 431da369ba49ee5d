//! Runs and their steps.
use super::Apply;
use crate::{
    audit::Head,
    code::{CanonicalCode, Prefix},
    event::{
        RunAborted, RunAdvanced, RunArchived, RunCompleted, RunCreated, RunHeld, RunResumed,
        RunRolledBack, RunStarted,
    },
    ids::UserId,
    run::{Run, RunStatus, Step, StepExecution, StepStatus},
    time::Instant,
    world::{Draft, Sequence},
};

/// When and by whom a step changed.
type By = (Instant, UserId);

fn by(plant: &Draft<'_>) -> By {
    let stamp = plant.stamp();
    (stamp.at, stamp.by)
}

fn begin(run: &mut Run, step: Step, by: By) {
    run.step = step;
    if let Some(execution) = run.execution_mut(step) {
        *execution = StepExecution {
            status: StepStatus::InProgress,
            started: Some(by),
            ..StepExecution::PENDING
        };
    }
}

fn end(run: &mut Run, step: Step, status: StepStatus, by: By) {
    if let Some(execution) = run.execution_mut(step) {
        execution.status = status;
        execution.completed = Some(by);
    }
}

impl Apply for RunCreated {
    fn apply(&self, plant: &mut Draft<'_>) {
        let created = plant.stamp();
        plant.put_run(
            self.run_id,
            Run {
                id: self.run_id,
                code: self.code.clone(),
                flow_id: self.flow_id,
                version_id: self.version_id,
                site: self.site,
                status: RunStatus::Idle,
                step: Step::START,
                daily_target: self.daily_target_kg,
                steps: Box::new([StepExecution::PENDING; Step::COUNT]),
                created,
                started_at: None,
                ended_at: None,
                archived_at: None,
                head: Head::default(),
            },
        );
        // A run's production day is that of its act: it stands nowhere but in its code.
        let today = plant
            .site(self.site)
            .map(|site| site.production_day(created.at));
        if let (Ok(code), Ok(day)) = (self.code.parse::<CanonicalCode>(), today) {
            let own = Sequence {
                prefix: Prefix::Run,
                day,
                site: self.site,
            };
            if Sequence::of(&code) == own {
                plant.raise_sequence(own, code.number);
            }
        }
    }
}

impl Apply for RunStarted {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = by(plant);
        plant.change_run(self.run_id, |run| {
            run.status = RunStatus::Running;
            run.started_at = Some(by.0);
            begin(run, Step::START, by);
        });
    }
}

impl Apply for RunAdvanced {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = by(plant);
        plant.change_run(self.run_id, |run| {
            end(run, self.from_step, StepStatus::Completed, by);
            if let Some(execution) = run.execution_mut(self.from_step) {
                execution.notes.clone_from(&self.notes);
            }
            begin(run, self.to_step, by);
        });
    }
}

impl Apply for RunRolledBack {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = by(plant);
        plant.change_run(self.run_id, |run| {
            if let Some(execution) = run.execution_mut(self.from_step) {
                *execution = StepExecution::PENDING;
            }
            begin(run, self.to_step, by);
        });
    }
}

impl Apply for RunHeld {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_run(self.run_id, |run| run.status = RunStatus::Hold);
    }
}

impl Apply for RunResumed {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_run(self.run_id, |run| run.status = RunStatus::Running);
    }
}

impl Apply for RunCompleted {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = by(plant);
        plant.change_run(self.run_id, |run| {
            run.status = RunStatus::Completed;
            run.ended_at = Some(by.0);
            end(run, Step::SHIPMENT, StepStatus::Completed, by);
        });
    }
}

impl Apply for RunAborted {
    fn apply(&self, plant: &mut Draft<'_>) {
        let by = by(plant);
        plant.change_run(self.run_id, |run| {
            run.status = RunStatus::Aborted;
            run.ended_at = Some(by.0);
            for step in Step::all() {
                if run.execution(step).status != StepStatus::Completed {
                    end(run, step, StepStatus::Skipped, by);
                }
            }
        });
    }
}

impl Apply for RunArchived {
    fn apply(&self, plant: &mut Draft<'_>) {
        let at = plant.stamp().at;
        plant.change_run(self.run_id, |run| {
            run.status = RunStatus::Archived;
            run.archived_at = Some(at);
        });
    }
}
