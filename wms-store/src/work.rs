//! What a tenant's handle asks of an engine.
use crate::{
    answer::{Job, Verdict},
    audit::{Moved, Sink},
};
use tokio::sync::oneshot;
use wms_core::{
    error::Rejection,
    ids::TenantId,
    lot::LotStatus,
    query::{
        AuditEvent, AuditEvents, AuditVerification, Changes, ChangesPage, Items, Query, Trace,
        TraceView, VerifyAudit,
    },
    time::Instant,
    world::World,
};

/// Commands that want their verdicts.
pub(crate) struct Request {
    pub(crate) tenant: TenantId,
    pub(crate) jobs: Vec<Job>,
    pub(crate) reply: oneshot::Sender<Vec<Verdict>>,
}

/// A question to one snapshot of the database.
pub(crate) enum Read {
    /// How a command would end.
    Check(Job),
    /// What a query needs to be answered by core.
    World(Query),
    /// What is around a lot.
    Trace(Trace),
    /// A page of the log.
    AuditEvents(AuditEvents),
    /// What can no longer be overtaken.
    Changes(Changes),
    /// The whole log, line by line.
    Export(Sink),
    /// How many lots there are.
    CountLots,
    /// Whether the log is whole.
    Verify(VerifyAudit, Progress),
}

/// Hears how many events were read so far.
pub(crate) type Progress = Box<dyn FnMut(u64) + Send>;

/// What a snapshot had to say.
pub(crate) enum Found {
    Verdict(Box<Verdict>),
    World(Box<World>, Instant),
    Trace(TraceView),
    AuditEvents(Items<AuditEvent>),
    Changes(ChangesPage),
    Exported(Moved),
    Lots(Vec<(LotStatus, u64)>),
    Verified(AuditVerification),
}

/// What became of a question.
pub(crate) type Heard = Result<Found, Rejection>;
