use super::{Ask, complete, deviations::affected, meets, page_of};
use crate::{
    error::Rejection,
    ids::{BufferId, LotId, RunId},
    lot::{Lot, LotStatus},
    plant::Plant,
    quality::{Deviation, Inspection, Reading, Subject, gate_numbers},
    query::{
        DeviationView, GetDeviation, GetInspection, InspectionView, Items, ListDeviations,
        ListInspections, ListReadings, PendingInspection, PendingInspections, ReadingView,
    },
    run::Step,
};

/// The filters that the lists of quality share.
struct Filter {
    run_id: Option<RunId>,
    lot_id: Option<LotId>,
    buffer_id: Option<BufferId>,
    step: Option<Step>,
}

macro_rules! filters {
    ($($name:ident),+) => {$(
        impl $name {
            const fn filter(&self) -> Filter {
                Filter { run_id: self.run_id, lot_id: self.lot_id, buffer_id: self.buffer_id, step: self.step }
            }
        }
    )+};
}
filters!(
    ListInspections,
    ListReadings,
    ListDeviations,
    PendingInspections
);

impl Filter {
    /// Whether something about a lot or buffer passes: a buffer has neither run nor step.
    fn keeps(&self, plant: &Plant, subject: Subject) -> bool {
        let lot = || subject.lot().and_then(|id| plant.world().lots.get(&id));
        self.lot_id
            .is_none_or(|wanted| subject.lot() == Some(wanted))
            && self
                .buffer_id
                .is_none_or(|wanted| subject.buffer() == Some(wanted))
            && self
                .run_id
                .is_none_or(|run| lot().is_some_and(|lot| lot.run_id == Some(run)))
            && self
                .step
                .is_none_or(|step| lot().is_some_and(|lot| lot.step() == step))
    }
}

impl Ask for ListInspections {
    type Answer = Items<InspectionView>;
    fn answer(&self, plant: &Plant) -> Result<Items<InspectionView>, Rejection> {
        // An inspection has a step and a run of its own.
        let filter = self.filter();
        let keep = |inspection: &Inspection| {
            meets(filter.lot_id, inspection.lot_id)
                && filter
                    .run_id
                    .is_none_or(|run| inspection.run_id == Some(run))
                && meets(filter.step, inspection.step)
                && filter.buffer_id.is_none()
        };
        let view = (
            |one: &Inspection| one.id.as_uuid(),
            |one: &Inspection| InspectionView::from(one),
        );
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().inspections,
            keep,
            view,
        )
    }
}

impl Ask for ListReadings {
    type Answer = Items<ReadingView>;
    fn answer(&self, plant: &Plant) -> Result<Items<ReadingView>, Rejection> {
        let filter = self.filter();
        let keep = |reading: &Reading| filter.keeps(plant, reading.subject);
        let view = (
            |one: &Reading| one.id.as_uuid(),
            |one: &Reading| ReadingView::from(one),
        );
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().readings,
            keep,
            view,
        )
    }
}

impl Ask for ListDeviations {
    type Answer = Items<DeviationView>;
    fn answer(&self, plant: &Plant) -> Result<Items<DeviationView>, Rejection> {
        let filter = self.filter();
        let keep = |deviation: &Deviation| {
            meets(self.open, deviation.is_open()) && filter.keeps(plant, deviation.subject)
        };
        let view = (
            |one: &Deviation| one.id.as_uuid(),
            |one: &Deviation| DeviationView::from(one),
        );
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().deviations,
            keep,
            view,
        )
    }
}

impl Ask for PendingInspections {
    type Answer = Items<PendingInspection>;
    fn answer(&self, plant: &Plant) -> Result<Items<PendingInspection>, Rejection> {
        let filter = self.filter();
        let keep = |lot: &Lot| {
            lot.status == LotStatus::Quarantine && filter.keeps(plant, Subject::Lot(lot.id))
        };
        let view = (
            |lot: &Lot| lot.id.as_uuid(),
            |lot: &Lot| pending(plant, lot),
        );
        let Items { items, next } = page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().lots,
            keep,
            view,
        )?;
        Ok(Items {
            items: items.into_iter().collect::<Result<_, _>>()?,
            next,
        })
    }
}

fn pending(plant: &Plant, lot: &Lot) -> Result<PendingInspection, Rejection> {
    let world = plant.world();
    let version = lot
        .run_id
        .and_then(|run| world.runs.get(&run))
        .and_then(|run| world.versions.get(&run.version_id));
    let graph = version
        .map(|version| complete(world.graph(version.graph_sha256)))
        .transpose()?
        .flatten();
    Ok(PendingInspection {
        lot_id: lot.id,
        code: lot.code.clone(),
        lot_type: lot.lot_type,
        run_id: lot.run_id,
        step: lot.step(),
        gates: gate_numbers(graph.map(|graph| &**graph), lot.step()),
        since: lot.quarantined_at,
    })
}

impl Ask for GetInspection {
    type Answer = InspectionView;
    fn answer(&self, plant: &Plant) -> Result<InspectionView, Rejection> {
        let inspection = plant.world().inspections.get(&self.inspection_id);
        inspection
            .map(InspectionView::from)
            .ok_or_else(|| Rejection::not_found("inspection", self.inspection_id))
    }
}

impl Ask for GetDeviation {
    type Answer = DeviationView;
    fn answer(&self, plant: &Plant) -> Result<DeviationView, Rejection> {
        let deviation = plant.world().deviations.get(&self.deviation_id);
        let deviation =
            deviation.ok_or_else(|| Rejection::not_found("deviation", self.deviation_id))?;
        Ok(with_affected(plant, deviation))
    }
}

/// A deviation with the lots it affects, as things are now.
pub(super) fn with_affected(plant: &Plant, deviation: &Deviation) -> DeviationView {
    DeviationView {
        affected: Some(affected(plant, deviation)),
        ..DeviationView::from(deviation)
    }
}
