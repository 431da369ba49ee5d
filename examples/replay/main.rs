//! Plays conformance scripts and says which of them pass.
//!
//! ```text
//! cargo run -q --release --example replay -- [--store URL] FILE...
//! ```
//! A `FILE` is a script or a folder of scripts. Every script starts with a
//! fresh plant. Exits with 0 when all passed, 1 when one failed, 2 when the
//! arguments make no sense.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program that prints"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wms_conformance::{files, memory::MemoryHost, parse, run};

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
    let mut paths = Vec::new();
    while let Some(argument) = arguments.next() {
        if argument == "--store" {
            let store = arguments.next().ok_or("--store needs a URL")?;
            if store != "memory" {
                return Err(format!("store `{store}` is not available in this build"));
            }
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
    let mut failed = 0;
    for path in &scripts {
        failed += usize::from(!passes(path));
    }
    println!("{} passed, {failed} failed", scripts.len() - failed);
    Ok(failed)
}

/// Plays one script against a fresh plant and prints its line.
fn passes(path: &Path) -> bool {
    let script = std::fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| parse(&text).map_err(|error| error.to_string()));
    let (name, outcome) = match script {
        Err(error) => (path.display().to_string(), Err(error)),
        Ok(script) => {
            let outcome = run(&script, &mut MemoryHost::new(script.clock));
            (script.name, outcome.map_err(|failure| failure.to_string()))
        }
    };
    match &outcome {
        Ok(()) => println!("PASS {name}"),
        Err(why) => println!("FAIL {name}: {why}"),
    }
    outcome.is_ok()
}
