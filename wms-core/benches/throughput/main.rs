//! Commands per second and traces, as tables: `cargo bench -p wms-core --bench throughput`, with
//! `-- commands` or `-- traces` for one of them.
//!
//! Commands are the best of several rounds, traces the median, on one core; `docs/performance.md` says how to read them.
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]
#![allow(clippy::float_arithmetic, reason = "figures, not amounts")]

mod commands;
#[path = "../synthetic/mod.rs"]
mod synthetic;
mod traces;

fn main() -> synthetic::Tried<()> {
    let wanted: Vec<String> = std::env::args().collect();
    let wants = |table: &str| wanted.iter().any(|word| word == table);
    if !wants("traces") {
        commands::table()?;
    }
    if !wants("commands") {
        traces::table(100_000)?;
        traces::table(1_000_000)?;
    }
    Ok(())
}
