//! What can stand in a cell, and how it is spelled.
use super::{LotCode, RunCode};
use chrono_tz::Tz;
use wms_core::{
    amount::{Celsius, Kilograms},
    lot::{LossKind, LotType, Species, Storage},
    quality::{Decision, ReadingKind},
    run::Step,
    site::SiteCode,
    time::{Day, DayStart, Instant, TimeZone},
};

/// A value of a cell.
pub(crate) trait Cell: Sized {
    /// What a blank cell says; for most values it says that something is missing.
    const BLANK: Option<Self> = None;

    /// Reads a cell that is not blank.
    fn read(text: &str) -> Result<Self, String>;

    /// Spells the value; times by the plant's clock, with their offset.
    fn write(&self, zone: Tz) -> String;
}

/// A cell that may be blank.
impl<T: Cell> Cell for Option<T> {
    const BLANK: Option<Self> = Some(None);

    fn read(text: &str) -> Result<Self, String> {
        T::read(text).map(Some)
    }

    fn write(&self, zone: Tz) -> String {
        self.as_ref()
            .map_or_else(String::new, |value| value.write(zone))
    }
}

/// Types whose spelling the library knows.
macro_rules! spelled {
    ($($type:ty),+) => {$(
        impl Cell for $type {
            fn read(text: &str) -> Result<Self, String> {
                text.parse().map_err(|error| said(text, &error))
            }
            fn write(&self, _: Tz) -> String {
                self.to_string()
            }
        }
    )+};
}
spelled!(
    Celsius,
    Day,
    DayStart,
    Decision,
    LossKind,
    LotType,
    ReadingKind,
    SiteCode,
    Species,
    Storage,
    TimeZone
);

/// The library's words, with what was found where they do not say it.
fn said(text: &str, error: &impl ToString) -> String {
    let words = error.to_string();
    if words.contains('`') && words.contains(text) {
        words
    } else {
        format!("`{text}`: {words}")
    }
}

impl Cell for String {
    fn read(text: &str) -> Result<Self, String> {
        if text.contains('\0') {
            return Err("texts contain no U+0000".to_owned());
        }
        Ok(text.to_owned())
    }
    fn write(&self, _: Tz) -> String {
        self.clone()
    }
}

impl Cell for Kilograms {
    fn read(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(Self::ZERO) => Err("a weight is more than 0".to_owned()),
            read => read.map_err(|error| said(text, &error)),
        }
    }
    fn write(&self, _: Tz) -> String {
        self.to_string()
    }
}

impl Cell for Instant {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| {
            format!("`{text}`: a time carries its offset, like `2026-01-15T06:00:00+01:00`")
        })
    }
    fn write(&self, zone: Tz) -> String {
        let local = self.to_utc().with_timezone(&zone);
        local.format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

impl Cell for u32 {
    fn read(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(0) | Err(_) => Err(format!("`{text}`: a whole number from 1 on")),
            Ok(number) => Ok(number),
        }
    }
    fn write(&self, _: Tz) -> String {
        self.to_string()
    }
}

impl Cell for Step {
    fn read(text: &str) -> Result<Self, String> {
        let step = text.parse().ok().and_then(Self::new);
        step.ok_or_else(|| format!("`{text}`: a step is a whole number from 0 to 10"))
    }
    fn write(&self, _: Tz) -> String {
        self.to_string()
    }
}

impl Cell for LotCode {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text)
    }
    fn write(&self, _: Tz) -> String {
        self.to_string()
    }
}

impl Cell for RunCode {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text)
    }
    fn write(&self, _: Tz) -> String {
        self.to_string()
    }
}

/// Several values in one cell, with blanks between them.
impl<T: Cell> Cell for Vec<T> {
    fn read(text: &str) -> Result<Self, String> {
        text.split_whitespace().map(T::read).collect()
    }
    fn write(&self, zone: Tz) -> String {
        let values: Vec<String> = self.iter().map(|value| value.write(zone)).collect();
        values.join(" ")
    }
}
