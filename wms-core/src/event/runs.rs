//! Events of runs.
use super::events;
use crate::{
    amount::Kilograms,
    ids::{FlowId, RunId, VersionId},
    run::Step,
    site::SiteCode,
};

events! {
    /// A run was created.
    RunCreated {
        /// The run.
        run_id: RunId,
        /// Its code.
        code: Box<str>,
        /// The flow of its version.
        flow_id: FlowId,
        /// The version it is pinned to.
        version_id: VersionId,
        /// Its site.
        site: SiteCode,
        /// What the day shall bring.
        daily_target_kg: Option<Kilograms>,
    }
    /// A run was started.
    RunStarted {
        /// The run.
        run_id: RunId,
    }
    /// A run went on to its next step.
    RunAdvanced {
        /// The run.
        run_id: RunId,
        /// The step completed.
        from_step: Step,
        /// The step begun.
        to_step: Step,
        /// What was noted about the step completed.
        notes: Option<Box<str>>,
    }
    /// A run went back a step.
    RunRolledBack {
        /// The run.
        run_id: RunId,
        /// The step left.
        from_step: Step,
        /// The step begun anew.
        to_step: Step,
        /// Why.
        reason: Box<str>,
    }
    /// A run was stopped.
    RunHeld {
        /// The run.
        run_id: RunId,
        /// Why.
        reason: Box<str>,
    }
    /// A run goes on.
    RunResumed {
        /// The run.
        run_id: RunId,
        /// How the reason was resolved.
        resolution: Box<str>,
    }
    /// A run ended as planned.
    RunCompleted {
        /// The run.
        run_id: RunId,
    }
    /// A run ended early.
    RunAborted {
        /// The run.
        run_id: RunId,
        /// Why.
        reason: Box<str>,
    }
    /// A run was put away.
    RunArchived {
        /// The run.
        run_id: RunId,
    }
}
