use crate::{
    error::Error,
    row::{Mode, Row, sqlite_text},
    rows::id,
    schema::commands,
    sql::Time,
    stable::Stable,
};
use diesel::{
    ExpressionMethods, QueryDsl, QueryResult, QueryableByName, SqliteConnection,
    connection::SimpleConnection, query_dsl::LoadQuery, sql_query, sql_types::BigInt,
};
use std::cell::RefCell;
use wms_core::{ids::TenantId, time::Instant, world::Intent};

/// A connection that statements borrow for as long as they run.
pub(super) struct Conn(pub(super) RefCell<SqliteConnection>);

impl Conn {
    /// Runs statements without values.
    pub(super) fn batch(&self, sql: &str) -> QueryResult<()> {
        self.0.borrow_mut().batch_execute(sql)
    }
}

/// Runs a query at once.
pub(super) trait Run: Sized {
    /// Its rows.
    async fn load<T>(self, c: &Conn) -> QueryResult<Vec<T>>
    where
        Self: for<'q> LoadQuery<'q, SqliteConnection, T>,
    {
        self.internal_load(&mut c.0.borrow_mut())?.collect()
    }

    /// Its rows; it takes its keys as they are `listed`, so it is worth keeping prepared.
    async fn load_listed<T>(self, c: &Conn) -> QueryResult<Vec<T>>
    where
        Stable<Self>: for<'q> LoadQuery<'q, SqliteConnection, T>,
    {
        Stable(self).internal_load(&mut c.0.borrow_mut())?.collect()
    }
}

impl<Q> Run for Q {}

/// The file is locked already.
pub(super) async fn lock_tenant(
    _: &Conn,
    _: TenantId,
    _: Option<Intent>,
    _: Option<Intent>,
) -> Result<(), Error> {
    Ok(())
}

/// Numbers for a group of commands, and when the last command before was recorded.
pub(super) async fn draw_numbers(
    c: &Conn,
    tenant: TenantId,
    count: usize,
) -> Result<(Vec<i64>, Option<Instant>), Error> {
    let query = commands::table
        .filter(commands::tenant_id.eq(id(tenant)))
        .order(commands::number.desc())
        .limit(1)
        .select((commands::number, commands::recorded_at));
    let last: Vec<(i64, Time)> = query.load(c).await?;
    let (number, at) = last.first().map_or((0, None), |(n, at)| (*n, Some(*at)));
    Ok((
        (number + 1..).take(count).collect(),
        super::queries::last_recorded(at),
    ))
}

/// A row that an update found.
#[derive(QueryableByName)]
struct Touched {
    #[diesel(sql_type = BigInt)]
    #[expect(dead_code, reason = "that there is one is what counts")]
    found: i64,
}

/// Numbers follow the highest there is.
pub(super) async fn raise_numbers(_: &Conn, _: i64) -> Result<(), Error> {
    Ok(())
}

/// Writes rows one by one with one prepared statement: as quick here as any number at once.
pub(super) async fn write_rows<R: Row>(
    c: &Conn,
    mode: Mode,
    rows: &[R],
    was: &[i64],
) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let text = sqlite_text::<R>(mode);
    for (n, row) in rows.iter().enumerate() {
        let query = row.bind(sql_query(text.as_str()).into_boxed());
        let query = match was.get(n) {
            Some(was) => query.bind::<BigInt, _>(*was),
            None => query,
        };
        // Loaded, not executed: diesel prepares what it executes anew each time, whatever the statement says of
        // itself, and that takes longer than to run it.
        let found = diesel::RunQueryDsl::load(Stable(query), &mut *c.0.borrow_mut());
        let touched: Vec<Touched> = found?;
        if mode == Mode::Update && touched.len() != 1 {
            return Err(Error::Overtaken);
        }
    }
    Ok(())
}

/// One writer at a time: everything that is seen is settled.
pub(super) async fn settled_before(_: &Conn) -> Result<i64, Error> {
    Ok(i64::MAX)
}
