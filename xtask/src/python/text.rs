//! Python source, line by line.
use core::fmt::Display;

/// What every file begins with.
pub(super) const HEAD: &str = "# Written from the core's declarations: cargo xtask generate\n";

/// A file being written.
#[derive(Default)]
pub(super) struct Text(String);

impl Text {
    /// Text that stands before what is generated.
    pub(super) fn starting(with: &str) -> Self {
        Self(with.to_owned())
    }

    /// A line, so many levels deep.
    pub(super) fn line(&mut self, depth: usize, line: impl Display) {
        self.0 += &"    ".repeat(depth);
        self.0 += &line.to_string();
        self.0.push('\n');
    }

    /// Several lines.
    pub(super) fn lines(&mut self, depth: usize, lines: impl IntoIterator<Item: Display>) {
        for line in lines {
            self.line(depth, line);
        }
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    /// A docstring of one line.
    pub(super) fn doc(&mut self, depth: usize, doc: &str) {
        let doc = doc.replace('\\', "\\\\").replace("\"\"\"", "'''");
        self.line(depth, format_args!("\"\"\"{doc}\"\"\""));
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// The name before what is generated, for each line between `from … import (` and `)`.
pub(super) fn listed(names: impl IntoIterator<Item: Display>) -> String {
    let lines = names.into_iter().map(|name| format!("    {name},\n"));
    lines.collect()
}
