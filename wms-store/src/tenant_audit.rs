//! A tenant's log out of the database, and into another.
use crate::{
    audit::{AuditError, Moved},
    database::on,
    tenant::Tenant,
    work::{Found, Read},
};
use std::{
    io::{self, BufRead, Write},
    sync::{Arc, Mutex, PoisonError},
};
use wms_core::error::Rejection;

/// A writer that is lent to the library, with what went wrong in it.
struct Lent<W> {
    to: W,
    failed: Option<io::Error>,
}

impl Tenant {
    /// Writes the whole log as JSON Lines, as of one snapshot: a line per event with all that stands around it, the
    /// graphs before, and a last line with the hash of all others. Gives back the writer.
    ///
    /// A thousand commands at a time are in memory.
    ///
    /// # Errors
    /// [`AuditError::Io`] where the writer fails, [`AuditError::Store`] where the database does.
    pub async fn export_audit<W>(&self, to: W) -> Result<(W, Moved), AuditError>
    where
        W: Write + Send + 'static,
    {
        let lent = Arc::new(Mutex::new(Some(Lent { to, failed: None })));
        let slot = Arc::clone(&lent);
        let write = move |line: &str| {
            let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(lent) = slot.as_mut() else {
                return false;
            };
            lent.failed = lent.to.write_all(line.as_bytes()).err();
            lent.failed.is_none()
        };
        let heard = self.read(Read::Export(Box::new(write))).await;
        let taken = lent.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Lent { mut to, failed }) = taken else {
            return Err(AuditError::Store(Rejection::Internal {}));
        };
        match (heard, failed) {
            (_, Some(error)) => Err(error.into()),
            (Ok(Found::Exported(moved)), None) => {
                to.flush()?;
                Ok((to, moved))
            }
            (Ok(_), None) => Err(AuditError::Store(Rejection::Internal {})),
            (Err(rejection), None) => Err(AuditError::Store(rejection)),
        }
    }

    /// Rebuilds the plant from an exported log; the tenant must be empty, and of the same id. All or nothing.
    ///
    /// Each command is replayed and compared with what the log says it left: events, links, order. The plant is
    /// held in memory meanwhile. On SQLite nothing else is written until it is done; on PostgreSQL nobody may use
    /// the tenant.
    ///
    /// # Errors
    /// [`AuditError`]: what is wrong with the stream, and where; nothing was written then.
    pub async fn rebuild_from_audit<R>(&self, from: R) -> Result<Moved, AuditError>
    where
        R: BufRead + Send + 'static,
    {
        let mut lines = from.lines();
        let lines = Box::new(move || lines.next().transpose());
        on!(self.engine(), engine => engine.rebuild(self.id(), lines).await)
    }
}
