//! What a deviation affects.
use super::{
    super::{Run, entities, write::place_of},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::id,
    schema::{MoveRow, ReadingRow, audit_chain, audit_events, commands, readings, stock_moves},
    sql::IdValue,
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use std::collections::BTreeSet;
use wms_core::{
    audit::EntityType,
    event::{DeviationClosed, EventType},
    ids::{BufferId, DeviationId},
    quality::{Deviation, Subject},
};

impl Gather<'_> {
    pub(super) async fn deviation(&mut self, deviation: DeviationId) -> Result<(), Error> {
        let named = (vec![id(deviation)], Vec::new(), Vec::new());
        let rows = entities::deviation_rows(self.c, self.tenant, named, None).await?;
        for row in rows {
            let deviation = row.into_deviation()?;
            let roots = match deviation.subject {
                Subject::Lot(lot) => vec![id(lot)],
                Subject::Buffer(buffer) => self.history_of(buffer, &deviation).await?,
            };
            self.rows.deviations.push(deviation);
            self.below(&roots).await?;
        }
        Ok(())
    }

    /// What happened at a buffer, the end of its deviation included, in the order of the record: ties in time are
    /// told apart by it. Gives the lots that were ever in the buffer.
    async fn history_of(
        &mut self,
        buffer: BufferId,
        deviation: &Deviation,
    ) -> Result<Vec<IdValue>, Error> {
        let query = stock_moves::table
            .filter(stock_moves::tenant_id.eq(id(self.tenant)))
            .filter(
                stock_moves::from_buffer_id
                    .eq(id(buffer))
                    .or(stock_moves::to_buffer_id.eq(id(buffer))),
            )
            .select(MoveRow::as_select());
        let moves: Vec<MoveRow> = query.load(self.c).await?;
        let query = readings::table
            .filter(readings::tenant_id.eq(id(self.tenant)))
            .filter(readings::buffer_id.eq(id(buffer)))
            .select(ReadingRow::as_select());
        let readings: Vec<ReadingRow> = query.load(self.c).await?;
        let closing = self.closing_of(deviation).await?;

        let lots: BTreeSet<IdValue> = moves.iter().map(|moved| moved.lot_id).collect();
        let read = readings.into_iter().map(|row| (row.place, Fact::Read(row)));
        let moved = moves.into_iter().map(|row| (row.place, Fact::Moved(row)));
        let closed = closing.into_iter().map(|place| (place, Fact::Closed));
        let mut facts: Vec<(i64, Fact)> = read.chain(moved).chain(closed).collect();
        facts.sort_by_key(|(place, _)| *place);
        for (_, fact) in facts {
            match fact {
                Fact::Read(row) => self.rows.readings.push(row.into_reading()?),
                Fact::Moved(row) => self.rows.moves.push(row.into_move()?),
                Fact::Closed => self.close(deviation),
            }
            self.settle();
        }
        Ok(lots.into_iter().collect())
    }

    fn close(&mut self, deviation: &Deviation) {
        let deviation_id = deviation.id;
        self.rows.deviations.push(deviation.clone());
        let closed = DeviationClosed { deviation_id };
        self.rows.events.push(closed.into());
    }

    /// The place of the command that closed a deviation, among what was recorded; none while it is open.
    async fn closing_of(&self, deviation: &Deviation) -> Result<Option<i64>, Error> {
        let query = commands::table
            .inner_join(
                audit_events::table.on(audit_events::tenant_id
                    .eq(commands::tenant_id)
                    .and(audit_events::key.eq(commands::key))),
            )
            .inner_join(
                audit_chain::table.on(audit_chain::tenant_id
                    .eq(audit_events::tenant_id)
                    .and(audit_chain::key.eq(audit_events::key))
                    .and(audit_chain::number.eq(audit_events::number))),
            )
            .filter(audit_chain::tenant_id.eq(id(self.tenant)))
            .filter(audit_chain::entity_type.eq(EntityType::Deviation.as_str()))
            .filter(audit_chain::entity_id.eq(id(deviation.id)))
            .filter(audit_events::event_type.eq(EventType::DeviationClosed.as_str()))
            .select(commands::number);
        let numbers: Vec<i64> = query.load(self.c).await?;
        Ok(numbers.first().map(|number| place_of(*number)))
    }
}

/// Something that happened at a buffer.
enum Fact {
    Read(ReadingRow),
    Moved(MoveRow),
    Closed,
}
