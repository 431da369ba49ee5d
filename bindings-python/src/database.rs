//! A database, opened.
use crate::{
    bridge,
    clock::Clock,
    encode,
    engine::{Handle, after_no_fork, read},
    error::{invalid, not_opened},
};
use pyo3::{
    prelude::*,
    types::{PyDict, PyString},
};
use std::{process, time::Duration};
use wms_core::ids::TenantId;
use wms_store::{OpenError, Options};

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
    let options = Options::default()
        .with_connections(setting(settings, "connections", "is a count")?)
        .with_deadline(deadline)
        .with_busy_timeout(deadline.min(Options::default().busy_timeout))
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
