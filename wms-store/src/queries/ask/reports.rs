//! Balances, summaries and the compliance report of a run.
use super::{
    super::{CHUNK, Run, genealogy},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::{Of, id},
    schema::{
        DeviationRow, InspectionRow, ReadingRow, audit_chain, audit_events, deviations,
        inspections, readings,
    },
    sql::IdValue,
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use std::collections::BTreeMap;
use wms_core::{event::Event, ids::RunId, query::MassBalance};

impl Gather<'_> {
    pub(super) async fn mass_balance(&mut self, ask: &MassBalance) -> Result<(), Error> {
        if let Some(lot) = &ask.lot {
            return self.lot(lot).await.map(drop);
        }
        let Some(run) = ask.run_id else {
            return Ok(());
        };
        self.run(run).await?;
        let lots = self.lots_of_run(run).await?;
        self.balance(&lots).await
    }

    pub(super) async fn run_summary(&mut self, run: RunId) -> Result<(), Error> {
        self.run(run).await?;
        let lots = self.lots_of_run(run).await?;
        self.deviations_of(&lots).await?;
        self.balance(&lots).await
    }

    pub(super) async fn run_report(&mut self, run: RunId) -> Result<(), Error> {
        let Some(found) = self.run(run).await? else {
            return Ok(());
        };
        self.version_with_graph(found.version_id).await?;
        let lots = self.lots_of_run(run).await?;
        self.balance(&lots).await?;
        self.inspections_of(&lots).await?;
        self.readings_of(&lots).await?;
        let mut links = genealogy::links_up(self.c, self.tenant, &lots).await?;
        let stopped = self.deviations_of(&lots).await?;
        // A deviation affects lots of other runs, too.
        for root in stopped {
            let below = genealogy::descendants(self.c, self.tenant, root).await?;
            self.lots(&below).await?;
            links.extend(genealogy::links_up(self.c, self.tenant, &below).await?);
        }
        self.links(links)
    }

    /// The transforms and write-offs of some lots: what core sums a run's balance from.
    async fn balance(&mut self, lots: &[IdValue]) -> Result<(), Error> {
        let mut texts: BTreeMap<(IdValue, i32), String> = BTreeMap::new();
        for lots in lots.chunks(CHUNK) {
            let of_event = audit_chain::tenant_id
                .eq(audit_events::tenant_id)
                .and(audit_chain::key.eq(audit_events::key))
                .and(audit_chain::number.eq(audit_events::number));
            let query = audit_chain::table
                .inner_join(audit_events::table.on(of_event))
                .filter(audit_chain::tenant_id.eq(id(self.tenant)))
                .filter(audit_chain::entity_type.eq("lot"))
                .filter(audit_chain::entity_id.eq_any(lots.to_vec()))
                .filter(audit_events::event_type.eq_any(["lots_transformed", "lot_written_off"]))
                .select((audit_events::key, audit_events::number, audit_events::event));
            let found: Vec<(IdValue, i32, String)> = query.load(self.c).await?;
            texts.extend(found.into_iter().map(|(key, n, text)| ((key, n), text)));
        }
        for ((key, _), text) in texts {
            let of = Of::new("audit_events", &key.0);
            let event = Event::from_text(&text).map_err(|_| of.corrupt())?;
            self.rows.events.push(event);
        }
        Ok(())
    }

    async fn inspections_of(&mut self, lots: &[IdValue]) -> Result<(), Error> {
        let mut all: Vec<InspectionRow> = Vec::new();
        for lots in lots.chunks(CHUNK) {
            let query = inspections::table
                .filter(inspections::tenant_id.eq(id(self.tenant)))
                .filter(inspections::lot_id.eq_any(lots.to_vec()))
                .select(InspectionRow::as_select());
            all.extend(query.load(self.c).await?);
        }
        all.sort_unstable_by_key(|one| one.place);
        for row in all {
            self.rows.inspections.push(row.into_inspection()?);
        }
        Ok(())
    }

    async fn readings_of(&mut self, lots: &[IdValue]) -> Result<(), Error> {
        let mut all: Vec<ReadingRow> = Vec::new();
        for lots in lots.chunks(CHUNK) {
            let lots: Vec<Option<IdValue>> = lots.iter().copied().map(Some).collect();
            let query = readings::table
                .filter(readings::tenant_id.eq(id(self.tenant)))
                .filter(readings::lot_id.eq_any(lots))
                .select(ReadingRow::as_select());
            all.extend(query.load(self.c).await?);
        }
        all.sort_unstable_by_key(|one| one.place);
        for row in all {
            self.rows.readings.push(row.into_reading()?);
        }
        Ok(())
    }

    /// The deviations of some lots; gives the lots that have one.
    async fn deviations_of(&mut self, lots: &[IdValue]) -> Result<Vec<IdValue>, Error> {
        let mut all: Vec<DeviationRow> = Vec::new();
        for lots in lots.chunks(CHUNK) {
            let lots: Vec<Option<IdValue>> = lots.iter().copied().map(Some).collect();
            let query = deviations::table
                .filter(deviations::tenant_id.eq(id(self.tenant)))
                .filter(deviations::lot_id.eq_any(lots))
                .select(DeviationRow::as_select());
            all.extend(query.load(self.c).await?);
        }
        all.sort_unstable_by_key(|one| one.place);
        let stopped = all.iter().filter_map(|row| row.lot_id).collect();
        for row in all {
            self.rows.deviations.push(row.into_deviation()?);
        }
        Ok(stopped)
    }
}
