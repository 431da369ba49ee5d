//! Killed at any moment, a store has every command it acknowledged, and none by half (architecture: *One pipe*).
//!
//! A child process plays a random story and says on its output what was acknowledged. It is killed; then the
//! database must answer every question like a plant in memory that was told so much of the story, or one command
//! more. `CYCLES=200 scripts/pg-cluster cargo test --release -p wms-store --features postgres --test crash`
//! kills two hundred times.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "tests, one of which says how much it tested"
)]

mod callers;
mod child;
#[path = "../common/mod.rs"]
mod common;
mod story;

use child::Killed;
use common::server;
use tempfile::TempDir;

/// How often each child is killed.
fn cycles() -> u64 {
    std::env::var("CYCLES").map_or(5, |text| text.parse().unwrap())
}

fn file(folder: &TempDir) -> String {
    format!("sqlite:{}", folder.path().join("plant.db").display())
}

/// What a child does when this binary calls itself; nothing in a common run.
#[test]
fn child() {
    child::serve(&[("story", story::play), ("callers", callers::call)]);
}

/// Kills children at one task, and looks at what each left behind.
fn kill(task: &str, url: &str, check: fn(&Killed)) {
    let mut acknowledged = 0;
    for cycle in 0..cycles() {
        let killed = Killed::after_some_time(task, url, cycle);
        acknowledged += killed.acknowledged.len();
        check(&killed);
    }
    println!(
        "{task}: {} killed, {acknowledged} commands acknowledged",
        cycles()
    );
    assert!(acknowledged > 0, "nothing was put to the test");
}

#[test]
fn sqlite_keeps_what_it_acknowledged_to_a_killed_process() {
    let folder = TempDir::new().unwrap();
    kill("story", &file(&folder), story::check);
    kill("callers", &file(&folder), callers::check);
}

#[test]
fn postgres_keeps_what_it_acknowledged_to_a_killed_process() {
    kill("story", &server(), story::check);
    kill("callers", &server(), callers::check);
}
