//! A naive look for fields that stand twice, where JSON readers keep the last and lose the first.
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use std::collections::BTreeSet;

/// Every field of the JSON stands once in its object. What a graph holds beside what is read of it is kept as
/// it is, so it is not looked at.
pub(crate) fn every_field_stands_once(json: &str) {
    if let Err(error) = serde_json::from_str::<Once>(json) {
        let error = error.to_string();
        assert!(!error.contains(TWICE), "accepted, though {error}: {json}");
    }
}

const TWICE: &str = "stands twice";

struct Once;

impl<'de> Deserialize<'de> for Once {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Self)
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == "graph" {
                map.next_value::<IgnoredAny>()?;
            } else {
                map.next_value::<Self>()?;
            }
            if let Some(twice) = names.replace(name) {
                return Err(A::Error::custom(format_args!("`{twice}` {TWICE}")));
            }
        }
        Ok(self)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self, A::Error> {
        while seq.next_element::<Self>()?.is_some() {}
        Ok(self)
    }
    fn visit_bool<E>(self, _: bool) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_str<E>(self, _: &str) -> Result<Self, E> {
        Ok(self)
    }
    fn visit_unit<E>(self) -> Result<Self, E> {
        Ok(self)
    }
}
