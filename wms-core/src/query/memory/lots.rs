use super::{Ask, complete, meets, page_of};
use crate::{
    error::Rejection,
    lot::Lot,
    plant::Plant,
    query::{GetLot, Items, ListLots, LotName, LotView},
};

/// A lot by its id, else by its code.
pub(super) fn lot<'p>(plant: &'p Plant, name: &LotName) -> Result<&'p Lot, Rejection> {
    let world = plant.world();
    let by_id = name.id().and_then(|id| world.lots.get(&id));
    let found = match by_id {
        Some(lot) => Some(lot),
        None => complete(world.lot_by_code(name.as_str()))?.and_then(|id| world.lots.get(&id)),
    };
    found.ok_or_else(|| Rejection::not_found("lot", name.as_str()))
}

impl Ask for GetLot {
    type Answer = LotView;
    fn answer(&self, plant: &Plant) -> Result<LotView, Rejection> {
        lot(plant, &self.lot).map(LotView::from)
    }
}

impl Ask for ListLots {
    type Answer = Items<LotView>;
    fn answer(&self, plant: &Plant) -> Result<Items<LotView>, Rejection> {
        let keep = |lot: &Lot| {
            !lot.voided
                && self.run_id.is_none_or(|run| lot.run_id == Some(run))
                && meets(self.lot_type, lot.lot_type)
                && meets(self.status, lot.status)
                && meets(self.site, lot.site)
                && meets(self.step, lot.step())
                && meets(self.day, lot.production_day)
                && self
                    .text
                    .as_ref()
                    .is_none_or(|text| lot.code.contains(text.as_str()))
        };
        let view = (|lot: &Lot| lot.id.as_uuid(), |lot: &Lot| LotView::from(lot));
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().lots,
            keep,
            view,
        )
    }
}
