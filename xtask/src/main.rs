//! Writes what is generated from the core's own declarations, and holds the repository to it.
//!
//! ```sh
//! cargo xtask generate   # writes
//! cargo xtask check      # fails where what is committed is not what the code says
//! ```
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for people"
)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what the code does not say must be found out"
)]

mod answers;
mod model;
mod python;
mod reference;
mod schema;

use model::Model;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What the core declares.
fn declarations() -> Model {
    let read = Model::read(&root().join("wms-core/src"));
    read.unwrap_or_else(|error| panic!("the core cannot be read: {error}"))
}

/// Everything that is generated: path and text.
fn generated() -> Vec<(String, String)> {
    let model = declarations();
    let mut generated = reference::pages(&model);
    generated.push((
        "docs/schema/wms.schema.json".to_owned(),
        schema::text(&model),
    ));
    generated.extend(python::files(&model));
    generated
}

/// The files that are not as the code says.
fn stale() -> Vec<String> {
    let differs = |(path, text): &(String, String)| {
        fs::read_to_string(root().join(path)).unwrap_or_default() != *text
    };
    let stale = generated().into_iter().filter(differs);
    stale.map(|(path, _)| path).collect()
}

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("generate") => {
            for (path, text) in generated() {
                let path = root().join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            ExitCode::SUCCESS
        }
        Some("check") => {
            let stale = stale();
            for path in &stale {
                eprintln!("{path} is not what the code says: run cargo xtask generate");
            }
            ExitCode::from(u8::from(!stale.is_empty()))
        }
        _ => {
            eprintln!("usage: cargo xtask generate | check");
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_generated_is_committed() {
        assert_eq!(
            super::stale(),
            Vec::<String>::new(),
            "run cargo xtask generate"
        );
    }
}
