//! The form of a recorded day: a line for the script, each graph, each event, and the checkpoint.
use serde_json::{Value, json};
use std::{str::FromStr, sync::Arc};
use wms_core::{
    actor::{Actor, Role},
    audit::{ChainEntry, EntityRef, Head, Recorded},
    flow::FlowGraph,
    ids::UserId,
};

/// One plant's day, as it was recorded.
pub(crate) struct Day {
    pub(crate) script: Value,
    pub(crate) graph_texts: Vec<String>,
    pub(crate) events: Vec<Recorded>,
    pub(crate) checkpoint: String,
}

impl Day {
    pub(crate) fn name(&self) -> &str {
        self.script["name"].as_str().unwrap()
    }

    pub(crate) fn graphs(&self) -> Vec<Arc<FlowGraph>> {
        let parsed = self
            .graph_texts
            .iter()
            .map(|text| FlowGraph::parse(text).unwrap());
        parsed.map(Arc::new).collect()
    }

    pub(crate) fn read_all(text: &str) -> Vec<Self> {
        let mut days: Vec<Self> = Vec::new();
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).unwrap();
            if let Some(script) = line.get("script") {
                days.push(Self {
                    script: script.clone(),
                    graph_texts: Vec::new(),
                    events: Vec::new(),
                    checkpoint: String::new(),
                });
                continue;
            }
            let day = days.last_mut().unwrap();
            if let Some(graph) = line.get("graph") {
                day.graph_texts.push(graph.as_str().unwrap().to_owned());
            } else if let Some(checkpoint) = line.get("checkpoint") {
                checkpoint.as_str().unwrap().clone_into(&mut day.checkpoint);
            } else {
                day.events.push(read_event(&line));
            }
        }
        days
    }

    pub(crate) fn write(&self) -> String {
        let script = [json!({"script": self.script})].into_iter();
        let graphs = self.graph_texts.iter().map(|text| json!({"graph": text}));
        let events = self.events.iter().map(write_event);
        let end = [json!({"checkpoint": self.checkpoint})];
        let lines = script.chain(graphs).chain(events).chain(end);
        lines.map(|line| format!("{line}\n")).collect()
    }
}

fn write_event(event: &Recorded) -> Value {
    let chain = event.chain.iter().map(|entry| {
        json!([
            entry.entity.to_string(),
            entry.head.version,
            entry.head.hash.to_string()
        ])
    });
    json!({
        "key": event.key.to_string(),
        "number": event.number,
        "user_id": event.actor.user_id.to_string(),
        "role": event.actor.role.as_str(),
        "at": event.at.to_string(),
        "recorded_at": event.recorded_at.to_string(),
        "text": event.text,
        "chain": chain.collect::<Vec<_>>(),
    })
}

fn read_event(line: &Value) -> Recorded {
    let (role, user): (Role, UserId) = (parsed(&line["role"]), parsed(&line["user_id"]));
    let chain = line["chain"].as_array().unwrap().iter().map(|entry| {
        let entity: EntityRef = parsed(&entry[0]);
        let head = Head::from_parts(entry[1].as_u64().unwrap(), parsed(&entry[2]));
        ChainEntry::from_parts(entity, head)
    });
    let number = usize::try_from(line["number"].as_u64().unwrap()).unwrap();
    Recorded::from_parts(
        (parsed(&line["key"]), number),
        Actor::new(user, role),
        (parsed(&line["at"]), parsed(&line["recorded_at"])),
        line["text"].as_str().unwrap().into(),
        chain.collect(),
    )
}

fn parsed<T: FromStr<Err: core::fmt::Debug>>(value: &Value) -> T {
    value.as_str().unwrap().parse().unwrap()
}
