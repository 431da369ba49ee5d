//! What the code says about itself in its comments and declarations: the tables of types, fields and codes
//! are macros with one entry a line, so that a reader of lines finds them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A field as it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) rust_type: String,
    pub(crate) default: Option<String>,
    pub(crate) doc: String,
}

/// The declarations of `src/`.
pub(crate) struct Source {
    /// By the struct's name, or the variant's of a refusal.
    fields: BTreeMap<String, Vec<Field>>,
    /// By the name on the wire, per file.
    docs: BTreeMap<(String, String), String>,
    /// The entities after `EntityRef::`, by the event's name.
    subjects: BTreeMap<String, Vec<String>>,
    policy: BTreeMap<String, String>,
    labelled: BTreeSet<String>,
}

impl Source {
    pub(crate) fn read() -> Self {
        let mut source = Self {
            policy: BTreeMap::new(),
            fields: BTreeMap::new(),
            docs: BTreeMap::new(),
            subjects: BTreeMap::new(),
            labelled: BTreeSet::new(),
        };
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        collect(&root, &mut files);
        files.sort();
        for file in files {
            let name = file
                .strip_prefix(&root)
                .unwrap()
                .to_str()
                .unwrap()
                .replace('\\', "/");
            source.take(&name, &fs::read_to_string(file).unwrap());
        }
        source
    }

    /// What is said of an entry of a table, by its name on the wire.
    pub(crate) fn doc(&self, file: &str, name: &str) -> &str {
        let key = (file.to_owned(), name.to_owned());
        self.docs
            .get(&key)
            .map_or_else(|| panic!("{file}: no `{name}`"), |doc| doc.as_str())
    }

    /// The fields of a struct or refusal; none where it is declared otherwise.
    pub(crate) fn fields(&self, name: &str) -> &[Field] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn field(&self, of: &str, name: &str) -> Option<&Field> {
        self.fields(of).iter().find(|field| field.name == name)
    }

    pub(crate) fn subjects(&self, event: &str) -> &[String] {
        &self.subjects[event]
    }

    /// What is said of a field of the policy.
    pub(crate) fn policy(&self, field: &str) -> &str {
        &self.policy[field]
    }

    /// The vocabularies whose values have labels.
    pub(crate) fn labelled(&self) -> BTreeSet<String> {
        self.labelled.clone()
    }

    fn take(&mut self, file: &str, text: &str) {
        let mut doc: Vec<&str> = Vec::new();
        let mut open: Option<(String, usize, Vec<Field>)> = None;
        let mut vocabulary = String::new();
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            let line = line.trim();
            if let Some(said) = line.strip_prefix("///") {
                doc.push(said.trim());
                continue;
            }
            if line.starts_with("#[") || line.starts_with(';') {
                continue;
            }
            if let Some((name, depth, fields)) = &mut open {
                if line.starts_with('}') && indent <= *depth {
                    // An expression has no comments on its fields: no declaration is taken from it.
                    if !fields.is_empty() {
                        let (name, fields) = (name.clone(), fields.clone());
                        self.fields.entry(name).or_insert(fields);
                    }
                    open = None;
                } else if let Some(field) = field(line, &doc.join(" ")) {
                    fields.push(field);
                }
            } else if let Some(name) = struct_name(line) {
                open = Some((name, indent, Vec::new()));
            }
            if file == "policy.rs"
                && line.ends_with(';')
                && let Some((name, _)) = line.split_once(": ")
            {
                self.policy.insert(name.to_owned(), doc.join(" "));
            }
            if let Some((_, rest)) = line.split_once("pub enum ") {
                vocabulary = rest.trim_end_matches([' ', '{']).to_owned();
            }
            if line.contains(", hu \"") && line.contains(", en \"") && !line.contains("$hu") {
                self.labelled.insert(vocabulary.clone());
            }
            if let Some((_, rest)) = line.split_once(" = \"")
                && let Some((wire, rest)) = rest.split_once('"')
            {
                self.docs
                    .insert((file.to_owned(), wire.to_owned()), doc.join(" "));
                let entities = rest
                    .split("EntityRef::")
                    .skip(1)
                    .filter_map(|after| after.split('(').next());
                self.subjects
                    .insert(wire.to_owned(), entities.map(str::to_lowercase).collect());
            }
            doc.clear();
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// `pub struct Name {`, `Name {` of a table of events, `Name = "CODE" Category {` of a refusal, and
/// `Name { … }` in a macro call.
fn struct_name(line: &str) -> Option<String> {
    let line = line.strip_suffix('{')?.trim_end();
    let name = line.strip_prefix("pub struct ").unwrap_or(line);
    let name = name.split(" = \"").next()?;
    let is_name = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '$')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '$');
    is_name.then(|| name.to_owned())
}

/// `pub name: Type,`, `name (with_name): Type,`, `name (with_name): Type = default,`.
fn field(line: &str, doc: &str) -> Option<Field> {
    let line = line.trim_end_matches(',');
    let line = line.strip_prefix("pub ").unwrap_or(line);
    let (name, rest) = line.split_once(": ")?;
    let name = name.split(" (").next()?.trim_start_matches("r#");
    if doc.is_empty()
        || !name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    {
        return None;
    }
    let (rust_type, default) = match rest.split_once(" = ") {
        Some((rust_type, default)) => (rust_type, Some(default.to_owned())),
        None => (rest, None),
    };
    Some(Field {
        name: name.to_owned(),
        rust_type: rust_type.to_owned(),
        default,
        doc: doc.to_owned(),
    })
}

/// The name of a Rust type on the wire.
pub(crate) fn wire_type(rust_type: &str) -> String {
    let rust_type = rust_type.replace(' ', "");
    let inner = |outer: &str| {
        rust_type
            .strip_prefix(outer)?
            .strip_suffix('>')
            .map(wire_type)
    };
    if let Some(optional) = inner("Option<") {
        return format!("{optional} or null");
    }
    if let Some(item) = inner("Vec<") {
        return format!("list of {item}");
    }
    let known = match rust_type.as_str() {
        "Box<str>" | "String" | "&'staticstr" => "string",
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
        other => return super::markdown::words(other.rsplit("::").next().unwrap()),
    };
    known.to_owned()
}
