//! Random days of a plant, and what must hold in each of them (rule book, section 6, *Invariants*).
//!
//! After every command: the in-memory plant answers like an executor that holds only what was asked for, like
//! one that decides a batch on a World that grows, like a check beforehand; a refusal changed nothing; a
//! repeat acts once; every touched thing was claimed to be changed. After every story: I1 to I11, traces and
//! shares as a naive search finds them, the log rebuilds the plant, and a log that was touched shows it.
//!
//! A story that fails shrinks, and is told as a conformance script: save it under `conformance/scripts/`.
//! `STORIES=5000 cargo test --release -p wms-conformance --test properties` plays as many.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod allocation;
mod claims;
mod executors;
mod invariants;
mod log;
mod oracles;
mod stage;
mod stories;

use proptest::test_runner::{Config, TestCaseError, TestRunner};
use stage::{Stage, Tally};
use std::cell::RefCell;
use stories::stories;
use wms_conformance::random::Story;

/// How many stories are played, and how long they are at most.
fn size() -> (u32, usize) {
    let number = |name, otherwise| match std::env::var(name) {
        Ok(text) => text.parse().unwrap(),
        Err(_) => otherwise,
    };
    (
        number("STORIES", 24),
        number("STORY_COMMANDS", 250) as usize,
    )
}

fn play(story: &Story, tally: &RefCell<Tally>) -> Result<(), TestCaseError> {
    let mut stage = Stage::open(story);
    let played = stage.play(story).and_then(|()| stage.close());
    tally.borrow_mut().add(&stage.tally);
    played.map_err(|why| {
        let script = stage.transcript.script("what a property found");
        TestCaseError::fail(format!("{why}\n{script}"))
    })
}

#[test]
fn every_invariant_holds_along_random_days() {
    let (cases, commands) = size();
    let config = Config {
        cases,
        max_shrink_iters: 4000,
        failure_persistence: None,
        ..Config::default()
    };
    let tally = RefCell::new(Tally::default());
    let mut runner = TestRunner::new(config);
    let result = runner.run(&stories(1..=commands), |story| play(&story, &tally));
    println!("{}", tally.borrow());
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// What a property finds can be saved and played: a story told as a script goes the way it went.
#[test]
fn a_story_told_as_a_script_plays_the_same() {
    let config = Config {
        cases: 12,
        failure_persistence: None,
        ..Config::default()
    };
    let played = TestRunner::new(config).run(&stories(1..=200), |story| {
        let mut stage = Stage::open(&story);
        stage.play(&story).map_err(TestCaseError::fail)?;
        let text = stage.transcript.script("a story");
        let script = wms_conformance::parse(&text)
            .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut host = wms_conformance::memory::MemoryHost::new(script.clock);
        let replayed = wms_conformance::run(&script, &mut host);
        replayed.map_err(|failure| TestCaseError::fail(format!("{failure}\n{text}")))
    });
    if let Err(error) = played {
        panic!("{error}");
    }
}
