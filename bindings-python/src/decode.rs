//! The core's values as Python's own: `UUID`, `Decimal`, aware `datetime`, `StrEnum`.
use crate::error::invalid;
use core::{fmt::Display, str::FromStr};
use pyo3::{
    IntoPyObjectExt, intern,
    prelude::*,
    sync::PyOnceLock,
    types::{PyBytes, PyDict, PyList, PyString, PyTuple, PyType},
};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, sync::Arc};
use wms_core::{
    amount::{Celsius, Kilograms, Ratio},
    audit::Digest,
    code::{GivenCode, Prefix},
    command::GraphText,
    error::Code,
    query::{Cursor, LotName},
    run::Step,
    site::SiteCode,
    text::{Bytes, Metadata, Reason, Text},
    time::{Day, DayStart, Instant, TimeZone},
    vocabulary::Language,
};

/// A core value that Python reads.
pub(crate) trait ToPy {
    /// It as Python has it.
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
}

macro_rules! plain {
    ($($type:ty),+ $(,)?) => {$(
        impl ToPy for $type {
            fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.into_bound_py_any(py)
            }
        }
    )+};
}
plain!(bool, u8, u16, u32, u64, usize, i64);

macro_rules! texts {
    ($($type:ty: |$value:ident| $text:expr;)+) => {$(
        impl ToPy for $type {
            fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                let $value = self;
                Ok(PyString::new(py, $text).into_any())
            }
        }
    )+};
}
texts! {
    Box<str>: |text| text;
    String: |text| text;
    GivenCode: |code| code.as_str();
    Reason: |reason| reason.as_str();
    LotName: |name| name.as_str();
    SiteCode: |site| &site.to_string();
    Digest: |digest| &digest.to_string();
    Prefix: |prefix| &prefix.to_string();
    Cursor: |cursor| &cursor.to_string();
    DayStart: |start| &start.to_string();
    TimeZone: |zone| &zone.to_string();
}

macro_rules! ids {
    ($($name:ident),+ $(,)?) => {$(
        impl ToPy for wms_core::ids::$name {
            fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.as_uuid().into_bound_py_any(py)
            }
        }
    )+};
}
ids!(
    BufferId,
    CommandKey,
    DeviationId,
    DeviceId,
    EventId,
    FlowId,
    HoldId,
    InspectionId,
    LotId,
    MoveId,
    ReadingId,
    RunId,
    TenantId,
    UserId,
    VersionId,
);

macro_rules! decimals {
    ($($type:ty),+ $(,)?) => {$(
        impl ToPy for $type {
            fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
                DECIMAL.import(py, "decimal", "Decimal")?.call1((self.to_string(),))
            }
        }
    )+};
}
decimals!(Kilograms, Celsius, Ratio);

impl ToPy for Instant {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static EPOCH: PyOnceLock<(Py<PyAny>, Py<PyAny>)> = PyOnceLock::new();
        let (timedelta, epoch) = EPOCH.get_or_try_init(py, || {
            let module = py.import("datetime")?;
            let datetime = module.getattr("datetime")?;
            let utc = module.getattr("timezone")?.getattr("utc")?;
            let epoch = datetime.call1((1970, 1, 1, 0, 0, 0, 0, utc))?;
            let timedelta = module.getattr("timedelta")?;
            Ok::<_, PyErr>((timedelta.unbind(), epoch.unbind()))
        })?;
        // Days, seconds, microseconds, milliseconds: exact, and for any year that Python knows.
        let since = timedelta.bind(py).call1((0, 0, 0, self.millis()))?;
        epoch.bind(py).add(since)
    }
}

impl ToPy for Day {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static DATE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let parse = DATE.get_or_try_init(py, || {
            let date = py.import("datetime")?.getattr("date")?;
            Ok::<_, PyErr>(date.getattr("fromisoformat")?.unbind())
        })?;
        parse.bind(py).call1((self.to_string(),))
    }
}

impl ToPy for Bytes {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyBytes::new(py, self.as_slice()).into_any())
    }
}

impl ToPy for Step {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.number().to_py(py)
    }
}

impl ToPy for Text {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let words = PyDict::new(py);
        for (language, word) in self.iter() {
            words.set_item(language, word)?;
        }
        Ok(words.into_any())
    }
}

/// A JSON text as Python's own objects.
pub(crate) fn json<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let loads = LOADS.get_or_try_init(py, || {
        Ok::<_, PyErr>(py.import("json")?.getattr(intern!(py, "loads"))?.unbind())
    })?;
    let read = loads.bind(py).call1((text,)).or_else(|_| {
        // A number of more digits than Python's integers are read from.
        let exact = PyDict::new(py);
        exact.set_item("parse_int", py.import("decimal")?.getattr("Decimal")?)?;
        loads.bind(py).call((text,), Some(&exact))
    });
    // What is no JSON, or deeper than Python reads, is shown as the text it is.
    Ok(read.unwrap_or_else(|_| PyString::new(py, text).into_any()))
}

