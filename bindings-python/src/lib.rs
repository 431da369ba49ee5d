//! The native half of the Python package `foodwms`.
//!
//! A value is a frozen class over the core's own ([`class`]); a plant is a handle ([`engine`]) that Python's half
//! wraps in typed methods, once for asyncio and once for threads. What is right and what is not, the core says.
mod answers;
mod ask;
mod audit;
mod bridge;
mod class;
mod clock;
mod database;
mod decode;
mod encode;
mod engine;
mod envelope;
mod error;
mod forks;
mod generated;
mod items;
mod pickle;
mod progress;
mod standard;

use generated::{commands, events, parts, queries, values};
use pyo3::{prelude::*, types::PySequence};
use wms_core::{audit::EntityType, error::Rejection, flow::FlowGraph};

/// The graph of the canonical flow, as a drawing program keeps it: what `create_flow` takes.
#[pyfunction]
fn canonical_flow() -> String {
    FlowGraph::canonical().text().to_owned()
}

/// The refusal of input that a host found malformed.
#[pyfunction]
fn invalid_input(field: &str, why: &str) -> PyErr {
    error::invalid(field, why)
}

/// The refusal of what a host looked for and did not find.
#[pyfunction]
fn not_found(entity: &str, id: &str) -> PyResult<PyErr> {
    let entity: EntityType = entity
        .parse()
        .map_err(|_| error::invalid("entity", "is a kind of entity"))?;
    Ok(error::raise(&Rejection::NotFound {
        entity: entity.as_str(),
        id: id.to_owned(),
    }))
}

/// The native half of `foodwms`.
#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<class::Value>()?;
    module.add_class::<items::Items>()?;
    PySequence::register::<items::Items>(module.py())?;
    module.add_class::<answers::Applied>()?;
    module.add_class::<answers::Page>()?;
    module.add_class::<clock::Clock>()?;
    module.add_class::<engine::Handle>()?;
    module.add_class::<database::Store>()?;
    module.add_class::<envelope::Envelope>()?;
    module.add_function(wrap_pyfunction!(database::connect, module)?)?;
    module.add_function(wrap_pyfunction!(generated::closed_sets, module)?)?;
    module.add_function(wrap_pyfunction!(generated::label, module)?)?;
    module.add_function(wrap_pyfunction!(decode::category, module)?)?;
    module.add_function(wrap_pyfunction!(canonical_flow, module)?)?;
    module.add_function(wrap_pyfunction!(invalid_input, module)?)?;
    module.add_function(wrap_pyfunction!(not_found, module)?)?;
    parts::add_to(module)?;
    values::add_to(module)?;
    commands::add_to(module)?;
    queries::add_to(module)?;
    events::add_to(module)?;
    forks::listen(module)?;
    // The package says what it shows.
    module.delattr("__all__")
}
