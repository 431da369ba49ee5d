//! One set of rules, three executors: random days of a plant are answered alike by the plant in memory, SQLite and
//! PostgreSQL (architecture: *One pipe for every write*, 6).
//!
//! After each command answers are equal: events, warnings, codes and facts of refusals. At the end every query
//! gives the same text, page by page, cursors and audit checkpoint included. A story that fails shrinks, and is told
//! as a conformance script. `STORIES=800 scripts/pg-cluster cargo test --release -p wms-store --test differential`
//! plays a hundred thousand commands on each.
#![expect(clippy::unwrap_used, reason = "a test")]

#[path = "../common/mod.rs"]
mod common;
mod stage;
#[path = "../../../conformance/tests/properties/stories.rs"]
mod stories;

use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use stage::{Stage, Stores};
use std::cell::Cell;
use stories::stories;
use wms_conformance::random::{Story, Transcript};

fn number(name: &str, otherwise: u32) -> u32 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

fn config(cases: u32) -> Config {
    Config {
        cases,
        max_shrink_time: 60_000,
        failure_persistence: None,
        ..Config::default()
    }
}

/// What proptest found, as text.
fn told(played: Result<(), TestError<Story>>) -> String {
    played.map_or_else(|error| error.to_string(), |()| String::new())
}

#[test]
fn every_store_answers_like_the_plant_in_memory() {
    let stores = Stores::open();
    let commands = Cell::new(0);
    let mut runner = TestRunner::new(config(number("STORIES", 16)));
    let played = runner.run(&stories(1..=250), |story| {
        let mut stage = Stage::open(&stores, &story);
        let mut transcript = Transcript::of(&story);
        let compared = story
            .rolls
            .iter()
            .try_for_each(|roll| stage.turn(roll, &mut transcript))
            .and_then(|()| stage.compare_what_is_there());
        commands.set(commands.get() + story.rolls.len());
        compared.map_err(|why| {
            let script = transcript.script("what differs between stores");
            TestCaseError::fail(format!("{why}\n{script}"))
        })
    });
    println!("{} commands on each store", commands.get());
    assert!(played.is_ok(), "{}", told(played));
}

#[test]
fn a_batch_answers_like_its_commands_one_by_one() {
    let stores = Stores::open();
    let mut runner = TestRunner::new(config(number("STORIES", 16) / 4 + 1));
    let played = runner.run(&stories(1..=250), |story| {
        let mut stage = Stage::open(&stores, &story);
        let compared = stage.play_as_batches(&story);
        let compared = compared.and_then(|()| stage.compare_what_is_there());
        compared.map_err(TestCaseError::fail)
    });
    assert!(played.is_ok(), "{}", told(played));
}
