//! The closed sets as `StrEnum`s, the families of classes as unions, and what the package shows of both.
use super::{
    classes::{Class, Classes},
    text::{Text, listed},
};
use crate::model::{Model, Word};

const HEAD: &str = "# Written from the core's declarations: cargo xtask generate\n";

/// `enums.py`.
pub(super) fn file(model: &Model) -> String {
    let mut text = Text::starting(HEAD);
    text.doc(
        0,
        "The closed sets of names: each member is the text that goes over the wire.",
    );
    text.gap();
    text.line(0, "from foodwms._enum import Word");
    text.gap();
    exported(&mut text, model.sets().map(|(name, _)| name));
    for (name, words) in model.sets() {
        set(&mut text, name, model.about_set(name), words);
    }
    text.finish()
}

fn exported<'n>(text: &mut Text, names: impl IntoIterator<Item = &'n str>) {
    let names = names.into_iter().map(|name| format!("\"{name}\""));
    text.line(0, format_args!("__all__ = [\n{}]", listed(names)));
}

fn set(text: &mut Text, name: &str, about: &str, words: &[Word]) {
    text.gap();
    text.gap();
    text.line(0, format_args!("class {name}(Word):"));
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
