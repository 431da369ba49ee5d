//! How the values of wire.md are read: each names its own mistake.
use super::{Field, Fields, Place, field::check_chars};
use crate::{
    actor::Role,
    amount::{Celsius, Kilograms, Ratio},
    audit::{Digest, EntityType},
    code::{GivenCode, Prefix},
    error::Rejection,
    event::EventType,
    genealogy::Direction,
    ids::{
        BufferId, CommandKey, DeviationId, DeviceId, FlowId, HoldId, InspectionId, LotId,
        ReadingId, RunId, UserId, VersionId,
    },
    lot::{LossKind, LotStatus, LotType, Species, Storage},
    policy::{CodeStyle, PlantPolicy},
    quality::{Decision, ReadingKind},
    run::{RunStatus, Step},
    site::SiteCode,
    text::{Bytes, MAX_NAME_CHARS, MAX_TEXT_CHARS, Metadata, Reason, Text},
    time::{Day, DayStart, Instant, TimeZone},
};
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::BTreeMap, str::FromStr};

/// A JSON text, borrowed where it has no escape.
fn text<'a>(value: &'a RawValue, place: &Place<'_>) -> Result<Cow<'a, str>, Rejection> {
    let json = value.get();
    let plain = json
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|inner| !inner.contains('\\'));
    if let Some(plain) = plain {
        return Ok(Cow::Borrowed(plain));
    }
    if !json.starts_with('"') {
        return Err(Rejection::input(place, "a text is needed"));
    }
    serde_json::from_str(json)
        .map(Cow::Owned)
        .map_err(|error| Rejection::input(place, format_args!("a text is needed: {error}")))
}

/// A map whose names are data; like a field, each stands once.
fn entries<'a>(
    value: &'a RawValue,
    place: &'a Place<'a>,
    needed: &str,
) -> Result<impl Iterator<Item = (Cow<'a, str>, &'a RawValue)>, Rejection> {
    if !value.get().starts_with('{') {
        return Err(Rejection::input(place, needed));
    }
    Fields::read(value, place).map(Fields::into_entries)
}

/// What was given, at most 100 code points of it.
fn shown(text: &str) -> String {
    text.chars().take(100).collect()
}

fn parsed<T: FromStr<Err: core::fmt::Display>>(
    value: &RawValue,
    place: &Place<'_>,
) -> Result<T, Rejection> {
    text(value, place)?
        .parse()
        .map_err(|error| Rejection::input(place, error))
}

macro_rules! parsed_texts {
    ($($type:ty = $kind:literal),+ $(,)?) => {$(
        impl Field for $type {
            const KIND: &'static str = $kind;
            fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
                parsed(value, place)
            }
        }
    )+};
}

parsed_texts! {
    BufferId = "id", CommandKey = "id", DeviationId = "id", DeviceId = "id", FlowId = "id", HoldId = "id",
    InspectionId = "id", LotId = "id", ReadingId = "id", RunId = "id", UserId = "id", VersionId = "id",
    Instant = "time", Day = "day", DayStart = "HH:MM", TimeZone = "IANA time zone", SiteCode = "site",
    Digest = "sha256", Prefix = "prefix", Role = "role", EntityType = "entity type", EventType = "event type", Direction = "direction",
    LossKind = "loss kind", LotStatus = "lot status", Species = "species", Storage = "storage",
    Decision = "decision", ReadingKind = "reading kind", RunStatus = "run status", CodeStyle = "code style",
}

impl Field for LotType {
    const KIND: &'static str = "lot type";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        parsed(value, place)
    }
}

/// The digits of a number that may come as a text or as a JSON integer; a JSON float is refused.
fn digits<'a>(value: &'a RawValue, place: &Place<'_>) -> Result<Cow<'a, str>, Rejection> {
    let json = value.get();
    match json.as_bytes().first() {
        Some(b'"') => text(value, place),
        Some(b'-' | b'0'..=b'9') if !json.contains(['.', 'e', 'E']) => Ok(Cow::Borrowed(json)),
        Some(b'-' | b'0'..=b'9') => Err(Rejection::input(
            place,
            "a decimal is a text, never a JSON float",
        )),
        _ => Err(Rejection::input(
            place,
            "a decimal text or a JSON integer is needed",
        )),
    }
}

impl Field for Kilograms {
    const KIND: &'static str = "kg";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let digits = digits(value, place)?;
        digits.parse().map_err(
            |error: crate::amount::WeightError| Rejection::InvalidWeight {
                field: place.to_string(),
                value: shown(&digits),
                why: error.to_string(),
            },
        )
    }
}

