//! The log: pages of it, what can no longer be overtaken, and whether it is whole.
use super::{CHUNK, Conn, Run};
use crate::{
    error::Error,
    rows::{Of, entity_of, id, site_value, time},
    schema::{
        ChainRow, CommandRow, audit_chain, buffers, commands, deviations, flow_versions, flows,
        inspections, log::audit_events, lots, policies, readings, runs, sites,
    },
    sql::IdValue,
    work::Progress,
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use std::collections::HashMap;
use uuid::Uuid;
use wms_core::{
    audit::{ChainEntry, EntityRef, EntityType, Head, Verifier},
    ids::{CommandKey, TenantId},
    plant::LogEvent,
    query::{
        AuditEvent, AuditEvents, AuditVerification, Changes, ChangesPage, Cursor, Items, Query,
        not_given_out,
    },
    site::SiteCode,
};

/// An event's row: its place in the log, the transaction that wrote it, its key and number, its text.
type Logged = (i64, i64, IdValue, i32, String);

macro_rules! events {
    ($tenant:expr) => {
        audit_events::table
            .inner_join(
                commands::table.on(commands::tenant_id
                    .eq(audit_events::tenant_id)
                    .and(commands::key.eq(audit_events::key))),
            )
            .filter(audit_events::tenant_id.eq(id($tenant)))
            .select((
                (
                    audit_events::sequence,
                    audit_events::written_by,
                    audit_events::key,
                    audit_events::number,
                    audit_events::event,
                ),
                CommandRow::as_select(),
            ))
            .into_boxed()
    };
}

/// The events behind a transaction and a sequence, in the order of both.
macro_rules! events_after {
    ($tenant:expr, $after:expr) => {
        events!($tenant)
            // This bounds the scan of the index, the other skips what was read.
            .filter(audit_events::written_by.ge($after.0))
            .filter(
                audit_events::written_by
                    .gt($after.0)
                    .or(audit_events::sequence.gt($after.1)),
            )
            .order((audit_events::written_by, audit_events::sequence))
    };
}

/// Events with what stands around them.
struct Story {
    events: Vec<(Logged, CommandRow)>,
    chains: HashMap<(IdValue, i32), Vec<ChainEntry>>,
}

impl Story {
    async fn of(
        c: &Conn,
        tenant: TenantId,
        events: Vec<(Logged, CommandRow)>,
    ) -> Result<Self, Error> {
        let mut keys: Vec<IdValue> = events.iter().map(|(event, _)| event.2).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut chains: HashMap<_, Vec<ChainEntry>> = HashMap::new();
        for keys in keys.chunks(CHUNK) {
            let query = audit_chain::table
                .filter(audit_chain::tenant_id.eq(id(tenant)))
                .filter(audit_chain::key.eq_any(keys.to_vec()))
                .order((audit_chain::key, audit_chain::number, audit_chain::place))
                .select(ChainRow::as_select());
            let rows: Vec<ChainRow> = query.load(c).await?;
            for row in rows {
                let place = (row.key, row.number);
                chains.entry(place).or_default().push(row.into_entry()?);
            }
        }
        Ok(Self { events, chains })
    }

    fn read<T>(
        &self,
        mut view: impl FnMut(LogEvent<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let events = self.events.iter();
        let events = events.map(|((sequence, _, key, number, text), command)| {
            let of = Of::new("audit_events", sequence);
            let chain = self.chains.get(&(*key, *number));
            view(LogEvent {
                sequence: of.number(*sequence)?,
                key: CommandKey::new(key.0),
                number: of.number(*number)?,
                actor: command.actor()?,
                at: of.instant(command.acted_at)?,
                recorded_at: of.instant(command.recorded_at)?,
                text,
                chain: chain.map_or(&[], Vec::as_slice),
            })
        });
        events.collect()
    }

    fn views(&self) -> Result<Vec<AuditEvent>, Error> {
        self.read(|event| Ok(AuditEvent::of(event)?))
    }
}

/// A cursor of the log holds the transaction and the sequence of the event it stands behind.
fn cursor_id(transaction: i64, sequence: i64) -> Uuid {
    Uuid::from_u64_pair(transaction.unsigned_abs(), sequence.unsigned_abs())
}

fn behind(last: Uuid) -> Result<(i64, i64), Error> {
    let (transaction, sequence) = last.as_u64_pair();
    let number = |n: u64| i64::try_from(n).map_err(|_| not_given_out());
    Ok((number(transaction)?, number(sequence)?))
}

/// A page of the log, newest first.
pub(super) async fn audit_events(
    c: &Conn,
    tenant: TenantId,
    ask: &AuditEvents,
) -> Result<Items<AuditEvent>, Error> {
    let query: Query = ask.clone().into();
    let page = ask.page.clone().unwrap_or_default();
    let last = page
        .after
        .map(|cursor| cursor.last_of(&query))
        .transpose()?;
    let mut found = events!(tenant)
        .order(audit_events::sequence.desc())
        .limit(i64::from(page.limit) + 1);
    if let Some(last) = last {
        let (_, sequence) = behind(last)?;
        if !is_there(c, tenant, sequence).await? {
            return Err(not_given_out().into());
        }
        found = found.filter(audit_events::sequence.lt(sequence));
    }
    if let Some(wanted) = ask.event_type {
        found = found.filter(audit_events::event_type.eq(wanted.as_str()));
    }
    if let Some(user) = ask.user_id {
        found = found.filter(commands::user_id.eq(id(user)));
    }
    if let Some(from) = ask.from {
        found = found.filter(commands::recorded_at.ge(time(from)));
    }
    if let Some(to) = ask.to {
        found = found.filter(commands::recorded_at.lt(time(to)));
    }
    if ask.entity_type.is_some() || ask.entity_id.is_some() {
        let kinds = ask
            .entity_type
            .map_or(EntityType::ALL.to_vec(), |one| vec![one]);
        let entities = entities(&kinds, ask.entity_id.as_deref());
        let linked = audit_chain::table
            .filter(audit_chain::tenant_id.eq(audit_events::tenant_id))
            .filter(audit_chain::key.eq(audit_events::key))
            .filter(audit_chain::number.eq(audit_events::number));
        found = match entities {
            Some((kinds, one)) => found.filter(diesel::dsl::exists(
                linked
                    .filter(audit_chain::entity_type.eq_any(kinds))
                    .filter(audit_chain::entity_id.eq(one)),
            )),
            None => found.filter(diesel::dsl::exists(
                linked.filter(audit_chain::entity_type.eq_any(names(&kinds))),
            )),
        };
    }
    let events: Vec<(Logged, CommandRow)> = found.load(c).await?;
    let story = Story::of(c, tenant, events).await?;
    let items = story.views()?;
    let sequence = |event: &AuditEvent| i64::try_from(event.sequence).unwrap_or(i64::MAX);
    Ok(Items::of(&query, page.limit, items, |event| {
        cursor_id(0, sequence(event))
    }))
}

fn names(kinds: &[EntityType]) -> Vec<&'static str> {
    kinds.iter().map(|kind| kind.as_str()).collect()
}

/// The kinds of entities that an id may be one of, with the id as the chain keeps it.
fn entities(kinds: &[EntityType], wanted: Option<&str>) -> Option<(Vec<&'static str>, IdValue)> {
    let wanted = wanted?;
    if let Ok(code) = wanted.parse::<SiteCode>() {
        let sites = kinds.iter().filter(|kind| **kind == EntityType::Site);
        return Some((sites.map(|kind| kind.as_str()).collect(), site_value(code)));
    }
    let others = kinds.iter().filter(|kind| **kind != EntityType::Site);
    let others = others.map(|kind| kind.as_str()).collect();
    match wanted.parse::<Uuid>() {
        Ok(one) => Some((others, IdValue(one))),
        // What is no id is nobody's.
        Err(_) => Some((Vec::new(), IdValue(Uuid::nil()))),
    }
}

async fn is_there(c: &Conn, tenant: TenantId, sequence: i64) -> Result<bool, Error> {
    let query = audit_events::table
        .filter(audit_events::tenant_id.eq(id(tenant)))
        .filter(audit_events::sequence.eq(sequence))
        .select(audit_events::sequence);
    let found: Vec<i64> = query.load(c).await?;
    Ok(!found.is_empty())
}

/// What was recorded after a cursor, as far as nothing can come before it any more.
pub(super) async fn changes(
    c: &Conn,
    tenant: TenantId,
    ask: &Changes,
) -> Result<ChangesPage, Error> {
    let query: Query = ask.clone().into();
    let last = ask.after.map(|cursor| cursor.last_of(&query)).transpose()?;
    let after = last.map(behind).transpose()?.unwrap_or((0, 0));
    if after != (0, 0) && !is_there(c, tenant, after.1).await? {
        return Err(not_given_out().into());
    }
    let settled = super::super::settled_before(c).await?;
    let found = events_after!(tenant, after)
        .filter(audit_events::written_by.lt(settled))
        .limit(i64::from(ask.limit));
    let events: Vec<(Logged, CommandRow)> = found.load(c).await?;
    let (transaction, sequence) = events.last().map_or(after, |(last, _)| (last.1, last.0));
    let story = Story::of(c, tenant, events).await?;
    Ok(ChangesPage {
        items: story.views()?,
        next: Cursor::behind(&query, cursor_id(transaction, sequence)),
    })
}

/// How many events are read at a time.
const STRIDE: i64 = 5_000;

/// Recomputes every stream from the texts, and compares it with what the entities' rows remember.
///
/// Reads in the order of `changes`. The checkpoint covers what nothing can come before any more, so that it is
/// found again whatever commits later.
pub(super) async fn verify(
    c: &Conn,
    tenant: TenantId,
    checkpoint: Option<&str>,
    mut progress: Progress,
) -> Result<AuditVerification, Error> {
    let mut verifier = Verifier::new(checkpoint);
    let settled = super::super::settled_before(c).await?;
    let mut after = (0, 0);
    let (mut read, mut open) = (0_usize, false);
    loop {
        let events: Vec<(Logged, CommandRow)> =
            events_after!(tenant, after).limit(STRIDE).load(c).await?;
        let Some((last, _)) = events.last() else {
            break;
        };
        after = (last.1, last.0);
        let covered = events.iter().filter(|(event, _)| event.1 < settled).count();
        let story = Story::of(c, tenant, events).await?;
        let mut nth = 0;
        story.read(|event| {
            if nth == covered && !open {
                verifier.settle();
                open = true;
            }
            nth += 1;
            verifier.read(event.text, event.chain);
            Ok(())
        })?;
        read += nth;
        progress(u64::try_from(read).unwrap_or(u64::MAX));
    }
    Ok(verifier.finish(heads(c, tenant).await?).into())
}

macro_rules! heads_of {
    ($c:ident, $tenant:ident, $heads:ident; $($table:ident: $kind:ident,)+) => {$(
        let query = $table::table
            .filter($table::tenant_id.eq(id($tenant)))
            .select(($table::id, $table::head_version, $table::head_hash));
        let found: Vec<(IdValue, i64, Vec<u8>)> = query.load($c).await?;
        for (one, version, hash) in found {
            let of = Of::new(stringify!($table), &one.0);
            $heads.push((entity_of(&of, EntityType::$kind, one)?, of.head(version, &hash)?));
        }
    )+};
}

/// The stream heads that the entities' rows keep.
async fn heads(c: &Conn, tenant: TenantId) -> Result<Vec<(EntityRef, Head)>, Error> {
    let mut heads = Vec::new();
    heads_of! {
        c, tenant, heads;
        flows: Flow,
        flow_versions: Version,
        runs: Run,
        lots: Lot,
        buffers: Buffer,
        inspections: Inspection,
        readings: Reading,
        deviations: Deviation,
    }
    let query = policies::table
        .filter(policies::tenant_id.eq(id(tenant)))
        .select((policies::head_version, policies::head_hash));
    let policy: Vec<(i64, Vec<u8>)> = query.load(c).await?;
    for (version, hash) in policy {
        let of = Of::new("policies", &tenant);
        heads.push((EntityRef::Policy(tenant), of.head(version, &hash)?));
    }
    let query = sites::table
        .filter(sites::tenant_id.eq(id(tenant)))
        .select((sites::code, sites::head_version, sites::head_hash));
    let found: Vec<(String, i64, Vec<u8>)> = query.load(c).await?;
    for (code, version, hash) in found {
        let of = Of::new("sites", &code);
        heads.push((EntityRef::Site(of.text(&code)?), of.head(version, &hash)?));
    }
    Ok(heads)
}
