use super::{Run, conn::Conn, server::Server};
use crate::error::OpenError;
use diesel::{
    QueryableByName,
    migration::MigrationSource,
    pg::Pg,
    sql_query,
    sql_types::{Bool, Nullable, Text},
};
use diesel_async::{SimpleAsyncConnection, async_connection_wrapper::AsyncConnectionWrapper};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Processes that migrate at the same time wait for each other here.
const LOCK: &str = "SELECT pg_advisory_lock(7723090117)";

/// A database that was restored on another server: its log goes on behind everything that is in it.
const SETTLE: &str = "SELECT settle_log()";

type Wrapped = AsyncConnectionWrapper<Conn>;

/// The newest migration of this library.
pub(super) fn known() -> Result<String, OpenError> {
    let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(failed)?;
    let names = migrations
        .iter()
        .map(|one| one.name().version().to_string());
    Ok(names.max().unwrap_or_default())
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Bool)]
    found: bool,
}

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = Nullable<Text>)]
    version: Option<String>,
}

/// The newest migration the database went through.
///
/// Asked without diesel's harness, which would make its table: the application's role may not.
pub(super) async fn applied(server: &Server) -> Result<Option<String>, OpenError> {
    let c = connect(server).await?;
    let table = "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS found";
    let table: Vec<Found> = sql_query(table).load(&c).await.map_err(unavailable)?;
    if !table.iter().any(|table| table.found) {
        return Ok(None);
    }
    let newest = "SELECT max(version)::text AS version FROM __diesel_schema_migrations";
    let newest: Vec<Version> = sql_query(newest).load(&c).await.map_err(unavailable)?;
    Ok(newest.into_iter().find_map(|newest| newest.version))
}

/// Makes ready what is up to date: the log of a restored database, and, where it is asked for, row-level security.
pub(super) async fn prepare(server: &Server, rls: bool) -> Result<(), OpenError> {
    let mut c = connect(server).await?;
    c.batch_execute(SETTLE).await.map_err(unavailable)?;
    let bound = "SELECT NOT row_security_active('lots') AS found";
    let free: Vec<Found> = sql_query(bound).load(&c).await.map_err(unavailable)?;
    if rls && free.iter().any(|free| free.found) {
        return Err(OpenError::NoRowSecurity);
    }
    Ok(())
}

/// Brings the database up to date.
pub(super) async fn up(server: &Server) -> Result<(), OpenError> {
    with(server, |c| {
        let run = c.run_pending_migrations(MIGRATIONS);
        run.map(drop).map_err(failed)
    })
    .await
}

/// Takes every migration back.
pub(super) async fn down(server: &Server) -> Result<(), OpenError> {
    with(server, |c| {
        let run = c.revert_all_migrations(MIGRATIONS);
        run.map(drop).map_err(failed)
    })
    .await
}

/// Runs on a connection of its own, which keeps the lock until it is closed.
async fn with<T: Send + 'static>(
    server: &Server,
    run: impl FnOnce(&mut Wrapped) -> Result<T, OpenError> + Send + 'static,
) -> Result<T, OpenError> {
    let mut c = connect(server).await?;
    c.batch_execute(LOCK).await.map_err(unavailable)?;
    let done = tokio::task::spawn_blocking(move || run(&mut Wrapped::from(c))).await;
    done.unwrap_or_else(|error| Err(unavailable(error)))
}

async fn connect(server: &Server) -> Result<Conn, OpenError> {
    server.connect().await.map_err(unavailable)
}

fn unavailable(error: impl core::fmt::Display) -> OpenError {
    OpenError::Unavailable(error.to_string())
}

fn failed(error: impl core::fmt::Display) -> OpenError {
    OpenError::Migration(error.to_string())
}
