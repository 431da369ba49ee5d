//! A plant of 10⁶ lots: a day by commands, and its rows for every other day.
use super::{
    bulk::Bulk,
    day::{self, Day},
    scene::Scene,
};
use futures_executor::block_on;
use wms_core::{
    amount::Kilograms,
    genealogy::Direction,
    ids::LotId,
    query::{Recall, RecallView, Trace, TraceView},
};

/// 10⁶ lots.
const DAYS: usize = 1_852;
/// Days that took the spice: 50 000 lots came of it.
const SPICED: usize = 119;

/// The plant, and what of it is asked for.
pub(crate) struct Plant {
    pub(crate) scene: Scene,
    pub(crate) day: Day,
    pub(crate) days: usize,
    pub(crate) lots: usize,
}

impl Plant {
    /// Fills a scene, and holds what it is asked against what the day's commands left.
    pub(crate) fn in_scene(scene: Scene) -> Self {
        let (days, spiced) = match std::env::var("WMS_BENCH_DAYS") {
            Ok(given) => (given.parse().unwrap(), 2),
            Err(_) => (DAYS, SPICED),
        };
        let day = day::work(&scene);
        let plant = Self {
            scene,
            day,
            days,
            lots: days * day::BATCHES * day::LOTS + 2,
        };
        let Day {
            seasoning, spice, ..
        } = plant.day;
        let small = plant.trace(seasoning, Direction::Forward);
        let shares = concerned(&plant.recall(spice));
        let shipment = plant.trace(plant.day.shipment, Direction::Backward);

        let tenant = plant.scene.tenant.id().as_uuid();
        let once = [(seasoning.as_uuid(), days), (spice.as_uuid(), spiced)];
        Bulk::of(&plant.scene.url, tenant).multiply(days, day::BATCHES, &once);

        let found = |days: usize| days * day::BATCHES * day::FROM_MIX + 1;
        let whole = plant.trace(seasoning, Direction::Forward);
        assert_eq!(
            (small.lots.len(), whole.lots.len()),
            (found(1), found(days))
        );
        assert_eq!(whole.links.len(), small.links.len() * days);
        let recalled = plant.recall(spice);
        assert_eq!(recalled.lots.len(), found(spiced));
        assert_eq!(
            concerned(&recalled),
            shares * i64::try_from(spiced).unwrap()
        );
        let again = plant.trace(plant.day.shipment, Direction::Backward);
        assert_eq!(again.links, shipment.links);
        plant
    }

    pub(crate) fn trace(&self, lot: LotId, direction: Direction) -> TraceView {
        block_on(self.scene.tenant.ask(&Trace::new(lot, direction))).unwrap()
    }

    pub(crate) fn recall(&self, lot: LotId) -> RecallView {
        block_on(self.scene.tenant.ask(&Recall::new(lot))).unwrap()
    }
}

/// The grams concerned of all descendants.
fn concerned(recall: &RecallView) -> i64 {
    let below = recall.lots.iter().skip(1);
    below.map(|lot| lot.concerned_kg).sum::<Kilograms>().grams()
}
