use super::conn::Conn;
use crate::error::OpenError;
use diesel::{SqliteConnection, migration::MigrationSource, sqlite::Sqlite};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations/sqlite");

/// The newest migration of this library.
pub(super) fn known() -> Result<String, OpenError> {
    let migrations = MigrationSource::<Sqlite>::migrations(&MIGRATIONS).map_err(failed)?;
    let names = migrations
        .iter()
        .map(|one| one.name().version().to_string());
    Ok(names.max().unwrap_or_default())
}

/// The newest migration the database went through.
pub(super) fn applied(c: &Conn) -> Result<Option<String>, OpenError> {
    let applied = MigrationHarness::<Sqlite>::applied_migrations(&mut *c.0.borrow_mut());
    let applied = applied.map_err(failed)?;
    Ok(applied.iter().map(ToString::to_string).max())
}

/// Brings the database up to date; another process that does the same is waited for.
pub(super) fn up(c: &Conn) -> Result<(), OpenError> {
    let run = |c: &mut SqliteConnection| c.run_pending_migrations(MIGRATIONS).map(drop);
    run(&mut c.0.borrow_mut()).map_err(failed)?;
    // A file with its tables in it may be copied as it is.
    c.batch("PRAGMA wal_checkpoint(TRUNCATE)").map_err(failed)
}

/// Takes every migration back.
pub(super) fn down(c: &Conn) -> Result<(), OpenError> {
    let run = |c: &mut SqliteConnection| c.revert_all_migrations(MIGRATIONS).map(drop);
    run(&mut c.0.borrow_mut()).map_err(failed)
}

fn failed(error: impl core::fmt::Display) -> OpenError {
    OpenError::Migration(error.to_string())
}
