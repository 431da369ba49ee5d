//! Python's values as JSON text, for the core to read: what is a right value, and what is not, only the core says.
use crate::{class::Value, error::invalid};
use base64::{Engine, engine::general_purpose::STANDARD};
use pyo3::{
    prelude::*,
    sync::PyOnceLock,
    types::{
        PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple, PyType,
    },
};
use wms_core::event::EventType;

/// Deeper than anybody nests, and than the core reads.
const MAX_DEPTH: usize = 100;

/// The fields of an object as JSON, with its tag before them; an event says the version of its form, too.
pub(crate) fn object(tag: Option<&str>, fields: Option<&Bound<'_, PyDict>>) -> PyResult<String> {
    let mut json = Json::default();
    let event: Option<EventType> = tag.and_then(|tag| tag.parse().ok());
    let mut before = '{';
    if let Some(tag) = tag {
        json.text.push_str(&format!(r#"{before}"type":"{tag}""#));
        before = ',';
    }
    if let Some(event) = event {
        json.text.push_str(&format!(r#","v":{}"#, event.version()));
    }
    for (name, value) in fields.into_iter().flatten() {
        json.text.push(before);
        before = ',';
        let name: String = name.extract()?;
        // `from_` and its like: Python has another use for the word.
        let name = name.strip_suffix('_').unwrap_or(&name);
        if event.is_some() && name == "metadata" && value.is_instance_of::<PyDict>() {
            // In the log the object is its text.
            let text = self::value(name, &value)?;
            json.entry(name, &PyString::new(value.py(), &text))?;
        } else {
            json.entry(name, &value)?;
        }
    }
    if before == '{' {
        json.text.push('{');
    }
    json.text.push('}');
    Ok(json.text)
}

/// A value that stands alone as JSON, under a name to refuse it by.
pub(crate) fn value(field: &str, value: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut json = Json::default();
    json.within(Part::Field(field.to_owned()), value)?;
    Ok(json.text)
}

/// A JSON text being written, and where in the value the writer is.
#[derive(Default)]
struct Json {
    text: String,
    path: Vec<Part>,
}

/// A step of a path.
enum Part {
    Field(String),
    Item(usize),
}

impl Json {
    /// What is wrong, and where.
    fn refuse(&self, why: &str) -> PyErr {
        let mut field = String::new();
        for part in &self.path {
            match part {
                Part::Field(name) if field.is_empty() => field.push_str(name),
                Part::Field(name) => {
                    field.push('.');
                    field.push_str(name);
                }
                Part::Item(n) => field.push_str(&format!("[{n}]")),
            }
        }
        invalid(&field, why)
    }

    fn within(&mut self, part: Part, value: &Bound<'_, PyAny>) -> PyResult<()> {
        if self.path.len() >= MAX_DEPTH {
            return Err(self.refuse("is nested too deep"));
        }
        self.path.push(part);
        self.any(value)?;
        self.path.pop();
        Ok(())
    }

    fn entries<'py>(
        &mut self,
        entries: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
    ) -> PyResult<()> {
        self.text.push('{');
        for (n, (name, value)) in entries.enumerate() {
            let Some(name) = self.plain(&name)? else {
                return Err(self.refuse("the names of its fields are texts"));
            };
            if n > 0 {
                self.text.push(',');
            }
            self.entry(&name, &value)?;
        }
        self.text.push('}');
        Ok(())
    }

    fn entry(&mut self, name: &str, value: &Bound<'_, PyAny>) -> PyResult<()> {
        self.string(name)?;
        self.text.push(':');
        self.within(Part::Field(name.to_owned()), value)
    }

    fn items<'py>(
        &mut self,
        items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>,
    ) -> PyResult<()> {
        self.text.push('[');
        for (n, item) in items.enumerate() {
            if n > 0 {
                self.text.push(',');
            }
            self.within(Part::Item(n), &item?)?;
        }
        self.text.push(']');
        Ok(())
    }

    fn string(&mut self, text: &str) -> PyResult<()> {
        let quoted = serde_json::to_string(text);
        let quoted = quoted.map_err(|error| self.refuse(&error.to_string()))?;
        self.text.push_str(&quoted);
        Ok(())
    }

    /// The text of a `str`, also of one of a subclass: an enum's member is its value.
    fn plain(&self, value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
        let Ok(text) = value.cast::<PyString>() else {
            return Ok(None);
        };
        let text = text.to_str();
        text.map(|text| Some(text.to_owned()))
            .map_err(|_| self.refuse("is no text: it has lone surrogates"))
    }

    fn any(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        if value.is_none() {
            self.text.push_str("null");
        } else if let Some(text) = self.plain(value)? {
            self.string(&text)?;
        } else if let Ok(yes) = value.cast::<PyBool>() {
            self.text
                .push_str(if yes.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            // Whatever subclass it is, its digits are those of its value.
            let digits = value.call_method0("__index__")?.str()?;
            self.text.push_str(digits.to_str()?);
        } else if value.is_instance_of::<PyFloat>() {
            self.float(value)?;
        } else if let Ok(fields) = value.cast::<PyDict>() {
            self.entries(fields.iter())?;
        } else if let Ok(items) = value.cast::<PyList>() {
            self.items(items.iter().map(Ok))?;
        } else if let Ok(items) = value.cast::<PyTuple>() {
            self.items(items.iter().map(Ok))?;
        } else {
            self.other(value)?;
        }
        Ok(())
    }

    fn float(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let number = value.extract::<f64>()?;
        if !number.is_finite() {
            return Err(self.refuse("is no finite number"));
        }
        let text = value.repr()?;
        self.text.push_str(text.to_str()?);
        Ok(())
    }

    fn other(&mut self, value: &Bound<'_, PyAny>) -> PyResult<()> {
        let py = value.py();
        let known = Known::get(py)?;
        if value.is_instance(known.uuid.bind(py))? || value.is_instance(known.zone.bind(py))? {
            let text = value.str()?;
            self.string(text.to_str()?)
        } else if value.is_instance(known.decimal.bind(py))? {
            // `f`: never with an exponent.
            let text = value.call_method1("__format__", ("f",))?;
            self.string(text.cast::<PyString>()?.to_str()?)
        } else if value.is_instance(known.datetime.bind(py))? {
            if value.call_method0("utcoffset")?.is_none() {
                return Err(self.refuse("is a time without its zone: datetime needs tzinfo"));
            }
            let text = value.call_method0("isoformat")?;
            self.string(text.cast::<PyString>()?.to_str()?)
        } else if value.is_instance(known.date.bind(py))? {
            let text = value.call_method0("isoformat")?;
            self.string(text.cast::<PyString>()?.to_str()?)
        } else if value.is_instance(known.time.bind(py))? {
            let text = value.call_method1("isoformat", ("minutes",))?;
            self.string(text.cast::<PyString>()?.to_str()?)
        } else if let Ok(bytes) = value.cast::<PyBytes>() {
            self.string(&STANDARD.encode(bytes.as_bytes()))
        } else if let Ok(own) = value.cast::<Value>() {
            let text = own.call_method0("to_json")?;
            self.text.push_str(text.cast::<PyString>()?.to_str()?);
            Ok(())
        } else if let Ok(fields) = value.cast::<PyMapping>() {
            let items = fields.items()?;
            let mut entries = Vec::with_capacity(items.len());
            for item in items.iter() {
                entries.push((item.get_item(0)?, item.get_item(1)?));
            }
            self.entries(entries.into_iter())
        } else if let Ok(items) = value.try_iter() {
            self.items(items)
        } else {
            let kind = value.get_type().name()?;
            Err(self.refuse(&format!("cannot be a {kind}")))
        }
    }
}

/// Classes of the standard library that have a form on the wire.
struct Known {
    uuid: Py<PyType>,
    decimal: Py<PyType>,
    datetime: Py<PyType>,
    date: Py<PyType>,
    time: Py<PyType>,
    zone: Py<PyType>,
}

impl Known {
    fn get(py: Python<'_>) -> PyResult<&Self> {
        static KNOWN: PyOnceLock<Known> = PyOnceLock::new();
        KNOWN.get_or_try_init(py, || {
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
