//! Which types of Python stand for those of the core.
use super::classes::Attribute;
use crate::model::Kind;

/// The name of an object's class.
pub(super) fn class_name(name: &str) -> &str {
    match name {
        // A page is what a list is answered with.
        "Page" => "PageRequest",
        name => name,
    }
}

/// The name of a field, where Python has another use for it.
pub(super) fn field_name(name: &str) -> String {
    match name {
        "from" | "yield" | "in" | "class" | "pass" | "return" => format!("{name}_"),
        name => name.to_owned(),
    }
}

/// What an attribute of a value type is, and what else is taken for it; none: an object or a closed set.
fn value(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "bool" => ("bool", "bool"),
        "u16" | "u32" | "u64" | "usize" | "i64" | "Step" => ("int", "int"),
        "Kilograms" | "Celsius" | "Ratio" => ("Decimal", "Decimal | int | str"),
        "Instant" => ("datetime", "datetime"),
        "Day" => ("date", "date"),
        "DayStart" => ("str", "time | str"),
        "TimeZone" => ("str", "ZoneInfo | str"),
        "LotName" => ("str", "UUID | str"),
        "str" | "Cursor" | "SiteCode" | "Digest" | "Reason" | "GivenCode" | "Prefix" => {
            ("str", "str")
        }
        "Bytes" => ("bytes", "bytes"),
        "Text" => ("dict[str, str]", "Mapping[str, str]"),
        "Metadata" | "Map" => ("dict[str, Any]", "Mapping[str, Any]"),
        "GraphText" => ("dict[str, Any]", "Mapping[str, Any] | str"),
        "CommandKey" => ("UUID", "UUID | str"),
        name if name.ends_with("Id") => ("UUID", "UUID | str"),
        _ => return None,
    })
}

/// Whether it is a value, and no object.
pub(super) fn is_value(name: &str) -> bool {
    value(name).is_some()
}

fn named(name: &str) -> String {
    match name {
        "MassBalanceView" => "LotBalance | RunBalanceView".to_owned(),
        name => class_name(name).to_owned(),
    }
}

/// What is read.
pub(super) fn read(kind: &Kind) -> String {
    match kind {
        Kind::Named(name) => value(name).map_or_else(|| named(name), |(read, _)| read.to_owned()),
        Kind::Option(inner) => format!("{} | None", read(inner)),
        Kind::List(inner) if is_value(inner.base()) => format!("tuple[{}, ...]", read(inner)),
        Kind::List(inner) => format!("Sequence[{}]", read(inner)),
        Kind::Map(key, inner) => format!("dict[{}, {}]", read(key), read(inner)),
    }
}

/// What may be given.
pub(super) fn given(kind: &Kind) -> String {
    match kind {
        Kind::Named(name) => value(name).map_or_else(|| named(name), |(_, given)| given.to_owned()),
        Kind::Option(inner) => format!("{} | None", given(inner)),
        Kind::List(inner) => format!("Iterable[{}]", given(inner)),
        Kind::Map(key, inner) => format!("Mapping[{}, {}]", given(key), given(inner)),
    }
}

impl Attribute {
    /// What a reader finds.
    pub(super) fn read_type(&self) -> String {
        or_none(read(&self.kind), self.may_miss)
    }

    /// What a maker gives, with what it is otherwise.
    pub(super) fn parameter(&self) -> String {
        let name = field_name(&self.name);
        let given = or_none(given(&self.kind), self.may_miss || !self.required);
        if self.required {
            format!("{name}: {given}")
        } else {
            format!("{name}: {given} = None")
        }
    }
}

fn or_none(kind: String, may_miss: bool) -> String {
    if may_miss && !kind.ends_with("| None") {
        format!("{kind} | None")
    } else {
        kind
    }
}
