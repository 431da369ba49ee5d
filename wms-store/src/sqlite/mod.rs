//! SQLite: one writer at a time on a thread of its own, readers beside it. No row locks: `BEGIN IMMEDIATE`
//! locks the file.
//!
//! Futures never wait here: a statement has run when it is first polled, so a whole command runs on one thread.
mod audit;
mod backup;
mod conn;
mod engine;
mod kept;
mod migrate;
#[path = "../queries/mod.rs"]
mod queries;
mod worker;

pub(crate) use engine::Engine;

use conn::{Conn, Run, draw_numbers, lock_tenant, raise_numbers, settled_before, write_rows};

/// How many ids one statement takes; SQLite binds 32 766 values.
const CHUNK: usize = 8_000;

/// Whether rows are locked one by one.
const ROW_LOCKS: bool = false;

/// The rows of a query; the file is locked already.
macro_rules! locked {
    ($c:expr, $intent:expr, $query:expr) => {{
        let _ = &$intent;
        $query.load_listed($c).await
    }};
}
use locked;

/// Keys as a statement takes them: filled up to a power of two with the last one, so that there are few texts
/// and each stays prepared.
fn listed<T: Clone>(mut keys: Vec<T>) -> Vec<T> {
    if let Some(last) = keys.last().cloned() {
        keys.resize(keys.len().next_power_of_two(), last);
    }
    keys
}

diesel::define_sql_function! {
    /// Where a text stands in another, from 1 on; 0: nowhere. Taken literally, case counts.
    #[sql_name = "instr"]
    fn position_in(whole: diesel::sql_types::Text, part: diesel::sql_types::Text) -> diesel::sql_types::Integer;
}
