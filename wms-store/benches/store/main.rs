//! The store beside its databases, as Markdown tables:
//! `WMS_PG_FSYNC=on scripts/pg-cluster cargo bench -p wms-store --features postgres --bench store`, with
//! `-- writes`, `-- batches` or `-- reads` for one of them.
//!
//! `WMS_BENCH_DAYS=5` makes a small plant for `reads`, to try it; `WMS_BENCH_CONNECTIONS` says how many connections
//! `writes` has on PostgreSQL. `docs/src/performance.md` says how to read them. Needs `pgbench` and `psql` of the server, and `sqlite3`.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench prints its figures"
)]
#![allow(clippy::float_arithmetic, reason = "figures, not amounts")]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on stops"
)]

mod batches;
mod bulk;
mod day;
mod pgbench;
mod plant;
mod raw;
mod reads;
mod scene;
mod shell;
mod sqlite_loop;
mod template;
mod writes;

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let named = ["writes", "batches", "reads"];
    let all = !wanted.iter().any(|word| named.contains(&word.as_str()));
    let wants = |table: &str| all || wanted.iter().any(|word| word == table);
    if wants("writes") {
        writes::table();
    }
    if wants("batches") {
        batches::table();
    }
    if wants("reads") {
        reads::table();
    }
}
