//! What comes back: an applied command, a page of a list.
use crate::{
    class::no_text,
    decode::{ToPy, list},
    error::raise,
    items::{self, Items},
    pickle,
};
use pyo3::{
    prelude::*,
    types::{PyString, PyTuple, PyType},
};
use wms_core::{
    command::Outcome,
    error::Warning,
    event::Event,
    plant::{self, Answer},
    wire::applied_json,
};

impl ToPy for Outcome {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Done(()) => Ok(py.None().into_bound(py)),
            Self::Policy(policy) => policy.to_py(py),
            Self::Version(outcome) => outcome.to_py(py),
            Self::Run(outcome) => outcome.to_py(py),
            Self::Lot(outcome) => outcome.to_py(py),
            Self::Lots(outcome) => outcome.to_py(py),
            Self::Transform(outcome) => outcome.to_py(py),
            Self::Inspection(outcome) => outcome.to_py(py),
            Self::Reading(outcome) => outcome.to_py(py),
            Self::Deviation(outcome) => outcome.to_py(py),
            Self::Buffer(outcome) => outcome.to_py(py),
            Self::Lease(outcome) => outcome.to_py(py),
        }
    }
}

/// A command that was applied, now or before.
#[pyclass(frozen, eq, module = "foodwms")]
#[derive(Debug, PartialEq)]
pub(crate) struct Applied {
    outcome: Outcome,
    events: Vec<Event>,
    warnings: Vec<Warning>,
    replayed: bool,
}

impl From<plant::Applied<Outcome>> for Applied {
    fn from(applied: plant::Applied<Outcome>) -> Self {
        Self {
            outcome: applied.outcome,
            events: applied.events,
            warnings: applied.warnings,
            replayed: applied.replayed,
        }
    }
}

impl From<Answer> for Applied {
    fn from(answer: Answer) -> Self {
        Self {
            outcome: Outcome::Done(()),
            events: answer.events,
            warnings: answer.warnings,
            replayed: answer.replayed,
        }
    }
}

#[pymethods]
impl Applied {
    /// What the caller wants next: the code, the state, the step.
    #[getter]
    fn outcome<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.outcome.to_py(py)
    }

    /// What happened, in order.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Ok(list(py, &self.events)?.to_tuple())
    }

    /// What wants to be seen.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        Ok(list(py, &self.warnings)?.to_tuple())
    }

    /// Whether this is the first answer again, and nothing was done.
    #[getter]
    const fn replayed(&self) -> bool {
        self.replayed
    }

    /// The answer as it goes over the wire.
    fn to_json(&self) -> PyResult<String> {
        let texts = self
            .events
            .iter()
            .map(|event| event.to_text().map_err(no_text));
        let texts = texts.collect::<Result<Vec<_>, _>>();
        let texts = texts.map_err(|rejection| raise(&rejection))?;
        let texts = texts.iter().map(String::as_str);
        Ok(applied_json(self.replayed, texts, &self.warnings))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!(
            "Applied(outcome={}, events={}, warnings={}, replayed={})",
            self.outcome(py)?.repr()?,
            self.events(py)?.repr()?,
            self.warnings(py)?.repr()?,
            if self.replayed { "True" } else { "False" },
        ))
    }

    const fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    const fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    /// Pickled as the values it holds.
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let py = slf.py();
        let parts = ["outcome", "events", "warnings", "replayed"].map(|part| slf.getattr(part));
        let parts = PyTuple::new(py, parts.into_iter().collect::<PyResult<Vec<_>>>()?)?;
        Ok((slf.get_type().getattr("_of")?, parts))
    }

    /// Made of the values it holds.
    #[staticmethod]
    fn _of(
        outcome: &Bound<'_, PyAny>,
        events: &Bound<'_, PyTuple>,
        warnings: &Bound<'_, PyTuple>,
        replayed: bool,
    ) -> PyResult<Self> {
        let events = events.iter().map(|event| pickle::event(&event));
        let warnings = warnings.iter().map(|warning| pickle::warning(&warning));
        Ok(Self {
            outcome: pickle::outcome(outcome)?,
            events: events.collect::<PyResult<_>>()?,
            warnings: warnings.collect::<PyResult<_>>()?,
            replayed,
        })
    }

    #[classmethod]
    fn __class_getitem__<'py>(
        cls: &Bound<'py, PyType>,
        _item: &Bound<'py, PyAny>,
    ) -> Bound<'py, PyType> {
        cls.clone()
    }
}

/// A page of a list.
#[pyclass(frozen, module = "foodwms")]
pub(crate) struct Page {
    items: Py<Items>,
    next: Option<String>,
}

impl Page {
    pub(crate) fn of<'py>(
        py: Python<'py>,
        items: Bound<'py, Items>,
        next: Option<String>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let page = Self {
            items: items.unbind(),
            next,
        };
        Ok(Bound::new(py, page)?.into_any())
    }
}

#[pymethods]
impl Page {
    /// What is on it.
    #[getter]
    fn items(&self, py: Python<'_>) -> Py<Items> {
        self.items.clone_ref(py)
    }

    /// Where the next page begins, to be given as `after`; None when nothing follows.
    #[getter]
    fn next<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyString>> {
        self.next.as_ref().map(|next| PyString::new(py, next))
    }

    /// The page as it goes over the wire.
    fn to_json(&self) -> PyResult<String> {
        let next = serde_json::to_string(&self.next).unwrap_or_default();
        let items = items::json_of(self.items.get())?;
        Ok(format!(r#"{{"items":{items},"next":{next}}}"#))
    }

    fn __len__(&self) -> usize {
        items::len_of(self.items.get())
    }

    /// Pickled as its items and its cursor.
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let parts = [slf.getattr("items")?, slf.getattr("next")?];
        let parts = PyTuple::new(slf.py(), parts)?;
        Ok((slf.get_type().getattr("_of")?, parts))
    }

    /// Made of its items and its cursor.
    #[staticmethod]
    #[pyo3(signature = (items, next))]
    const fn _of(items: Py<Items>, next: Option<String>) -> Self {
        Self { items, next }
    }

    fn __eq__(&self, py: Python<'_>, other: &Self) -> PyResult<bool> {
        Ok(self.next == other.next && self.items.bind(py).eq(other.items.bind(py))?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let items = self.items.bind(py).repr()?;
        let next = self.next(py).map(|next| next.repr()).transpose()?;
        let next = next.map_or_else(|| "None".to_owned(), |next| next.to_string());
        Ok(format!("Page(items={items}, next={next})"))
    }

    const fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    const fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    #[classmethod]
    fn __class_getitem__<'py>(
        cls: &Bound<'py, PyType>,
        _item: &Bound<'py, PyAny>,
    ) -> Bound<'py, PyType> {
        cls.clone()
    }
}
