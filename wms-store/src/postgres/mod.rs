//! PostgreSQL: a pool, row locks, whole groups of rows in one statement.
mod audit;
mod conn;
mod engine;
mod local;
mod migrate;
mod pool;
#[path = "../queries/mod.rs"]
mod queries;
mod queue;
mod runtime;
mod server;
mod statistics;
#[cfg(feature = "tls")]
mod tls;
mod transaction;

pub(crate) use engine::Engine;

use conn::{Conn, Run, draw_numbers, lock_tenant, raise_numbers, settled_before, write_rows};

/// How many ids one statement takes: they travel as one array.
const CHUNK: usize = 50_000;

/// Whether rows are locked one by one.
const ROW_LOCKS: bool = true;

/// The rows of a query, locked as strongly as the intent behind it wants.
macro_rules! locked {
    ($c:expr, $intent:expr, $query:expr) => {
        match $intent {
            Some(wms_core::world::Intent::Change) => $query.for_no_key_update().load($c).await,
            Some(wms_core::world::Intent::RelyOn) => $query.for_share().load($c).await,
            None => $query.load($c).await,
        }
    };
}
use locked;

/// Keys as a statement takes them: they travel as one array, so its text is always the same.
const fn listed<T>(keys: Vec<T>) -> Vec<T> {
    keys
}

diesel::define_sql_function! {
    /// Where a text stands in another, from 1 on; 0: nowhere. Taken literally, case counts.
    #[sql_name = "strpos"]
    fn position_in(whole: diesel::sql_types::Text, part: diesel::sql_types::Text) -> diesel::sql_types::Integer;
}
