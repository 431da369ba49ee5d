//! JSON texts inside rows.
use super::Of;
use crate::error::Error;
use serde::{Serialize, de::DeserializeOwned};

/// Nothing the store keeps fails to become JSON.
pub(crate) fn write(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl Of<'_> {
    /// A value from its JSON text.
    pub(crate) fn doc<T: DeserializeOwned>(&self, text: &str) -> Result<T, Error> {
        serde_json::from_str(text).map_err(|_| self.corrupt())
    }

    /// A value that may be absent, from its JSON text.
    pub(crate) fn maybe_doc<T: DeserializeOwned>(
        &self,
        text: Option<&str>,
    ) -> Result<Option<T>, Error> {
        text.map(|text| self.doc(text)).transpose()
    }
}
