//! The whole suite against the in-memory plant.

use std::fs;

use wms_conformance::memory::MemoryHost;
use wms_conformance::{files, parse, run};

#[test]
fn the_suite_passes_on_the_in_memory_plant() {
    let folder = files::suite();
    let paths = files::find(&folder).unwrap();
    let failures: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let script = parse(&fs::read_to_string(path).unwrap()).unwrap();
            let outcome = run(&script, &mut MemoryHost::new(script.clock));
            let file = path.strip_prefix(&folder).unwrap().display();
            outcome.err().map(|failure| format!("{file}: {failure}"))
        })
        .collect();
    println!(
        "{} passed, {} failed",
        paths.len() - failures.len(),
        failures.len()
    );
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
