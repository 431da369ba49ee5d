use super::views;
use crate::{
    actor::Role,
    audit::{Broken, EntityType, Verification},
    event::EventType,
    ids::{CommandKey, DeviceId, EventId, UserId},
    query::Cursor,
    time::Instant,
};
use serde::{Deserialize, Serialize};

views! {
    /// An entity that an event changed.
    AuditEntity {
        /// What kind of thing it is.
        entity_type: EntityType,
        /// Its id; a site's is its code.
        entity_id: String,
        /// The version of its stream after the event.
        version: u64,
    }
    /// A part of the log in the order it was recorded.
    ChangesPage {
        /// The events.
        items: Vec<AuditEvent>,
        /// Where to go on: never null.
        next: Cursor,
    }
    /// The first thing in the log that does not fit.
    BrokenStream {
        /// The stream, as its entity's kind and id; null when a checkpoint is not in the history.
        stream: Option<String>,
        /// The version that is not as it was.
        version: u64,
        /// What is wrong with it.
        why: Box<str>,
    }
    /// What a verification of the log found.
    AuditVerification {
        /// How many events were read.
        events: u64,
        /// How many streams they belong to.
        streams: u64,
        /// One hash over all stream heads.
        checkpoint: String,
        /// The first thing that does not fit.
        first_broken: Option<BrokenStream>,
    }
}

/// An event of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct AuditEvent {
    /// Its id.
    pub id: EventId,
    /// Its place in the log.
    pub sequence: u64,
    /// The entities it changed, in the order of the rule book, section 10.
    pub entities: Vec<AuditEntity>,
    /// Its type.
    pub event_type: EventType,
    /// Who acted.
    pub user_id: UserId,
    /// In which role.
    pub role: Role,
    /// On which device.
    pub device_id: Option<DeviceId>,
    /// The key of the command that caused it.
    pub key: CommandKey,
    /// The time of the act.
    pub at: Instant,
    /// The time of record.
    pub recorded_at: Instant,
    /// The event as canonical JSON: the very text that was hashed.
    #[serde(with = "as_object")]
    pub event: Box<str>,
}

/// The text of an event, written as the object it is.
mod as_object {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::value::RawValue;

    #[expect(clippy::borrowed_box, reason = "as serde calls it")]
    pub(super) fn serialize<S: Serializer>(
        text: &Box<str>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let object: &RawValue = serde_json::from_str(text).map_err(serde::ser::Error::custom)?;
        object.serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Box<str>, D::Error> {
        Box::<RawValue>::deserialize(deserializer).map(|object| object.get().into())
    }
}

impl From<Verification> for AuditVerification {
    fn from(found: Verification) -> Self {
        Self {
            events: found.events,
            streams: found.streams,
            checkpoint: found.checkpoint,
            first_broken: found.first_broken.map(BrokenStream::from),
        }
    }
}

impl From<Broken> for BrokenStream {
    fn from(broken: Broken) -> Self {
        Self {
            stream: broken.stream.map(|stream| stream.to_string()),
            version: broken.version,
            why: broken.why.into(),
        }
    }
}
