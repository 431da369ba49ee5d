//! The closed sets as `StrEnum`s, and the families of classes as unions.
use super::{
    classes::{Class, Classes},
    docstring,
};
use crate::model::{Model, Word};

const HEAD: &str = "# Written from the core's declarations: cargo xtask generate\n";

/// `enums.py`.
pub(super) fn file(model: &Model) -> String {
    let mut names = Vec::new();
    let mut body = String::new();
    for (name, words) in model.sets() {
        names.push(format!("    \"{name}\",\n"));
        body += &set(name, words);
    }
    format!(
        "{HEAD}\"\"\"The closed sets of names: each member is the text that goes over the wire.\"\"\"\n\n\
         from foodwms._enum import Word\n\n__all__ = [\n{}]\n{body}",
        names.concat()
    )
}

fn set(name: &str, words: &[Word]) -> String {
    let mut text = format!("\n\nclass {name}(Word):\n");
    for word in words {
        text += &format!("    {} = \"{}\"\n", member(&word.wire), word.wire);
        text += &docstring("    ", &word.doc);
    }
    text
}

/// The name of a member: the word itself, made a name.
fn member(wire: &str) -> String {
    let name: String = wire
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

/// `unions.py`.
pub(super) fn unions(classes: &Classes) -> String {
    let union = |name: &str, doc: &str, all: &[Class]| {
        let members: Vec<_> = all
            .iter()
            .map(|class| format!("    _n.{},\n", class.name))
            .collect();
        format!(
            "\n{name} = Union[\n{}]\n{}",
            members.concat(),
            docstring("", doc)
        )
    };
    format!(
        "{HEAD}\"\"\"The families of commands, queries and events: `match` over them is checked for what is missing.\"\"\"\n\n\
         from typing import Union\n\nfrom foodwms import _native as _n\n\n__all__ = [\"Command\", \"Event\", \"Query\"]\n{}{}{}",
        union("Command", "A command of any type.", &classes.commands),
        union("Query", "A query of any type.", &classes.queries),
        union("Event", "Something that happened.", &classes.events),
    )
}

/// `values.py`.
pub(super) fn values(classes: &Classes) -> String {
    let mut names: Vec<&str> = classes.all().map(|class| class.name.as_str()).collect();
    names.extend(["Applied", "Envelope", "Page"]);
    names.sort_unstable();
    let imported: String = names.iter().map(|name| format!("    {name},\n")).collect();
    let exported: String = names
        .iter()
        .map(|name| format!("    \"{name}\",\n"))
        .collect();
    format!(
        "{HEAD}\"\"\"Commands, queries, events, and all that stands in them and in answers.\"\"\"\n\n\
         from foodwms._native import (\n{imported})\n\n__all__ = [\n{exported}]\n"
    )
}
