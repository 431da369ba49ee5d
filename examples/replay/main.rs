//! Plays conformance scripts and says which of them pass.
//!
//! ```text
//! cargo run -q --release --example replay -- [--store URL] FILE...
//! ```
//! A `FILE` is a script or a folder of scripts. Every script starts with a
//! fresh plant: in memory (the default), in a new database (`sqlite::memory:`), in
//! a new file beside `sqlite:PATH`, or in a new tenant of `postgres://…`. Exits with 0 when all passed, 1 when one failed, 2 when the
//! arguments make no sense.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use wms_conformance::{files, parse, run, store::Store};

fn main() -> ExitCode {
    match replay(std::env::args().skip(1)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Plays the scripts the arguments name; the number of those that failed.
fn replay(mut arguments: impl Iterator<Item = String>) -> Result<usize, String> {
    let (mut paths, mut store) = (Vec::new(), Store::Memory);
    while let Some(argument) = arguments.next() {
        if argument == "--store" {
            let url = arguments.next().ok_or("--store needs a URL")?;
            store = Store::open(&url).map_err(|error| error.to_string())?;
        } else if argument.starts_with("--") {
            return Err(format!("unknown option `{argument}`"));
        } else {
            paths.push(PathBuf::from(argument));
        }
    }
    if paths.is_empty() {
        return Err("usage: replay [--store URL] FILE...".to_owned());
    }
    let mut scripts = Vec::new();
    for path in &paths {
        scripts.extend(files::find(path).map_err(|error| format!("{}: {error}", path.display()))?);
    }
    let failed = play(&scripts, &store);
    println!("{} passed, {failed} failed", scripts.len() - failed);
    Ok(failed)
}

/// Plays scripts, several at a time where each has a store of its own; the number of those that failed.
fn play(scripts: &[PathBuf], store: &Store) -> usize {
    let (next, failed) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let players = if store.is_parallel() { 8 } else { 1 };
    std::thread::scope(|scope| {
        for _ in 0..players {
            scope.spawn(|| {
                while let Some(path) = scripts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    failed.fetch_add(usize::from(!passes(path, store)), Ordering::Relaxed);
                }
            });
        }
    });
    failed.into_inner()
}

/// Plays one script against a fresh plant and prints its line.
fn passes(path: &Path, store: &Store) -> bool {
    let script = std::fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| parse(&text).map_err(|error| error.to_string()));
    let (name, outcome) = match script {
        Err(error) => (path.display().to_string(), Err(error)),
        Ok(script) => {
            let outcome = store
                .host(script.clock)
                .map_err(|error| error.to_string())
                .and_then(|mut host| {
                    run(&script, &mut *host).map_err(|failure| failure.to_string())
                });
            (script.name, outcome)
        }
    };
    match &outcome {
        Ok(()) => println!("PASS {name}"),
        Err(why) => println!("FAIL {name}: {why}"),
    }
    outcome.is_ok()
}
