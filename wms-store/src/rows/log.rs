//! The log's rows: commands, events, links of streams.
use super::{Of, big, doc, hash, id, int, time};
use crate::{
    error::Error,
    schema::{ChainRow, CommandRow, EventRow},
    sql::IdValue,
};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;
use wms_core::{
    actor::Actor,
    audit::{ChainEntry, Digest, EntityRef, EntityType, Recorded},
    command::Envelope,
    error::{Warning, WarningCode},
    event::Event,
    ids::{
        BufferId, DeviationId, DeviceId, FlowId, InspectionId, LotId, ReadingId, RunId, TenantId,
        UserId, VersionId,
    },
    site::SiteCode,
    time::Instant,
};

impl CommandRow {
    pub(crate) fn of(
        tenant: TenantId,
        envelope: &Envelope,
        number: i64,
        digest: &Digest,
        (at, now): (Instant, Instant),
        warnings: &[Warning],
    ) -> Self {
        let actor = envelope.actor;
        Self {
            tenant_id: id(tenant),
            key: id(envelope.key),
            number,
            user_id: id(actor.user_id),
            role: actor.role.to_string(),
            device_id: actor.device_id.map(id),
            digest: hash(digest),
            acted_at: time(at),
            recorded_at: time(now),
            warnings: write_warnings(warnings),
        }
    }

    /// The times of the act and of record, if they are in range.
    pub(crate) fn times(&self) -> Option<(Instant, Instant)> {
        let at = Instant::from_millis(self.acted_at.0).ok()?;
        Some((at, Instant::from_millis(self.recorded_at.0).ok()?))
    }

    pub(crate) fn actor(&self) -> Result<Actor, Error> {
        let of = Of::new("commands", &self.key.0);
        let mut actor = Actor::new(UserId::new(self.user_id.0), of.text(&self.role)?);
        actor.device_id = self.device_id.map(|id| DeviceId::new(id.0));
        Ok(actor)
    }
}

impl EventRow {
    pub(crate) fn of(tenant: TenantId, recorded: &Recorded, event: &Event) -> Self {
        Self {
            tenant_id: id(tenant),
            key: id(recorded.key),
            number: int(recorded.number),
            event_type: event.event_type().to_string(),
            event: recorded.text.to_string(),
        }
    }
}

impl ChainRow {
    pub(crate) fn of(
        tenant: TenantId,
        recorded: &Recorded,
        place: usize,
        entry: &ChainEntry,
    ) -> Self {
        Self {
            tenant_id: id(tenant),
            entity_type: entry.entity.entity_type().to_string(),
            entity_id: entity_value(entry.entity),
            version: big(entry.head.version),
            hash: hash(&entry.head.hash),
            key: id(recorded.key),
            number: int(recorded.number),
            place: int(place),
        }
    }

    pub(crate) fn into_entry(self) -> Result<ChainEntry, Error> {
        let of = Of::new("audit_chain", &self.key.0);
        Ok(ChainEntry::from_parts(
            entity_of(&of, of.text(&self.entity_type)?, self.entity_id)?,
            of.head(self.version, &self.hash)?,
        ))
    }
}

/// An entity's id as a chain entry keeps it; a site's is its four letters, filled up with zeros.
pub(crate) fn entity_value(entity: EntityRef) -> IdValue {
    match entity {
        EntityRef::Site(code) => site_value(code),
        EntityRef::Policy(tenant) => id(tenant),
        EntityRef::Flow(one) => id(one),
        EntityRef::Version(one) => id(one),
        EntityRef::Run(one) => id(one),
        EntityRef::Lot(one) => id(one),
        EntityRef::Inspection(one) => id(one),
        EntityRef::Reading(one) => id(one),
        EntityRef::Deviation(one) => id(one),
        EntityRef::Buffer(one) => id(one),
    }
}

pub(crate) fn site_value(code: SiteCode) -> IdValue {
    let mut bytes = [0; 16];
    let letters = code.to_string();
    bytes
        .iter_mut()
        .zip(letters.bytes())
        .for_each(|(byte, letter)| *byte = letter);
    IdValue(Uuid::from_bytes(bytes))
}

/// The entity that a chain entry is about.
pub(crate) fn entity_of(of: &Of<'_>, kind: EntityType, found: IdValue) -> Result<EntityRef, Error> {
    let found = found.0;
    Ok(match kind {
        EntityType::Site => {
            let letters = found.as_bytes().iter().take(4);
            let letters: String = letters.map(|letter| char::from(*letter)).collect();
            EntityRef::Site(of.text(&letters)?)
        }
        EntityType::Policy => EntityRef::Policy(TenantId::new(found)),
        EntityType::Flow => EntityRef::Flow(FlowId::new(found)),
        EntityType::Version => EntityRef::Version(VersionId::new(found)),
        EntityType::Run => EntityRef::Run(RunId::new(found)),
        EntityType::Lot => EntityRef::Lot(LotId::new(found)),
        EntityType::Inspection => EntityRef::Inspection(InspectionId::new(found)),
        EntityType::Reading => EntityRef::Reading(ReadingId::new(found)),
        EntityType::Deviation => EntityRef::Deviation(DeviationId::new(found)),
        EntityType::Buffer => EntityRef::Buffer(BufferId::new(found)),
    })
}

/// Warnings as their codes and facts.
pub(crate) fn write_warnings(warnings: &[Warning]) -> String {
    let said = warnings.iter();
    let said = said.map(|warning| (warning.code().as_str(), warning.details()));
    doc::write(&said.collect::<Vec<_>>())
}

pub(crate) fn read_warnings(of: &Of<'_>, text: &str) -> Result<Vec<Warning>, Error> {
    #[derive(Deserialize)]
    struct Said(WarningCode, Map<String, Value>);
    let said: Vec<Said> = of.doc(text)?;
    let said = said.into_iter();
    said.map(|Said(code, details)| of.some(Warning::from_parts(code, &details)))
        .collect()
}
