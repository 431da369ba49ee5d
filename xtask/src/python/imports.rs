//! What a file of Python's needs from elsewhere.
use super::{classes::Classes, text::listed};

/// Modules of the standard library, and what is used of each.
const STANDARD: [(&str, &[&str]); 6] = [
    ("collections.abc", &["Iterable", "Mapping", "Sequence"]),
    ("datetime", &["date", "datetime", "time"]),
    ("decimal", &["Decimal"]),
    ("typing", &["Any"]),
    ("uuid", &["UUID"]),
    ("zoneinfo", &["ZoneInfo"]),
];

/// The imports of a file: only what stands in its body. `doors` is a line that stands among the package's own.
pub(super) fn of(body: &str, classes: &Classes, doors: &str) -> String {
    let mut text = "from __future__ import annotations\n\n".to_owned();
    for (module, names) in STANDARD {
        let used: Vec<&str> = names
            .iter()
            .copied()
            .filter(|name| uses(body, name))
            .collect();
        if !used.is_empty() {
            text += &format!("from {module} import {}\n", used.join(", "));
        }
    }
    let mut values: Vec<&str> = classes.all().map(|class| class.name.as_str()).collect();
    values.extend(["Applied", "Page"]);
    let native = ("foodwms._native", values);
    let sets = (
        "foodwms.enums",
        classes.sets.iter().map(String::as_str).collect(),
    );
    text += "\n";
    text += doors;
    text += &import(body, native);
    if body.contains("page=page(") {
        text += "from foodwms._pages import page\n";
    }
    text + &import(body, sets)
}

fn import(body: &str, (module, mut names): (&str, Vec<&str>)) -> String {
    names.retain(|name| uses(body, name));
    names.sort_unstable();
    if names.is_empty() {
        return String::new();
    }
    format!("from {module} import (\n{})\n", listed(names))
}

/// Whether a name stands in the code; what docstrings say is no code.
fn uses(body: &str, name: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let code = body.split("\"\"\"").step_by(2);
    let mut words = code.flat_map(|code| code.split(|c: char| !is_name(c)));
    words.any(|word| word == name)
}
