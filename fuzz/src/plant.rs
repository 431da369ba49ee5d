//! A plant that is watched: every promise about a command is tried on every command.
use crate::{
    answer::{Answer, is_an_error, json_of},
    once::every_field_stands_once,
};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::sync::Arc;
use wms_conformance::{Host, Script};
use wms_core::{
    command::{Command, CreateFlow, Envelope, SaveDraft, digest},
    flow::FlowGraph,
    plant::{ManualClock, Plant, SequentialIds, rebuild},
    world::World,
};

/// An in-memory plant with a clock that stands until it is set.
pub(crate) struct WatchedPlant {
    plant: Plant,
    clock: ManualClock,
    /// Events carry only the hashes of graphs: a replay is given the texts.
    graphs: Vec<Arc<FlowGraph>>,
    applied: usize,
}

impl WatchedPlant {
    /// An empty plant.
    pub(crate) fn new(now: DateTime<Utc>) -> Self {
        let clock = ManualClock::at(now.into());
        Self {
            plant: Plant::new(clock.clone(), SequentialIds::default()),
            clock,
            graphs: Vec::new(),
            applied: 0,
        }
    }

    /// A plant after a script, whose steps must pass.
    pub(crate) fn after(script: &str) -> Self {
        let script: Script = match wms_conformance::parse(script) {
            Ok(script) => script,
            Err(error) => unreachable!("a script of ours: {error}"),
        };
        let mut plant = Self::new(script.clock);
        let played = wms_conformance::run(&script, &mut plant);
        assert_eq!(played, Ok(()), "{}", script.name);
        plant
    }

    /// How many commands were applied.
    pub(crate) const fn applied(&self) -> usize {
        self.applied
    }

    /// Executes an envelope and gives the answer's JSON.
    ///
    /// * `check` gives the same answer.
    /// * A refusal leaves an equal World and an equal log.
    /// * An applied command is in the log; sent again, it is replayed with the same events, and nothing is done.
    pub(crate) fn run(&mut self, json: &str) -> String {
        if sets_up(json) {
            return self.run_unwatched(json);
        }
        let envelope = Envelope::from_json(json);
        if let Ok(envelope) = &envelope {
            every_field_stands_once(json);
            comes_back(envelope);
        }
        let checked = self.plant.check_json(json);
        let before = (self.plant.world().clone(), self.plant.log().len());
        let text = self.plant.execute_json(json);
        assert_eq!(text, checked, "check and execute differ on {json}");
        let answer = Answer::of(&text);
        match answer.status() {
            "rejected" => {
                answer.is_a_refusal(envelope.is_err());
                self.is_as_before(&before, json);
            }
            "replayed" => self.is_as_before(&before, json),
            "applied" => {
                self.applied += 1;
                assert_eq!(self.plant.log().len() - before.1, answer.events_total());
                self.is_replayed(json, &answer);
                self.keep_graph(envelope.ok().map(|envelope| envelope.command));
            }
            status => unreachable!("`{status}` is no status: {text}"),
        }
        text
    }

    fn is_as_before(&self, (world, events): &(World, usize), json: &str) {
        let same = world == self.plant.world() && *events == self.plant.log().len();
        assert!(same, "refused or replayed, and something changed: {json}");
    }

    /// What a script's plant starts with is the same each time: watching it would take most of a run.
    fn run_unwatched(&mut self, json: &str) -> String {
        let answer = self.plant.execute_json(json);
        if Answer::of(&answer).status() == "applied" {
            self.applied += 1;
            self.keep_graph(Envelope::from_json(json).ok().map(|it| it.command));
        }
        answer
    }

    fn is_replayed(&mut self, json: &str, first: &Answer) {
        let before = (self.plant.world().clone(), self.plant.log().len());
        let again = Answer::of(&self.plant.execute_json(json));
        assert_eq!(again.status(), "replayed", "{json}");
        assert!(again.says_the_same(first), "another answer: {json}");
        self.is_as_before(&before, json);
    }

    fn keep_graph(&mut self, command: Option<Command>) {
        let text = match command {
            Some(Command::CreateFlow(CreateFlow { graph: None, .. })) => {
                return self.graphs.push(Arc::new(FlowGraph::empty()));
            }
            Some(Command::CreateFlow(CreateFlow { graph, .. })) => graph,
            Some(Command::SaveDraft(SaveDraft { graph, .. })) => Some(graph),
            _ => None,
        };
        let text = text.and_then(|text| serde_json::to_value(text).ok());
        let text = text.as_ref().and_then(Value::as_str);
        let graph = text.and_then(|text| FlowGraph::parse(text).ok());
        self.graphs.extend(graph.map(Arc::new));
    }

    /// Asks a query: an answer or an error, in JSON; the same when asked again.
    pub(crate) fn ask(&self, json: &str) -> Result<Value, Value> {
        let answer = self.plant.ask_json(json);
        let answer = match &answer {
            Ok(text) => Ok(json_of(text)),
            Err(text) => {
                let error = json_of(text);
                is_an_error(&error);
                Err(error)
            }
        };
        let again = self.plant.ask_json(json);
        if !json.contains("recall") {
            let again = again.map(|text| json_of(&text));
            assert_eq!(
                again.map_err(|text| json_of(&text)),
                answer,
                "asked twice: {json}"
            );
        }
        answer
    }

    /// The audit log verifies, and replaying it from nothing gives an equal World.
    pub(crate) fn is_sound(&self) {
        let verified = self.ask(r#"{"type": "verify_audit"}"#);
        let broken = verified.as_ref().map(|answer| answer.get("first_broken"));
        assert_eq!(broken, Ok(Some(&Value::Null)));
        let log: Vec<_> = self.plant.log().events().collect();
        let log: Vec<_> = log.into_iter().map(|event| event.to_recorded()).collect();
        let world = self.plant.world();
        match rebuild(world.tenant(), self.graphs.iter().cloned(), &log) {
            Ok(rebuilt) => is_equal(&rebuilt, world),
            Err(error) => unreachable!("the log is not replayed: {error}"),
        }
    }
}

/// Shows the first line that differs: a World is long.
fn is_equal(rebuilt: &World, world: &World) {
    if rebuilt == world {
        return;
    }
    let (rebuilt, world) = (format!("{rebuilt:#?}"), format!("{world:#?}"));
    let differing = rebuilt.lines().zip(world.lines()).find(|(a, b)| a != b);
    unreachable!("the log is replayed to another World: {differing:?}");
}

/// By the key, which the runner takes from a space of its own.
fn sets_up(json: &str) -> bool {
    json.contains("00000000-0000-7000-b000-")
}

impl Host for WatchedPlant {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock.set(now.into());
    }

    fn execute(&mut self, envelope: &str) -> String {
        self.run(envelope)
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        Self::ask(self, query)
            .map(|answer| answer.to_string())
            .map_err(|error| error.to_string())
    }
}

/// An envelope written as JSON is read back to an equal one with an equal digest.
fn comes_back(envelope: &Envelope) {
    let json = envelope.to_json();
    match Envelope::from_json(&json) {
        Ok(again) => {
            assert_eq!(again, *envelope, "{json}");
            assert_eq!(again.to_json(), json);
            assert_eq!(digest(&again.command), digest(&envelope.command));
            assert!(digest(&again.command).is_ok());
        }
        Err(error) => unreachable!("{json}: {error:?}"),
    }
}
