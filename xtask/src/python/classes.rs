//! The classes of the binding, with the fields a Python reader sees: flat ones in their place.
use super::types;
use crate::{
    answers::answer,
    model::{Field, Given, Kind, Model, Record, Word},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use wms_core::query::QueryType;

/// A field of a class.
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) kind: Kind,
    /// Whether a reader may find `None`.
    pub(super) may_miss: bool,
    /// Whether a maker must give it.
    pub(super) required: bool,
    /// What it is where it is left out.
    pub(super) default: Option<Value>,
    /// How Rust reads it off `v`.
    pub(super) get: String,
}

/// A class over an object of the core.
pub(super) struct Class {
    pub(super) name: String,
    pub(super) doc: String,
    /// Its type in Rust.
    pub(super) core: String,
    /// Its `type` on the wire.
    pub(super) tag: Option<String>,
    pub(super) attributes: Vec<Attribute>,
}

/// All classes.
pub(super) struct Classes {
    pub(super) commands: Vec<Class>,
    pub(super) queries: Vec<Class>,
    pub(super) events: Vec<Class>,
    /// Objects within commands and queries.
    pub(super) parts: Vec<Class>,
    /// Objects of answers and events.
    pub(super) values: Vec<Class>,
    /// What each command tells its caller, by its class.
    pub(super) outcomes: BTreeMap<String, String>,
    /// The closed sets.
    pub(super) sets: BTreeSet<String>,
}

impl Classes {
    pub(super) fn of(model: &Model) -> Self {
        let family = |table: &str| -> Vec<Class> {
            let words = model.set(table).iter();
            words.map(|word| tagged(model, word)).collect()
        };
        let commands = family("CommandType");
        let queries = family("QueryType");
        let events = family("EventType");
        let outcomes = crate::answers::outcomes();
        let mut parts = vec!["Actor".to_owned()];
        parts.extend(inner(commands.iter().chain(&queries)));
        let parts = closure(model, parts, &BTreeSet::new());
        let known = parts.iter().map(|class| class.name.clone()).collect();
        let mut roots: Vec<String> = QueryType::ALL
            .map(|query| answer(query).view().to_owned())
            .into();
        roots.extend(outcomes.values().cloned());
        roots.extend(inner(events.iter()));
        let values = closure(model, roots, &known);
        Self {
            commands,
            queries,
            events,
            parts,
            values,
            outcomes,
            sets: model.sets().map(|(name, _)| name.to_owned()).collect(),
        }
    }

    /// Every class.
    pub(super) fn all(&self) -> impl Iterator<Item = &Class> {
        let families = [
            &self.parts,
            &self.values,
            &self.commands,
            &self.queries,
            &self.events,
        ];
        families.into_iter().flatten()
    }
}

/// The names of the types of all fields.
fn inner<'c>(classes: impl Iterator<Item = &'c Class>) -> Vec<String> {
    let fields = classes.flat_map(|class| &class.attributes);
    fields.map(|field| field.kind.base().to_owned()).collect()
}

