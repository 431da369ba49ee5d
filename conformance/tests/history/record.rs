//! How a history is recorded: the fewest scripts of the suite that bring about every type of event.
use crate::day::Day;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeSet;
use wms_conformance::{Host, files, graphs, parse, run};
use wms_core::{
    command::Envelope,
    event::{Event, EventType},
    plant::{ManualClock, Plant, SequentialIds},
    query::VerifyAudit,
};

/// A plant in memory that remembers the graphs it saved.
pub(crate) struct Recorder {
    pub(crate) plant: Plant,
    graph_texts: BTreeSet<String>,
    clock: ManualClock,
}

impl Host for Recorder {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock.set(now.into());
    }

    fn execute(&mut self, envelope: &str) -> String {
        let answer = self.plant.execute_json(envelope);
        let applied = answer.starts_with(r#"{"status":"applied""#);
        if let (true, Ok(envelope)) = (applied, Envelope::from_json(envelope)) {
            self.graph_texts.extend(graphs::saved_by(&envelope.command));
        }
        answer
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        self.plant.ask_json(query)
    }
}

/// Plays a script.
pub(crate) fn play(script: &str) -> Recorder {
    let script = parse(script).unwrap();
    let clock = ManualClock::at(script.clock.into());
    let mut host = Recorder {
        plant: Plant::new(clock.clone(), SequentialIds::default()),
        graph_texts: BTreeSet::new(),
        clock,
    };
    run(&script, &mut host).unwrap();
    host
}

fn day_of(text: &str) -> Day {
    let played = play(text);
    let verified = played.plant.ask(&VerifyAudit::new()).unwrap();
    Day {
        script: serde_json::from_str(text).unwrap(),
        graph_texts: played.graph_texts.into_iter().collect(),
        events: played
            .plant
            .log()
            .events()
            .map(|event| event.to_recorded())
            .collect(),
        checkpoint: verified.checkpoint,
    }
}

fn types_of(day: &Day) -> BTreeSet<EventType> {
    let events = day
        .events
        .iter()
        .map(|event| Event::from_text(&event.text).unwrap());
    events.map(|event| event.event_type()).collect()
}

/// The text of a new history.
pub(crate) fn days() -> String {
    let scripts = files::find(&files::suite()).unwrap();
    let texts = scripts
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap());
    // A log keeps a device's id in the texts alone: scripts act without devices.
    let days: Vec<Day> = texts
        .filter(|text| serde_json::from_str::<Value>(text).unwrap()["policy"].is_null())
        .map(|text| day_of(&text))
        .collect();
    let mut missing: BTreeSet<EventType> = EventType::ALL.into();
    let mut chosen = String::new();
    while !missing.is_empty() {
        let best = days
            .iter()
            .max_by_key(|day| types_of(day).intersection(&missing).count());
        let best = best.unwrap();
        let found = types_of(best);
        assert!(
            !found.is_disjoint(&missing),
            "no script brings about {missing:?}"
        );
        missing.retain(|kind| !found.contains(kind));
        chosen += &best.write();
    }
    chosen
}
