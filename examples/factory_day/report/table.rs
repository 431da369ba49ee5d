//! Tables of text: columns as wide as what stands in them.
use core::fmt;

/// On which side a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// A table with a header.
#[derive(Debug)]
pub(super) struct Table {
    head: Vec<(&'static str, Side)>,
    rows: Vec<Vec<String>>,
    sum: Option<Vec<String>>,
}

impl Table {
    /// A table; a `>` in front of a column's name puts its cells on the right.
    pub(super) fn new(head: &[&'static str]) -> Self {
        let side = |name: &&'static str| match name.strip_prefix('>') {
            Some(name) => (name, Side::Right),
            None => (*name, Side::Left),
        };
        Self {
            head: head.iter().map(side).collect(),
            rows: Vec::new(),
            sum: None,
        }
    }

    pub(super) fn row(&mut self, cells: impl Into<Vec<String>>) {
        self.rows.push(cells.into());
    }

    /// The last row, under a line.
    pub(super) fn sum(&mut self, cells: impl Into<Vec<String>>) {
        self.sum = Some(cells.into());
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn widths(&self) -> Vec<usize> {
        let rows = || self.rows.iter().chain(&self.sum);
        let widest = |(column, (name, _)): (usize, &(&str, Side))| {
            let cells = rows().filter_map(|row| row.get(column));
            let cells = cells.map(|cell| cell.chars().count());
            cells.chain([name.chars().count()]).max().unwrap_or(0)
        };
        self.head.iter().enumerate().map(widest).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        let line = |f: &mut fmt::Formatter<'_>, cells: &mut dyn Iterator<Item = &str>| {
            let mut text = String::from("  ");
            for ((cell, width), (_, side)) in cells.zip(&widths).zip(&self.head) {
                let padded = match side {
                    Side::Left => format!("{cell:<width$}  "),
                    Side::Right => format!("{cell:>width$}  "),
                };
                text.push_str(&padded);
            }
            writeln!(f, "{}", text.trim_end())
        };
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        line(f, &mut self.head.iter().map(|(name, _)| *name))?;
        line(f, &mut rules.iter().map(String::as_str))?;
        for row in &self.rows {
            line(f, &mut row.iter().map(String::as_str))?;
        }
        if let Some(sum) = &self.sum {
            line(f, &mut rules.iter().map(String::as_str))?;
            line(f, &mut sum.iter().map(String::as_str))?;
        }
        Ok(())
    }
}
