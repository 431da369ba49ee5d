//! A plant's whole log: verified, written to a file, read from one.
use crate::{
    ask::IntoReply,
    engine::{Engine, Reply},
    error::{invalid, raise},
    progress::Progress,
};
use pyo3::{exceptions::PyOSError, prelude::*};
use std::{
    fs::{self, File},
    io::{self, BufReader, BufWriter},
    path::{Path, PathBuf},
};
use wms_core::{
    error::Rejection,
    query::{Query, VerifyAudit},
};
use wms_store::{AuditError, Moved, Tenant};

/// Verifies the log; who hears of the progress has heard all of it before the answer.
pub(crate) async fn verify(
    engine: Engine,
    query: VerifyAudit,
    progress: Progress,
) -> Result<Reply, Rejection> {
    Query::from(query.clone()).check_shape()?;
    let (tell, hearing) = progress.apart();
    let verified = match engine {
        Engine::Store(tenant) => tenant.verify_audit(query.checkpoint.as_deref(), tell).await,
        Engine::Memory(memory) => memory
            .plant()
            .ask(&query)
            .inspect(move |found| tell(found.events)),
    };
    let heard = hearing.await;
    let verified = verified?;
    heard.map_err(|_| Rejection::Internal {})?;
    Ok(Box::new(move |py| Ok(verified.into_py(py)?.unbind())))
}

/// Writes the log to a new file.
pub(crate) async fn export(engine: Engine, path: PathBuf) -> Result<Reply, Rejection> {
    let moved = written(tenant(engine)?, &path).await;
    Ok(Box::new(move |py| told(py, moved, &path)))
}

async fn written(tenant: Tenant, path: &Path) -> Result<Moved, AuditError> {
    let file = File::create_new(path)?;
    let exported = tenant.export_audit(BufWriter::new(file)).await;
    let synced = exported.and_then(|(file, moved)| {
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(moved)
    });
    if synced.is_err() {
        // Half a log is of no use; why there is no whole one is what the caller hears.
        drop(fs::remove_file(path));
    }
    synced
}

/// Rebuilds the plant from a file.
pub(crate) async fn rebuild(engine: Engine, path: PathBuf) -> Result<Reply, Rejection> {
    let tenant = tenant(engine)?;
    let moved = match File::open(&path) {
        Ok(file) => tenant.rebuild_from_audit(BufReader::new(file)).await,
        Err(error) => Err(error.into()),
    };
    Ok(Box::new(move |py| told(py, moved, &path)))
}

fn tenant(engine: Engine) -> Result<Tenant, Rejection> {
    match engine {
        Engine::Store(tenant) => Ok(tenant),
        Engine::Memory(_) => Err(Rejection::InvalidInput {
            field: "plant".to_owned(),
            why: "is in memory: only a database's log is written to a file, or rebuilt from one"
                .to_owned(),
        }),
    }
}

/// How much it was; or a file's error as Python's own, and what is wrong with a log as `InvalidInput`.
fn told(py: Python<'_>, moved: Result<Moved, AuditError>, path: &Path) -> PyResult<Py<PyAny>> {
    match moved {
        Ok(moved) => {
            let moved = (moved.commands, moved.events).into_pyobject(py)?;
            Ok(moved.into_any().unbind())
        }
        Err(AuditError::Store(rejection)) => Err(raise(&rejection)),
        Err(AuditError::Io(error)) => Err(of_file(py, error, path)),
        Err(error @ (AuditError::NotEmpty { .. } | AuditError::OtherTenant { .. })) => {
            Err(invalid("tenant", &error.to_string()))
        }
        Err(error) => Err(invalid("path", &error.to_string())),
    }
}

/// What the system says of a file, as Python's own functions say it; what is no path, or no text, is malformed.
fn of_file(py: Python<'_>, error: io::Error, path: &Path) -> PyErr {
    use io::ErrorKind::{InvalidData, InvalidInput};
    match (error.kind(), error.raw_os_error()) {
        (InvalidData | InvalidInput, None) => invalid("path", &error.to_string()),
        (_, Some(number)) if cfg!(unix) => {
            let why = py
                .import("os")
                .and_then(|os| os.call_method1("strerror", (number,)));
            let why = why.map(|why| (number, why.unbind(), path.as_os_str().to_owned()));
            why.map_or_else(|error| error, PyOSError::new_err)
        }
        _ => error.into(),
    }
}
