use super::{Field, Place};
use crate::error::Rejection;
use serde::{Deserialize, Deserializer, de};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// The fields of a JSON object, taken out one by one; what is left at the end is unknown.
pub(crate) struct Fields<'a> {
    place: &'a Place<'a>,
    fields: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'a> Fields<'a> {
    /// Reads an object.
    pub(crate) fn read(value: &'a RawValue, place: &'a Place<'a>) -> Result<Self, Rejection> {
        Self::from_json(value.get(), place)
    }

    /// Reads an object from its text.
    pub(crate) fn from_json(json: &'a str, place: &'a Place<'a>) -> Result<Self, Rejection> {
        let object: Object<'a> = serde_json::from_str(json)
            .map_err(|error| Rejection::input(place, format_args!("a JSON object: {error}")))?;
        let fields = object.0;
        for (n, (name, _)) in fields.iter().enumerate() {
            if fields.iter().take(n).any(|(other, _)| other == name) {
                return Err(Self::refuse(place, name, "stands twice"));
            }
        }
        Ok(Self { place, fields })
    }

    /// Takes a field's JSON out; `null` is absent.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<&'a RawValue> {
        let found = self.fields.iter().position(|(field, _)| field == name)?;
        let (_, value) = self.fields.swap_remove(found);
        (value.get() != "null").then_some(value)
    }

    /// Takes a field that must be there.
    pub(crate) fn required<T: Field>(&mut self, name: &'static str) -> Result<T, Rejection> {
        self.optional(name)?
            .ok_or_else(|| Rejection::input(self.place.field(name), "is needed"))
    }

    /// Takes a field that may be there.
    pub(crate) fn optional<T: Field>(
        &mut self,
        name: &'static str,
    ) -> Result<Option<T>, Rejection> {
        self.take(name)
            .map(|value| T::read(value, &self.place.field(name)))
            .transpose()
    }

    /// Takes a field that may be left out.
    pub(crate) fn or<T: Field>(&mut self, name: &'static str, default: T) -> Result<T, Rejection> {
        Ok(self.optional(name)?.unwrap_or(default))
    }

    /// Whether a field is there with a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields
            .iter()
            .any(|(field, value)| field == name && value.get() != "null")
    }

    /// What is left, where any name will do.
    pub(crate) fn into_entries(self) -> impl Iterator<Item = (Cow<'a, str>, &'a RawValue)> {
        self.fields.into_iter()
    }

    /// Refuses what is left.
    pub(crate) fn finish(self) -> Result<(), Rejection> {
        match self.fields.first() {
            Some((name, _)) => Err(Self::refuse(self.place, name, "is no field known here")),
            None => Ok(()),
        }
    }

    fn refuse(place: &Place<'_>, name: &str, why: &str) -> Rejection {
        let name: String = name.chars().take(100).collect();
        let place = place.to_string();
        let field = if place.is_empty() {
            name
        } else {
            format!("{place}.{name}")
        };
        Rejection::input(field, why)
    }
}

struct Object<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Object<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<'a>(core::marker::PhantomData<&'a ()>);
        impl<'de: 'a, 'a> de::Visitor<'de> for Entries<'a> {
            type Value = Object<'a>;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Object<'a>, A::Error> {
                let mut fields = Vec::with_capacity(8);
                while let Some((Name(name), value)) = map.next_entry::<Name<'a>, &'a RawValue>()? {
                    fields.push((name, value));
                    if fields.len() > MAX_FIELDS {
                        return Err(de::Error::custom("too many fields"));
                    }
                }
                Ok(Object(fields))
            }
        }
        deserializer.deserialize_map(Entries(core::marker::PhantomData))
    }
}

/// More than any object of wire.md has; keeps the search for doubled fields short.
const MAX_FIELDS: usize = 64;

/// A field's name, borrowed where it has no escape.
struct Name<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Name<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<'a>(core::marker::PhantomData<&'a ()>);
        impl<'de: 'a, 'a> de::Visitor<'de> for Text<'a> {
            type Value = Name<'a>;
            fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("a field's name")
            }
            fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<Name<'a>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Name<'a>, E> {
                Ok(Name(Cow::Owned(name.to_owned())))
            }
        }
        deserializer.deserialize_str(Text(core::marker::PhantomData))
    }
}
