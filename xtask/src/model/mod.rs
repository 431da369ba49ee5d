//! What the core says about itself in its declarations: commands, queries, views, events, refusals and closed sets
//! of names, with their fields, types and comments.
//!
//! It is read from the source, where every public type is declared once, so that nothing is restated by hand.
mod grammar;
mod kind;
mod reader;

pub(crate) use kind::Kind;

use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
};
use wms_core::time::DayStart;

/// How a field gets its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Given {
    /// It must be given; of what is answered: it is always there.
    Required,
    /// It may be left out.
    Optional,
    /// Left out, it is this Rust expression.
    Default(String),
}

impl Given {
    /// What stands on the wire where it is left out; none: nothing does.
    pub(crate) fn default(&self) -> Option<Value> {
        let Self::Default(rust) = self else {
            return None;
        };
        Some(match rust.as_str() {
            "Vec::new()" => json!([]),
            "DayStart::default()" => json!(DayStart::default()),
            literal => serde_json::from_str(literal)
                .unwrap_or_else(|_| panic!("what `{literal}` is on the wire is not said")),
        })
    }
}

/// A field as it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) kind: Kind,
    pub(crate) given: Given,
    /// Its own fields stand in its place.
    pub(crate) flat: bool,
}

/// An object on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
}

impl Record {
    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A name of a closed set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) doc: String,
    /// Its name in Rust.
    pub(crate) variant: String,
    /// Its name on the wire.
    pub(crate) wire: String,
    /// Whether people read it, in words of their own language.
    pub(crate) labelled: bool,
    /// What else its table says, as Rust: the entities an event changes.
    pub(crate) rest: String,
}

/// The core's declarations.
#[derive(Debug, Default)]
pub(crate) struct Model {
    records: BTreeMap<String, Record>,
    /// The facts of refusals and warnings, by the name of the variant.
    facts: BTreeMap<String, Vec<Field>>,
    sets: BTreeMap<String, Vec<Word>>,
    /// The comments of the closed sets.
    about_sets: BTreeMap<String, String>,
    policy: Vec<Field>,
    /// The records that stand on the wire for certain.
    on_wire: BTreeSet<String>,
    /// The core's module that each name is public in.
    homes: BTreeMap<String, String>,
}

impl Model {
    /// Reads all files below a folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut model = Self::default();
        reader::read_core(&mut model, folder)?;
        Ok(model)
    }

    /// The object of that name; there is one.
    pub(crate) fn record(&self, name: &str) -> &Record {
        self.find_record(name)
            .unwrap_or_else(|| panic!("{name} is declared nowhere"))
    }

    /// The object of that name, if it is one.
    pub(crate) fn find_record(&self, name: &str) -> Option<&Record> {
        self.records.get(name)
    }

    /// The facts of a refusal or warning; none: it has none.
    pub(crate) fn facts(&self, variant: &str) -> &[Field] {
        self.facts.get(variant).map_or(&[], Vec::as_slice)
    }

    /// The closed set of that name; there is one.
    pub(crate) fn set(&self, name: &str) -> &[Word] {
        self.find_set(name)
            .unwrap_or_else(|| panic!("{name} is declared nowhere"))
    }

    /// The closed set of that name, if it is one.
    pub(crate) fn find_set(&self, name: &str) -> Option<&[Word]> {
        self.sets.get(name).map(Vec::as_slice)
    }

    /// The path of a type in Rust.
    pub(crate) fn path(&self, name: &str) -> String {
        match name {
            "PlantPolicy" | "PolicyChange" => format!("wms_core::policy::{name}"),
            _ => {
                let home = self.homes.get(name);
                let home = home.unwrap_or_else(|| panic!("{name} is declared nowhere"));
                format!("wms_core::{home}::{name}")
            }
        }
    }

    /// All closed sets.
    pub(crate) fn sets(&self) -> impl Iterator<Item = (&str, &[Word])> {
        let sets = self.sets.iter();
        sets.map(|(name, words)| (name.as_str(), words.as_slice()))
    }

    /// What a closed set is of.
    pub(crate) fn about_set(&self, name: &str) -> &str {
        match name {
            "Code" => "The stable codes of refusals.",
            "CommandType" => "The types of commands.",
            "QueryType" => "The types of queries.",
            "EventType" => "The types of events.",
            name => self.about_sets.get(name).map_or("", String::as_str),
        }
    }

    /// The fields of the policy.
    pub(crate) fn policy(&self) -> &[Field] {
        &self.policy
    }
}
