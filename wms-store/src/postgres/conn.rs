use crate::{
    error::Error,
    row::{Mode, Row, pg_one_text, pg_text},
    rows::id,
    sql::{self, Id, Time},
    stable::Stable,
};
use diesel::{
    QueryResult, QueryableByName, sql_query,
    sql_types::{Array, BigInt, Nullable},
};
use diesel_async::{
    AsyncPgConnection,
    methods::{ExecuteDsl, LoadQuery},
};
use wms_core::{ids::TenantId, time::Instant, world::Intent};

/// A connection that any number of statements borrow at once.
pub(super) type Conn = AsyncPgConnection;

/// Runs a query on a shared connection: futures polled together travel together.
pub(super) trait Run: Sized + Send {
    /// Its rows.
    fn load<'c, T: Send>(self, mut c: &'c Conn) -> impl Future<Output = QueryResult<Vec<T>>> + Send
    where
        Self: LoadQuery<'c, &'c Conn, T> + 'c,
    {
        async move { diesel_async::RunQueryDsl::load(self, &mut c).await }
    }

    /// Its rows; a statement that takes its keys as an array stays prepared as it is.
    fn load_listed<'c, T: Send>(
        self,
        c: &'c Conn,
    ) -> impl Future<Output = QueryResult<Vec<T>>> + Send
    where
        Self: LoadQuery<'c, &'c Conn, T> + 'c,
    {
        self.load(c)
    }

    /// How many rows it touched.
    fn execute<'c>(self, mut c: &'c Conn) -> impl Future<Output = QueryResult<usize>> + Send
    where
        Self: ExecuteDsl<&'c Conn> + 'c,
    {
        async move { diesel_async::RunQueryDsl::execute(self, &mut c).await }
    }
}

impl<Q: Send> Run for Q {}

/// The advisory lock of a tenant for a class; two tenants that share one by chance only wait for each other.
fn advisory_key(tenant: TenantId, class: u64) -> i64 {
    let (high, low) = tenant.as_uuid().as_u64_pair();
    let mixed = (high ^ low.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    i64::from_ne_bytes((mixed ^ class).to_ne_bytes())
}

/// Locks what has no row of its own: the tenant's links, then its policy.
pub(super) async fn lock_tenant(
    c: &Conn,
    tenant: TenantId,
    links: Option<Intent>,
    policy: Option<Intent>,
) -> Result<(), Error> {
    let locks = [(1, links), (2, policy)];
    let locks = locks
        .into_iter()
        .filter_map(|(class, intent)| Some((advisory_key(tenant, class), intent?)));
    let (keys, calls): (Vec<i64>, Vec<String>) = (1..)
        .zip(locks)
        .map(|(n, (key, intent))| match intent {
            Intent::RelyOn => (key, format!("pg_advisory_xact_lock_shared(${n})")),
            Intent::Change => (key, format!("pg_advisory_xact_lock(${n})")),
        })
        .unzip();
    if keys.is_empty() {
        return Ok(());
    }
    // A row is computed from left to right.
    let query = sql_query(format!("SELECT {}", calls.join(", "))).into_boxed();
    let query = keys
        .into_iter()
        .fold(query, |query, key| query.bind::<BigInt, _>(key));
    Stable(query).execute(c).await?;
    Ok(())
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Numbers for a group of commands, and when the last command before was recorded.
pub(super) async fn draw_numbers(
    c: &Conn,
    tenant: TenantId,
    count: usize,
) -> Result<(Vec<i64>, Option<Instant>), Error> {
    let text = "SELECT nextval('command_numbers') AS number, (SELECT recorded_at FROM commands \
        WHERE tenant_id = $2 ORDER BY number DESC LIMIT 1) AS last FROM generate_series(1, $1)";
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let query = sql_query(text)
        .bind::<BigInt, _>(count)
        .bind::<Id, _>(id(tenant));
    let drawn: Vec<Drawn> = Stable(query).load(c).await?;
    let last = drawn.first().and_then(|first| first.last);
    Ok((
        drawn.into_iter().map(|one| one.number).collect(),
        super::queries::last_recorded(last),
    ))
}

#[derive(QueryableByName)]
struct Drawn {
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = Nullable<sql::Instant>)]
    last: Option<Time>,
}

/// Numbers that are drawn from now on are higher.
pub(super) async fn raise_numbers(c: &Conn, to: i64) -> Result<(), Error> {
    let text =
        "SELECT setval('command_numbers', GREATEST((SELECT last_value FROM command_numbers), $1))";
    Stable(sql_query(text).bind::<BigInt, _>(to))
        .execute(c)
        .await?;
    Ok(())
}

/// Writes any number of rows with one statement.
pub(super) async fn write_rows<R: Row>(
    c: &Conn,
    mode: Mode,
    rows: &[R],
    was: &[i64],
) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    if let [row] = rows {
        let query = row.bind_one(sql_query(pg_one_text::<R>(mode)).into_boxed());
        let query = match was {
            [was] => query.bind::<BigInt, _>(*was),
            _ => query,
        };
        let touched = Stable(query).execute(c).await?;
        return if mode == Mode::Update && touched != 1 {
            Err(Error::Overtaken)
        } else {
            Ok(())
        };
    }
    let query = R::bind_all(rows, sql_query(pg_text::<R>(mode)).into_boxed());
    if mode != Mode::Update {
        Stable(query).execute(c).await?;
        return Ok(());
    }
    let query = query.bind::<Array<BigInt>, _>(was);
    if Stable(query).execute(c).await? == rows.len() {
        Ok(())
    } else {
        Err(Error::Overtaken)
    }
}

/// The oldest transaction that may still commit, as `written_by` counts them: nothing comes before what was
/// written earlier.
pub(super) async fn settled_before(c: &Conn) -> Result<i64, Error> {
    let text = "SELECT (log_epoch() << 48) | pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS number";
    let found: Vec<Number> = Stable(sql_query(text)).load(c).await?;
    Ok(found.first().map_or(0, |oldest| oldest.number))
}
