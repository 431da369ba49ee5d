use crate::error::Error;
use core::fmt::Display;
use std::str::FromStr;

/// Which row is read: what cannot be read in it is `STORE_CORRUPT` with its table and id.
#[derive(Clone, Copy)]
pub(crate) struct Of<'a> {
    table: &'static str,
    id: &'a dyn Display,
}

impl<'a> Of<'a> {
    pub(crate) const fn new(table: &'static str, id: &'a dyn Display) -> Self {
        Self { table, id }
    }

    pub(crate) fn corrupt(&self) -> Error {
        Error::Corrupt {
            table: self.table,
            id: self.id.to_string(),
        }
    }

    /// A value from its text.
    pub(crate) fn text<T: FromStr>(&self, text: &str) -> Result<T, Error> {
        text.parse().map_err(|_| self.corrupt())
    }

    /// A value that may be absent, from its text.
    pub(crate) fn maybe<T: FromStr>(&self, text: Option<&str>) -> Result<Option<T>, Error> {
        text.map(|text| self.text(text)).transpose()
    }

    /// What must not be absent or out of range.
    pub(crate) fn some<T>(&self, value: Option<T>) -> Result<T, Error> {
        value.ok_or_else(|| self.corrupt())
    }

    /// A number in the range of its type.
    pub(crate) fn number<F, T: TryFrom<F>>(&self, number: F) -> Result<T, Error> {
        T::try_from(number).map_err(|_| self.corrupt())
    }
}
