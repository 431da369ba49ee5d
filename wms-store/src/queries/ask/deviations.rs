//! What a deviation affects.
use super::{
    super::{Run, entities},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::id,
    schema::{MoveRow, ReadingRow, readings, stock_moves},
    sql::IdValue,
};
use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper};
use std::collections::BTreeSet;
use wms_core::{
    ids::{BufferId, DeviationId},
    quality::Subject,
};

impl Gather<'_> {
    pub(super) async fn deviation(&mut self, deviation: DeviationId) -> Result<(), Error> {
        let ids = vec![id(deviation)];
        let rows = entities::deviation_rows(self.c, self.tenant, ids, None).await?;
        for row in rows {
            let deviation = row.into_deviation()?;
            let roots = match deviation.subject {
                Subject::Lot(lot) => vec![id(lot)],
                Subject::Buffer(buffer) => self.history_of(buffer).await?,
            };
            self.rows.deviations.push(deviation);
            self.below(&roots).await?;
        }
        Ok(())
    }

    /// The moves and readings of a buffer in the order of their record; gives the lots that were ever in it.
    async fn history_of(&mut self, buffer: BufferId) -> Result<Vec<IdValue>, Error> {
        let query = stock_moves::table
            .filter(stock_moves::tenant_id.eq(id(self.tenant)))
            .filter(
                stock_moves::from_buffer_id
                    .eq(id(buffer))
                    .or(stock_moves::to_buffer_id.eq(id(buffer))),
            )
            .select(MoveRow::as_select());
        let mut moves: Vec<MoveRow> = query.load(self.c).await?;
        let query = readings::table
            .filter(readings::tenant_id.eq(id(self.tenant)))
            .filter(readings::buffer_id.eq(id(buffer)))
            .select(ReadingRow::as_select());
        let mut readings: Vec<ReadingRow> = query.load(self.c).await?;
        moves.sort_unstable_by_key(|moved| core::cmp::Reverse((moved.recorded_at, moved.place)));
        readings.sort_unstable_by_key(|one| core::cmp::Reverse((one.recorded_at, one.place)));
        let lots: BTreeSet<IdValue> = moves.iter().map(|moved| moved.lot_id).collect();
        // Ties in time are told apart by what was recorded first: one after the other, oldest first.
        loop {
            let moved = moves.last().map(|moved| (moved.recorded_at, moved.place));
            let read = readings.last().map(|one| (one.recorded_at, one.place));
            let reading_first = match (moved, read) {
                (None, None) => return Ok(lots.into_iter().collect()),
                (Some(moved), Some(read)) => read <= moved,
                (moved, _) => moved.is_none(),
            };
            if reading_first {
                if let Some(row) = readings.pop() {
                    self.rows.readings.push(row.into_reading()?);
                }
            } else {
                if let Some(row) = moves.pop() {
                    self.rows.moves.push(row.into_move()?);
                }
            }
            self.settle();
        }
    }
}
