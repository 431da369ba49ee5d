//! What answers hold, read back from the Python values that their pickles are made of.
use crate::{
    class::Class,
    error::invalid,
    generated::{events, values},
};
use pyo3::{
    PyClass,
    prelude::*,
    pyclass::boolean_struct::True,
    types::{PyDict, PyTuple},
};
use wms_core::{
    command::Outcome,
    error::{Warning, WarningCode},
    event::Event,
};

/// The core's value behind an object of a class; none: it is of another one.
fn of_class<C>(value: &Bound<'_, PyAny>) -> Option<C::Core>
where
    C: Class + PyClass<Frozen = True> + Sync,
    C::Core: Clone,
{
    let value = value.cast::<C>().ok()?;
    Some(value.get().core().clone())
}

/// What a command told its caller.
pub(crate) fn outcome(value: &Bound<'_, PyAny>) -> PyResult<Outcome> {
    if value.is_none() {
        return Ok(Outcome::Done(()));
    }
    if let Ok(lots) = value.cast::<PyTuple>() {
        let lots = lots.iter().map(|lot| of_class::<values::LotOutcome>(&lot));
        let lots: Option<Vec<_>> = lots.collect();
        return lots.map(Outcome::Lots).ok_or_else(|| no("outcome"));
    }
    macro_rules! one_of {
        ($($class:ident)+) => {
            $(if let Some(found) = of_class::<values::$class>(value) {
                return Ok(found.into());
            })+
        };
    }
    one_of! {
        PlantPolicy VersionOutcome RunOutcome LotOutcome TransformOutcome InspectionOutcome ReadingOutcome
        DeviationOutcome BufferOutcome LeaseOutcome
    }
    Err(no("outcome"))
}

/// One of the things that happened.
pub(crate) fn event(value: &Bound<'_, PyAny>) -> PyResult<Event> {
    events::of_py(value).ok_or_else(|| no("events"))
}

/// A warning, from its code and its facts.
pub(crate) fn warning(value: &Bound<'_, PyAny>) -> PyResult<Warning> {
    let code: String = value.getattr("code")?.extract()?;
    let code: WarningCode = code.parse().map_err(|_| no("warnings"))?;
    let details = value.getattr("details")?;
    let details = crate::encode::object(None, Some(details.cast::<PyDict>()?))?;
    let details = serde_json::from_str(&details).ok();
    let warning = details.and_then(|details| Warning::from_parts(code, &details));
    warning.ok_or_else(|| no("warnings"))
}

fn no(field: &str) -> PyErr {
    invalid(field, "is not what an answer holds there")
}
