//! Whatever a host keeps with a lot: a JSON object, held as its text.
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// A JSON object of at most 16 KiB as compact JSON in UTF-8.
///
/// Its fields are sorted and its spelling is compact, so that two spellings of one object are equal;
/// numbers keep the digits they were given with, so nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata(Box<str>);

/// Why a text is no metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MetadataError {
    /// No JSON object.
    #[error("metadata is a JSON object")]
    NotAnObject,
    /// Beyond 16 KiB as compact JSON.
    #[error("metadata has at most 16384 bytes as compact JSON")]
    TooLarge,
    /// Deeper than anybody reads.
    #[error("metadata is nested at most 64 deep")]
    TooDeep,
    /// One field twice in an object.
    #[error("a field stands once in an object")]
    DuplicateField,
    /// A text with U+0000.
    #[error("texts contain no U+0000")]
    Nul,
}

const MAX_BYTES: usize = 16 * 1024;
const MAX_DEPTH: usize = 64;

impl Metadata {
    /// Reads a JSON object.
    ///
    /// # Errors
    /// `MetadataError` says which limit it breaks.
    pub fn parse(json: &str) -> Result<Self, MetadataError> {
        if !json.trim_start().starts_with('{') {
            return Err(MetadataError::NotAnObject);
        }
        let mut compact = String::with_capacity(json.len().min(MAX_BYTES));
        write(json, MAX_DEPTH, &mut compact)?;
        if compact.len() > MAX_BYTES {
            return Err(MetadataError::TooLarge);
        }
        Ok(Self(compact.into()))
    }

    /// The object as compact JSON.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

/// Appends one value in compact form with sorted fields.
fn write(json: &str, depth: usize, out: &mut String) -> Result<(), MetadataError> {
    let deeper = depth.checked_sub(1).ok_or(MetadataError::TooDeep)?;
    let broken = |_| MetadataError::NotAnObject;
    match json.trim_start().as_bytes().first() {
        Some(b'{') => {
            let Fields(fields) = serde_json::from_str(json).map_err(broken)?;
            let fields = fields.ok_or(MetadataError::DuplicateField)?;
            out.push('{');
            for (n, (name, value)) in fields.iter().enumerate() {
                comma(n, out);
                text(name, out)?;
                out.push(':');
                write(value.get(), deeper, out)?;
            }
            out.push('}');
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json).map_err(broken)?;
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                comma(n, out);
                write(item.get(), deeper, out)?;
            }
            out.push(']');
        }
        Some(b'"') => text(&serde_json::from_str::<String>(json).map_err(broken)?, out)?,
        _ => out.push_str(json.trim()),
    }
    Ok(())
}

fn comma(n: usize, out: &mut String) {
    if n > 0 {
        out.push(',');
    }
}

fn text(text: &str, out: &mut String) -> Result<(), MetadataError> {
    if text.contains('\0') {
        return Err(MetadataError::Nul);
    }
    crate::audit::write_text(text, out);
    Ok(())
}

/// The fields of an object, unless one stands there twice.
struct Fields<'a>(Option<BTreeMap<String, &'a RawValue>>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object<'a>(core::marker::PhantomData<&'a ()>);
        impl<'de: 'a, 'a> serde::de::Visitor<'de> for Object<'a> {
            type Value = Fields<'a>;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Fields<'a>, A::Error> {
                let mut fields = Some(BTreeMap::new());
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    fields = fields.filter(|seen| !seen.contains_key(&name));
                    if let Some(fields) = &mut fields {
                        fields.insert(name, value);
                    }
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Object(core::marker::PhantomData))
    }
}

/// As the JSON text it is: a text inside an event, so that no reader of it re-spells what it holds.
impl Serialize for Metadata {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(crate::audit::JSON_TEXT, &self.0)
    }
}

impl<'de> Deserialize<'de> for Metadata {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = String::deserialize(deserializer)?;
        Self::parse(&json).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_one_object_are_equal_and_numbers_keep_their_digits() {
        let one = Metadata::parse(r#" { "b": 1.50, "a": [ null , "\u00e9" ] } "#).unwrap();
        assert_eq!(one.as_json(), r#"{"a":[null,"é"],"b":1.50}"#);
        assert_eq!(Ok(one), Metadata::parse(r#"{"a":[null,"é"],"b":1.50}"#));
        assert_eq!(
            Metadata::parse(r#"{"n":123456789012345678901234567890}"#)
                .unwrap()
                .as_json()
                .len(),
            36
        );
    }

    #[test]
    fn what_breaks_a_limit_is_refused() {
        assert_eq!(Metadata::parse("[1]"), Err(MetadataError::NotAnObject));
        assert_eq!(
            Metadata::parse(r#"{"a":1"#),
            Err(MetadataError::NotAnObject)
        );
        assert_eq!(
            Metadata::parse(r#"{"a":"\ud800"}"#),
            Err(MetadataError::NotAnObject)
        );
        assert_eq!(
            Metadata::parse(r#"{"a":1,"a":2}"#),
            Err(MetadataError::DuplicateField)
        );
        assert_eq!(
            Metadata::parse(r#"{"a":"\u0000"}"#),
            Err(MetadataError::Nul)
        );
        assert_eq!(
            Metadata::parse(&format!("{{\"a\":{}1{}}}", "[".repeat(70), "]".repeat(70))),
            Err(MetadataError::TooDeep)
        );
        let exactly = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BYTES - 8));
        assert!(Metadata::parse(&exactly).is_ok());
        assert_eq!(
            Metadata::parse(&exactly.replacen('x', "xx", 1)),
            Err(MetadataError::TooLarge)
        );
    }
}
