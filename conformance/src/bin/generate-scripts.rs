//! Writes the generated scripts, and all others in the suite's form.
#![expect(clippy::print_stdout, reason = "a program that prints")]

use std::{fs, io};

use wms_conformance::{files, format, generate};

fn main() -> io::Result<()> {
    let suite = files::suite();
    for generated in generate::all() {
        let path = suite.join(&generated.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, format::script(&generated.script))?;
    }
    let scripts = files::find(&suite)?;
    for path in &scripts {
        let value = serde_json::from_str(&fs::read_to_string(path)?)?;
        fs::write(path, format::script(&value))?;
    }
    println!("{} scripts", scripts.len());
    Ok(())
}