impl Field for Celsius {
    const KIND: &'static str = "°C";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let digits = digits(value, place)?;
        digits
            .parse()
            .map_err(
                |error: crate::amount::TemperatureError| Rejection::InvalidTemperature {
                    field: place.to_string(),
                    value: shown(&digits),
                    why: error.to_string(),
                },
            )
    }
}

impl Field for Ratio {
    const KIND: &'static str = "decimal";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        digits(value, place)?
            .parse()
            .map_err(|error| Rejection::input(place, error))
    }
}

impl Field for bool {
    const KIND: &'static str = "boolean";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        match value.get() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Rejection::input(place, "true or false is needed")),
        }
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl Field for $type {
            const KIND: &'static str = "whole number";
            fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
                value.get().parse().map_err(|_| Rejection::input(place, format_args!("a whole number up to {} is needed", Self::MAX)))
            }
        }
    )+};
}
whole_numbers!(u16, u32);

impl Field for Step {
    const KIND: &'static str = "step";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let number = value.get().parse().ok();
        number
            .and_then(Self::new)
            .ok_or_else(|| Rejection::input(place, "a step is a whole number from 0 to 10"))
    }
}

impl Field for String {
    const KIND: &'static str = "string";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let text = text(value, place)?.into_owned();
        text.check(place)?;
        Ok(text)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        check_chars(self, place, MAX_TEXT_CHARS)
    }
}

impl Field for Reason {
    const KIND: &'static str = "reason";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let reason = Self::new(text(value, place)?);
        reason.check(place)?;
        Ok(reason)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        check_chars(self.as_str(), place, MAX_TEXT_CHARS)
    }
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        let length = self.chars();
        if u32::try_from(length).unwrap_or(u32::MAX) < policy.min_reason_chars {
            return Err(Rejection::ReasonTooShort {
                field: place.to_string(),
                length,
                min: policy.min_reason_chars,
            });
        }
        Ok(())
    }
}

impl Field for GivenCode {
    const KIND: &'static str = "code";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let code = Self::new(text(value, place)?);
        code.check(place)?;
        Ok(code)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        if self.as_str().contains('\0') {
            return Err(Rejection::input(place, "texts contain no U+0000"));
        }
        Ok(())
    }
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.check_style(place, policy)
    }
}

impl Field for Text {
    const KIND: &'static str = "text";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let words = entries(value, place, "a map from language tag to text is needed")?
            .map(|(tag, words)| Ok((tag, text(words, place)?)))
            .collect::<Result<Vec<_>, Rejection>>()?;
        let text = Self::of(words);
        text.check(place)?;
        Ok(text)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        let is_tag = |tag: &str| {
            (2..=35).contains(&tag.len())
                && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if let Some((tag, _)) = self.iter().find(|(tag, _)| !is_tag(tag)) {
            return Err(Rejection::input(
                place,
                format_args!("`{}` is no language tag", shown(tag)),
            ));
        }
        if self.is_blank() {
            return Err(Rejection::input(
                place,
                "something must be said in at least one language",
            ));
        }
        // Texts are names of sites and flows: 100 characters.
        self.iter()
            .try_for_each(|(_, words)| check_chars(words, place, MAX_NAME_CHARS))
    }
}

impl Field for Metadata {
    const KIND: &'static str = "object";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        Self::parse(value.get()).map_err(|error| Rejection::input(place, error))
    }
}

impl Field for Bytes {
    const KIND: &'static str = "base64";
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let bytes: Self = parsed(value, place)?;
        bytes.check(place)?;
        Ok(bytes)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        if self.as_slice().len() > 64 * 1024 {
            return Err(Rejection::input(
                place,
                "a signature has at most 65536 bytes",
            ));
        }
        Ok(())
    }
}

impl<T: Field> Field for BTreeMap<LotType, T> {
    const KIND: &'static str = T::KIND;
    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        entries(value, place, "a map by lot type is needed")?
            .map(|(name, value)| {
                let lot_type: LotType = name
                    .parse()
                    .map_err(|error| Rejection::input(place, error))?;
                if lot_type.is_legacy() {
                    return Err(Rejection::LegacyLotType { lot_type });
                }
                Ok((lot_type, T::read(value, &place.field(lot_type.as_str()))?))
            })
            .collect()
    }
}
