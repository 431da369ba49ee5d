use super::{Ask, meets, page_of, within};
use crate::{
    error::Rejection,
    ids::RunId,
    plant::Plant,
    query::{GetRun, Items, ListRuns, RunStepView, RunSteps, RunView},
    run::Run,
};

pub(super) fn run(plant: &Plant, id: RunId) -> Result<&Run, Rejection> {
    plant
        .world()
        .runs
        .get(&id)
        .ok_or_else(|| Rejection::not_found("run", id))
}

impl Ask for GetRun {
    type Answer = RunView;
    fn answer(&self, plant: &Plant) -> Result<RunView, Rejection> {
        run(plant, self.run_id).map(RunView::from)
    }
}

impl Ask for RunSteps {
    type Answer = Vec<RunStepView>;
    fn answer(&self, plant: &Plant) -> Result<Vec<RunStepView>, Rejection> {
        run(plant, self.run_id).map(RunStepView::all_of)
    }
}

impl Ask for ListRuns {
    type Answer = Items<RunView>;
    fn answer(&self, plant: &Plant) -> Result<Items<RunView>, Rejection> {
        let keep = |run: &Run| {
            meets(self.status, run.status)
                && meets(self.site, run.site)
                && within(run.created.recorded_at, self.from, self.to)
        };
        let view = (|run: &Run| run.id.as_uuid(), |run: &Run| RunView::from(run));
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().runs,
            keep,
            view,
        )
    }
}
