//! What is done to a whole log.
use super::{
    conn::Conn,
    engine::{Engine, on_runtime},
    local, queries, runtime,
};
use crate::{
    audit::{AuditError, Lines, Moved},
    error::Error,
    setting::Setting,
};
use diesel_async::AsyncConnection;
use std::sync::Arc;
use wms_core::{error::Rejection, ids::TenantId};

impl Engine {
    /// Rebuilds an empty tenant in one transaction.
    pub(crate) async fn rebuild(
        &self,
        tenant: TenantId,
        lines: Lines,
    ) -> Result<Moved, AuditError> {
        let inner = Arc::clone(&self.inner);
        let gone = || Err(AuditError::Store(Rejection::StoreUnavailable {}));
        let rebuilt = on_runtime(async move {
            let filled = Arc::clone(&inner);
            let setting = Setting::of(&inner.options, &inner.graphs, tenant);
            let mut c = inner.connection().await.map_err(AuditError::Store)?;
            // The stream may keep its reader waiting: that is nothing for a thread that others share.
            let run = move || {
                let runtime =
                    runtime::handle().ok_or(AuditError::Store(Rejection::StoreUnavailable {}))?;
                let rebuilt = runtime.block_on(c.transaction(async |c| {
                    let c: &Conn = c;
                    local::set(c, &setting).await?;
                    queries::rebuild(c, setting.tenant, lines).await
                }));
                rebuilt.map_err(|error: Error| {
                    inner.pool.discard(&error, c);
                    error.into_audit_error()
                })
            };
            let rebuilt = tokio::task::spawn_blocking(run).await;
            filled.refresh_statistics().await;
            rebuilt.unwrap_or_else(|_| gone())
        });
        rebuilt.await.unwrap_or_else(gone)
    }
}
