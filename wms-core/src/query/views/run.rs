use super::views;
use crate::{
    amount::Kilograms,
    ids::{FlowId, RunId, UserId, VersionId},
    run::{Run, RunStatus, Step, StepExecution, StepStatus},
    site::SiteCode,
    text::Text,
    time::Instant,
    vocabulary::Language,
};

views! {
    /// A run.
    RunView {
        /// Its id.
        id: RunId,
        /// Its code.
        code: Box<str>,
        /// The flow of its version.
        flow_id: FlowId,
        /// The version it is pinned to.
        version_id: VersionId,
        /// Its site.
        site: SiteCode,
        /// Its state.
        status: RunStatus,
        /// Where it is.
        step: Step,
        /// What the day shall bring.
        daily_target_kg: Option<Kilograms>,
        /// When it was created.
        created_at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
        /// When it was started.
        started_at: Option<Instant>,
        /// When it was completed or aborted.
        ended_at: Option<Instant>,
        /// When it was put away.
        archived_at: Option<Instant>,
    }
    /// One step of a run.
    RunStepView {
        /// Its number.
        step: Step,
        /// Its name.
        name: Text,
        /// Where it stands.
        status: StepStatus,
        /// When the run came to it.
        started_at: Option<Instant>,
        /// Who brought it there.
        started_by: Option<UserId>,
        /// When the run left it.
        completed_at: Option<Instant>,
        /// Who took it on.
        completed_by: Option<UserId>,
        /// What was noted then.
        notes: Option<Box<str>>,
    }
}

impl From<&Run> for RunView {
    fn from(run: &Run) -> Self {
        Self {
            id: run.id,
            code: run.code.clone(),
            flow_id: run.flow_id,
            version_id: run.version_id,
            site: run.site,
            status: run.status,
            step: run.step,
            daily_target_kg: run.daily_target,
            created_at: run.created.at,
            recorded_at: run.created.recorded_at,
            started_at: run.started_at,
            ended_at: run.ended_at,
            archived_at: run.archived_at,
        }
    }
}

impl RunStepView {
    /// The 11 steps of a run.
    #[must_use]
    pub fn all_of(run: &Run) -> Vec<Self> {
        Step::all()
            .map(|step| Self::of(step, run.execution(step)))
            .collect()
    }

    fn of(step: Step, execution: &StepExecution) -> Self {
        Self {
            step,
            name: Text::of(Language::ALL.map(|language| (language.tag(), step.label(language)))),
            status: execution.status,
            started_at: execution.started.map(|(at, _)| at),
            started_by: execution.started.map(|(_, by)| by),
            completed_at: execution.completed.map(|(at, _)| at),
            completed_by: execution.completed.map(|(_, by)| by),
            notes: execution.notes.clone(),
        }
    }
}
