//! What is kept of an idempotency key, and the answer rebuilt from it.
use super::{Conn, Run, listed};
use crate::{
    answer::Done,
    error::Error,
    rows::{Of, id, read_warnings},
    schema::{CommandRow, audit_events, commands},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use std::collections::HashMap;
use wms_core::{
    command::Claimed,
    event::Event,
    ids::{CommandKey, TenantId, UserId},
};

/// The applied commands of some keys.
pub(super) async fn commands_of(
    c: &Conn,
    tenant: TenantId,
    keys: Vec<IdValue>,
) -> Result<HashMap<CommandKey, CommandRow>, Error> {
    let query = commands::table
        .filter(commands::tenant_id.eq(id(tenant)))
        .filter(commands::key.eq_any(listed(keys)))
        .select(CommandRow::as_select());
    let rows: Vec<CommandRow> = query.load_listed(c).await?;
    Ok(rows
        .into_iter()
        .map(|row| (CommandKey::new(row.key.0), row))
        .collect())
}

/// What the key claims.
pub(super) fn claim(row: &CommandRow) -> Result<Claimed, Error> {
    let of = Of::new("commands", &row.key.0);
    Ok(Claimed::from_parts(
        UserId::new(row.user_id.0),
        of.digest(&row.digest)?,
    ))
}

/// The first answer again, from the key's events and warnings.
pub(super) async fn replay(c: &Conn, tenant: TenantId, row: &CommandRow) -> Result<Done, Error> {
    let query = audit_events::table
        .filter(audit_events::tenant_id.eq(id(tenant)))
        .filter(audit_events::key.eq(row.key))
        .order(audit_events::number)
        .select(audit_events::event);
    let texts: Vec<String> = query.load(c).await?;
    let of = Of::new("audit_events", &row.key.0);
    let events = texts.iter().map(|text| Event::from_text(text));
    Ok(Done {
        replayed: true,
        events: events.collect::<Result<_, _>>().map_err(|_| of.corrupt())?,
        texts: texts.into_iter().map(String::into_boxed_str).collect(),
        warnings: read_warnings(&Of::new("commands", &row.key.0), &row.warnings)?,
    })
}