impl ToPy for Metadata {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json(py, self.as_json())
    }
}

impl ToPy for GraphText {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json(py, self.as_str())
    }
}

impl ToPy for Value {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        json(py, &self.to_string())
    }
}

impl ToPy for Map<String, Value> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let fields = PyDict::new(py);
        for (name, value) in self {
            fields.set_item(name, value.to_py(py)?)?;
        }
        Ok(fields.into_any())
    }
}

impl<T: ToPy> ToPy for Option<T> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(value) => value.to_py(py),
            None => Ok(py.None().into_bound(py)),
        }
    }
}

impl<T: ToPy + ?Sized> ToPy for &T {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (*self).to_py(py)
    }
}

impl<T: ToPy> ToPy for Arc<T> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).to_py(py)
    }
}

/// A list that nobody changes: a tuple.
impl<T: ToPy> ToPy for Vec<T> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items: Vec<_> = self
            .iter()
            .map(|item| item.to_py(py))
            .collect::<PyResult<_>>()?;
        Ok(PyTuple::new(py, items)?.into_any())
    }
}

impl<K: ToPy, V: ToPy> ToPy for BTreeMap<K, V> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let map = PyDict::new(py);
        for (key, value) in self {
            map.set_item(key.to_py(py)?, value.to_py(py)?)?;
        }
        Ok(map.into_any())
    }
}

impl ToPy for () {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(py.None().into_bound(py))
    }
}

/// Members of the closed sets: real `StrEnum`s, which the package declares in Python.
macro_rules! closed_sets {
    ($($name:ident: $type:ty;)+) => {
        $(impl crate::decode::ToPy for $type {
            fn to_py<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                static MEMBERS: pyo3::sync::PyOnceLock<Vec<pyo3::Py<pyo3::PyAny>>> = pyo3::sync::PyOnceLock::new();
                let members = MEMBERS.get_or_try_init(py, || crate::decode::members(py, stringify!($name), Self::ALL.map(Self::as_str)))?;
                let place = Self::ALL.iter().position(|one| one == self);
                crate::decode::member(py, members, place)
            }
        })+

        /// The names of each closed set, for the package to compare with its own.
        #[pyo3::pyfunction]
        pub(crate) fn closed_sets() -> Vec<(&'static str, Vec<&'static str>)> {
            vec![$((stringify!($name), <$type>::ALL.map(<$type>::as_str).to_vec())),+]
        }
    };
}
pub(crate) use closed_sets;

/// Which closed sets people read, in words of their own language.
macro_rules! labelled_sets {
    ($($name:ident: $type:ty;)+) => {
        /// What people read for a word of a set, by the language's tag.
        #[pyo3::pyfunction]
        pub(crate) fn label(set: &str, word: &str, language: &str) -> pyo3::PyResult<&'static str> {
            let language = crate::decode::language(language)?;
            match set {
                $(stringify!($name) => crate::decode::known::<$type>(word).map(|word| word.label(language)),)+
                _ => Err(crate::error::invalid("set", "is read by no people")),
            }
        }
    };
}
pub(crate) use labelled_sets;

/// The language of a tag.
pub(crate) fn language(tag: &str) -> PyResult<Language> {
    let found = Language::ALL.into_iter().find(|one| one.tag() == tag);
    found.ok_or_else(|| invalid("language", "is one of hu, en"))
}

/// The word of a closed set.
pub(crate) fn known<T: FromStr<Err: Display>>(word: &str) -> PyResult<T> {
    word.parse()
        .map_err(|error: T::Err| invalid("word", &error.to_string()))
}

/// The family that a code of a refusal is of.
#[pyfunction]
pub(crate) fn category(code: &str) -> PyResult<&'static str> {
    Ok(known::<Code>(code)?.category().as_str())
}

/// The members of an enum of the package, in the order of the names.
pub(crate) fn members<const N: usize>(
    py: Python<'_>,
    name: &str,
    words: [&str; N],
) -> PyResult<Vec<Py<PyAny>>> {
    let set = py.import("foodwms.enums")?.getattr(name)?;
    let member = |word: &str| set.call1((word,)).map(Bound::unbind);
    words.into_iter().map(member).collect()
}

/// One of them.
pub(crate) fn member<'py>(
    py: Python<'py>,
    members: &[Py<PyAny>],
    place: Option<usize>,
) -> PyResult<Bound<'py, PyAny>> {
    let found = place.and_then(|place| members.get(place));
    let found = found.ok_or_else(|| crate::error::defect("a name is in no set"))?;
    Ok(found.bind(py).clone())
}

/// Any values as a list.
pub(crate) fn list<'py, T: ToPy>(py: Python<'py>, values: &[T]) -> PyResult<Bound<'py, PyList>> {
    let items: Vec<_> = values
        .iter()
        .map(|item| item.to_py(py))
        .collect::<PyResult<_>>()?;
    PyList::new(py, items)
}
