use super::{Ask, complete, meets, within};
use crate::{
    audit::{EntityRef, Head, Verifier},
    error::Rejection,
    event::Event,
    plant::{LogEvent, Plant},
    query::{
        AuditEntity, AuditEvent, AuditEvents, AuditVerification, Changes, ChangesPage, Cursor,
        Items, VerifyAudit, page::not_given_out,
    },
    world::World,
};
use uuid::Uuid;

/// Sequence numbers travel in cursors as ids do.
fn cursor_id(sequence: u64) -> Uuid {
    Uuid::from_u128(u128::from(sequence))
}

/// How many events a cursor has behind it.
fn seen(plant: &Plant, last: Uuid) -> Result<usize, Rejection> {
    let seen = usize::try_from(last.as_u128()).map_err(|_| not_given_out())?;
    if seen <= plant.log().len() {
        Ok(seen)
    } else {
        Err(not_given_out())
    }
}

impl AuditEvent {
    /// The view of an event of the log.
    ///
    /// # Errors
    /// `STORE_CORRUPT` for a text that is no event.
    pub fn of(event: LogEvent<'_>) -> Result<Self, Rejection> {
        let corrupt = |_| Rejection::StoreCorrupt {
            table: "audit_events".to_owned(),
            id: event.sequence.to_string(),
        };
        let event_type = Event::from_text(event.text).map_err(corrupt)?.event_type();
        let entities = event.chain.iter().map(|entry| AuditEntity {
            entity_type: entry.entity.entity_type(),
            entity_id: entry.entity.id(),
            version: entry.head.version,
        });
        Ok(Self {
            id: event.key.event_id(event.number),
            sequence: event.sequence,
            entities: entities.collect(),
            event_type,
            user_id: event.actor.user_id,
            role: event.actor.role,
            device_id: event.actor.device_id,
            key: event.key,
            at: event.at,
            recorded_at: event.recorded_at,
            event: event.text.into(),
        })
    }
}

impl AuditEvents {
    fn keeps(&self, event: &LogEvent<'_>) -> bool {
        // Ids are given out in small letters, and read in capitals too.
        let id = self.entity_id.as_ref().map(|id| {
            id.parse::<Uuid>()
                .map_or_else(|_| id.clone(), |id| id.to_string())
        });
        let changed = |entity: EntityRef| {
            meets(self.entity_type, entity.entity_type())
                && id.as_ref().is_none_or(|id| entity.id() == *id)
        };
        meets(self.user_id, event.actor.user_id)
            && within(event.recorded_at, self.from, self.to)
            && (self.entity_type.is_none() && id.is_none()
                || event.chain.iter().any(|entry| changed(entry.entity)))
            && self
                .event_type
                .is_none_or(|wanted| is_of_type(event.text, wanted.as_str()))
    }
}

/// The tag of an event's canonical text, without reading the rest.
fn is_of_type(text: &str, wanted: &str) -> bool {
    #[derive(serde::Deserialize)]
    struct Tag<'a> {
        #[serde(rename = "type", borrow)]
        kind: std::borrow::Cow<'a, str>,
    }
    text.contains(wanted)
        && serde_json::from_str::<Tag<'_>>(text).is_ok_and(|tag| tag.kind == wanted)
}

impl Ask for AuditEvents {
    type Answer = Items<AuditEvent>;
    fn answer(&self, plant: &Plant) -> Result<Items<AuditEvent>, Rejection> {
        let query = self.clone().into();
        let page = self.page.clone().unwrap_or_default();
        let last = page
            .after
            .map(|cursor| cursor.last_of(&query))
            .transpose()?;
        // The page goes on below the last event it showed.
        let end = last.map_or(Ok(plant.log().len()), |last| {
            seen(plant, last).map(|seen| seen.saturating_sub(1))
        })?;
        let older = plant
            .log()
            .events_until(end)
            .rev()
            .filter(|event| self.keeps(event));
        let found: Vec<LogEvent<'_>> = older.take(usize::from(page.limit) + 1).collect();
        let Items { items, next } =
            Items::of(&query, page.limit, found, |event| cursor_id(event.sequence));
        Ok(Items {
            items: items
                .into_iter()
                .map(AuditEvent::of)
                .collect::<Result<_, _>>()?,
            next,
        })
    }
}

impl Ask for Changes {
    type Answer = ChangesPage;
    fn answer(&self, plant: &Plant) -> Result<ChangesPage, Rejection> {
        let query = self.clone().into();
        let last = self
            .after
            .map(|cursor| cursor.last_of(&query))
            .transpose()?;
        let seen = last.map_or(Ok(0), |last| seen(plant, last))?;
        let items = plant
            .log()
            .events_from(seen)
            .take(usize::from(self.limit))
            .map(AuditEvent::of);
        let items = items.collect::<Result<Vec<_>, _>>()?;
        let now_seen = items
            .last()
            .map_or(u64::try_from(seen).unwrap_or(u64::MAX), |last| {
                last.sequence
            });
        Ok(ChangesPage {
            items,
            next: Cursor::behind(&query, cursor_id(now_seen)),
        })
    }
}

impl Ask for VerifyAudit {
    type Answer = AuditVerification;
    fn answer(&self, plant: &Plant) -> Result<AuditVerification, Rejection> {
        let mut verifier = Verifier::new(self.checkpoint.as_deref());
        plant
            .log()
            .events()
            .for_each(|event| verifier.read(event.text, event.chain));
        Ok(verifier.finish(complete(heads(plant.world()))?).into())
    }
}

/// The stream heads that the entities keep.
fn heads(world: &World) -> Result<Vec<(EntityRef, Head)>, crate::world::Stop> {
    let mut heads = vec![(EntityRef::Policy(world.tenant()), world.policy()?.head)];
    heads.extend(
        world
            .sites
            .iter()
            .map(|row| (EntityRef::Site(row.code), row.head)),
    );
    heads.extend(
        world
            .flows
            .iter()
            .map(|row| (EntityRef::Flow(row.id), row.head)),
    );
    heads.extend(
        world
            .versions
            .iter()
            .map(|row| (EntityRef::Version(row.id), row.head)),
    );
    heads.extend(
        world
            .runs
            .iter()
            .map(|row| (EntityRef::Run(row.id), row.head)),
    );
    heads.extend(
        world
            .lots
            .iter()
            .map(|row| (EntityRef::Lot(row.id), row.head)),
    );
    heads.extend(
        world
            .buffers
            .iter()
            .map(|row| (EntityRef::Buffer(row.id), row.head)),
    );
    heads.extend(
        world
            .inspections
            .iter()
            .map(|row| (EntityRef::Inspection(row.id), row.head)),
    );
    heads.extend(
        world
            .readings
            .iter()
            .map(|row| (EntityRef::Reading(row.id), row.head)),
    );
    heads.extend(
        world
            .deviations
            .iter()
            .map(|row| (EntityRef::Deviation(row.id), row.head)),
    );
    Ok(heads)
}
