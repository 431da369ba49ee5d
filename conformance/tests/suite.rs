//! The files of the suite: each is a script, written as scripts are written.
#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeMap;
use std::fs;

use wms_conformance::{files, format, generate, parse};

fn suite() -> Vec<(String, String)> {
    let folder = files::suite();
    let paths = files::find(&folder).unwrap();
    assert!(paths.len() > 1000, "the suite is a folder of scripts");
    let name = |path: &std::path::Path| path.strip_prefix(&folder).unwrap().display().to_string();
    paths
        .iter()
        .map(|path| (name(path), fs::read_to_string(path).unwrap()))
        .collect()
}

#[test]
fn every_file_is_a_script() {
    for (path, text) in suite() {
        if let Err(error) = parse(&text) {
            panic!("{path}: {error}");
        }
    }
}

#[test]
fn no_two_scripts_have_one_name() {
    let mut names = BTreeMap::new();
    for (path, text) in suite() {
        let name = parse(&text).unwrap().name;
        if let Some(other) = names.insert(name.clone(), path.clone()) {
            panic!("{path} and {other} are both named `{name}`");
        }
    }
}

#[test]
fn every_file_is_written_as_scripts_are() {
    for (path, text) in suite() {
        let value = serde_json::from_str(&text).unwrap();
        assert_eq!(format::script(&value), text, "{path}: run generate-scripts");
    }
}

#[test]
fn the_generated_scripts_are_those_of_the_tables() {
    let suite: BTreeMap<String, String> = suite().into_iter().collect();
    for generated in generate::all() {
        let path = generated.path;
        let text = suite
            .get(&path)
            .unwrap_or_else(|| panic!("{path} is missing"));
        assert_eq!(
            *text,
            format::script(&generated.script),
            "{path}: run generate-scripts"
        );
    }
}
