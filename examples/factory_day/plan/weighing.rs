//! The lines of one weighing together: a transform.
use super::rows::{WeighingLine, WeighingRow};
use crate::table::{Row, RunCode};
use std::collections::HashMap;
use wms_core::time::Instant;

/// All lines with one weighing number, in the order of the file.
#[derive(Debug, Clone)]
pub(crate) struct Weighing<'a> {
    pub(crate) first: &'a Row<WeighingRow>,
    lines: Vec<&'a Row<WeighingRow>>,
}

impl<'a> Weighing<'a> {
    /// The weighings of a file, in the order of their first lines.
    pub(crate) fn all(rows: &'a [Row<WeighingRow>]) -> Vec<Self> {
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut all: Vec<Self> = Vec::new();
        for row in rows {
            let place = *places.entry(&row.data.weighing).or_insert(all.len());
            match all.get_mut(place) {
                Some(weighing) => weighing.lines.push(row),
                None => all.push(Self {
                    first: row,
                    lines: vec![row],
                }),
            }
        }
        all
    }

    pub(crate) fn at(&self) -> Instant {
        self.first.data.weighed_at
    }

    pub(crate) fn run(&self) -> RunCode {
        self.first.data.run
    }

    pub(crate) fn lines(&self, line: WeighingLine) -> impl Iterator<Item = &'a Row<WeighingRow>> {
        let lines = self.lines.iter().copied();
        lines.filter(move |row| row.data.line == line)
    }

    pub(crate) fn all_lines(&self) -> impl Iterator<Item = &'a Row<WeighingRow>> {
        self.lines.iter().copied()
    }
}
