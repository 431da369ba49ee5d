//! Traces and recalls.
use super::{Ask, lots::lot};
use crate::{
    error::Rejection,
    genealogy::{Direction, Link, Slot, concerned},
    lot::Lot,
    plant::Plant,
    query::{
        DispatchView, PlacedLink, PositionView, Recall, RecallTotals, RecallView, RecalledLot,
        Trace, TraceView, TracedLot, placed::links_in_order,
    },
    world::World,
};
use std::collections::HashMap;

/// The lots around one of them with their slots and distances, by distance, then code.
struct Traced<'w> {
    world: &'w World,
    lots: Vec<(Slot, u32, &'w Lot)>,
}

impl<'w> Traced<'w> {
    fn around(world: &'w World, lot: &Lot, direction: Direction, depth: Option<u32>) -> Self {
        let walked = world.walk(lot.id, direction, depth);
        let lots = walked.into_iter().flat_map(|walked| walked.lots);
        let lots = lots.filter_map(|(slot, distance)| Some((slot, distance, world.lots.at(slot)?)));
        Self {
            world,
            lots: lots.collect(),
        }
    }

    /// Levels come in order already: each is put in the order of its codes.
    fn ordered(mut self) -> Self {
        self.lots.sort_by_cached_key(|(_, distance, lot)| {
            (*distance, crate::code::order_key(&lot.code))
        });
        self
    }

    /// Every link between two of the lots, by their places.
    ///
    /// Read off the children: a lot has 200 parents at most, but a year's lots may have come of one seasoning.
    fn placed_links(&self) -> Vec<PlacedLink> {
        let place: HashMap<Slot, Slot> = (0..)
            .zip(&self.lots)
            .map(|(place, (slot, ..))| (*slot, place))
            .collect();
        let mut links = Vec::new();
        for (child, (slot, ..)) in (0..).zip(&self.lots) {
            let parents = self.world.genealogy.parents(*slot);
            links.extend(parents.filter_map(|link| {
                Some(PlacedLink {
                    parent: *place.get(&link.slot)?,
                    child,
                    quantity_kg: link.quantity,
                    method: link.method,
                })
            }));
        }
        links
    }
}

impl Ask for Trace {
    type Answer = TraceView;
    fn answer(&self, plant: &Plant) -> Result<TraceView, Rejection> {
        let traced = Traced::around(
            plant.world(),
            lot(plant, &self.lot)?,
            self.direction,
            self.depth,
        );
        let lots = traced.lots.iter();
        let lots = lots.map(|(_, distance, lot)| TracedLot::of(lot, *distance));
        let view = TraceView::of_rows(lots.collect(), traced.placed_links());
        view.ok_or(Rejection::Internal {})
    }
}

impl Ask for Recall {
    type Answer = RecallView;
    fn answer(&self, plant: &Plant) -> Result<RecallView, Rejection> {
        let began = plant.now();
        let world = plant.world();
        let recalled = lot(plant, &self.lot)?;
        let traced = Traced::around(world, recalled, Direction::Forward, None).ordered();
        let slots: Vec<Slot> = traced.lots.iter().map(|(slot, ..)| *slot).collect();
        let weight = |slot| {
            world
                .lots
                .at(slot)
                .map(|lot| lot.weight)
                .unwrap_or_default()
        };
        let shares = concerned(&world.genealogy, &slots, weight);

        let dispatched = |lot: &Lot| {
            let of_lot = world.history.dispatches_of(lot.id).iter();
            of_lot.map(DispatchView::from).collect()
        };
        let lots = traced
            .lots
            .iter()
            .zip(shares)
            .map(|((_, distance, lot), concerned_kg)| RecalledLot {
                lot: TracedLot::of(lot, *distance),
                concerned_kg,
                positions: lot.positions.iter().map(PositionView::from).collect(),
                dispatches: dispatched(lot),
            });
        let lots: Vec<RecalledLot> = lots.collect();
        let totals = RecallTotals::of(&lots);
        let took_ms = plant.now().millis().abs_diff(began.millis());
        Ok(RecallView {
            lot_id: recalled.id,
            lots,
            totals,
            as_of: began,
            took_ms,
        })
    }
}

/// Every link between lots of a list, in the order of their places in it.
pub(super) fn links_among(world: &World, lots: &[&Lot]) -> Result<Vec<Link>, Rejection> {
    let lots = lots
        .iter()
        .filter_map(|lot| Some((world.lots.slot(&lot.id)?, 0, *lot)));
    let traced = Traced {
        world,
        lots: lots.collect(),
    };
    let id = |place: Slot| Some(traced.lots.get(place as usize)?.2.id);
    links_in_order(traced.placed_links(), id).ok_or(Rejection::Internal {})
}
