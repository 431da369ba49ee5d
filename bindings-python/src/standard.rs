//! Values of Python's standard library that are a text on the wire.
use pyo3::{
    intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyString, PyType},
};
use uuid::Uuid;

/// The value's text; none: it has none. `refuse` says no where it could have one, but not like this.
pub(crate) fn text(
    value: &Bound<'_, PyAny>,
    refuse: impl Fn(&str) -> PyErr,
) -> PyResult<Option<String>> {
    let py = value.py();
    let classes = Classes::get(py)?;
    let is = |class: &Py<PyType>| value.is_instance(class.bind(py));
    if is(&classes.uuid)? {
        return Ok(Some(value.extract::<Uuid>()?.to_string()));
    }
    if is(&classes.decimal)? {
        return decimal(value).map(Some);
    }
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
        return text.extract().map(Some);
    }
    if is(&classes.zone)? {
        return Ok(Some(value.str()?.to_str()?.to_owned()));
    }
    Ok(None)
}

fn iso(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = value.call_method0(intern!(value.py(), "isoformat"))?;
    text.extract()
}

/// Its digits, never with an exponent.
fn decimal(value: &Bound<'_, PyAny>) -> PyResult<String> {
    let py = value.py();
    // The number it is, also of a subclass that shows itself in another way.
    let class = Classes::get(py)?.decimal.bind(py);
    let text = class.call_method1(intern!(py, "__str__"), (value,))?;
    let digits = text.cast::<PyString>()?.to_str()?;
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
