//! Identifiers: a newtype each, so that a lot's id is never taken for a run's.
//!
//! Ids of new things come from the caller (UUIDv7 by default in the typed APIs of hosts), so that an
//! offline device can refer to what it has just made.
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID as this kind of id.
            #[must_use]
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The UUID.
            #[must_use]
            pub const fn as_uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl core::str::FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read(text).map(Self)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
            }
        }

        $crate::vocabulary::read_as_text!($name);
    )+};
}

/// The text is no UUID in its hyphenated form of 36 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id is a UUID text like `0192f0c1-2345-7abc-8def-0123456789ab`")]
pub struct NotAnId;

/// Only the hyphenated form is read: one thing, one spelling (capitals are tolerated).
fn read(text: &str) -> Result<Uuid, NotAnId> {
    if text.len() != 36 {
        return Err(NotAnId);
    }
    Uuid::try_parse(text).map_err(|_| NotAnId)
}

ids! {
    /// A tenant: one company.
    TenantId;
    /// A user, as the host authenticated it.
    UserId;
    /// A device that sends commands.
    DeviceId;
    /// An idempotency key: one per command (rule book, section 10).
    CommandKey;
    /// A flow: a process definition.
    FlowId;
    /// A numbered version of a flow.
    VersionId;
    /// A run of a published version.
    RunId;
    /// A lot.
    LotId;
    /// A hold; unique within its lot, equal to the id of what opened it.
    HoldId;
    /// An inspection; shares one id space with readings.
    InspectionId;
    /// A temperature reading; shares one id space with inspections.
    ReadingId;
    /// A deviation: the id of the reading or inspection that opened it.
    DeviationId;
    /// A buffer.
    BufferId;
    /// An event of the audit log.
    EventId;
    /// A stock move.
    MoveId;
}

impl TenantId {
    /// The tenant of a plant without tenants.
    pub const NONE: Self = Self(Uuid::nil());
}

macro_rules! same_id {
    ($($from:ident => $to:ident),+ $(,)?) => {$(
        impl From<$from> for $to {
            fn from(id: $from) -> Self {
                Self(id.0)
            }
        }
    )+};
}

// The rule book gives one thing the id of another: a hold that of what opened it, a deviation that of
// its reading or inspection.
same_id! {
    CommandKey => HoldId, InspectionId => HoldId, ReadingId => HoldId,
    InspectionId => DeviationId, ReadingId => DeviationId, DeviationId => ReadingId, DeviationId => InspectionId,
    InspectionId => ReadingId, ReadingId => InspectionId,
}

impl CommandKey {
    /// The id of the command's `n`-th event: UUIDv5 with the key as namespace and `event:n` as name.
    #[must_use]
    pub fn event_id(self, n: usize) -> EventId {
        EventId(Uuid::new_v5(&self.0, format!("event:{n}").as_bytes()))
    }

    /// The id of the command's `n`-th stock move: UUIDv5 with the key as namespace and `move:n` as name.
    #[must_use]
    pub fn move_id(self, n: usize) -> MoveId {
        MoveId(Uuid::new_v5(&self.0, format!("move:{n}").as_bytes()))
    }
}
