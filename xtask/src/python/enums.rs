//! The closed sets as `StrEnum`s, the families of classes as unions, and what the package shows of both.
use super::{
    classes::{Class, Classes},
    text::{HEAD, Text, listed},
};
use crate::model::{Model, Word};
use std::collections::BTreeMap;

const ABOUT: &str = "The closed sets of names: each member is the text that goes over the wire.";

/// Sets by the module of the core that they are of.
type Homes<'m> = BTreeMap<String, Vec<(&'m str, &'m [Word])>>;

/// `enums/`: a file for each module of the core that has closed sets, and one that shows them all.
pub(super) fn files(model: &Model) -> Vec<(String, String)> {
    let mut homes = Homes::new();
    for (name, words) in model.sets() {
        let path = model.path(name);
        let home = path.split("::").nth(1).unwrap().to_owned();
        homes.entry(home).or_default().push((name, words));
    }
    let file = |name: &str, text: String| (format!("enums/{name}.py"), text);
    let mut files: Vec<_> = homes
        .iter()
        .map(|(home, sets)| file(home, of_home(model, home, sets)))
        .collect();
    files.push(file("__init__", all(&homes)));
    files
}

/// Whether people read its words.
pub(super) fn is_labelled(words: &[Word]) -> bool {
    words.iter().all(|word| word.labelled)
}

fn of_home(model: &Model, home: &str, sets: &[(&str, &[Word])]) -> String {
    let mut text = Text::starting(HEAD);
    text.doc(
        0,
        &format!("The closed sets of the core's module `{home}`."),
    );
    text.gap();
    let is_of_errors = sets.iter().any(|(name, _)| *name == "Code");
    if is_of_errors {
        text.line(0, "from foodwms import _native");
    }
    let labelled = sets.iter().any(|(_, words)| is_labelled(words));
    let plain = sets.iter().any(|(_, words)| !is_labelled(words));
    let kinds = [("Labelled", labelled), ("Word", plain)];
    let kinds = kinds
        .iter()
        .filter(|(_, used)| *used)
        .map(|(kind, _)| *kind);
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    text.line(0, format_args!("from foodwms._enum import {kinds}"));
    for (name, words) in sets {
        set(&mut text, name, model.about_set(name), words);
        if *name == "Code" {
            category(&mut text);
        }
    }
    text.finish()
}

/// What is asked of a code beside its text.
fn category(text: &mut Text) {
    text.gap();
    text.line(1, "@property");
    text.line(1, "def category(self) -> Category:");
    text.doc(2, "The family that it is of.");
    text.line(2, "return Category(_native.category(self.value))");
}

fn all(homes: &Homes<'_>) -> String {
    let mut text = Text::starting(HEAD);
    text.doc(0, ABOUT);
    text.gap();
    for (home, sets) in homes {
        let names: Vec<&str> = sets.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        text.line(0, format_args!("from foodwms.enums.{home} import {names}"));
    }
    text.gap();
    let mut names: Vec<&str> = homes.values().flatten().map(|(name, _)| *name).collect();
    names.sort_unstable();
    exported(&mut text, names);
    text.finish()
}

fn exported<'n>(text: &mut Text, names: impl IntoIterator<Item = &'n str>) {
    let names = names.into_iter().map(|name| format!("\"{name}\""));
    text.line(0, format_args!("__all__ = [\n{}]", listed(names)));
}

fn set(text: &mut Text, name: &str, about: &str, words: &[Word]) {
    text.gap();
    text.gap();
    let kind = if is_labelled(words) {
        "Labelled"
    } else {
        "Word"
    };
    text.line(0, format_args!("class {name}({kind}):"));
    text.doc(1, about);
    text.gap();
    for word in words {
        text.line(
            1,
            format_args!("{} = \"{}\"", member(&word.wire), word.wire),
        );
        text.doc(1, &word.doc);
    }
}

/// The name of a member: the word itself, made a name.
fn member(wire: &str) -> String {
    let name = wire.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() => c.to_ascii_uppercase(),
        _ => '_',
    });
    let name: String = name.collect();
    match name.chars().next() {
        Some('0'..='9') => format!("_{name}"),
        _ => name,
    }
}

/// `unions.py`.
pub(super) fn unions(classes: &Classes) -> String {
    let mut text = Text::starting(HEAD);
    text.doc(
        0,
        "The families of commands, queries and events: `match` over one is checked for what is missing.",
    );
    text.gap();
    text.line(0, "from typing import Union");
    text.gap();
    text.line(0, "from foodwms import _native as _n");
    text.gap();
    exported(&mut text, ["Command", "Event", "Query"]);
    union(
        &mut text,
        "Command",
        "A command of any type.",
        &classes.commands,
    );
    union(&mut text, "Query", "A query of any type.", &classes.queries);
    union(
        &mut text,
        "Event",
        "Something that happened.",
        &classes.events,
    );
    text.finish()
}

fn union(text: &mut Text, name: &str, doc: &str, all: &[Class]) {
    let members = listed(all.iter().map(|class| format!("_n.{}", class.name)));
    text.gap();
    text.line(0, format_args!("{name} = Union[\n{members}]"));
    text.doc(0, doc);
}

/// The classes by their names.
fn value_names(classes: &Classes) -> Vec<&str> {
    let mut names: Vec<&str> = classes.all().map(|class| class.name.as_str()).collect();
    names.extend(["Applied", "Envelope", "Page"]);
    names.sort_unstable();
    names
}

/// `values.py`.
pub(super) fn values(classes: &Classes) -> String {
    let names = value_names(classes);
    let mut text = Text::starting(HEAD);
    text.doc(
        0,
        "Commands, queries, events, and all that stands in them and in answers.",
    );
    text.gap();
    let imported = listed(&names);
    text.line(
        0,
        format_args!("from foodwms._native import (\n{imported})"),
    );
    text.gap();
    exported(&mut text, names);
    text.finish()
}

/// `__init__.py`.
pub(super) fn init(classes: &Classes) -> String {
    let values = value_names(classes);
    let mut all: Vec<&str> = classes.sets.iter().map(String::as_str).collect();
    all.extend(&values);
    all.sort_unstable();
    let head = include_str!("init_head.py");
    let head = head.replace("    # enums\n", &listed(&classes.sets));
    let head = head.replace("    # values\n", &listed(&values));
    let all = all.into_iter().map(|name| format!("\"{name}\""));
    head.replace("    # exported\n", &listed(all))
}
