//! Messages: a sentence per code and language, rendered from the details.
use super::{Code, Rejection, Warning, WarningCode, message_en, message_hu};
use crate::{audit::EntityType, text::Text, vocabulary::Language};
use serde_json::{Map, Value};

/// The sentences of one language: a template per code, with the details' names in braces.
///
/// Hosts add languages by writing one; the codes are those of [`Code`], [`WarningCode`] and of flow issues.
///
/// ```
/// use wms_core::error::{Catalogue, Rejection};
/// struct German;
/// impl Catalogue for German {
///     fn template(&self, code: &str) -> Option<&str> {
///         (code == "NOT_FOUND").then_some("{entity} `{id}` gibt es nicht")
///     }
/// }
/// let refusal = Rejection::NotFound { entity: "lot", id: "RAW-20260115-DUNA-0001".into() };
/// assert_eq!(German.render("NOT_FOUND", &refusal.details()).as_deref(), Some("lot `RAW-20260115-DUNA-0001` gibt es nicht"));
/// ```
pub trait Catalogue {
    /// The sentence for a code; nothing where this catalogue has none.
    fn template(&self, code: &str) -> Option<&str>;

    /// The sentence for a code with its facts filled in.
    fn render(&self, code: &str, details: &Map<String, Value>) -> Option<String> {
        self.template(code).map(|template| fill(template, details))
    }
}

impl Catalogue for Language {
    fn template(&self, code: &str) -> Option<&str> {
        let table = match self {
            Self::Hu => message_hu::template,
            Self::En => message_en::template,
        };
        table(code)
    }

    /// With the kind of thing it is about in words.
    fn render(&self, code: &str, details: &Map<String, Value>) -> Option<String> {
        let template = self.template(code)?;
        let entity = details.get("entity").and_then(Value::as_str);
        let Some(word) = entity.and_then(|entity| entity_word(entity, *self)) else {
            return Some(fill(template, details));
        };
        let mut spoken = details.clone();
        spoken.insert("entity".to_owned(), word.into());
        Some(fill(template, &spoken))
    }
}

/// What people call an entity; holds have no audit stream of their own, and still a name.
fn entity_word(entity: &str, language: Language) -> Option<&'static str> {
    match (entity, language) {
        ("hold", Language::Hu) => Some("zárolás"),
        ("hold", Language::En) => Some("hold"),
        _ => entity
            .parse::<EntityType>()
            .ok()
            .map(|entity| entity.label(language)),
    }
}

/// Puts the facts in place of their names in braces; a fact that is missing reads as a dash.
fn fill(template: &str, details: &Map<String, Value>) -> String {
    let mut message = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        message.push_str(before);
        message.push_str(&details.get(name).map_or_else(|| "–".to_owned(), spoken));
        rest = after;
    }
    message.push_str(rest);
    message
}

/// A fact as people read it: lots by their codes, issues by theirs, lists with commas.
fn spoken(fact: &Value) -> String {
    match fact {
        Value::Null => "–".to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.is_empty() => "–".to_owned(),
        Value::Array(items) => items.iter().map(spoken).collect::<Vec<_>>().join(", "),
        Value::Object(object) => object.get("code").map_or_else(|| fact.to_string(), spoken),
        Value::Bool(_) | Value::Number(_) => fact.to_string(),
    }
}

pub(crate) fn message(code: &str, details: &Map<String, Value>, language: Language) -> String {
    language
        .render(code, details)
        .unwrap_or_else(|| code.to_owned())
}

pub(crate) fn message_text(code: &str, details: &Map<String, Value>) -> Text {
    Text::of(Language::ALL.map(|language| (language.tag(), message(code, details, language))))
}

impl Rejection {
    /// What was refused, with the values, and what would be accepted.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        message(self.code().as_str(), &self.details(), language)
    }
}

impl Warning {
    /// What should be seen, with the values.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        message(self.code().as_str(), &self.details(), language)
    }
}

impl Code {
    /// Whether a catalogue has a sentence for it.
    #[must_use]
    pub fn is_in(self, catalogue: &impl Catalogue) -> bool {
        catalogue.template(self.as_str()).is_some()
    }
}

impl WarningCode {
    /// Whether a catalogue has a sentence for it.
    #[must_use]
    pub fn is_in(self, catalogue: &impl Catalogue) -> bool {
        catalogue.template(self.as_str()).is_some()
    }
}
