//! The whole log, command by command, in an order in which it can be replayed.
use super::{Conn, Run, key};
use crate::{
    audit::{Moved, Sink, Writer},
    error::Error,
    rows::id,
    schema::{
        ChainRow, CommandRow, EventRow, audit_chain, audit_events as texts, commands, graphs,
        log::audit_events,
    },
    sql::IdValue,
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, QueryDsl, SelectableHelper,
    dsl::{exists, not},
};
use std::collections::HashMap;
use wms_core::ids::{CommandKey, TenantId};

/// How many commands are read at a time.
const STRIDE: i64 = 1_000;

/// Writes the log to a sink, from the snapshot that the caller opened.
///
/// By the first event of each command, as `changes` orders events: who waited for a lock comes behind who held it.
pub(super) async fn export(c: &Conn, tenant: TenantId, sink: Sink) -> Result<Moved, Error> {
    let mut writer = Writer::begin(tenant, sink)?;
    let query = graphs::table
        .filter(graphs::tenant_id.eq(id(tenant)))
        .order(graphs::sha256)
        .select(graphs::graph);
    let found: Vec<String> = query.load(c).await?;
    for graph in found {
        writer.graph(graph)?;
    }
    let mut after = (0, 0);
    loop {
        let query = audit_events::table
            .filter(audit_events::tenant_id.eq(id(tenant)))
            .filter(audit_events::number.eq(0))
            .filter(audit_events::written_by.ge(after.0))
            .filter(
                audit_events::written_by
                    .gt(after.0)
                    .or(audit_events::sequence.gt(after.1)),
            )
            .order((audit_events::written_by, audit_events::sequence))
            .limit(STRIDE)
            .select((
                audit_events::written_by,
                audit_events::sequence,
                audit_events::key,
            ));
        let firsts: Vec<(i64, i64, IdValue)> = query.load(c).await?;
        let Some((transaction, sequence, _)) = firsts.last() else {
            break;
        };
        after = (*transaction, *sequence);
        let keys = firsts.into_iter().map(|(_, _, key)| key).collect();
        write_commands(c, tenant, keys, &mut writer).await?;
    }
    write_silent(c, tenant, &mut writer).await?;
    writer.end()
}

/// Commands with their events and links, in the order of their keys here.
async fn write_commands(
    c: &Conn,
    tenant: TenantId,
    keys: Vec<IdValue>,
    writer: &mut Writer,
) -> Result<(), Error> {
    let rows = key::commands_of(c, tenant, keys.clone()).await?;
    let query = texts::table
        .filter(texts::tenant_id.eq(id(tenant)))
        .filter(texts::key.eq_any(keys.clone()))
        .order((texts::key, texts::number))
        .select(EventRow::as_select());
    let events: Vec<EventRow> = query.load(c).await?;
    let query = audit_chain::table
        .filter(audit_chain::tenant_id.eq(id(tenant)))
        .filter(audit_chain::key.eq_any(keys.clone()))
        .order((audit_chain::key, audit_chain::number, audit_chain::place))
        .select(ChainRow::as_select());
    let links: Vec<ChainRow> = query.load(c).await?;
    let mut linked: HashMap<(IdValue, i32), Vec<ChainRow>> = HashMap::new();
    for link in links {
        linked
            .entry((link.key, link.number))
            .or_default()
            .push(link);
    }
    let mut told: HashMap<IdValue, Vec<(EventRow, Vec<ChainRow>)>> = HashMap::new();
    for event in events {
        let links = linked.remove(&(event.key, event.number));
        let links = links.unwrap_or_default();
        told.entry(event.key).or_default().push((event, links));
    }
    for key in keys {
        if let Some(row) = rows.get(&CommandKey::new(key.0)) {
            writer.command(row, told.remove(&key).unwrap_or_default())?;
        }
    }
    Ok(())
}

/// Commands that found nothing to do: their keys are taken all the same.
async fn write_silent(c: &Conn, tenant: TenantId, writer: &mut Writer) -> Result<(), Error> {
    let mut after = i64::MIN;
    loop {
        let event = texts::table
            .filter(texts::tenant_id.eq(commands::tenant_id))
            .filter(texts::key.eq(commands::key));
        let query = commands::table
            .filter(commands::tenant_id.eq(id(tenant)))
            .filter(commands::number.gt(after))
            .filter(not(exists(event)))
            .order(commands::number)
            .limit(STRIDE)
            .select(CommandRow::as_select());
        let rows: Vec<CommandRow> = query.load(c).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after = last.number;
        for row in &rows {
            writer.command(row, Vec::new())?;
        }
    }
}
