//! Logs recorded by earlier versions are read by this one (architecture, *The log*).
//!
//! `v1.jsonl` holds days of plants, each as its script, the graphs it saved, its events as they were stored,
//! and its checkpoint; together they have an event of every type. A file is recorded once, when the form of an
//! event changes, and never again: `RECORD_HISTORY=v2 cargo test -p wms-conformance --test history`.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: a file of ours that does not read is what it is to find"
)]

mod day;
mod record;

use day::Day;
use std::{collections::BTreeSet, path::PathBuf};
use wms_core::{
    audit::Verifier,
    event::{Event, EventType},
    ids::TenantId,
    plant::rebuild,
};

fn file(version: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/history");
    folder.join(format!("{version}.jsonl"))
}

/// Every recorded history, oldest first.
fn histories() -> Vec<(&'static str, Vec<Day>)> {
    if let Ok(version) = std::env::var("RECORD_HISTORY") {
        let path = file(&version);
        assert!(
            !path.exists(),
            "{version} was recorded: a history is never changed"
        );
        std::fs::write(path, record::days()).unwrap();
    }
    ["v1"]
        .map(|version| {
            let text = std::fs::read_to_string(file(version)).unwrap();
            (version, Day::read_all(&text))
        })
        .into()
}

#[test]
fn every_type_of_event_stands_in_the_newest_history() {
    let (_, days) = histories().pop().unwrap();
    let events = days.iter().flat_map(|day| &day.events);
    let types: BTreeSet<EventType> = events
        .map(|event| Event::from_text(&event.text).unwrap().event_type())
        .collect();
    let missing: Vec<_> = EventType::ALL
        .iter()
        .filter(|kind| !types.contains(kind))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_recorded_log_verifies_up_to_its_checkpoint() {
    for (version, days) in histories() {
        for day in days {
            let mut verifier = Verifier::new(Some(&day.checkpoint));
            day.events
                .iter()
                .for_each(|event| verifier.read(&event.text, &event.chain));
            let heads = day.events.iter().flat_map(|event| &event.chain);
            let heads: std::collections::BTreeMap<_, _> =
                heads.map(|entry| (entry.entity, entry.head)).collect();
            let found = verifier.finish(heads);
            assert_eq!(found.first_broken, None, "{version}: {}", day.name());
            assert_eq!(
                found.checkpoint,
                day.checkpoint,
                "{version}: {}",
                day.name()
            );
        }
    }
}

/// As long as no rule changed on purpose, the script leads there too. When one does, record a new version and
/// leave the comparison to that one.
#[test]
fn every_recorded_log_rebuilds_the_plant_its_script_leads_to() {
    for (version, days) in histories() {
        for day in days {
            let rebuilt = rebuild(TenantId::NONE, day.graphs(), &day.events);
            let rebuilt = rebuilt.unwrap_or_else(|error| panic!("{version}: {error}"));
            let played = record::play(&day.script.to_string());
            assert!(
                rebuilt == *played.plant.world(),
                "{version}: {}",
                day.name()
            );
        }
    }
}

#[test]
fn events_of_the_newest_history_are_written_as_they_were() {
    let (_, days) = histories().pop().unwrap();
    for event in days.iter().flat_map(|day| &day.events) {
        let read = Event::from_text(&event.text).unwrap();
        assert_eq!(read.to_text().unwrap(), *event.text);
    }
}
