use super::{Command, Decide};
use crate::{
    actor::Actor,
    error::Rejection,
    ids::CommandKey,
    time::Instant,
    wire::{Field, Fields, Place},
    world::Claim,
};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use serde_json::value::RawValue;

/// The newest form of the envelope that this library knows.
pub const VERSION: u32 = 1;

/// A command with its key, its actor and the time of the act.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Envelope {
    /// The idempotency key.
    pub key: CommandKey,
    /// Who acts.
    pub actor: Actor,
    /// The time of the act by the caller's clock; none: the store's.
    pub at: Option<Instant>,
    /// What to do.
    pub command: Command,
}

impl Actor {
    /// Reads it from a JSON object of its own.
    ///
    /// # Errors
    /// What of category `invalid` its shape breaks, with the path of the field.
    pub fn from_json(json: &str) -> Result<Self, Rejection> {
        crate::wire::read_alone(json)
    }
}

/// The actor as an envelope names it.
impl Field for Actor {
    const KIND: &'static str = "actor";

    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let mut fields = Fields::read(value, place)?;
        let (user_id, role) = (fields.required("user_id")?, fields.required("role")?);
        let actor = Self {
            user_id,
            role,
            device_id: fields.optional("device_id")?,
        };
        fields.finish()?;
        Ok(actor)
    }
}

impl Envelope {
    /// A command of an actor under a key.
    #[must_use]
    pub fn new(key: CommandKey, actor: Actor, command: impl Into<Command>) -> Self {
        Self {
            key,
            actor,
            at: None,
            command: command.into(),
        }
    }

    /// With the time of the act.
    #[must_use]
    pub fn at(self, at: Instant) -> Self {
        Self {
            at: Some(at),
            ..self
        }
    }

    /// Reads an envelope from its JSON text.
    ///
    /// # Errors
    /// What of category `invalid` its shape breaks, with the path of the field; `UNSUPPORTED_VERSION` for a
    /// form newer than [`VERSION`].
    pub fn from_json(json: &str) -> Result<Self, Rejection> {
        let root = Place::ROOT;
        let mut fields = Fields::from_json(json, &root)?;
        let version = fields.or("v", VERSION)?;
        match version {
            0 => return Err(Rejection::input("v", "versions count from 1")),
            1..=VERSION => {}
            _ => {
                let why = format!("this library knows envelopes up to version {VERSION}");
                return Err(Rejection::UnsupportedVersion {
                    field: "v".to_owned(),
                    why,
                });
            }
        }
        let key = fields.required("key")?;
        let actor = fields.required("actor")?;
        let at = fields.optional("at")?;
        let command: &RawValue = fields
            .take("command")
            .ok_or_else(|| Rejection::input("command", "is needed"))?;
        let command = Command::read(command, &root)?;
        fields.finish()?;
        Ok(Self {
            key,
            actor,
            at,
            command,
        })
    }

    /// The envelope as JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Nothing an envelope holds fails to become JSON.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The first guess of what the command touches, and the policy, which every command relies on.
    #[must_use]
    pub fn footprint(&self) -> Vec<Claim> {
        let mut claims = vec![Claim::rely(crate::world::Key::Policy)];
        claims.extend(self.command.footprint());
        claims
    }
}

impl Serialize for Envelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let command = self.command.to_text().map_err(serde::ser::Error::custom)?;
        let command = RawValue::from_string(command).map_err(serde::ser::Error::custom)?;
        let mut envelope = serializer.serialize_struct("Envelope", 5)?;
        envelope.serialize_field("v", &VERSION)?;
        envelope.serialize_field("key", &self.key)?;
        envelope.serialize_field("actor", &self.actor)?;
        envelope.serialize_field("at", &self.at)?;
        envelope.serialize_field("command", &command)?;
        envelope.end()
    }
}
