use crate::vocabulary::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Words for people: a map from language tag to text, at least one of them not blank.
///
/// ```
/// use wms_core::{text::Text, vocabulary::Language};
/// let name = Text::new("Átvétel", "Receipt");
/// assert_eq!(name.get("hu"), Some("Átvétel"));
/// assert_eq!(name.in_language(Language::En), "Receipt");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(BTreeMap<String, String>);

impl Text {
    /// A text in Hungarian and English.
    #[must_use]
    pub fn new(hu: impl Into<String>, en: impl Into<String>) -> Self {
        Self::of([("hu", hu.into()), ("en", en.into())])
    }

    /// A text in one language.
    #[must_use]
    pub fn hu(hu: impl Into<String>) -> Self {
        Self::of([("hu", hu.into())])
    }

    /// A text in any languages.
    #[must_use]
    pub fn of<T: Into<String>, W: Into<String>>(words: impl IntoIterator<Item = (T, W)>) -> Self {
        Self(
            words
                .into_iter()
                .map(|(tag, words)| (tag.into(), words.into()))
                .collect(),
        )
    }

    /// The words in a language.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// The words in a language, else in any that has some.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        let wanted = self
            .get(language.tag())
            .filter(|words| !words.trim().is_empty());
        wanted
            .or_else(|| self.words().find(|words| !words.trim().is_empty()))
            .unwrap_or_default()
    }

    /// The language tags and their words, by tag.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(tag, words)| (tag.as_str(), words.as_str()))
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether nothing is said in any language; blanks say nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words().all(|words| words.trim().is_empty())
    }
}
