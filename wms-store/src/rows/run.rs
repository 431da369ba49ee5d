use super::{Of, Stamped, big, doc, hash, id, time};
use crate::{error::Error, schema::RunRow};
use serde::{Deserialize, Serialize};
use wms_core::{
    amount::Kilograms,
    code::CanonicalCode,
    ids::{FlowId, RunId, TenantId, UserId, VersionId},
    run::{Run, Step, StepExecution, StepStatus},
    time::Instant,
};

/// A step as its run's row keeps it.
#[derive(Serialize, Deserialize)]
struct StepDoc {
    status: StepStatus,
    started: Option<(Instant, UserId)>,
    completed: Option<(Instant, UserId)>,
    notes: Option<Box<str>>,
}

impl RunRow {
    pub(crate) fn of(tenant: TenantId, run: &Run, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = run.created.into();
        let steps = run.steps.iter().map(|step| StepDoc {
            status: step.status,
            started: step.started,
            completed: step.completed,
            notes: step.notes.clone(),
        });
        Self {
            tenant_id: id(tenant),
            id: id(run.id),
            place,
            stray_code: is_stray(run),
            code: run.code.to_string(),
            flow_id: id(run.flow_id),
            version_id: id(run.version_id),
            site: run.site.to_string(),
            status: run.status.to_string(),
            step: run.step.number().into(),
            daily_target: run.daily_target.map(Kilograms::grams),
            steps: doc::write(&steps.collect::<Vec<_>>()),
            created_at,
            recorded_at,
            created_by,
            started_at: run.started_at.map(time),
            ended_at: run.ended_at.map(time),
            archived_at: run.archived_at.map(time),
            head_version: big(run.head.version),
            head_hash: hash(&run.head.hash),
        }
    }

    pub(crate) fn into_run(self) -> Result<Run, Error> {
        let of = Of::new("runs", &self.id.0);
        let instant = |at: Option<_>| at.map(|at| of.instant(at)).transpose();
        let steps: Vec<StepDoc> = of.doc(&self.steps)?;
        let steps: Vec<StepExecution> = steps
            .into_iter()
            .map(|step| StepExecution {
                status: step.status,
                started: step.started,
                completed: step.completed,
                notes: step.notes,
            })
            .collect();
        Ok(Run {
            id: RunId::new(self.id.0),
            flow_id: FlowId::new(self.flow_id.0),
            version_id: VersionId::new(self.version_id.0),
            site: of.text(&self.site)?,
            status: of.text(&self.status)?,
            step: of.some(u8::try_from(self.step).ok().and_then(Step::new))?,
            daily_target: self.daily_target.map(Kilograms::from_grams),
            steps: of.number(steps.into_boxed_slice())?,
            created: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            started_at: instant(self.started_at)?,
            ended_at: instant(self.ended_at)?,
            archived_at: instant(self.archived_at)?,
            head: of.head(self.head_version, &self.head_hash)?,
            code: self.code.into(),
        })
    }
}

/// Whether a code may be a number that its sequence does not know of. Which day a run's own code names is not
/// kept with it, so every canonical one counts; a day has few runs.
fn is_stray(run: &Run) -> bool {
    run.code.parse::<CanonicalCode>().is_ok()
}
