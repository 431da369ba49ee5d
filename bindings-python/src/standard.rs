//! Values of Python's standard library that are a text on the wire.
use pyo3::{
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyString, PyType},
};
use uuid::Uuid;

/// Does something with the value's text; whether it has one. `refuse` says no where it could have one, but not like
/// this.
pub(crate) fn with_text(
    value: &Bound<'_, PyAny>,
    refuse: impl Fn(&str) -> PyErr,
    then: impl FnOnce(&str),
) -> PyResult<bool> {
    let py = value.py();
    let classes = Classes::get(py)?;
    let is = |class: &Py<PyType>| value.is_instance(class.bind(py));
    if is(&classes.uuid)? {
        let id: u128 = value.getattr(intern!(py, "int"))?.extract()?;
        then(
            Uuid::from_u128(id)
                .hyphenated()
                .encode_lower(&mut Uuid::encode_buffer()),
        );
    } else if is(&classes.decimal)? {
        then(&decimal(value, classes)?);
    } else if let Some(text) = moment(value, classes, refuse)? {
        then(text.to_str()?);
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// The text of a time, a day, a time of day, a time zone.
fn moment<'py>(
    value: &Bound<'py, PyAny>,
    classes: &Classes,
    refuse: impl Fn(&str) -> PyErr,
) -> PyResult<Option<Bound<'py, PyString>>> {
    let py = value.py();
    let is = |class: &Py<PyType>| value.is_instance(class.bind(py));
    if is(&classes.datetime)? {
        if value.call_method0(intern!(py, "utcoffset"))?.is_none() {
            return Err(refuse("is a time without its zone: datetime needs tzinfo"));
        }
        return iso(value).map(Some);
    }
    if is(&classes.date)? {
        return iso(value).map(Some);
    }
    if is(&classes.time)? {
        let seconds =
            value.getattr("second")?.is_truthy()? || value.getattr("microsecond")?.is_truthy()?;
        if seconds {
            return Err(refuse("is a time of day in hours and minutes"));
        }
        let text = value.call_method1(intern!(py, "isoformat"), ("minutes",))?;
        return Ok(Some(text.cast_into()?));
    }
    if is(&classes.zone)? {
        return value.str().map(Some);
    }
    Ok(None)
}

fn iso<'py>(value: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyString>> {
    let text = value.call_method0(intern!(value.py(), "isoformat"))?;
    Ok(text.cast_into()?)
}

/// Its digits, never with an exponent.
fn decimal<'py>(value: &Bound<'py, PyAny>, classes: &Classes) -> PyResult<String> {
    let py = value.py();
    let class = classes.decimal.bind(py);
    let text = if value.get_type().is(class) {
        value.str()?
    } else {
        // The number it is, also of a subclass that shows itself in another way.
        let text = class.call_method1(intern!(py, "__str__"), (value,))?;
        text.cast_into()?
    };
    let digits = text.to_str()?;
    if digits.contains('E') {
        let plain = class.call_method1(intern!(py, "__format__"), (value, "f"))?;
        return plain.extract();
    }
    Ok(digits.to_owned())
}

/// The classes, looked up once.
struct Classes {
    uuid: Py<PyType>,
    decimal: Py<PyType>,
    datetime: Py<PyType>,
    date: Py<PyType>,
    time: Py<PyType>,
    zone: Py<PyType>,
}

impl Classes {
    fn get(py: Python<'_>) -> PyResult<&Self> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        CLASSES.get_or_try_init(py, || {
            let class = |module: &str, name: &str| -> PyResult<Py<PyType>> {
                let class = py.import(module)?.getattr(name)?;
                Ok(class.cast_into::<PyType>()?.unbind())
            };
            Ok(Self {
                uuid: class("uuid", "UUID")?,
                decimal: class("decimal", "Decimal")?,
                datetime: class("datetime", "datetime")?,
                date: class("datetime", "date")?,
                time: class("datetime", "time")?,
                zone: class("zoneinfo", "ZoneInfo")?,
            })
        })
    }
}
