//! What values look like on the wire (wire.md, *Values*): the only part of the schema that is not read off the core.
use serde_json::{Value, json};

const ID: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

/// The schema of a value that is no object of its own; none: it is an object or a closed set of names.
pub(super) fn value(name: &str) -> Option<Value> {
    match name {
        "bool" => Some(json!({"type": "boolean"})),
        "u16" | "u32" | "u64" | "usize" => Some(json!({"type": "integer", "minimum": 0})),
        "i64" => Some(json!({"type": "integer"})),
        "Step" => Some(json!({
            "description": "A step of the canonical flow.", "type": "integer", "minimum": 0, "maximum": 10
        })),
        "Bytes" => Some(json!({"type": "string", "contentEncoding": "base64"})),
        "str" | "Cursor" => Some(json!({"type": "string"})),
        "CommandKey" => Some(json!({"type": "string", "format": "uuid", "pattern": ID})),
        id if id.ends_with("Id") => {
            Some(json!({"type": "string", "format": "uuid", "pattern": ID}))
        }
        _ => text(name).or_else(|| object(name)),
    }
}

/// A text of a form of its own.
fn text(name: &str) -> Option<Value> {
    let (description, pattern, example) = match name {
        "Kilograms" => (
            "Kilograms: a decimal with at most three places; answers have no needless zeros.",
            r"^-?[0-9]+(\.[0-9]+)?$",
            "500.5",
        ),
        "Celsius" => (
            "Degrees Celsius: a decimal with at most one place; answers have no needless zeros.",
            r"^-?[0-9]+(\.[0-9]+)?$",
            "-18.5",
        ),
        "Ratio" => (
            "A share from 0 to 1, with at most six places.",
            r"^[0-9]+(\.[0-9]+)?$",
            "0.02",
        ),
        "Instant" => (
            "A time with its offset (RFC 3339); answers are UTC, to the millisecond.",
            r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2})$",
            "2026-01-15T06:00:00.000Z",
        ),
        "Day" => (
            "A day, as the site counts its production days.",
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "2026-01-15",
        ),
        "DayStart" => ("A time of day.", "^[0-9]{2}:[0-9]{2}$", "00:00"),
        "TimeZone" => ("A time zone of the IANA table.", "", "Europe/Budapest"),
        "SiteCode" => ("A site.", "^[A-Z]{4}$", "DUNA"),
        "Digest" => (
            "A SHA-256 hash.",
            "^[0-9a-f]{64}$",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ),
        "Reason" => (
            "Why, in the user's words: as many characters as the plant's policy asks for.",
            "",
            "weighed again by hand",
        ),
        "GivenCode" => ("A code that the host gives.", "", "RAW-20260115-DUNA-0001"),
        "LotName" => ("A lot: its id or its code.", "", "RAW-20260115-DUNA-0001"),
        "Prefix" => ("The prefix of a code: of a lot type, or RUN.", "", "RAW"),
        _ => return None,
    };
    let mut schema = json!({"type": "string", "description": description, "examples": [example]});
    if !pattern.is_empty() {
        schema["pattern"] = json!(pattern);
    }
    Some(schema)
}

/// An object that the library looks into by hand.
fn object(name: &str) -> Option<Value> {
    Some(match name {
        "Text" => json!({
            "type": "object",
            "description": "A text by language tag, at least one of them not blank.",
            "additionalProperties": {"type": "string"},
            "examples": [{"hu": "Dunai üzem", "en": "Danube plant"}]
        }),
        "Metadata" => json!({
            "type": "object",
            "description": "The host's own facts, up to 16 KiB; in events the text of it."
        }),
        "Map" => json!({"type": "object"}),
        "GraphText" => json!({
            "type": ["object", "string"],
            "description": "A flow graph, as a drawing program keeps it: nodes and edges; or the text of one."
        }),
        _ => return None,
    })
}
