//! The reference tables of the book, written from the code.
//!
//! `cargo test -p wms-core --test reference` compares the committed pages with what the code says; with
//! `UPDATE_REFERENCE=1` in the environment it writes them instead.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test"
)]

mod commands;
mod errors;
mod events;
mod labels;
mod markdown;
mod queries;
mod rules;
mod source;
mod views;

use source::Source;
use std::{env, fs, path::PathBuf};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/src/reference")
}

/// Compares a page with the code, or writes it.
fn hold(page: &str, text: &str) {
    let path = folder().join(page);
    let written = format!(
        "<!-- Written from the code: UPDATE_REFERENCE=1 cargo test -p wms-core --test reference -->\n\n{text}"
    );
    if env::var_os("UPDATE_REFERENCE").is_some() {
        fs::create_dir_all(folder()).unwrap();
        fs::write(path, written).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == written,
        "docs/src/reference/{page} is not what the code says: \
         run UPDATE_REFERENCE=1 cargo test -p wms-core --test reference"
    );
}

#[test]
fn the_commands_are_those_of_the_code() {
    hold("commands.md", &commands::page(&Source::read()));
}

#[test]
fn the_queries_are_those_of_the_code() {
    hold("queries.md", &queries::page(&Source::read()));
}

#[test]
fn the_views_are_those_of_the_code() {
    hold("views.md", &views::page(&Source::read()));
}

#[test]
fn the_events_are_those_of_the_code() {
    hold("events.md", &events::page(&Source::read()));
}

#[test]
fn the_errors_are_those_of_the_code() {
    hold("errors.md", &errors::page(&Source::read()));
}

#[test]
fn the_labels_are_those_of_the_code() {
    hold("labels.md", &labels::page());
}

#[test]
fn no_labelled_vocabulary_is_missing() {
    assert_eq!(labels::names(), Source::read().labelled());
}

#[test]
fn the_tables_of_rules_are_those_of_the_code() {
    hold("rules.md", &rules::page(&Source::read()));
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
