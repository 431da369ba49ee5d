//! Pages: filters and keyset in SQL, newest first; the row behind the cursor comes along, so that core finds
//! the place.
use super::{
    super::{Run, position_in},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::{date, id, time},
    schema::{
        DeviationRow, InspectionRow, LotRow, MoveRow, ReadingRow, RunRow, deviations, inspections,
        lots, readings, runs, stock_moves,
    },
    sql::IdValue,
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, QueryDsl, SelectableHelper,
};
use std::collections::BTreeSet;
use wms_core::query::{
    Cursor, ListDeviations, ListInspections, ListLots, ListMoves, ListReadings, ListRuns, Page,
    PendingInspections, Query,
};

/// Which part of a list is wanted: the id behind the cursor, and how many rows, with one more to see whether
/// any follows.
struct Part {
    after: Option<IdValue>,
    limit: i64,
}

impl Part {
    fn of(query: &Query, page: Option<&Page>) -> Result<Self, Error> {
        let page = page.cloned().unwrap_or_default();
        let last = page.after.map(|cursor: Cursor| cursor.last_of(query));
        Ok(Self {
            after: last.transpose()?.map(IdValue),
            limit: i64::from(page.limit) + 1,
        })
    }
}

/// The rows of a page, oldest first, and before them the row behind the cursor.
///
/// The first half of the condition bounds the walk along the index, the second leaves out what was seen.
macro_rules! page {
    ($gather:ident, $part:ident, $row:ident in $table:ident, $query:ident) => {{
        let mut query = $query
            .order(($table::recorded_at.desc(), $table::place.desc()))
            .limit($part.limit)
            .select($row::as_select());
        let mut anchor: Vec<$row> = Vec::new();
        if let Some(after) = $part.after {
            let found = $table::table
                .filter($table::tenant_id.eq(id($gather.tenant)))
                .filter($table::id.eq(after))
                .select($row::as_select());
            anchor = found.load($gather.c).await?;
        }
        if let Some(last) = anchor.first() {
            let earlier = $table::recorded_at.lt(last.recorded_at);
            query = query
                .filter($table::recorded_at.le(last.recorded_at))
                .filter(earlier.or($table::place.lt(last.place)));
        }
        let mut rows: Vec<$row> = if $part.after.is_some() && anchor.is_empty() {
            // Core refuses a cursor that stands behind nothing.
            Vec::new()
        } else {
            query.load($gather.c).await?
        };
        rows.reverse();
        rows.append(&mut anchor);
        rows
    }};
}

/// A filter that is there narrows a boxed query.
macro_rules! narrow {
    ($query:ident, $given:expr, |$value:ident| $condition:expr) => {
        if let Some($value) = $given {
            $query = $query.filter($condition);
        }
    };
}

