//! Takes seeds out of the conformance suite: `cargo run --example seeds` writes those that are missing.
//!
//! Of the suite's scripts those are taken that show most (commands with what came of them, queries, issues
//! of graphs) in the fewest bytes. Seeds written by hand and inputs that once failed stand beside them.
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};
use wms_conformance::{Host, files, memory::MemoryHost, parse, run};
use wms_core::flow::FlowGraph;

/// At most so many files of a target come from the suite.
const MAX_SEEDS: usize = 50;
const MAX_BYTES: usize = 16 * 1024;

/// What an input shows, and the input.
type Candidates = BTreeMap<String, (BTreeSet<String>, String)>;

fn main() -> io::Result<()> {
    let suite = files::suite();
    let (mut scripts, mut envelopes) = (Candidates::new(), Candidates::new());
    let (mut queries, mut graphs) = (Candidates::new(), Candidates::new());
    for path in files::find(&suite)? {
        let text = fs::read_to_string(&path)?;
        let Ok(script) = parse(&text) else { continue };
        let mut host = Recorder::new(script.clock);
        let _ = run(&script, &mut host);
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let mut shown = host.commands.clone();
        shown.extend(host.queries.values().cloned());
        scripts.insert(format!("{stem}.json"), (shown, text));
        let lines = host.envelopes.join("\n");
        envelopes.insert(format!("{stem}.jsonl"), (host.commands, lines));
        for (n, (query, shown)) in host.queries.into_iter().enumerate() {
            queries.insert(format!("{stem}-{n}.json"), ([shown].into(), query));
        }
        for (n, graph) in host.graphs.into_iter().enumerate() {
            graphs.insert(format!("{stem}-{n}.json"), (issues_of(&graph), graph));
        }
    }
    write("scripts", scripts)?;
    write("envelope", envelopes)?;
    write("query", queries)?;
    write("graph", graphs)?;
    let canonical = FlowGraph::canonical();
    save(&corpus("graph").join("canonical.json"), canonical.text())
}

/// Plays on a plant in memory and notes what is shown.
struct Recorder {
    host: MemoryHost,
    envelopes: Vec<String>,
    commands: BTreeSet<String>,
    queries: BTreeMap<String, String>,
    graphs: Vec<String>,
}

impl Recorder {
    fn new(now: DateTime<Utc>) -> Self {
        Self {
            host: MemoryHost::new(now),
            envelopes: Vec::new(),
            commands: BTreeSet::new(),
            queries: BTreeMap::new(),
            graphs: Vec::new(),
        }
    }
}

impl Host for Recorder {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.host.set_clock(now);
    }

    fn execute(&mut self, envelope: &str) -> String {
        let answer = self.host.execute(envelope);
        let command = at(&json(envelope), &["command"]);
        // The commands that set a plant up have keys of their own.
        if !envelope.contains("-7000-b000-") {
            self.envelopes.push(envelope.to_owned());
            let kind = text(&command, &["type"]);
            self.commands.extend(
                outcomes(&json(&answer))
                    .into_iter()
                    .map(|outcome| format!("{kind} {outcome}")),
            );
            match at(&command, &["graph"]) {
                Value::String(graph) => self.graphs.push(graph),
                Value::Null => {}
                graph => self.graphs.push(graph.to_string()),
            }
        }
        answer
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        let answer = self.host.ask(query);
        let fields: BTreeSet<_> = json(query)
            .as_object()
            .into_iter()
            .flat_map(|fields| fields.keys().cloned().collect::<Vec<_>>())
            .collect();
        let outcome = match &answer {
            Ok(_) => "answered".to_owned(),
            Err(error) => text(&json(error), &["code"]),
        };
        let shown = format!("{} {fields:?} {outcome}", text(&json(query), &["type"]));
        self.queries.insert(query.to_owned(), shown);
        answer
    }
}

/// The types of the events, or the code of the refusal.
fn outcomes(answer: &Value) -> Vec<String> {
    match at(answer, &["events"]) {
        Value::Array(events) => events.iter().map(|event| text(event, &["type"])).collect(),
        _ => vec![text(answer, &["error", "code"])],
    }
}

fn issues_of(graph: &str) -> BTreeSet<String> {
    match FlowGraph::parse(graph) {
        Ok(graph) => {
            let issues = graph.issues(true).into_iter();
            let facts = issues.map(|issue| format!("{:?} {:?}", issue.code, issue.details.keys()));
            let nodes = graph.nodes().iter();
            facts
                .chain(nodes.map(|node| format!("{:?}", node.node_type)))
                .collect()
        }
        Err(error) => [error.to_string()].into(),
    }
}

/// Writes the candidates that show most that was not shown before, per byte.
fn write(target: &str, mut candidates: Candidates) -> io::Result<()> {
    candidates.retain(|_, (_, text)| (1..=MAX_BYTES).contains(&text.len()));
    let folder = corpus(target);
    fs::create_dir_all(&folder)?;
    for _ in 0..MAX_SEEDS {
        let gain = |(_, (shown, text)): &(&String, &(BTreeSet<String>, String))| {
            (shown.len() * 1_000_000) / (text.len() + 200)
        };
        let best = candidates
            .iter()
            .max_by_key(gain)
            .map(|(name, _)| name.clone());
        let Some((name, (taken, text))) = best.and_then(|name| candidates.remove_entry(&name))
        else {
            break;
        };
        save(&folder.join(name), &text)?;
        candidates.retain(|_, (shown, _)| {
            shown.retain(|fact| !taken.contains(fact));
            !shown.is_empty()
        });
    }
    Ok(())
}

fn corpus(target: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "corpus", target]
        .iter()
        .collect()
}

fn save(path: &Path, text: &str) -> io::Result<()> {
    if path.exists() {
        Ok(())
    } else {
        fs::write(path, text)
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

fn at(value: &Value, path: &[&str]) -> Value {
    let found = path.iter().try_fold(value, |value, name| value.get(name));
    found.cloned().unwrap_or_default()
}

fn text(value: &Value, path: &[&str]) -> String {
    at(value, path).as_str().unwrap_or_default().to_owned()
}
