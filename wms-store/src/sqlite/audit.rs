//! What is done to a whole log, or a whole file.
use super::{
    conn::Conn,
    engine::{Engine, within},
    queries,
};
use crate::{
    audit::{AuditError, Lines, Moved},
    error::Error,
};
use futures_executor::block_on;
use wms_core::{error::Rejection, ids::TenantId};

impl Engine {
    /// Rebuilds an empty tenant in one transaction; nothing else is written meanwhile.
    pub(crate) async fn rebuild(
        &self,
        tenant: TenantId,
        lines: Lines,
    ) -> Result<Moved, AuditError> {
        let run = move |c: &Conn| {
            let rebuilt = within(c, "BEGIN IMMEDIATE", "COMMIT", async |c| {
                queries::rebuild(c, tenant, lines).await
            });
            block_on(rebuilt).map_err(Error::into_audit_error)
        };
        let gone = || Err(AuditError::Store(Rejection::StoreUnavailable {}));
        self.on_writer(run).await.unwrap_or_else(gone)
    }
}
