//! Markdown, as far as the pages need it.

/// A table with a header.
pub(super) fn table<const N: usize>(header: [&str; N], rows: &[[String; N]]) -> String {
    let mut lines = vec![
        format!("| {} |", header.join(" | ")),
        format!("|{}", "---|".repeat(N)),
    ];
    let line = |row: &[String; N]| {
        format!(
            "| {} |",
            row.each_ref().map(|cell| escaped(cell)).join(" | ")
        )
    };
    lines.extend(rows.iter().map(line));
    lines.join("\n") + "\n"
}

/// A bar ends a cell, even in code.
fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|")
}

pub(super) fn code(text: &str) -> String {
    format!("`{text}`")
}

/// `a`, `b`, `c`; a dash for none.
pub(super) fn codes<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let list: Vec<_> = texts.into_iter().map(|text| code(text.as_ref())).collect();
    if list.is_empty() {
        "–".to_owned()
    } else {
        list.join(", ")
    }
}

/// Words in the case of a heading.
pub(super) fn words(camel: &str) -> String {
    let mut words = String::new();
    for c in camel.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
