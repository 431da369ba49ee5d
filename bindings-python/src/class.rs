//! Values as frozen Python classes over the core's own: made from JSON that the core reads, shown field by field.
//!
//! Which classes there are, and their fields, is generated from the core's declarations (`generated/`).
use crate::{
    decode::ToPy,
    encode,
    error::{defect, invalid, raise},
};
use core::hash::{Hash, Hasher};
use pyo3::{
    PyClass,
    prelude::*,
    types::{PyBytes, PyDict, PyString, PyType},
};
use std::collections::hash_map::DefaultHasher;
use wms_core::{
    audit::NotCanonical,
    error::Rejection,
    event::{Event, UnreadableEvent},
};

/// What every value of the library is: frozen, compared by its content, picklable, and JSON at will.
#[pyclass(frozen, subclass, module = "foodwms")]
#[derive(Debug)]
pub(crate) struct Value;

#[pymethods]
impl Value {
    /// Its JSON form, stable across versions.
    fn to_json(&self) -> PyResult<String> {
        Err(defect("a value without a form"))
    }

    /// `Name(field=value, …)`.
    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let fields = slf.getattr("__match_args__")?;
        let shown = fields.try_iter()?.map(|field| {
            let field = field?.cast_into::<PyString>()?;
            let value = slf.getattr(&field)?.repr()?;
            Ok(format!("{}={}", field.to_str()?, value.to_str()?))
        });
        let shown = shown.collect::<PyResult<Vec<_>>>()?;
        Ok(format!("{}({})", slf.get_type().name()?, shown.join(", ")))
    }

    const fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    const fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    /// Pickled through the JSON form.
    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        let from_json = slf.get_type().getattr("from_json")?;
        Ok((from_json, (slf.call_method0("to_json")?,)))
    }

    /// What pydantic asks, too.
    #[classmethod]
    fn __get_pydantic_json_schema__<'py>(
        cls: &Bound<'py, PyType>,
        _schema: &Bound<'py, PyAny>,
        handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let module = cls.py().import("foodwms._pydantic")?;
        module.getattr("json_schema_of")?.call1((cls, handler))
    }

    /// What pydantic asks; it is Python's to answer.
    #[classmethod]
    fn __get_pydantic_core_schema__<'py>(
        cls: &Bound<'py, PyType>,
        _source: &Bound<'py, PyAny>,
        handler: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let module = cls.py().import("foodwms._pydantic")?;
        module.getattr("schema_of")?.call1((cls, handler))
    }
}

/// What a class says of itself.
pub(crate) trait Class: PyClass + Sized {
    /// What it is in the core.
    type Core;
    /// Its name.
    const NAME: &'static str;
    /// The names of what it is made of.
    const FIELDS: &'static [&'static str];
    /// Its `type` on the wire, if it has one.
    const TAG: Option<encode::Tag>;

    /// The core value behind an object.
    fn core(&self) -> &Self::Core;
    /// Reads its JSON text.
    fn read(json: &str) -> Result<Self::Core, Rejection>;
    /// Its JSON text.
    fn write(core: &Self::Core) -> Result<String, Rejection>;
}

/// From keyword arguments.
pub(crate) fn new<C: Class>(fields: Option<&Bound<'_, PyDict>>) -> PyResult<C::Core> {
    for (name, _) in fields.into_iter().flatten() {
        let known = name.cast::<PyString>().is_ok_and(|name| {
            let name = name.to_str();
            name.is_ok_and(|name| C::FIELDS.contains(&name))
        });
        if !known {
            let name = encode::plain_text("", name.cast::<PyString>()?)?;
            return Err(invalid(&name, "is no field known here"));
        }
    }
    C::read(&encode::object(C::TAG, fields)?).map_err(|rejection| raise(&rejection))
}

/// From JSON: text or bytes.
pub(crate) fn from_json<C: Class>(data: &Bound<'_, PyAny>) -> PyResult<C::Core> {
    let read = |text: &str| C::read(text).map_err(|rejection| raise(&rejection));
    with_text(data, read)
}

/// Does something with text that comes as `str` or as bytes in UTF-8.
pub(crate) fn with_text<T>(
    data: &Bound<'_, PyAny>,
    run: impl FnOnce(&str) -> PyResult<T>,
) -> PyResult<T> {
    if let Ok(text) = data.cast::<PyString>() {
        return run(&encode::plain_text("", text)?);
    }
    if let Ok(bytes) = data.cast::<PyBytes>() {
        let text = core::str::from_utf8(bytes.as_bytes());
        return run(text.map_err(|error| invalid("", &format!("JSON is UTF-8: {error}")))?);
    }
    Err(invalid("", "JSON comes as str or bytes"))
}

pub(crate) fn to_json<C: Class>(core: &C::Core) -> PyResult<String> {
    C::write(core).map_err(|rejection| raise(&rejection))
}

