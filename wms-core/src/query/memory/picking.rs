//! FEFO: first expired, first out (rule book, section 9).
use super::{Ask, complete, inventory::buffer};
use crate::{
    amount::Kilograms,
    error::Rejection,
    ids::BufferId,
    lot::{Lot, LotStatus},
    plant::Plant,
    query::{Pick, PickProposal, PickedLot},
};

impl Ask for Pick {
    type Answer = PickProposal;

    /// Earliest best-before first (none comes last), then production day, then code; within a lot the line
    /// first, then the oldest entry. Expired lots and buffers on hold are left out.
    fn answer(&self, plant: &Plant) -> Result<PickProposal, Rejection> {
        let world = plant.world();
        let site = world
            .sites
            .get(&self.site)
            .ok_or_else(|| Rejection::not_found("site", self.site))?;
        self.buffer_id.map(|id| buffer(plant, id)).transpose()?;
        let today = site.production_day(plant.now());
        let refuse_expired = complete(world.policy())?.policy.refuse_expired;
        let usable = |lot: &&Lot| {
            lot.status == LotStatus::Released
                && lot.lot_type == self.lot_type
                && lot.site == self.site
                && !(refuse_expired && lot.is_expired(today))
        };
        let mut lots: Vec<&Lot> = world.lots.iter().filter(usable).collect();
        lots.sort_by(|a, b| {
            first_out(a)
                .cmp(&first_out(b))
                .then_with(|| crate::code::order(&a.code, &b.code))
        });

        let mut missing_kg = self.quantity_kg;
        let mut picked = Vec::new();
        for lot in lots {
            for (buffer_id, there) in self.places(plant, lot) {
                let quantity_kg = there.min(missing_kg);
                if quantity_kg.is_zero() {
                    continue;
                }
                missing_kg -= quantity_kg;
                picked.push(PickedLot {
                    lot_id: lot.id,
                    code: lot.code.clone(),
                    buffer_id,
                    quantity_kg,
                });
            }
        }
        Ok(PickProposal {
            lots: picked,
            missing_kg,
        })
    }
}

fn first_out(lot: &Lot) -> impl Ord {
    (
        lot.best_before.is_none(),
        lot.best_before,
        lot.production_day,
    )
}

impl Pick {
    /// Where a lot's kilograms may be taken from.
    fn places(&self, plant: &Plant, lot: &Lot) -> Vec<(Option<BufferId>, Kilograms)> {
        let line = (None, lot.at_the_line());
        let open = |id: &BufferId| {
            plant
                .world()
                .buffers
                .get(id)
                .is_some_and(|buffer| buffer.hold.is_none())
        };
        let stored = lot
            .positions
            .iter()
            .filter(|position| open(&position.buffer_id));
        let stored = stored.map(|position| (Some(position.buffer_id), position.quantity));
        let places = core::iter::once(line).chain(stored);
        places
            .filter(|(place, _)| self.buffer_id.is_none() || *place == self.buffer_id)
            .collect()
    }
}
