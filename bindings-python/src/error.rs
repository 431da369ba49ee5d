//! Refusals as Python's exceptions, which the package declares in Python: they carry code, category and facts.
use pyo3::{
    exceptions::PyRuntimeError,
    prelude::*,
    types::{PyDict, PyTuple},
};
use serde_json::{Map, Value};
use wms_core::{
    error::{Rejection, Warning},
    vocabulary::Language,
};
use wms_store::OpenError;

use crate::decode::ToPy;

/// The exception for a refusal.
pub(crate) fn raise(rejection: &Rejection) -> PyErr {
    Python::attach(|py| exception(py, rejection).map_or_else(|error| error, PyErr::from_value))
}

/// The exception as a value.
pub(crate) fn exception<'py>(
    py: Python<'py>,
    rejection: &Rejection,
) -> PyResult<Bound<'py, PyAny>> {
    let code = rejection.code();
    let messages = Language::ALL.map(|language| rejection.message(language));
    build(
        py,
        code.category().as_str(),
        code.as_str(),
        &rejection.details(),
        &messages,
    )
}

fn build<'py>(
    py: Python<'py>,
    category: &str,
    code: &str,
    details: &Map<String, Value>,
    messages: &[String],
) -> PyResult<Bound<'py, PyAny>> {
    let words = PyDict::new(py);
    for (language, message) in Language::ALL.iter().zip(messages) {
        words.set_item(language.tag(), message)?;
    }
    let arguments = PyTuple::new(
        py,
        [
            category.into_pyobject(py)?.into_any(),
            code.into_pyobject(py)?.into_any(),
            details.to_py(py)?,
            words.into_any(),
        ],
    )?;
    py.import("foodwms.errors")?
        .getattr("_rejected")?
        .call1(arguments)
}

/// Input that has no form on the wire at all.
pub(crate) fn invalid(field: &str, why: &str) -> PyErr {
    raise(&Rejection::InvalidInput {
        field: field.to_owned(),
        why: why.to_owned(),
    })
}

/// What cannot happen unless the library is wrong.
pub(crate) fn defect(what: &str) -> PyErr {
    PyRuntimeError::new_err(format!("a defect of foodwms: {what}"))
}

/// Why a database was not opened: `Unavailable` where a retry may help, `InvalidInput` for the rest.
pub(crate) fn not_opened(error: &OpenError) -> PyErr {
    let rejection = match error {
        OpenError::Unavailable(_) => Rejection::StoreUnavailable {},
        _ => Rejection::InvalidInput {
            field: "url".to_owned(),
            why: error.to_string(),
        },
    };
    let raised = raise(&rejection);
    Python::attach(|py| {
        let note = raised.value(py).setattr("reason", error.to_string());
        note.err().unwrap_or(raised)
    })
}

impl ToPy for Warning {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let messages = PyDict::new(py);
        for language in Language::ALL {
            messages.set_item(language.tag(), self.message(language))?;
        }
        let (code, details) = (self.code().to_py(py)?, self.details().to_py(py)?);
        py.import("foodwms.errors")?
            .getattr("Warning")?
            .call1((code, details, messages))
    }
}