/// The objects among those names, and all that stand in them.
fn closure(model: &Model, mut waiting: Vec<String>, known: &BTreeSet<String>) -> Vec<Class> {
    let mut seen = known.clone();
    let mut found = Vec::new();
    waiting.reverse();
    while let Some(name) = waiting.pop() {
        if name == "MassBalanceView" {
            waiting.extend(["RunBalanceView".to_owned(), "LotBalance".to_owned()]);
        } else if is_object(model, &name) && seen.insert(name.clone()) {
            let class = class(model, &record(model, &name), None);
            waiting.extend(inner([&class].into_iter()));
            found.push(class);
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// Whether it is an object of its own, and no value.
fn is_object(model: &Model, name: &str) -> bool {
    let by_hand = ["PlantPolicy", "PolicyChange"].contains(&name);
    by_hand || !types::is_value(name) && model.find_record(name).is_some()
}

/// The record, also of the policy, which is declared in a table of its own.
fn record(model: &Model, name: &str) -> Record {
    let given = match name {
        "PlantPolicy" => Given::Required,
        "PolicyChange" => Given::Optional,
        _ => return model.record(name).clone(),
    };
    let doc = match given {
        Given::Required => "What a plant sets for itself.",
        _ => "Any part of the policy: what is given replaces, the rest stays.",
    };
    let fields = model.policy().iter().map(|field| Field {
        given: given.clone(),
        ..field.clone()
    });
    Record {
        name: name.to_owned(),
        doc: doc.to_owned(),
        fields: fields.collect(),
    }
}

fn tagged(model: &Model, word: &Word) -> Class {
    let mut class = class(
        model,
        &record(model, &word.variant),
        Some(word.wire.clone()),
    );
    class.doc.clone_from(&word.doc);
    class
}

fn class(model: &Model, record: &Record, tag: Option<String>) -> Class {
    let mut attributes = Vec::new();
    take_fields(model, record, &Reach::direct(), &mut attributes);
    if record.name == "Issue" {
        attributes.push(message());
    }
    Class {
        name: types::class_name(&record.name).to_owned(),
        doc: record.doc.clone(),
        core: model.path(&record.name),
        tag,
        attributes,
    }
}

/// What is put into words where it is written.
fn message() -> Attribute {
    Attribute {
        name: "message".to_owned(),
        doc: "What is wrong, and what would be accepted.".to_owned(),
        kind: Kind::Named("Text".to_owned()),
        may_miss: false,
        required: false,
        default: None,
        get: "v.messages()".to_owned(),
    }
}

/// How Rust comes to a field: through what is flat, and perhaps not there.
struct Reach {
    /// What is not there sometimes.
    through: Option<String>,
    /// The fields from there on.
    path: String,
}

impl Reach {
    fn direct() -> Self {
        Self {
            through: None,
            path: String::new(),
        }
    }

    fn into(&self, field: &Field) -> Self {
        match field.kind {
            Kind::Option(_) => Self {
                through: Some(format!("{}.{}", self.path, field.name)),
                path: String::new(),
            },
            _ => Self {
                through: self.through.clone(),
                path: format!("{}.{}", self.path, field.name),
            },
        }
    }

    fn read(&self, name: &str, is_option: bool) -> String {
        let path = &self.path;
        let name = match name {
            "yield" | "type" | "in" => format!("r#{name}"),
            name => name.to_owned(),
        };
        match &self.through {
            None => format!("v{path}.{name}"),
            Some(through) if is_option => {
                format!("v{through}.as_ref().and_then(|v| v{path}.{name}.as_ref())")
            }
            Some(through) => format!("v{through}.as_ref().map(|v| &v{path}.{name})"),
        }
    }
}

fn take_fields(model: &Model, record: &Record, reach: &Reach, out: &mut Vec<Attribute>) {
    for field in &record.fields {
        if field.flat {
            let inner = model.record(field.kind.base());
            take_fields(model, inner, &reach.into(field), out);
            continue;
        }
        let is_option = matches!(field.kind, Kind::Option(_)) || field.given == Given::Optional;
        let there = reach.through.is_none();
        let get = match (record.name.as_str(), field.name.as_str()) {
            ("AuditEvent", "event") => "crate::class::EventText(&v.event)".to_owned(),
            (_, name) => reach.read(name, is_option),
        };
        out.push(Attribute {
            name: field.name.clone(),
            doc: field.doc.clone(),
            kind: kind(record, field),
            may_miss: is_option || !there,
            required: there && field.given == Given::Required && !is_option,
            default: field.given.default(),
            get,
        });
    }
}

/// The event of an entry of the log is held as its text.
fn kind(record: &Record, field: &Field) -> Kind {
    let bare = match &field.kind {
        Kind::Option(inner) => (**inner).clone(),
        kind => kind.clone(),
    };
    match (record.name.as_str(), field.name.as_str()) {
        ("AuditEvent", "event") => Kind::Named("Event".to_owned()),
        _ => bare,
    }
}
