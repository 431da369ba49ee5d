//! Python's values as JSON text, for the core to read: what is a right value, and what is not, only the core says.
use crate::{
    class::Value,
    error::{defect, invalid},
    standard,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use core::fmt::Write as _;
use pyo3::{
    intern,
    prelude::*,
    types::{PyBool, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple},
};
use wms_core::event::EventType;

/// Deeper than anybody nests, and than the core reads.
const MAX_DEPTH: usize = 100;

/// About as long as a field is.
const FIELD_CHARS: usize = 48;

/// The `type` of an object on the wire.
#[derive(Clone, Copy)]
pub(crate) struct Tag {
    /// Its text.
    pub(crate) name: &'static str,
    /// Whether it is an event's, which says the version of its form as well.
    pub(crate) event: bool,
}

/// The fields of an object as JSON, with its tag before them.
pub(crate) fn object(tag: Option<Tag>, fields: Option<&Bound<'_, PyDict>>) -> PyResult<String> {
    let count = fields.map_or(0, PyDictMethods::len);
    let mut json = Json {
        text: String::with_capacity(FIELD_CHARS * (count + 1)),
    };
    let root = Place::ROOT;
    let event: Option<EventType> = match tag {
        Some(tag) if tag.event => tag.name.parse().ok(),
        _ => None,
    };
    let mut before = '{';
    if let Some(tag) = tag {
        json.text.push_str("{\"type\":");
        json.string(tag.name);
        before = ',';
    }
    if let Some(event) = event {
        json.text.push_str(",\"v\":");
        json.text.push_str(&event.version().to_string());
    }
    for (name, value) in fields.into_iter().flatten() {
        json.text.push(before);
        before = ',';
        let text = name.cast::<PyString>()?;
        let name = match plain(text, &root)? {
            // Python has another use for the word.
            "from_" => "from",
            "yield_" => "yield",
            name => name,
        };
        if event.is_some() && name == "metadata" && value.is_instance_of::<PyDict>() {
            // In the log the object is its text.
            let object = self::value(name, &value)?;
            json.entry(name, &PyString::new(value.py(), &object), &root)?;
        } else {
            json.entry(name, &value, &root)?;
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
    let (mut json, root) = (Json::default(), Place::ROOT);
    json.any(value, &root.within(Part::Field(field))?)?;
    Ok(json.text)
}

/// The text of a `str` under a name to refuse it by.
pub(crate) fn plain_text(field: &str, text: &Bound<'_, PyString>) -> PyResult<String> {
    let root = Place::ROOT;
    plain(text, &root.within(Part::Field(field))?).map(str::to_owned)
}

/// Where in a value the writer is: each place knows the one around it.
struct Place<'a> {
    part: Part<'a>,
    around: Option<&'a Place<'a>>,
    depth: usize,
}

/// A step of a path.
enum Part<'a> {
    Root,
    Field(&'a str),
    Item(usize),
}

impl<'a> Place<'a> {
    const ROOT: Place<'static> = Place {
        part: Part::Root,
        around: None,
        depth: 0,
    };

    /// A place in this one.
    fn within(&'a self, part: Part<'a>) -> PyResult<Self> {
        if self.depth >= MAX_DEPTH {
            return Err(self.refuse("is nested too deep"));
        }
        Ok(Self {
            part,
            around: Some(self),
            depth: self.depth + 1,
        })
    }

    /// What is wrong here.
    fn refuse(&self, why: &str) -> PyErr {
        invalid(&self.path(), why)
    }

    fn path(&self) -> String {
        let around = self.around.map(Place::path).unwrap_or_default();
        match self.part {
            Part::Root => around,
            Part::Field(name) if around.is_empty() => name.to_owned(),
            Part::Field(name) => format!("{around}.{name}"),
            Part::Item(n) => format!("{around}.{n}"),
        }
    }
}

/// A JSON text being written.
#[derive(Default)]
struct Json {
    text: String,
}

impl Json {
    fn entry(&mut self, name: &str, value: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<()> {
        self.string(name);
        self.text.push(':');
        self.any(value, &place.within(Part::Field(name))?)
    }

    fn entries<'py>(
        &mut self,
        entries: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>,
        place: &Place<'_>,
    ) -> PyResult<()> {
        self.text.push('{');
        for (n, (name, value)) in entries.enumerate() {
            let Ok(name) = name.cast::<PyString>() else {
                return Err(place.refuse("the names of its fields are texts"));
            };
            if n > 0 {
                self.text.push(',');
            }
            self.entry(plain(name, place)?, &value, place)?;
        }
        self.text.push('}');
        Ok(())
    }

    fn items<'py>(
        &mut self,
        items: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>,
        place: &Place<'_>,
    ) -> PyResult<()> {
        self.text.push('[');
        for (n, item) in items.enumerate() {
            if n > 0 {
                self.text.push(',');
            }
            self.any(&item?, &place.within(Part::Item(n))?)?;
        }
        self.text.push(']');
        Ok(())
    }

    fn string(&mut self, text: &str) {
        // Every byte is looked at: so the compiler looks at many at a time.
        let escaped = text.bytes().fold(false, |found, byte| {
            found | (byte < 0x20) | (byte == b'"') | (byte == b'\\')
        });
        if escaped {
            self.text
                .push_str(&serde_json::Value::from(text).to_string());
        } else {
            self.text.push('"');
            self.text.push_str(text);
            self.text.push('"');
        }
    }

    fn any(&mut self, value: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<()> {
        if value.is_none() {
            self.text.push_str("null");
        } else if let Ok(text) = value.cast::<PyString>() {
            // Also one of a subclass: an enum's member is its value.
            self.string(plain(text, place)?);
        } else if let Ok(yes) = value.cast::<PyBool>() {
            self.text
                .push_str(if yes.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            self.integer(value, place)?;
        } else if value.is_instance_of::<PyFloat>() {
            self.float(value, place)?;
        } else if let Ok(fields) = value.cast::<PyDict>() {
            self.entries(fields.iter(), place)?;
        } else if let Ok(items) = value.cast::<PyList>() {
            self.items(items.iter().map(Ok), place)?;
        } else if let Ok(items) = value.cast::<PyTuple>() {
            self.items(items.iter().map(Ok), place)?;
        } else if !standard::with_text(value, |why| place.refuse(why), |text| self.string(text))? {
            self.other(value, place)?;
        }
        Ok(())
    }

    fn integer(&mut self, value: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<()> {
        // Most are small; whatever else it is, a subclass too, its digits are those of its value.
        if let Ok(small) = value.extract::<i64>() {
            return write!(self.text, "{small}").map_err(|error| defect(&error.to_string()));
        }
        let digits = value.call_method0(intern!(value.py(), "__index__"))?.str();
        let digits = digits.map_err(|_| place.refuse("is a number of too many digits"))?;
        self.text.push_str(digits.to_str()?);
        Ok(())
    }

    fn float(&mut self, value: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<()> {
        let number = value.extract::<f64>()?;
        if !number.is_finite() {
            return Err(place.refuse("is no finite number"));
        }
        let text = value.repr()?;
        self.text.push_str(text.to_str()?);
        Ok(())
    }

    fn other(&mut self, value: &Bound<'_, PyAny>, place: &Place<'_>) -> PyResult<()> {
        if let (Part::Field("signature"), Ok(bytes)) = (&place.part, value.cast::<PyBytes>()) {
            self.string(&STANDARD.encode(bytes.as_bytes()));
            Ok(())
        } else if value.is_instance_of::<PyBytes>() {
            Err(place.refuse("is no text: bytes are for signatures"))
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
            self.entries(entries.into_iter(), place)
        } else if let Ok(items) = value.try_iter() {
            self.items(items, place)
        } else {
            let kind = value.get_type().name()?;
            Err(place.refuse(&format!("cannot be a {kind}")))
        }
    }
}

/// The text of a `str`.
fn plain<'t>(text: &'t Bound<'_, PyString>, place: &Place<'_>) -> PyResult<&'t str> {
    text.to_str()
        .map_err(|_| place.refuse("is no text: it has lone surrogates"))
}
