//! The lists of classes for the binding's macros.
use super::{
    classes::{Attribute, Class, Classes},
    enums, types,
};
use crate::model::{Kind, Model, Word};

const HEAD: &str = "// Written from the core's declarations: cargo xtask generate\n";

/// All lists: path and text.
pub(super) fn files(model: &Model, classes: &Classes) -> Vec<(String, String)> {
    let file =
        |name: &str, text: String| (format!("bindings-python/src/generated/{name}.rs"), text);
    vec![
        file(
            "commands",
            family(&classes.commands, "Command", "crate::class::family"),
        ),
        file(
            "queries",
            family(&classes.queries, "Query", "crate::class::family"),
        ),
        file(
            "events",
            family(&classes.events, "Event", "crate::class::family"),
        ),
        file("parts", plain(&classes.parts, "parts")),
        file("values", plain(&classes.values, "values")),
        file("sets", sets(model)),
        file("dispatch", dispatch(classes)),
    ]
}

fn family(classes: &[Class], name: &str, called: &str) -> String {
    let module = name.to_lowercase();
    let (read, write) = match name {
        "Event" => (
            "Event::from_text(json).map_err(crate::class::no_event)",
            "all.to_text().map_err(crate::class::no_text)",
        ),
        "Command" => (
            "Command::from_json(json)",
            "all.to_text().map_err(crate::class::no_text)",
        ),
        _ => (
            "Query::from_json(json)",
            "all.to_text().map_err(crate::class::no_text)",
        ),
    };
    let mut text = format!(
        "{HEAD}use wms_core::{module}::{name};\n\n{called}! {{\n    {name}, read |json| {read}, write |all| {write},\n"
    );
    for class in classes {
        let tag = class.tag.as_deref().unwrap_or_default();
        text += &format!("    {tag:?}");
        text += &entry(class);
    }
    text + "}\n"
}

fn plain(classes: &[Class], called: &str) -> String {
    let mut text = format!("{HEAD}crate::class::{called}! {{\n");
    for class in classes {
        text += "   ";
        text += &entry(class);
    }
    text + "}\n"
}

/// One class: its comment, its name and type, its signature, its fields.
fn entry(class: &Class) -> String {
    let mut text = format!(
        " #[doc = {:?}] {}({}) {:?} {{\n",
        class.doc,
        class.name,
        class.core,
        signature(class)
    );
    for attribute in &class.attributes {
        let name = types::field_name(&attribute.name);
        let (doc, get) = (&attribute.doc, get(attribute));
        text += &format!("        #[doc = {doc:?}] {name}: {get};\n");
    }
    text + "    }\n"
}

/// Lists of objects are turned into Python one by one, as they are looked at.
fn get(attribute: &Attribute) -> String {
    let get = &attribute.get;
    match &attribute.kind {
        Kind::List(inner) if !types::is_value(inner.base()) && !attribute.may_miss => {
            format!("|_v, me| crate::items::Within(me, |v| &{get})")
        }
        _ => format!("|v, _me| {get}"),
    }
}

/// What `help()` and the editor show of the constructor.
fn signature(class: &Class) -> String {
    let mut parts = Vec::new();
    for attribute in makers(class) {
        let name = types::field_name(&attribute.name);
        let default = if attribute.required { "" } else { "=None" };
        parts.push(format!("{name}{default}"));
    }
    if parts.is_empty() {
        "()".to_owned()
    } else {
        format!("(*, {})", parts.join(", "))
    }
}

/// The fields that a maker gives.
pub(super) fn makers(class: &Class) -> impl Iterator<Item = &Attribute> {
    class.attributes.iter()
}

fn sets(model: &Model) -> String {
    let list = |of: &dyn Fn(&[Word]) -> bool| -> String {
        let sets = model.sets().filter(|(_, words)| of(words));
        let entries = sets.map(|(name, _)| format!("    {name}: {};\n", model.path(name)));
        entries.collect()
    };
    let (all, labelled) = (list(&|_| true), list(&enums::is_labelled));
    format!(
        "{HEAD}crate::decode::closed_sets! {{\n{all}}}\n\ncrate::decode::labelled_sets! {{\n{labelled}}}\n"
    )
}

/// A typed query finds its typed answer.
fn dispatch(classes: &Classes) -> String {
    let names: Vec<&str> = classes
        .queries
        .iter()
        .map(|class| class.name.as_str())
        .collect();
    format!(
        "{HEAD}crate::ask::queries! {{\n    {}\n}}\n",
        names.join(", ")
    )
}