pub(crate) fn hash<C: Class>(core: &C::Core) -> PyResult<u64> {
    let mut hasher = DefaultHasher::new();
    (<C as Class>::NAME, to_json::<C>(core)?).hash(&mut hasher);
    Ok(hasher.finish())
}

/// A tagged object's fields without its tags, for the readers that know their type.
pub(crate) fn of_serde<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Rejection> {
    if !json.trim_start().starts_with('{') {
        return Err(unreadable("a JSON object"));
    }
    serde_json::from_str(json).map_err(|error| unreadable(&error.to_string()))
}

/// What serde says of an object, with the field that it misses where it says which.
fn unreadable(why: &str) -> Rejection {
    let missing = why.split_once("missing field `");
    let missing = missing.and_then(|(_, rest)| rest.split_once('`'));
    let (field, why) = missing.map_or(("", why), |(field, _)| (field, "is needed"));
    Rejection::InvalidInput {
        field: field.to_owned(),
        why: why.to_owned(),
    }
}

pub(crate) fn to_serde(value: &impl serde::Serialize) -> Result<String, Rejection> {
    serde_json::to_string(value).map_err(|_| Rejection::Internal {})
}

/// Another thing than was asked for, under its own name.
pub(crate) fn of_another_type() -> Rejection {
    Rejection::InvalidInput {
        field: "type".to_owned(),
        why: "is of another class".to_owned(),
    }
}

/// The text of an event of the log, to be shown as the class of its type.
pub(crate) struct EventText<'a>(pub(crate) &'a str);

impl ToPy for EventText<'_> {
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let event = Event::from_text(self.0);
        event.map_err(|error| defect(&error.to_string()))?.to_py(py)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "for `map_err`")]
pub(crate) fn no_event(error: UnreadableEvent) -> Rejection {
    unreadable(&error.to_string())
}

pub(crate) fn no_text(_: NotCanonical) -> Rejection {
    Rejection::Internal {}
}

/// An object within a command or a query.
pub(crate) trait Part: Sized {
    /// Reads its JSON text.
    fn of_json(json: &str) -> Result<Self, Rejection>;
}

macro_rules! part {
    ($($type:ty),+ $(,)?) => {$(
        impl Part for $type {
            fn of_json(json: &str) -> Result<Self, Rejection> {
                Self::from_json(json)
            }
        }
    )+};
}
part!(
    wms_core::actor::Actor,
    wms_core::command::Allocated,
    wms_core::command::Input,
    wms_core::command::Loss,
    wms_core::command::NewAnswer,
    wms_core::command::NewConsignee,
    wms_core::command::NewReading,
    wms_core::command::NewSignature,
    wms_core::command::NewSupplier,
    wms_core::command::Output,
    wms_core::query::Page,
);

impl Part for wms_core::policy::PolicyChange {
    fn of_json(json: &str) -> Result<Self, Rejection> {
        of_serde(json)
    }
}

