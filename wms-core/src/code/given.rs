use super::CanonicalCode;
use crate::{
    error::Rejection,
    policy::{CodeStyle, PlantPolicy},
    text::MAX_NAME_CHARS,
};

/// A code that a caller gives to a lot or a run; what it may look like is the plant's policy.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct GivenCode(Box<str>);

impl GivenCode {
    /// Takes the text as it is; the command that carries it judges it.
    #[must_use]
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its parts, if it has canonical shape.
    #[must_use]
    pub fn canonical(&self) -> Option<CanonicalCode> {
        self.0.parse().ok()
    }

    /// It has the shape that the plant's style asks for.
    pub(crate) fn check_style(
        &self,
        field: impl ToString,
        policy: &PlantPolicy,
    ) -> Result<(), Rejection> {
        match policy.code_style {
            CodeStyle::Free => self.check_printable(field),
            CodeStyle::Canonical if self.canonical().is_some() => Ok(()),
            CodeStyle::Canonical => {
                let why = "a code is `TYPE-YYYYMMDD-SITE-NNNN`, its number from 0001 on";
                Err(self.invalid(field, why))
            }
        }
    }

    /// It is what any code is: 1 to 100 printable characters.
    pub(crate) fn check_printable(&self, field: impl ToString) -> Result<(), Rejection> {
        if is_printable(&self.0) {
            return Ok(());
        }
        Err(self.invalid(field, "a code has 1 to 100 printable characters"))
    }

    fn invalid(&self, field: impl ToString, why: &str) -> Rejection {
        Rejection::InvalidCode {
            field: field.to_string(),
            value: self.0.chars().take(MAX_NAME_CHARS).collect(),
            why: why.to_owned(),
        }
    }
}

/// 1 to 100 code points, none of them a control character, not only blanks.
pub(crate) fn is_printable(text: &str) -> bool {
    let length = text.chars().count();
    (1..=MAX_NAME_CHARS).contains(&length)
        && !text.chars().any(char::is_control)
        && !text.trim().is_empty()
}

impl From<CanonicalCode> for GivenCode {
    fn from(code: CanonicalCode) -> Self {
        Self(code.to_string().into())
    }
}

impl From<&str> for GivenCode {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for GivenCode {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}
