//! Rows to entities and back. An entity is core's; a row is what a database keeps of it.
//!
//! What no rule and no query looks into is kept as one JSON text (`doc`).
mod corrupt;
mod doc;
mod flow;
mod inventory;
mod log;
mod lot;
mod quality;
mod run;
mod site;

pub(crate) use corrupt::Of;
pub(crate) use log::{entity_of, entity_value, read_warnings, site_value};

use crate::sql::{Date, IdValue, Time};
use uuid::Uuid;
use wms_core::{
    audit::{Digest, Head},
    event::Stamp,
    ids::UserId,
    time::{Day, Instant},
};

/// The id of any kind of thing, as a bind.
pub(crate) fn id(id: impl Identified) -> IdValue {
    IdValue(id.uuid())
}

/// What has an id of its own type.
pub(crate) trait Identified {
    /// The id beneath.
    fn uuid(self) -> Uuid;
}

macro_rules! identified {
    ($($name:ident),+) => {$(
        impl Identified for wms_core::ids::$name {
            fn uuid(self) -> Uuid {
                self.as_uuid()
            }
        }
    )+};
}
identified!(
    TenantId,
    UserId,
    DeviceId,
    CommandKey,
    FlowId,
    VersionId,
    RunId,
    LotId,
    HoldId,
    InspectionId,
    ReadingId,
    DeviationId,
    BufferId,
    EventId,
    MoveId
);

pub(crate) const fn time(at: Instant) -> Time {
    Time(at.millis())
}

pub(crate) const fn date(day: Day) -> Date {
    Date(day.to_date())
}

pub(crate) fn hash(digest: &Digest) -> Vec<u8> {
    digest.as_bytes().to_vec()
}

/// A version or a count, as a bind: no stream is longer than an `i64`.
pub(crate) fn big(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A place in a list, as a bind: no list is longer than an `i32`.
pub(crate) fn int(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The columns that every entity's stamp fills.
pub(crate) struct Stamped {
    pub(crate) created_at: Time,
    pub(crate) recorded_at: Time,
    pub(crate) created_by: IdValue,
}

impl From<Stamp> for Stamped {
    fn from(stamp: Stamp) -> Self {
        Self {
            created_at: time(stamp.at),
            recorded_at: time(stamp.recorded_at),
            created_by: id(stamp.by),
        }
    }
}

impl Of<'_> {
    pub(crate) fn instant(&self, at: Time) -> Result<Instant, crate::error::Error> {
        Instant::from_millis(at.0).map_err(|_| self.corrupt())
    }

    pub(crate) fn day(&self, day: Date) -> Result<Day, crate::error::Error> {
        Day::try_from(day.0).map_err(|_| self.corrupt())
    }

    pub(crate) fn digest(&self, bytes: &[u8]) -> Result<Digest, crate::error::Error> {
        let bytes = bytes.try_into().map_err(|_| self.corrupt())?;
        Ok(Digest::from_bytes(bytes))
    }

    pub(crate) fn head(&self, version: i64, hash: &[u8]) -> Result<Head, crate::error::Error> {
        let version = u64::try_from(version).map_err(|_| self.corrupt())?;
        Ok(Head::from_parts(version, self.digest(hash)?))
    }

    pub(crate) fn stamp(
        &self,
        at: Time,
        recorded_at: Time,
        by: IdValue,
    ) -> Result<Stamp, crate::error::Error> {
        Ok(Stamp::from_parts(
            self.instant(at)?,
            self.instant(recorded_at)?,
            UserId::new(by.0),
        ))
    }
}
