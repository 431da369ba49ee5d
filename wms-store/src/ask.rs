//! Typed questions.
use crate::{
    tenant::Tenant,
    work::{Found, Progress, Read},
};
use std::time::Instant as Stopwatch;
use wms_core::{
    error::Rejection,
    plant::Plant,
    query::{
        Ask, AuditEvent, AuditEvents, AuditVerification, BufferContents, BufferSummary, Changes,
        ChangesPage, GetDeviation, GetInspection, GetLot, GetPolicy, GetRun, GetSite, GetVersion,
        Items, ListBuffers, ListDeviations, ListFlows, ListInspections, ListLots, ListMoves,
        ListReadings, ListRuns, ListVersions, MassBalance, PendingInspections, Pick, Query, Recall,
        RecallView, RunBuffers, RunReport, RunSteps, RunSummary, Trace, TraceView, VerifyAudit,
    },
};

/// A query that a store answers: every query of the wire.
pub trait Question: Ask + Sync {
    /// Answers from one snapshot, once the query's shape was checked.
    #[doc(hidden)]
    fn ask(&self, tenant: &Tenant) -> impl Future<Output = Result<Self::Answer, Rejection>> + Send;
}

/// The rows a query looks at, as a plant to ask.
async fn plant_for(tenant: &Tenant, query: Query) -> Result<Plant, Rejection> {
    match tenant.read(Read::World(query)).await? {
        Found::World(world, now) => Ok(Plant::to_ask(*world, now)),
        _ => Err(Rejection::Internal {}),
    }
}

macro_rules! answered_by_core {
    ($($name:ident),+ $(,)?) => {$(
        impl Question for $name {
            async fn ask(&self, tenant: &Tenant) -> Result<Self::Answer, Rejection> {
                let plant = plant_for(tenant, self.clone().into()).await?;
                plant.ask(self)
            }
        }
    )+};
}

answered_by_core!(
    GetSite,
    GetPolicy,
    ListFlows,
    GetVersion,
    ListVersions,
    GetRun,
    RunSteps,
    RunSummary,
    RunReport,
    ListRuns,
    GetLot,
    ListLots,
    ListInspections,
    ListReadings,
    ListDeviations,
    PendingInspections,
    GetInspection,
    GetDeviation,
    ListBuffers,
    BufferContents,
    BufferSummary,
    RunBuffers,
    ListMoves,
    Pick,
    MassBalance,
);

impl Question for Recall {
    /// How long the answer took is the store's to say.
    async fn ask(&self, tenant: &Tenant) -> Result<RecallView, Rejection> {
        let began = Stopwatch::now();
        let plant = plant_for(tenant, self.clone().into()).await?;
        let mut view = plant.ask(self)?;
        view.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(view)
    }
}

macro_rules! answered_by_rows {
    ($($name:ident => $read:ident, $found:ident: $answer:ty;)+) => {$(
        impl Question for $name {
            async fn ask(&self, tenant: &Tenant) -> Result<$answer, Rejection> {
                match tenant.read(Read::$read(self.clone())).await? {
                    Found::$found(answer) => Ok(answer),
                    _ => Err(Rejection::Internal {}),
                }
            }
        }
    )+};
}

answered_by_rows! {
    Trace => Trace, Trace: TraceView;
    AuditEvents => AuditEvents, AuditEvents: Items<AuditEvent>;
    Changes => Changes, Changes: ChangesPage;
}

impl Question for VerifyAudit {
    async fn ask(&self, tenant: &Tenant) -> Result<AuditVerification, Rejection> {
        verify(tenant, self.clone(), Box::new(|_| {})).await
    }
}

/// Reads the whole log, and says how far it is.
pub(crate) async fn verify(
    tenant: &Tenant,
    query: VerifyAudit,
    progress: Progress,
) -> Result<AuditVerification, Rejection> {
    match tenant.read(Read::Verify(query, progress)).await? {
        Found::Verified(answer) => Ok(answer),
        _ => Err(Rejection::Internal {}),
    }
}

/// Answers any query in JSON.
pub(crate) async fn answer_json(tenant: &Tenant, query: &Query) -> Result<String, Rejection> {
    match query {
        Query::Trace(ask) => json(&ask.ask(tenant).await?),
        Query::AuditEvents(ask) => json(&ask.ask(tenant).await?),
        Query::Changes(ask) => json(&ask.ask(tenant).await?),
        Query::VerifyAudit(ask) => json(&ask.ask(tenant).await?),
        Query::Recall(ask) => json(&ask.ask(tenant).await?),
        _ => query.answer_json(&plant_for(tenant, query.clone()).await?),
    }
}

/// Nothing that is answered fails to become JSON.
fn json(answer: &impl serde::Serialize) -> Result<String, Rejection> {
    serde_json::to_string(answer).map_err(|_| Rejection::Internal {})
}
