use wms_core::{
    code::GivenCode,
    command::{
        AbortRun, AdvanceRun, ArchiveRun, Command, CompleteRun, CreateRun, HoldRun, ResumeRun,
        RollBackRun, StartRun,
    },
    flow::VersionStatus,
    ids::RunId,
    run::{RunStatus, Step},
};

use super::Speaker;

impl Speaker<'_> {
    pub(super) fn create_run(&mut self) -> Command {
        let version = self.version(|version| version.status == VersionStatus::Published);
        let taken = self.ledger.runs.keys().next().map(|id| id.as_uuid());
        let id = RunId::new(self.id_for_new(taken));
        let site = self.site();
        let run = CreateRun::new(id, version, site);
        if self.dice.one_in(6) {
            let day = self.today().to_date().format("%Y%m%d");
            let code = format!("RUN-{day}-{site}-{:04}", 1 + self.dice.number(9));
            return run.with_code(GivenCode::new(code)).into();
        }
        run.into()
    }

    pub(super) fn start_run(&mut self) -> Command {
        StartRun::new(self.run(|run| run.status == RunStatus::Idle)).into()
    }

    pub(super) fn advance(&mut self) -> Command {
        let run_id = self.run(|run| run.status == RunStatus::Running);
        let advance = AdvanceRun::new(run_id);
        let step = self.ledger.runs.get(&run_id).map(|run| run.step);
        match step.and_then(Step::new) {
            Some(step) if self.dice.one_in(4) => advance.with_expected_step(step),
            Some(_) if self.dice.one_in(20) => advance.with_expected_step(Step::RECEIPT),
            _ => advance,
        }
        .into()
    }

    pub(super) fn roll_back(&mut self) -> Command {
        let run = self.run(|run| run.status == RunStatus::Running);
        RollBackRun::new(run, self.reason()).into()
    }

    pub(super) fn hold_run(&mut self) -> Command {
        let run = self.run(|run| run.status == RunStatus::Running);
        HoldRun::new(run, self.reason()).into()
    }

    pub(super) fn resume_run(&mut self) -> Command {
        let run = self.run(|run| run.status == RunStatus::Hold);
        ResumeRun::new(run, self.reason()).into()
    }

    pub(super) fn complete_run(&mut self) -> Command {
        CompleteRun::new(self.run(|run| run.status == RunStatus::Running && run.step == 10)).into()
    }

    pub(super) fn abort_run(&mut self) -> Command {
        let many = self.ledger.runs.len() > 1;
        let run =
            self.run(|run| many && matches!(run.status, RunStatus::Running | RunStatus::Hold));
        AbortRun::new(run, self.reason()).into()
    }

    pub(super) fn archive_run(&mut self) -> Command {
        let ended = |status| matches!(status, RunStatus::Completed | RunStatus::Aborted);
        ArchiveRun::new(self.run(|run| ended(run.status))).into()
    }
}
