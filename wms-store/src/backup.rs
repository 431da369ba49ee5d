use crate::database::{Database, Engine};
use std::path::{Path, PathBuf};
use wms_core::{error::Rejection, ids::TenantId, query::AuditVerification};

/// A copy of a whole database, and what its logs say.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Backup {
    /// How large the file is.
    pub bytes: u64,
    /// Each tenant with the verification of its log, read from the copy.
    pub tenants: Vec<(TenantId, AuditVerification)>,
}

impl Backup {
    /// Whether every tenant's log in the copy is whole.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let mut tenants = self.tenants.iter();
        tenants.all(|(_, found)| found.first_broken.is_none())
    }
}

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// Something is at the path already; it is never overwritten.
    #[error("`{path}` is there already")]
    Exists {
        /// The path.
        path: PathBuf,
    },
    /// The copy cannot be written.
    #[error("`{path}` cannot be written: {why}")]
    Failed {
        /// The path.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// The copy was written, but cannot be read.
    #[error("the copy cannot be read: {0}")]
    Unreadable(Rejection),
    /// PostgreSQL has its own tools for this.
    #[error("a PostgreSQL server is backed up with its own tools: `pg_dump`, `pg_basebackup`")]
    NotAFile,
}

impl Database {
    /// Copies a SQLite database to a new file while it is in use, then reads the copy and verifies every log in it.
    ///
    /// The copy is of one moment, compact, and on disk when this returns. A log that is not whole is no error: see
    /// [`Backup::is_whole`].
    ///
    /// # Errors
    /// [`BackupError`]: something is at the path, it cannot be written, or the database is no SQLite.
    pub async fn backup(&self, path: impl AsRef<Path>) -> Result<Backup, BackupError> {
        match self.engine() {
            #[cfg(feature = "sqlite")]
            Engine::Sqlite(engine) => engine.backup(path.as_ref()).await,
            #[cfg(feature = "postgres")]
            Engine::Postgres(_) => {
                let _ = path;
                Err(BackupError::NotAFile)
            }
        }
    }
}
