//! A clock that a host may set, for tests.
use crate::{decode::ToPy, engine::read};
use pyo3::prelude::*;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use wms_core::{plant, time::Instant};
use wms_store::system_time;

/// Says what time it is: the system's, or the one it was set to.
#[pyclass(frozen, name = "Clock", module = "foodwms")]
#[derive(Debug, Clone)]
pub(crate) struct Clock(Arc<AtomicI64>);

/// The system's time.
const SYSTEM: i64 = i64::MIN;

impl Clock {
    fn read(&self) -> Instant {
        match self.0.load(Ordering::Relaxed) {
            SYSTEM => system_time(),
            millis => Instant::from_millis(millis).unwrap_or_else(|_| system_time()),
        }
    }
}

impl plant::Clock for Clock {
    fn now(&self) -> Instant {
        self.read()
    }
}

#[pymethods]
impl Clock {
    #[new]
    #[pyo3(signature = (now=None))]
    fn new(now: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let clock = Self(Arc::new(AtomicI64::new(SYSTEM)));
        if let Some(now) = now {
            clock.set(now)?;
        }
        Ok(clock)
    }

    /// What time it is.
    #[getter]
    fn now<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.read().to_py(py)
    }

    /// Sets it; from then on it stands still.
    #[pyo3(signature = (now, /))]
    fn set(&self, now: &Bound<'_, PyAny>) -> PyResult<()> {
        let now: Instant = read(now, "now")?;
        self.0.store(now.millis(), Ordering::Relaxed);
        Ok(())
    }

    fn __repr__(&self) -> String {
        format!("Clock({})", self.read())
    }
}