impl Gather<'_> {
    pub(super) async fn list_runs(&mut self, query: &Query, ask: &ListRuns) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = runs::table
            .filter(runs::tenant_id.eq(id(self.tenant)))
            .into_boxed();
        narrow!(found, ask.status, |status| runs::status.eq(status.as_str()));
        narrow!(found, ask.site, |site| runs::site.eq(site.to_string()));
        narrow!(found, ask.from, |from| runs::recorded_at.ge(time(from)));
        narrow!(found, ask.to, |to| runs::recorded_at.lt(time(to)));
        for row in page!(self, part, RunRow in runs, found) {
            self.rows.runs.push(row.into_run()?);
        }
        Ok(())
    }

    pub(super) async fn list_lots(&mut self, query: &Query, ask: &ListLots) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = lots::table
            .filter(lots::tenant_id.eq(id(self.tenant)))
            .filter(lots::voided.eq(false))
            .into_boxed();
        narrow!(found, ask.run_id, |run| lots::run_id.eq(id(run)));
        narrow!(found, ask.lot_type, |kind| lots::lot_type.eq(kind.as_str()));
        narrow!(found, ask.status, |status| lots::status.eq(status.as_str()));
        narrow!(found, ask.site, |site| lots::site.eq(site.to_string()));
        narrow!(found, ask.step, |step| lots::step
            .eq(i16::from(step.number())));
        narrow!(found, ask.day, |day| lots::production_day.eq(date(day)));
        narrow!(found, ask.text.clone(), |text| position_in(
            lots::code,
            text
        )
        .gt(0));
        let rows = page!(self, part, LotRow in lots, found);
        self.lots_of_rows(rows).await
    }

    pub(super) async fn pending_inspections(
        &mut self,
        query: &Query,
        ask: &PendingInspections,
    ) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = lots::table
            .filter(lots::tenant_id.eq(id(self.tenant)))
            .filter(lots::status.eq("QUARANTINE"))
            .into_boxed();
        narrow!(found, ask.run_id, |run| lots::run_id.eq(id(run)));
        narrow!(found, ask.lot_id, |lot| lots::id.eq(id(lot)));
        narrow!(found, ask.step, |step| lots::step
            .eq(i16::from(step.number())));
        // A lot is no buffer.
        narrow!(found, ask.buffer_id, |buffer| lots::id
            .ne(lots::id)
            .and(lots::id.eq(id(buffer))));
        let rows = page!(self, part, LotRow in lots, found);
        self.lots_of_rows(rows).await?;
        let runs: BTreeSet<_> = self.rows.lots.iter().filter_map(|lot| lot.run_id).collect();
        let runs = self.runs(runs).await?;
        let versions: BTreeSet<_> = runs.iter().map(|run| id(run.version_id)).collect();
        self.versions(versions.into_iter().collect()).await
    }

    pub(super) async fn list_inspections(
        &mut self,
        query: &Query,
        ask: &ListInspections,
    ) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = inspections::table
            .filter(inspections::tenant_id.eq(id(self.tenant)))
            .into_boxed();
        narrow!(found, ask.run_id, |run| inspections::run_id.eq(id(run)));
        narrow!(found, ask.lot_id, |lot| inspections::lot_id.eq(id(lot)));
        narrow!(found, ask.step, |step| inspections::step
            .eq(i16::from(step.number())));
        // An inspection is of a lot.
        narrow!(found, ask.buffer_id, |buffer| inspections::id
            .ne(inspections::id)
            .and(inspections::id.eq(id(buffer))));
        for row in page!(self, part, InspectionRow in inspections, found) {
            self.rows.inspections.push(row.into_inspection()?);
        }
        Ok(())
    }

    pub(super) async fn list_readings(
        &mut self,
        query: &Query,
        ask: &ListReadings,
    ) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = readings::table
            .filter(readings::tenant_id.eq(id(self.tenant)))
            .into_boxed();
        narrow!(found, ask.lot_id, |lot| readings::lot_id.eq(id(lot)));
        narrow!(found, ask.buffer_id, |buffer| readings::buffer_id
            .eq(id(buffer)));
        narrow!(found, ask.run_id, |run| readings::lot_id.eq_any(
            lots::table
                .filter(lots::tenant_id.eq(id(self.tenant)))
                .filter(lots::run_id.eq(id(run)))
                .select(lots::id.nullable())
        ));
        narrow!(found, ask.step, |step| readings::lot_id.eq_any(
            lots::table
                .filter(lots::tenant_id.eq(id(self.tenant)))
                .filter(lots::step.eq(i16::from(step.number())))
                .select(lots::id.nullable())
        ));
        let rows: Vec<ReadingRow> = page!(self, part, ReadingRow in readings, found);
        let about = rows.iter().filter_map(|row| row.lot_id).collect();
        for row in rows {
            self.rows.readings.push(row.into_reading()?);
        }
        self.lots_asked_by(ask.run_id.is_some() || ask.step.is_some(), about)
            .await
    }

    pub(super) async fn list_deviations(
        &mut self,
        query: &Query,
        ask: &ListDeviations,
    ) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = deviations::table
            .filter(deviations::tenant_id.eq(id(self.tenant)))
            .into_boxed();
        narrow!(found, ask.open, |open| deviations::closed_at
            .is_null()
            .eq(open));
        narrow!(found, ask.lot_id, |lot| deviations::lot_id.eq(id(lot)));
        narrow!(found, ask.buffer_id, |buffer| deviations::buffer_id
            .eq(id(buffer)));
        narrow!(found, ask.run_id, |run| deviations::lot_id.eq_any(
            lots::table
                .filter(lots::tenant_id.eq(id(self.tenant)))
                .filter(lots::run_id.eq(id(run)))
                .select(lots::id.nullable())
        ));
        narrow!(found, ask.step, |step| deviations::lot_id.eq_any(
            lots::table
                .filter(lots::tenant_id.eq(id(self.tenant)))
                .filter(lots::step.eq(i16::from(step.number())))
                .select(lots::id.nullable())
        ));
        let rows: Vec<DeviationRow> = page!(self, part, DeviationRow in deviations, found);
        let about = rows.iter().filter_map(|row| row.lot_id).collect();
        for row in rows {
            self.rows.deviations.push(row.into_deviation()?);
        }
        self.lots_asked_by(ask.run_id.is_some() || ask.step.is_some(), about)
            .await
    }

    pub(super) async fn list_moves(&mut self, query: &Query, ask: &ListMoves) -> Result<(), Error> {
        let part = Part::of(query, ask.page.as_ref())?;
        let mut found = stock_moves::table
            .filter(stock_moves::tenant_id.eq(id(self.tenant)))
            .into_boxed();
        narrow!(found, ask.lot_id, |lot| stock_moves::lot_id.eq(id(lot)));
        narrow!(found, ask.buffer_id, |buffer| stock_moves::from_buffer_id
            .eq(id(buffer))
            .or(stock_moves::to_buffer_id.eq(id(buffer))));
        narrow!(found, ask.run_id, |run| stock_moves::lot_id.eq_any(
            lots::table
                .filter(lots::tenant_id.eq(id(self.tenant)))
                .filter(lots::run_id.eq(id(run)))
                .select(lots::id)
        ));
        let rows: Vec<MoveRow> = page!(self, part, MoveRow in stock_moves, found);
        let about = rows.iter().map(|row| row.lot_id).collect();
        for row in rows {
            self.rows.moves.push(row.into_move()?);
        }
        self.lots_asked_by(ask.run_id.is_some(), about).await
    }

    /// Filters that look at lots want them beside the rows that are about them.
    async fn lots_asked_by(&mut self, asked: bool, about: Vec<IdValue>) -> Result<(), Error> {
        if asked {
            self.lots(&about).await
        } else {
            Ok(())
        }
    }
}
