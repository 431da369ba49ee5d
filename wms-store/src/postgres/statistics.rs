//! What the planner knows of the tables.
//!
//! Autovacuum sees to it about once a minute. Until then a database that is being filled is planned for as if it
//! were empty: it takes the tenant for one of two hundred, and every foreign key is looked up among all of the
//! tenant's rows. Whoever fills it looks after the statistics.
use super::{Run, conn::Conn};
use crate::{error::Error, stable::Stable};
use diesel::{QueryableByName, sql_query, sql_types::Text};
use std::sync::atomic::{AtomicUsize, Ordering};

/// After how many commands somebody looks.
const EVERY: usize = 1_000;

/// The tables that are of another size than the planner believes: four times its figure, and beyond a few pages.
/// Only an owner may refresh them.
const OUTGROWN: &str = "SELECT oid::regclass::text AS name FROM pg_class \
    WHERE relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'commands'::regclass) \
    AND relname IN ('runs', 'lots', 'lot_holds', 'lot_positions', 'buffers', 'genealogy_links', 'stock_moves', \
        'dispatches', 'inspections', 'readings', 'deviations', 'commands', 'audit_events', 'audit_chain') \
    AND pg_relation_size(oid) / current_setting('block_size')::int > 4 * (relpages + 4) \
    AND pg_has_role(relowner, 'USAGE')";

/// Commands written since somebody looked.
#[derive(Default)]
pub(super) struct Written(AtomicUsize);

impl Written {
    /// Counts commands; true: it is time to look.
    pub(super) fn add(&self, commands: usize) -> bool {
        let before = self.0.fetch_add(commands, Ordering::Relaxed);
        let due = before + commands >= EVERY;
        if due {
            self.0.store(0, Ordering::Relaxed);
        }
        due
    }
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Refreshes the statistics of the tables that have outgrown them; plans made before are made anew.
pub(super) async fn refresh(c: &Conn) -> Result<(), Error> {
    let tables: Vec<Table> = Stable(sql_query(OUTGROWN)).load(c).await?;
    let names: Vec<_> = tables.into_iter().map(|table| table.name).collect();
    if names.is_empty() {
        return Ok(());
    }
    // Whoever is at it already does the same.
    sql_query(format!("ANALYZE (SKIP_LOCKED) {}", names.join(", ")))
        .execute(c)
        .await?;
    Ok(())
}
