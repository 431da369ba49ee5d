use super::{Ask, meets, page_of, runs::run};
use crate::{
    error::Rejection,
    ids::BufferId,
    inventory::{Buffer, StockMove},
    lot::Position,
    plant::Plant,
    query::{
        BufferContents, BufferLot, BufferSummary, BufferView, Items, ListBuffers, ListMoves,
        MoveView, RunBuffers,
    },
};
use std::collections::BTreeSet;

pub(super) fn buffer(plant: &Plant, id: BufferId) -> Result<&Buffer, Rejection> {
    plant
        .world()
        .buffers
        .get(&id)
        .ok_or_else(|| Rejection::not_found("buffer", id))
}

fn by_code<'p>(buffers: impl Iterator<Item = &'p Buffer>) -> Vec<BufferView> {
    let mut buffers: Vec<&Buffer> = buffers.collect();
    buffers.sort_by(|a, b| crate::code::order(&a.code, &b.code).then_with(|| a.site.cmp(&b.site)));
    buffers.into_iter().map(BufferView::from).collect()
}

impl Ask for ListBuffers {
    type Answer = Vec<BufferView>;
    fn answer(&self, plant: &Plant) -> Result<Vec<BufferView>, Rejection> {
        Ok(by_code(
            plant
                .world()
                .buffers
                .iter()
                .filter(|buffer| meets(self.site, buffer.site)),
        ))
    }
}

impl Ask for BufferSummary {
    type Answer = BufferView;
    fn answer(&self, plant: &Plant) -> Result<BufferView, Rejection> {
        buffer(plant, self.buffer_id).map(BufferView::from)
    }
}

impl Ask for RunBuffers {
    type Answer = Vec<BufferView>;
    fn answer(&self, plant: &Plant) -> Result<Vec<BufferView>, Rejection> {
        run(plant, self.run_id)?;
        let positions = plant
            .world()
            .lots_of_run(self.run_id)
            .flat_map(|lot| &lot.positions);
        let buffers: BTreeSet<BufferId> = positions.map(|position| position.buffer_id).collect();
        Ok(by_code(
            buffers
                .iter()
                .filter_map(|id| plant.world().buffers.get(id)),
        ))
    }
}

impl Ask for BufferContents {
    type Answer = Vec<BufferLot>;
    fn answer(&self, plant: &Plant) -> Result<Vec<BufferLot>, Rejection> {
        buffer(plant, self.buffer_id)?;
        let world = plant.world();
        let lots = world
            .history
            .contents(self.buffer_id)
            .filter_map(|id| world.lots.get(&id));
        let here = |position: &&Position| position.buffer_id == self.buffer_id;
        let mut contents: Vec<BufferLot> = lots
            .flat_map(|lot| {
                lot.positions
                    .iter()
                    .filter(here)
                    .map(move |position| (lot, position))
            })
            .map(|(lot, position)| BufferLot {
                lot_id: lot.id,
                code: lot.code.clone(),
                lot_type: lot.lot_type,
                status: lot.status,
                quantity_kg: position.quantity,
                entered_at: position.entered_at,
            })
            .collect();
        // Stable: what entered at one instant stands as it was recorded.
        contents.sort_by_key(|lot| lot.entered_at);
        Ok(contents)
    }
}

impl Ask for ListMoves {
    type Answer = Items<MoveView>;
    fn answer(&self, plant: &Plant) -> Result<Items<MoveView>, Rejection> {
        let of_run = |moved: &StockMove| {
            plant
                .world()
                .lots
                .get(&moved.lot_id)
                .and_then(|lot| lot.run_id)
        };
        let keep = |moved: &StockMove| {
            meets(self.lot_id, moved.lot_id)
                && self
                    .buffer_id
                    .is_none_or(|id| [moved.from_buffer_id, moved.to_buffer_id].contains(&Some(id)))
                && self.run_id.is_none_or(|run| of_run(moved) == Some(run))
        };
        let view = (
            |moved: &StockMove| moved.id.as_uuid(),
            |moved: &StockMove| MoveView::from(moved),
        );
        page_of(
            &self.clone().into(),
            self.page.as_ref(),
            &plant.world().history.moves,
            keep,
            view,
        )
    }
}
