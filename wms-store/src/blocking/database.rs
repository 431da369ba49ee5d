use super::{Tenant, wait};
use crate::{Backup, BackupError, OpenError, Options};
use std::path::Path;
use wms_core::ids::TenantId;

/// [`crate::Database`], blocking.
#[derive(Debug, Clone)]
pub struct Database(crate::Database);

impl Database {
    /// As [`crate::Database::connect`].
    ///
    /// # Errors
    /// The same.
    pub fn connect(url: &str, options: Options) -> Result<Self, OpenError> {
        wait(crate::Database::connect(url, options)).map(Self)
    }

    /// As [`crate::Database::migrate`].
    ///
    /// # Errors
    /// The same.
    pub fn migrate(&self) -> Result<(), OpenError> {
        wait(self.0.migrate())
    }

    /// As [`crate::Database::unmigrate`].
    ///
    /// # Errors
    /// The same.
    pub fn unmigrate(&self) -> Result<(), OpenError> {
        wait(self.0.unmigrate())
    }

    /// As [`crate::Database::schema_version`].
    ///
    /// # Errors
    /// The same.
    pub fn schema_version(&self) -> Result<Option<String>, OpenError> {
        wait(self.0.schema_version())
    }

    /// As [`crate::Database::health`].
    ///
    /// # Errors
    /// The same.
    pub fn health(&self) -> Result<(), OpenError> {
        wait(self.0.health())
    }

    /// As [`crate::Database::backup`].
    ///
    /// # Errors
    /// The same.
    pub fn backup(&self, path: impl AsRef<Path>) -> Result<Backup, BackupError> {
        wait(self.0.backup(path))
    }

    /// The plant of a tenant.
    #[must_use]
    pub fn tenant(&self, id: TenantId) -> Tenant {
        self.0.tenant(id).into()
    }
}

impl From<crate::Database> for Database {
    fn from(database: crate::Database) -> Self {
        Self(database)
    }
}
