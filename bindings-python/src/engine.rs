//! A plant behind Python: a tenant of a database, or a plant in memory.
use crate::{
    answers::Applied,
    audit, bridge,
    class::with_text,
    clock::Clock,
    encode,
    envelope::Envelope,
    error::{exception, invalid},
    generated::{answer, commands, parts::Actor, queries},
    progress::Progress,
};
use pyo3::{
    exceptions::PyRuntimeError,
    prelude::*,
    types::{PyDict, PyList, PyString},
};
use serde::de::DeserializeOwned;
use std::{
    collections::BTreeMap,
    path::PathBuf,
    process,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use uuid::Uuid;
use wms_core::{
    command,
    error::Rejection,
    ids::{CommandKey, TenantId},
    lot::LotStatus,
    plant::Plant,
    query::{ListLots, Page},
    time::Instant,
};
use wms_store::Tenant;

/// An answer on its way to Python.
pub(crate) type Reply = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + Send>;

/// Who answers.
#[derive(Clone)]
pub(crate) enum Engine {
    Store(Tenant),
    Memory(Memory),
}

/// A plant in memory that threads share.
#[derive(Clone)]
pub(crate) struct Memory(Arc<Mutex<Plant>>);

impl Memory {
    pub(crate) fn plant(&self) -> MutexGuard<'_, Plant> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many lots of each status there are, voided ones left out.
    fn count_lots(&self) -> Result<BTreeMap<LotStatus, u64>, Rejection> {
        let plant = self.plant();
        let mut counted: BTreeMap<_, _> = LotStatus::ALL.iter().map(|one| (*one, 0)).collect();
        let mut page = Page::new().with_limit(1_000_u16);
        loop {
            let found = plant.ask(&ListLots::new().with_page(page.clone()))?;
            for lot in found.items.iter().filter(|lot| !lot.voided) {
                *counted.entry(lot.status).or_default() += 1;
            }
            let Some(next) = found.next else {
                return Ok(counted);
            };
            page.after = Some(next);
        }
    }
}

/// The door of a plant that the package's Python half opens.
///
/// Each call waits for its answer, or takes `done(value, error)` to be called from another thread.
#[pyclass(frozen, module = "foodwms._native")]
pub(crate) struct Handle {
    engine: Engine,
    tenant: TenantId,
    process: u32,
}

impl Handle {
    pub(crate) fn of(tenant: Tenant) -> Self {
        Self {
            tenant: tenant.id(),
            engine: Engine::Store(tenant),
            process: process::id(),
        }
    }

    fn perform<F>(
        &self,
        py: Python<'_>,
        done: Option<Py<PyAny>>,
        answer: impl FnOnce(Engine) -> F,
    ) -> PyResult<Py<PyAny>>
    where
        F: Future<Output = Result<Reply, Rejection>> + Send + 'static,
    {
        after_no_fork(self.process)?;
        let answer = answer(self.engine.clone());
        match done {
            Some(done) => bridge::start(done, answer).map(|()| py.None()),
            None => bridge::wait(py, answer).and_then(|answered| bridge::to_py(py, answered)),
        }
    }
}

/// A forked child has none of the threads that a database lives by.
pub(crate) fn after_no_fork(process: u32) -> PyResult<()> {
    if process == process::id() {
        return Ok(());
    }
    Err(PyRuntimeError::new_err(
        "this database was opened before a fork: connect again in the new process",
    ))
}

fn reply<T>(
    make: impl FnOnce(Python<'_>) -> PyResult<Bound<'_, T>> + Send + 'static,
) -> Result<Reply, Rejection> {
    Ok(Box::new(move |py| Ok(make(py)?.into_any().unbind())))
}

/// A value that stands alone, read as the core reads it within an object.
pub(crate) fn read<T: DeserializeOwned>(value: &Bound<'_, PyAny>, field: &str) -> PyResult<T> {
    let json = encode::value(field, value)?;
    serde_json::from_str(&json).map_err(|error| invalid(field, &error.to_string()))
}

/// The command as an envelope; without a key it has one of its own, and a repeat is another command.
fn envelope(
    actor: &Bound<'_, Actor>,
    command: &Bound<'_, PyAny>,
    key: Option<&Bound<'_, PyAny>>,
    at: Option<&Bound<'_, PyAny>>,
) -> PyResult<command::Envelope> {
    let command = commands::of_py(command).ok_or_else(|| invalid("command", "is no command"))?;
    let key = match key {
        Some(key) => read::<CommandKey>(key, "key")?,
        None => CommandKey::new(Uuid::now_v7()),
    };
    let mut envelope = command::Envelope::new(key, actor.get().0, command);
    envelope.at = at.map(|at| read::<Instant>(at, "at")).transpose()?;
    Ok(envelope)
}

#[pymethods]
impl Handle {
    /// A plant in memory.
    #[staticmethod]
    #[pyo3(signature = (tenant, clock))]
    fn in_memory(tenant: &Bound<'_, PyAny>, clock: &Bound<'_, Clock>) -> PyResult<Self> {
        let tenant = read::<TenantId>(tenant, "tenant")?;
        let plant = Plant::of_tenant(tenant, clock.get().clone(), Uuid::now_v7);
        Ok(Self {
            engine: Engine::Memory(Memory(Arc::new(Mutex::new(plant)))),
            tenant,
            process: process::id(),
        })
    }

    /// Which tenant it is.
    #[getter]
    const fn tenant(&self) -> Uuid {
        self.tenant.as_uuid()
    }

    #[pyo3(signature = (actor, command, key, at, done=None))]
    fn run(
        &self,
        py: Python<'_>,
        actor: &Bound<'_, Actor>,
        command: &Bound<'_, PyAny>,
        key: Option<&Bound<'_, PyAny>>,
        at: Option<&Bound<'_, PyAny>>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let envelope = envelope(actor, command, key, at)?;
        self.perform(py, done, |engine| async move {
            let applied = match engine {
                Engine::Store(tenant) => tenant.run(&envelope).await?,
                Engine::Memory(memory) => memory.plant().run(&envelope)?,
            };
            reply(|py| Bound::new(py, Applied::from(applied)))
        })
    }

    #[pyo3(signature = (actor, command, key, at, done=None))]
    fn check(
        &self,
        py: Python<'_>,
        actor: &Bound<'_, Actor>,
        command: &Bound<'_, PyAny>,
        key: Option<&Bound<'_, PyAny>>,
        at: Option<&Bound<'_, PyAny>>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let envelope = envelope(actor, command, key, at)?;
        self.perform(py, done, |engine| async move {
            let answer = match engine {
                Engine::Store(tenant) => tenant.check(&envelope).await?,
                Engine::Memory(memory) => memory.plant().check(&envelope)?,
            };
            reply(|py| Bound::new(py, Applied::from(answer)))
        })
    }

    #[pyo3(signature = (query, done=None))]
    fn ask(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyAny>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let query = queries::of_py(query).ok_or_else(|| invalid("query", "is no query"))?;
        self.perform(
            py,
            done,
            |engine| async move { answer(&engine, &query).await },
        )
    }

    #[pyo3(signature = (envelope, done=None))]
    fn execute_json(
        &self,
        py: Python<'_>,
        envelope: &Bound<'_, PyAny>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let envelope = with_text(envelope, |text| Ok(text.to_owned()))?;
        self.perform(py, done, |engine| async move {
            let answer = match engine {
                Engine::Store(tenant) => tenant.execute_json(&envelope).await,
                Engine::Memory(memory) => memory.plant().execute_json(&envelope),
            };
            reply(move |py| Ok(PyString::new(py, &answer)))
        })
    }

    #[pyo3(signature = (query, done=None))]
    fn ask_json(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyAny>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let query = with_text(query, |text| Ok(text.to_owned()))?;
        self.perform(py, done, |engine| async move {
            let answer = match engine {
                Engine::Store(tenant) => tenant.ask_json(&query).await,
                Engine::Memory(memory) => memory.plant().ask_json(&query),
            };
            // A refusal is an answer on the wire, too.
            let answer = answer.unwrap_or_else(|refusal| refusal);
            reply(move |py| Ok(PyString::new(py, &answer)))
        })
    }

    #[pyo3(signature = (envelopes, progress, done=None))]
    fn execute_many(
        &self,
        py: Python<'_>,
        envelopes: &Bound<'_, PyAny>,
        progress: Option<Py<PyAny>>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let mut all = Vec::new();
        for (n, envelope) in envelopes.try_iter()?.enumerate() {
            let envelope = envelope?;
            let envelope = envelope
                .cast::<Envelope>()
                .map_err(|_| invalid(&format!("envelopes[{n}]"), "is no Envelope"))?;
            all.push(envelope.get().0.clone());
        }
        let progress = Progress(progress);
        let tell = move |settled: usize| progress.hear(settled);
        self.perform(py, done, |engine| async move {
            let answers = match engine {
                Engine::Store(tenant) => tenant.execute_many(all, tell).await,
                Engine::Memory(memory) => {
                    let answers = all.iter().map(|envelope| memory.plant().execute(envelope));
                    let answers: Vec<_> = answers.collect();
                    tell(answers.len());
                    answers
                }
            };
            reply(move |py| {
                let list = PyList::empty(py);
                for answer in answers {
                    match answer {
                        Ok(answer) => list.append(Bound::new(py, Applied::from(answer))?)?,
                        Err(rejection) => list.append(exception(py, &rejection)?)?,
                    }
                }
                Ok(list)
            })
        })
    }

    #[pyo3(signature = (query, progress, done=None))]
    fn verify_audit(
        &self,
        py: Python<'_>,
        query: &Bound<'_, queries::VerifyAudit>,
        progress: Option<Py<PyAny>>,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        let (query, progress) = (query.get().0.clone(), Progress(progress));
        self.perform(py, done, |engine| audit::verify(engine, query, progress))
    }

    #[pyo3(signature = (path, done=None))]
    fn export_audit(
        &self,
        py: Python<'_>,
        path: PathBuf,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        self.perform(py, done, |engine| audit::export(engine, path))
    }

    #[pyo3(signature = (path, done=None))]
    fn rebuild_from_audit(
        &self,
        py: Python<'_>,
        path: PathBuf,
        done: Option<Py<PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        self.perform(py, done, |engine| audit::rebuild(engine, path))
    }

    #[pyo3(signature = (done=None))]
    fn count_lots(&self, py: Python<'_>, done: Option<Py<PyAny>>) -> PyResult<Py<PyAny>> {
        self.perform(py, done, |engine| async move {
            let counted = match engine {
                Engine::Store(tenant) => tenant.count_lots().await?,
                Engine::Memory(memory) => memory.count_lots()?,
            };
            reply(move |py| {
                let lots = PyDict::new(py);
                for (status, count) in counted {
                    lots.set_item(crate::decode::ToPy::to_py(&status, py)?, count)?;
                }
                Ok(lots)
            })
        })
    }
}
