//! The reference tables of the book, written from the code.
mod commands;
mod errors;
mod events;
mod labels;
mod markdown;
mod queries;
mod rules;
mod views;

use crate::model::{Kind, Model, Word};

/// The pages, by their place in the repository.
pub(crate) fn pages(model: &Model) -> Vec<(String, String)> {
    let pages = [
        ("commands", commands::page(model)),
        ("queries", queries::page(model)),
        ("views", views::page(model)),
        ("events", events::page(model)),
        ("errors", errors::page(model)),
        ("labels", labels::page()),
        ("rules", rules::page(model)),
    ];
    let page = |(name, text): (&str, String)| {
        let path = format!("docs/src/reference/{name}.md");
        (path, format!("<!-- {NOTE} -->\n\n{text}"))
    };
    pages.map(page).into()
}

/// What stands in everything that is generated.
const NOTE: &str = "Written from the code: cargo xtask generate";

/// What is said of a word of a closed set.
fn declared<'m>(model: &'m Model, set: &str, wire: &str) -> &'m Word {
    let words = model.set(set).iter();
    let mut found = words.filter(|word| word.wire == wire);
    found
        .next()
        .unwrap_or_else(|| panic!("{set} has no `{wire}`"))
}

/// The fields of an object: name, type, comment.
fn rows(model: &Model, name: &str) -> Vec<[String; 3]> {
    let fields = model.record(name).fields.iter();
    let row = fields.map(|field| {
        [
            markdown::code(&field.name),
            wire_type(&field.kind),
            field.doc.clone(),
        ]
    });
    row.collect()
}

/// The name of a type on the wire.
fn wire_type(kind: &Kind) -> String {
    let name = match kind {
        Kind::Option(inner) => return format!("{} or null", wire_type(inner)),
        Kind::List(inner) => return format!("list of {}", wire_type(inner)),
        Kind::Map(_, inner) => return format!("{} by name", wire_type(inner)),
        Kind::Named(name) => name.as_str(),
    };
    let known = match name {
        "str" => "string",
        "Kilograms" => "kg",
        "Celsius" => "°C",
        "Instant" => "time",
        "bool" => "boolean",
        "u32" | "u64" | "i64" | "usize" | "u16" => "whole number",
        "Digest" => "sha256",
        "SiteCode" => "site",
        "TimeZone" => "IANA time zone",
        "DayStart" => "HH:MM",
        "Metadata" => "JSON text",
        "PolicyChange" => "policy",
        "Range" => "range",
        "CommandKey" => "id",
        other if other.ends_with("Id") => "id",
        other => return markdown::words(other),
    };
    known.to_owned()
}

#[cfg(test)]
mod tests {
    use super::labels;
    use std::collections::BTreeSet;

    #[test]
    fn no_labelled_vocabulary_is_missing() {
        let model = crate::declarations();
        let sets = model.sets();
        let labelled = sets.filter(|(_, words)| words.iter().any(|word| word.labelled));
        let labelled: BTreeSet<String> = labelled.map(|(name, _)| name.to_owned()).collect();
        assert_eq!(labels::names(), labelled);
    }

    #[test]
    fn every_label_is_there_in_both_languages_and_hungarian_is_not_english() {
        // The one word of the flow that both languages share (rule book, section 2).
        const SHARED: &str = "StepName START";
        for (name, hu, en) in labels::all() {
            assert!(!hu.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert!(hu != en || name == SHARED, "{name}: `{hu}` is English");
        }
    }
}
