//! Lists that are turned into Python item by item, as they are looked at.
use crate::{
    class::{Class, to_serde},
    decode::ToPy,
    encode,
    error::raise,
};
use pyo3::{
    PyClass, PyTypeInfo,
    exceptions::{PyIndexError, PyOverflowError},
    prelude::*,
    pyclass::boolean_struct::True,
    types::{PyList, PySlice, PyTuple},
};
use serde::Serialize;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A list of core values, wherever they are.
trait List: Send + Sync {
    fn len(&self) -> usize;
    fn item<'py>(&self, py: Python<'py>, n: usize) -> Option<PyResult<Bound<'py, PyAny>>>;
    fn json(&self) -> PyResult<String>;
}

/// A list that nobody else holds.
struct Owned<T>(Vec<T>);

impl<T: ToPy + Serialize + Send + Sync> List for Owned<T> {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn item<'py>(&self, py: Python<'py>, n: usize) -> Option<PyResult<Bound<'py, PyAny>>> {
        self.0.get(n).map(|item| item.to_py(py))
    }
    fn json(&self) -> PyResult<String> {
        to_serde(&self.0).map_err(|rejection| raise(&rejection))
    }
}

/// A list in a field of an object, which stays alive with it.
struct Held<C: Class, T> {
    owner: Py<C>,
    list: fn(&C::Core) -> &Vec<T>,
}

impl<C, T> List for Held<C, T>
where
    C: Class + PyClass<Frozen = True> + Sync + Send,
    T: ToPy + Serialize + Send + Sync,
{
    fn len(&self) -> usize {
        (self.list)(self.owner.get().core()).len()
    }
    fn item<'py>(&self, py: Python<'py>, n: usize) -> Option<PyResult<Bound<'py, PyAny>>> {
        let list = (self.list)(self.owner.get().core());
        list.get(n).map(|item| item.to_py(py))
    }
    fn json(&self) -> PyResult<String> {
        let list = (self.list)(self.owner.get().core());
        to_serde(list).map_err(|rejection| raise(&rejection))
    }
}

/// A list of Python's own values, as a pickle has them.
struct Kept(Vec<Py<PyAny>>);

impl List for Kept {
    fn len(&self) -> usize {
        self.0.len()
    }
    fn item<'py>(&self, py: Python<'py>, n: usize) -> Option<PyResult<Bound<'py, PyAny>>> {
        self.0.get(n).map(|item| Ok(item.bind(py).clone()))
    }
    fn json(&self) -> PyResult<String> {
        Python::attach(|py| encode::value("", PyList::new(py, &self.0)?.as_any()))
    }
}

/// The list in a field of an object, to be turned into Python.
pub(crate) struct Within<'a, 'py, C: Class, T>(
    pub(crate) &'a Bound<'py, C>,
    pub(crate) fn(&C::Core) -> &Vec<T>,
);

impl<C, T> ToPy for Within<'_, '_, C, T>
where
    C: Class + PyClass<Frozen = True> + PyTypeInfo + Sync + Send,
    T: ToPy + Serialize + Send + Sync + 'static,
{
    fn to_py<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let held = Held {
            owner: self.0.clone().unbind(),
            list: self.1,
        };
        Ok(Bound::new(py, Items(Box::new(held)))?.into_any())
    }
}

/// A list as a sequence.
pub(crate) fn owned<T: ToPy + Serialize + Send + Sync + 'static>(
    py: Python<'_>,
    list: Vec<T>,
) -> PyResult<Bound<'_, Items>> {
    Bound::new(py, Items(Box::new(Owned(list))))
}

/// An immutable sequence; an item becomes a Python object when it is asked for.
#[pyclass(frozen, sequence, module = "foodwms._native")]
pub(crate) struct Items(Box<dyn List>);

