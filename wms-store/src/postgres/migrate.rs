use super::conn::Conn;
use crate::error::OpenError;
use diesel::{migration::MigrationSource, pg::Pg};
use diesel_async::{
    AsyncConnection, SimpleAsyncConnection, async_connection_wrapper::AsyncConnectionWrapper,
};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Processes that migrate at the same time wait for each other here.
const LOCK: &str = "SELECT pg_advisory_lock(7723090117)";

type Wrapped = AsyncConnectionWrapper<Conn>;

/// The newest migration of this library.
pub(super) fn known() -> Result<String, OpenError> {
    let migrations = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(failed)?;
    let names = migrations
        .iter()
        .map(|one| one.name().version().to_string());
    Ok(names.max().unwrap_or_default())
}

/// The newest migration the database went through.
pub(super) async fn applied(url: &str) -> Result<Option<String>, OpenError> {
    with(url, |c| {
        let applied = MigrationHarness::<Pg>::applied_migrations(c).map_err(failed)?;
        Ok(applied.iter().map(ToString::to_string).max())
    })
    .await
}

/// Brings the database up to date.
pub(super) async fn up(url: &str) -> Result<(), OpenError> {
    with(url, |c| {
        let run = c.run_pending_migrations(MIGRATIONS);
        run.map(drop).map_err(failed)
    })
    .await
}

/// Takes every migration back.
pub(super) async fn down(url: &str) -> Result<(), OpenError> {
    with(url, |c| {
        let run = c.revert_all_migrations(MIGRATIONS);
        run.map(drop).map_err(failed)
    })
    .await
}

/// Runs on a connection of its own, which keeps the lock until it is closed.
async fn with<T: Send + 'static>(
    url: &str,
    run: impl FnOnce(&mut Wrapped) -> Result<T, OpenError> + Send + 'static,
) -> Result<T, OpenError> {
    let unavailable = |error: &dyn core::fmt::Display| OpenError::Unavailable(error.to_string());
    let mut c = Conn::establish(url)
        .await
        .map_err(|error| unavailable(&error))?;
    c.batch_execute(LOCK)
        .await
        .map_err(|error| unavailable(&error))?;
    let done = tokio::task::spawn_blocking(move || run(&mut Wrapped::from(c))).await;
    done.unwrap_or_else(|error| Err(unavailable(&error)))
}

fn failed(error: impl core::fmt::Display) -> OpenError {
    OpenError::Migration(error.to_string())
}
