use crate::{
    error::Rejection,
    ids::LotId,
    wire::{Field, Place},
};
use serde_json::value::RawValue;

/// How a query names a lot: by its id or by its code.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct LotName(Box<str>);

impl LotName {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id, if the text is one.
    #[must_use]
    pub fn id(&self) -> Option<LotId> {
        self.0.parse().ok()
    }
}

impl From<LotId> for LotName {
    fn from(id: LotId) -> Self {
        Self(id.to_string().into())
    }
}

impl From<&str> for LotName {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for LotName {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl Field for LotName {
    const KIND: &'static str = "id or code";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        String::read(value, place).map(Self::from)
    }
}
