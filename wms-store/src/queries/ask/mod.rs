//! Questions: SQL selects, orders and pages; core computes.
//!
//! A question's rows are gathered into a World that holds them and no others, and core answers from it with the
//! very code that answers from a plant in memory.
mod deviations;
mod gather;
mod goods;
mod lists;
mod plans;
mod reports;
mod trace;

use super::{Conn, census, export, log};
use crate::{
    error::Error,
    setting::Setting,
    work::{Found, Read},
};
use gather::Gather;
use wms_core::query::Query;

/// Answers a question from the snapshot that the caller opened.
pub(crate) async fn read(c: &Conn, setting: &Setting, read: Read) -> Result<Found, Error> {
    match read {
        Read::Check(job) => {
            let mut jobs = [job];
            let verdicts = super::execute(c, &setting.to_check(), &mut jobs, &[]).await?;
            let verdict = verdicts.into_iter().next();
            let verdict = verdict.unwrap_or(Err(wms_core::error::Rejection::Internal {}));
            Ok(Found::Verdict(Box::new(verdict)))
        }
        Read::World(query) => {
            let now = setting.now();
            let mut gather = Gather::new(c, setting.tenant);
            gather.for_query(&query).await?;
            Ok(Found::World(Box::new(gather.into_world()), now))
        }
        Read::Trace(query) => Ok(Found::Trace(trace::trace(c, setting.tenant, &query).await?)),
        Read::AuditEvents(query) => Ok(Found::AuditEvents(
            log::audit_events(c, setting.tenant, &query).await?,
        )),
        Read::Changes(query) => Ok(Found::Changes(
            log::changes(c, setting.tenant, &query).await?,
        )),
        Read::Export(sink) => Ok(Found::Exported(
            export::export(c, setting.tenant, sink).await?,
        )),
        Read::CountLots => Ok(Found::Lots(
            census::lots_by_status(c, setting.tenant).await?,
        )),
        Read::Verify(query, progress) => Ok(Found::Verified(
            log::verify(c, setting.tenant, query.checkpoint.as_deref(), progress).await?,
        )),
    }
}

impl Gather<'_> {
    /// Gathers what a query looks at.
    async fn for_query(&mut self, query: &Query) -> Result<(), Error> {
        match query {
            Query::GetSite(ask) => self.sites([ask.site]).await,
            Query::GetPolicy(_) => self.policy().await,
            Query::ListFlows(_) => self.all_flows().await,
            Query::GetVersion(ask) => self.version_with_graph(ask.version_id).await,
            Query::ListVersions(ask) => self.versions_of(ask.flow_id).await,
            Query::GetRun(ask) => self.run(ask.run_id).await.map(drop),
            Query::RunSteps(ask) => self.run(ask.run_id).await.map(drop),
            Query::RunSummary(ask) => self.run_summary(ask.run_id).await,
            Query::RunReport(ask) => self.run_report(ask.run_id).await,
            Query::MassBalance(ask) => self.mass_balance(ask).await,
            Query::GetLot(ask) => self.lot(&ask.lot).await.map(drop),
            Query::Recall(ask) => self.recall(ask).await,
            Query::GetInspection(ask) => self.inspection(ask.inspection_id).await,
            Query::GetDeviation(ask) => self.deviation(ask.deviation_id).await,
            Query::ListBuffers(ask) => self.buffers_of(ask.site).await,
            Query::BufferSummary(ask) => self.buffers([ask.buffer_id]).await,
            Query::BufferContents(ask) => self.buffer_contents(ask.buffer_id).await,
            Query::RunBuffers(ask) => self.run_buffers(ask.run_id).await,
            Query::Pick(ask) => self.pick(ask).await,
            Query::ListRuns(ask) => self.list_runs(query, ask).await,
            Query::ListLots(ask) => self.list_lots(query, ask).await,
            Query::ListInspections(ask) => self.list_inspections(query, ask).await,
            Query::ListReadings(ask) => self.list_readings(query, ask).await,
            Query::ListDeviations(ask) => self.list_deviations(query, ask).await,
            Query::PendingInspections(ask) => self.pending_inspections(query, ask).await,
            Query::ListMoves(ask) => self.list_moves(query, ask).await,
            // The log has its own way, and so have traces.
            Query::Trace(_) | Query::AuditEvents(_) | Query::Changes(_) | Query::VerifyAudit(_) => {
                Ok(())
            }
        }
    }
}