impl Items {
    fn at<'py>(&self, py: Python<'py>, n: usize) -> PyResult<Bound<'py, PyAny>> {
        let item = self.0.item(py, n);
        item.unwrap_or_else(|| Err(PyIndexError::new_err("index out of range")))
    }

    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let items = (0..self.0.len()).map(|n| self.at(py, n));
        PyList::new(py, items.collect::<PyResult<Vec<_>>>()?)
    }
}

#[pymethods]
impl Items {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__<'py>(
        &self,
        py: Python<'py>,
        index: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let count = isize::try_from(self.0.len())?;
        if let Ok(slice) = index.cast::<PySlice>() {
            let slice = slice.indices(count)?;
            let mut place = slice.start;
            let mut found = Vec::with_capacity(slice.slicelength);
            for _ in 0..slice.slicelength {
                found.push(self.at(py, usize::try_from(place)?)?);
                place += slice.step;
            }
            return Ok(PyTuple::new(py, found)?.into_any());
        }
        // One beyond any list is beyond this one.
        let index: isize = index.extract().or_else(|error: PyErr| {
            if error.is_instance_of::<PyOverflowError>(py) {
                Ok(isize::MAX)
            } else {
                Err(error)
            }
        })?;
        let place = if index < 0 { index + count } else { index };
        let place = usize::try_from(place);
        place.map_or_else(
            |_| Err(PyIndexError::new_err("index out of range")),
            |place| self.at(py, place),
        )
    }

    fn __iter__(slf: Py<Self>) -> ItemsIterator {
        ItemsIterator {
            items: slf,
            next: AtomicUsize::new(0),
        }
    }

    /// Equal to any list or tuple of equal items.
    fn __eq__<'py>(&self, py: Python<'py>, other: &Bound<'py, PyAny>) -> PyResult<bool> {
        let is_list = other.is_instance_of::<Self>()
            || other.is_instance_of::<PyList>()
            || other.is_instance_of::<PyTuple>();
        if !is_list || other.len()? != self.0.len() {
            return Ok(false);
        }
        for (n, theirs) in other.try_iter()?.enumerate() {
            if !self.at(py, n)?.eq(theirs?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn __hash__<'py>(&self, py: Python<'py>) -> PyResult<isize> {
        self.to_list(py)?.to_tuple().hash()
    }

    fn __repr__<'py>(&self, py: Python<'py>) -> PyResult<String> {
        self.to_list(py)?.repr()?.extract()
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyList>,))> {
        let of = py.get_type::<Self>().getattr("_of")?;
        Ok((of, (self.to_list(py)?,)))
    }

    /// Made of its items.
    #[staticmethod]
    fn _of(items: Vec<Py<PyAny>>) -> Self {
        Self(Box::new(Kept(items)))
    }

    /// Where an item stands first.
    #[pyo3(signature = (value, start=0, stop=None))]
    fn index<'py>(
        &self,
        py: Python<'py>,
        value: &Bound<'py, PyAny>,
        start: isize,
        stop: Option<isize>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let list = self.to_list(py)?;
        match stop {
            Some(stop) => list.call_method1("index", (value, start, stop)),
            None => list.call_method1("index", (value, start)),
        }
    }

    /// How many items are equal to a value.
    fn count<'py>(
        &self,
        py: Python<'py>,
        value: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.to_list(py)?.call_method1("count", (value,))
    }

    /// The whole list as a JSON array.
    fn to_json(&self) -> PyResult<String> {
        self.0.json()
    }
}

/// Goes through a sequence.
#[pyclass(frozen, module = "foodwms")]
pub(crate) struct ItemsIterator {
    items: Py<Items>,
    next: AtomicUsize,
}

#[pymethods]
impl ItemsIterator {
    const fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> Option<PyResult<Bound<'py, PyAny>>> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        self.items.get().0.item(py, n)
    }
}

pub(crate) fn json_of(items: &Items) -> PyResult<String> {
    items.0.json()
}

pub(crate) fn len_of(items: &Items) -> usize {
    items.0.len()
}
