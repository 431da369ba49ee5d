//! A database, opened.
use crate::{
    ask::IntoReply,
    bridge,
    clock::Clock,
    encode,
    engine::{Handle, after_no_fork, read},
    error::{invalid, not_opened, raise},
};
use pyo3::{
    exceptions::{PyFileExistsError, PyOSError},
    prelude::*,
    types::{PyDict, PyString},
};
use std::{path::PathBuf, process, time::Duration};
use uuid::Uuid;
use wms_core::ids::TenantId;
use wms_store::{BackupError, OpenError, Options};

/// A database that the package's Python half opened.
#[pyclass(frozen, module = "foodwms._native")]
pub(crate) struct Store {
    database: wms_store::Database,
    process: u32,
}

/// One of the settings of a connection.
fn setting<T: for<'a> FromPyObject<'a, 'a>>(
    settings: &Bound<'_, PyDict>,
    name: &str,
    needed: &str,
) -> PyResult<T> {
    let value = settings.get_item(name)?;
    let value = value.ok_or_else(|| invalid(name, "is needed"))?;
    value.extract().map_err(|_| invalid(name, needed))
}

fn options(settings: &Bound<'_, PyDict>, clock: Option<&Clock>) -> PyResult<Options> {
    let seconds: f64 = setting(settings, "deadline", "is a number of seconds")?;
    let deadline = Duration::try_from_secs_f64(seconds);
    let deadline = deadline.map_err(|error| invalid("deadline", &error.to_string()))?;
    // No single wait is longer than all of them together may be.
    let patience = deadline.min(Options::default().busy_timeout);
    let options = Options::default()
        .with_connections(setting(settings, "connections", "is a count")?)
        .with_deadline(deadline)
        .with_busy_timeout(patience)
        .with_lock_timeout(patience)
        .with_acquire_timeout(patience)
        .with_rls(setting(settings, "rls", "is True or False")?);
    Ok(match clock {
        Some(clock) => options.with_clock(clock.clone()),
        None => options,
    })
}

/// Opens a database and brings it up to date where that is wanted.
async fn open(
    url: &str,
    options: Options,
    migrate: bool,
) -> Result<wms_store::Database, OpenError> {
    let database = wms_store::Database::connect(url, options).await?;
    if migrate {
        database.migrate().await?;
    }
    Ok(database)
}

/// Opens a database: `sqlite:PATH`, `sqlite::memory:`, `postgres://…`.
#[pyfunction]
#[pyo3(signature = (url, settings, clock, migrate))]
pub(crate) fn connect(
    py: Python<'_>,
    url: &Bound<'_, PyString>,
    settings: &Bound<'_, PyDict>,
    clock: Option<&Bound<'_, Clock>>,
    migrate: bool,
) -> PyResult<Store> {
    let options = options(settings, clock.map(|clock| clock.get()))?;
    let url = encode::plain_text("url", url)?;
    let database = bridge::wait(py, async move { open(&url, options, migrate).await })?;
    Ok(Store {
        database: database.map_err(|error| not_opened(&error))?,
        process: process::id(),
    })
}

/// What a backup tells.
type Copied = (u64, Vec<(Uuid, Py<PyAny>)>);

/// Why there is no backup: an `OSError` where it is the file's fault.
fn no_backup(error: &BackupError) -> PyErr {
    match error {
        BackupError::Exists { .. } => PyFileExistsError::new_err(error.to_string()),
        BackupError::Unreadable(rejection) => raise(rejection),
        BackupError::NotAFile => invalid("url", &error.to_string()),
        _ => PyOSError::new_err(error.to_string()),
    }
}

#[pymethods]
impl Store {
    /// The plant of a tenant.
    #[pyo3(signature = (tenant, /))]
    fn tenant(&self, tenant: &Bound<'_, PyAny>) -> PyResult<Handle> {
        after_no_fork(self.process)?;
        let tenant: TenantId = read(tenant, "tenant")?;
        Ok(Handle::of(self.database.tenant(tenant)))
    }

    /// The newest migration the database went through.
    fn schema_version(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.wait(
            py,
            |database| async move { database.schema_version().await },
        )
    }

    /// Whether the database answers.
    fn health(&self, py: Python<'_>) -> PyResult<()> {
        self.wait(py, |database| async move { database.health().await })
    }

    /// Copies the database to a new file: how large it is, and each tenant's log as the copy has it.
    fn backup(&self, py: Python<'_>, path: PathBuf) -> PyResult<Copied> {
        after_no_fork(self.process)?;
        let database = self.database.clone();
        let copied = bridge::wait(py, async move { database.backup(&path).await })?;
        let copied = copied.map_err(|error| no_backup(&error))?;
        let tenants = copied
            .tenants
            .into_iter()
            .map(|(tenant, found)| Ok((tenant.as_uuid(), found.into_py(py)?.unbind())));
        Ok((copied.bytes, tenants.collect::<PyResult<_>>()?))
    }

    /// Brings the database up to date.
    fn migrate(&self, py: Python<'_>) -> PyResult<()> {
        self.wait(py, |database| async move { database.migrate().await })
    }
}

impl Store {
    fn wait<T: Send + 'static, F>(
        &self,
        py: Python<'_>,
        run: impl FnOnce(wms_store::Database) -> F,
    ) -> PyResult<T>
    where
        F: Future<Output = Result<T, OpenError>> + Send + 'static,
    {
        after_no_fork(self.process)?;
        let done = bridge::wait(py, run(self.database.clone()))?;
        done.map_err(|error| not_opened(&error))
    }
}
