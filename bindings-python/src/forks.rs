//! What a fork waits for, and what goes on after it.
use pyo3::{prelude::*, types::PyDict};
use wms_store::fork;

/// Another thread may need the interpreter to come to the end of its work.
#[pyfunction]
fn before_fork(py: Python<'_>) {
    py.detach(fork::before);
}

#[pyfunction]
fn after_fork() {
    fork::after();
}

/// Has Python tell of its forks, where there are any.
pub(crate) fn listen(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    let os = py.import("os")?;
    if !os.hasattr("register_at_fork")? {
        return Ok(());
    }
    let told = PyDict::new(py);
    told.set_item("before", wrap_pyfunction!(before_fork, module)?)?;
    told.set_item("after_in_parent", wrap_pyfunction!(after_fork, module)?)?;
    os.call_method("register_at_fork", (), Some(&told))
        .map(drop)
}
