//! What holds for one transaction: set inside it and forgotten with it, so that it passes a PgBouncer that hands
//! a connection from one transaction to the next.
use super::{Run, conn::Conn};
use crate::{error::Error, setting::Setting, stable::Stable};
use diesel::{sql_query, sql_types::Text};
use std::time::Duration;

/// Says whose transaction it is, which row-level security asks for, and how long it waits.
///
/// To be joined with the transaction's first statements, before them: it travels with them.
pub(super) async fn set(c: &Conn, setting: &Setting) -> Result<(), Error> {
    let mut text = "SELECT set_config('wms.tenant', $1, true)".to_owned();
    let limits = [
        ("lock_timeout", setting.lock_timeout),
        ("statement_timeout", setting.statement_timeout),
    ];
    let mut values = Vec::new();
    for (name, limit) in limits {
        if let Some(limit) = limit {
            values.push(milliseconds(limit));
            text = format!("{text}, set_config('{name}', ${}, true)", values.len() + 1);
        }
    }
    let mut query = sql_query(text).into_boxed();
    query = query.bind::<Text, _>(setting.tenant.to_string());
    for value in values {
        query = query.bind::<Text, _>(value);
    }
    Stable(query).execute(c).await?;
    Ok(())
}

/// A time limit as the database reads it; 0 would be none.
fn milliseconds(limit: Duration) -> String {
    format!("{}ms", limit.as_millis().max(1))
}
