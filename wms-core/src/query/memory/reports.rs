//! Balances, summaries and the compliance report.
use super::{
    Ask, by_code,
    flows::{version, version_view},
    genealogy::links_among,
    lots::lot,
    quality::with_affected,
    runs::run,
};
use crate::{
    error::Rejection,
    ids::LotId,
    lot::{Lot, LotStatus},
    plant::Plant,
    quality::Deviation,
    query::{
        InspectionView, LotBalance, LotCount, LotView, MassBalance, MassBalanceView, OpenPoints,
        ReadingView, RunBalanceView, RunReport, RunReportView, RunStepView, RunSummary,
        RunSummaryView, RunView,
    },
};
use std::collections::HashSet;

impl Ask for MassBalance {
    type Answer = MassBalanceView;
    fn answer(&self, plant: &Plant) -> Result<MassBalanceView, Rejection> {
        match (&self.lot, self.run_id) {
            (Some(name), _) => {
                lot(plant, name).map(|lot| MassBalanceView::Lot(LotBalance::from(lot)))
            }
            (None, Some(id)) => {
                run(plant, id)?;
                Ok(MassBalanceView::Run(RunBalanceView::from(
                    &plant.world().history.balance(id),
                )))
            }
            (None, None) => Err(Rejection::input("lot", "either a lot or a run is needed")),
        }
    }
}

/// The deviations of a run's lots, in the order they were opened.
fn deviations_of<'p>(plant: &'p Plant, lots: &[&Lot]) -> Vec<&'p Deviation> {
    let ids: HashSet<LotId> = lots.iter().map(|lot| lot.id).collect();
    let of_lots = |deviation: &&Deviation| {
        deviation
            .subject
            .lot()
            .is_some_and(|lot| ids.contains(&lot))
    };
    plant.world().deviations.iter().filter(of_lots).collect()
}

impl Ask for RunSummary {
    type Answer = RunSummaryView;
    fn answer(&self, plant: &Plant) -> Result<RunSummaryView, Rejection> {
        let run = run(plant, self.run_id)?;
        let lots: Vec<&Lot> = plant.world().lots_of_run(self.run_id).collect();
        let RunBalanceView { steps, totals } =
            RunBalanceView::from(&plant.world().history.balance(self.run_id));
        Ok(RunSummaryView {
            run_id: run.id,
            status: run.status,
            step: run.step,
            open_deviations: deviations_of(plant, &lots)
                .iter()
                .filter(|deviation| deviation.is_open())
                .count(),
            lots: LotCount::of(lots),
            steps,
            totals,
        })
    }
}

impl Ask for RunReport {
    type Answer = RunReportView;
    fn answer(&self, plant: &Plant) -> Result<RunReportView, Rejection> {
        let world = plant.world();
        let run = run(plant, self.run_id)?;
        let version = version(plant, run.version_id)?;
        let lots: Vec<&Lot> = world.lots_of_run(self.run_id).collect();
        let ids: HashSet<LotId> = lots.iter().map(|lot| lot.id).collect();
        let inspections = world
            .inspections
            .iter()
            .filter(|inspection| ids.contains(&inspection.lot_id));
        let readings = world
            .readings
            .iter()
            .filter(|reading| reading.subject.lot().is_some_and(|lot| ids.contains(&lot)));
        let deviations = deviations_of(plant, &lots);
        Ok(RunReportView {
            run: RunView::from(run),
            approved_by: version.published_at.and(version.decided_by),
            version: version_view(plant, version)?.without_graph(),
            steps: RunStepView::all_of(run),
            links: links_among(world, &lots)?,
            inspections: inspections.map(InspectionView::from).collect(),
            readings: readings.map(ReadingView::from).collect(),
            open_points: open_points(&deviations, &lots),
            deviations: deviations
                .into_iter()
                .map(|deviation| with_affected(plant, deviation))
                .collect(),
            lots: lots.into_iter().map(LotView::from).collect(),
            mass_balance: RunBalanceView::from(&world.history.balance(self.run_id)),
            as_of: plant.now(),
        })
    }
}

fn open_points(deviations: &[&Deviation], lots: &[&Lot]) -> OpenPoints {
    let of = |status| {
        let mut lots: Vec<&Lot> = lots
            .iter()
            .copied()
            .filter(|lot| lot.status == status)
            .collect();
        by_code(&mut lots);
        lots.into_iter().map(|lot| lot.id).collect()
    };
    OpenPoints {
        deviations: deviations
            .iter()
            .filter(|deviation| deviation.is_open())
            .map(|deviation| deviation.id)
            .collect(),
        on_hold: of(LotStatus::Hold),
        pending: of(LotStatus::Quarantine),
    }
}