/// One class, with how its JSON is read and written.
macro_rules! class {
    (
        $(#[$doc:meta])*
        $name:ident($core:ty) $signature:literal tag $tag:expr,
        read |$json:ident| $read:expr,
        write |$value:ident| $write:expr,
        $(also { $($also:tt)* },)?
        { $(#[doc = $fdoc:literal] $field:ident: |$v:ident, $me:ident| $get:expr;)* }
    ) => {
        $(#[$doc])*
        #[pyo3::pyclass(frozen, eq, extends = crate::class::Value, module = "foodwms")]
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) struct $name(pub(crate) $core);

        impl crate::class::Class for $name {
            type Core = $core;
            const NAME: &'static str = stringify!($name);
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
            const TAG: Option<crate::encode::Tag> = $tag;

            fn core(&self) -> &$core {
                &self.0
            }
            fn read($json: &str) -> Result<$core, wms_core::error::Rejection> {
                $read
            }
            fn write($value: &$core) -> Result<String, wms_core::error::Rejection> {
                $write
            }
        }

        impl crate::decode::ToPy for $core {
            fn to_py<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                $name::wrap(py, self.clone())
            }
        }

        impl $name {
            /// The class over a core value.
            pub(crate) fn wrap(py: pyo3::Python<'_>, core: $core) -> pyo3::PyResult<pyo3::Bound<'_, pyo3::PyAny>> {
                let made = pyo3::PyClassInitializer::from(crate::class::Value).add_subclass(Self(core));
                Ok(pyo3::Bound::new(py, made)?.into_any())
            }
        }

        #[pyo3::pymethods]
        impl $name {
            #[new]
            #[pyo3(signature = (**fields), text_signature = $signature)]
            fn new(fields: Option<&pyo3::Bound<'_, pyo3::types::PyDict>>) -> pyo3::PyResult<pyo3::PyClassInitializer<Self>> {
                let made = Self(crate::class::new::<Self>(fields)?);
                Ok(pyo3::PyClassInitializer::from(crate::class::Value).add_subclass(made))
            }

            $($($also)*)?

            $(#[doc = $fdoc]
            #[getter]
            fn $field<'py>(slf: &pyo3::Bound<'py, Self>, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                let ($v, $me) = (&slf.get().0, slf);
                crate::decode::ToPy::to_py(&$get, py)
            })*

            #[classattr]
            fn __match_args__(py: pyo3::Python<'_>) -> pyo3::PyResult<pyo3::Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, <Self as crate::class::Class>::FIELDS)
            }

            fn __hash__(&self) -> pyo3::PyResult<u64> {
                crate::class::hash::<Self>(&self.0)
            }

            /// From its JSON form, as text or bytes.
            #[staticmethod]
            #[pyo3(signature = (data, /))]
            fn from_json<'py>(py: pyo3::Python<'py>, data: &pyo3::Bound<'py, pyo3::PyAny>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                Self::wrap(py, crate::class::from_json::<Self>(data)?)
            }

            /// Its JSON form, stable across versions.
            fn to_json(&self) -> pyo3::PyResult<String> {
                crate::class::to_json::<Self>(&self.0)
            }
        }
    };
}
pub(crate) use class;

/// Objects within commands and queries, which are read as those are.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident($core:ty) $signature:literal { $($fields:tt)* })+) => {
        $(crate::class::class! {
            $(#[$doc])*
            $name($core) $signature tag None,
            read |json| crate::class::Part::of_json(json),
            write |value| crate::class::to_serde(value),
            { $($fields)* }
        })+

        /// Adds the classes to the module.
        pub(crate) fn add_to(module: &pyo3::Bound<'_, pyo3::types::PyModule>) -> pyo3::PyResult<()> {
            use pyo3::types::PyModuleMethods;
            $(module.add_class::<$name>()?;)+
            Ok(())
        }
    };
}
pub(crate) use parts;

/// Objects without a `type`.
macro_rules! values {
    ($($(#[$doc:meta])* $name:ident($core:ty) $signature:literal { $($fields:tt)* })+) => {
        $(crate::class::class! {
            $(#[$doc])*
            $name($core) $signature tag None,
            read |json| crate::class::of_serde(json),
            write |value| crate::class::to_serde(value),
            { $($fields)* }
        })+

        /// Adds the classes to the module.
        pub(crate) fn add_to(module: &pyo3::Bound<'_, pyo3::types::PyModule>) -> pyo3::PyResult<()> {
            use pyo3::types::PyModuleMethods;
            $(module.add_class::<$name>()?;)+
            Ok(())
        }
    };
}
pub(crate) use values;

/// What a family is on the wire.
pub(crate) trait Family {
    /// Whether its members are events, which say the version of their form.
    const EVENTS: bool = false;
}
impl Family for wms_core::command::Command {}
impl Family for wms_core::query::Query {}
impl Family for Event {
    const EVENTS: bool = true;
}

/// A family of objects with a `type`: one class each, and the enum over them.
macro_rules! family {
    ($family:ident, read |$json:ident| $read:expr, write |$all:ident| $write:expr,
     $($tag:literal $(#[$doc:meta])* $name:ident($core:ty) $signature:literal { $($fields:tt)* })+) => {
        $(crate::class::class! {
            $(#[$doc])*
            $name($core) $signature tag Some(crate::encode::Tag {
                name: $tag,
                event: <$family as crate::class::Family>::EVENTS,
            }),
            read |$json| match $read? {
                $family::$name(one) => Ok(one),
                _ => Err(crate::class::of_another_type()),
            },
            write |value| {
                let $all = $family::$name(value.clone());
                $write
            },
            also {
                /// Its `type` on the wire.
                #[classattr]
                #[pyo3(name = "type")]
                const TYPE: &'static str = $tag;
            },
            { $($fields)* }
        })+

        impl crate::decode::ToPy for $family {
            fn to_py<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                match self { $($family::$name(one) => $name::wrap(py, one.clone())),+ }
            }
        }

        /// The core's value behind an object of one of the classes; none: it is of another class.
        pub(crate) fn of_py(value: &pyo3::Bound<'_, pyo3::PyAny>) -> Option<$family> {
            $(if let Ok(one) = value.cast::<$name>() {
                return Some($family::$name(one.get().0.clone()));
            })+
            None
        }

        /// Adds the classes to the module.
        pub(crate) fn add_to(module: &pyo3::Bound<'_, pyo3::types::PyModule>) -> pyo3::PyResult<()> {
            use pyo3::types::PyModuleMethods;
            $(module.add_class::<$name>()?;)+
            Ok(())
        }
    };
}
pub(crate) use family;
