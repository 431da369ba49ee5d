use serde::{Deserialize, Serialize};

/// A reason, resolution, action or notes: kept trimmed.
///
/// Its least length is the plant's policy (`min_reason_chars`), so it is judged by the command that
/// carries it, not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String")]
pub struct Reason(Box<str>);

impl Reason {
    /// Takes the words, trimmed.
    #[must_use]
    pub fn new(words: impl AsRef<str>) -> Self {
        Self(words.as_ref().trim().into())
    }

    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many code points they have.
    #[must_use]
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }
}

impl From<String> for Reason {
    fn from(words: String) -> Self {
        Self::new(words)
    }
}

impl From<&str> for Reason {
    fn from(words: &str) -> Self {
        Self::new(words)
    }
}

impl core::fmt::Display for Reason {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}
