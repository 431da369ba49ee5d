//! Rows: a struct per file, its fields the columns.
use super::Cell;
use crate::problem::{Findings, Problem};
use chrono_tz::Tz;

/// A row with the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row<T> {
    pub(crate) line: u64,
    pub(crate) data: T,
}

/// A struct whose fields are the columns of a file.
pub(crate) trait CsvRow: Sized {
    /// The file's name in the plant's folder.
    const FILE: &'static str;
    /// Its columns.
    const COLUMNS: &'static [&'static str];

    /// Reads a row; every field that is wrong leaves a problem with the reader.
    fn read(row: &mut Reader<'_>) -> Option<Self>;

    /// Spells the cells, in the order of the columns.
    fn write(&self, zone: Tz) -> Vec<String>;
}

/// The cells of one line, and what turned out to be wrong with them.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(super) file: &'static str,
    pub(super) line: u64,
    pub(super) header: &'a csv::StringRecord,
    pub(super) record: &'a csv::StringRecord,
    pub(super) findings: &'a mut Findings,
}

impl Reader<'_> {
    /// The value under a column; none when it is wrong, which is noted.
    pub(crate) fn cell<T: Cell>(&mut self, column: &str) -> Option<T> {
        let place = self.header.iter().position(|name| name == column)?;
        let text = self.record.get(place).unwrap_or_default();
        let read = match text {
            "" => T::BLANK.ok_or_else(|| "is missing".to_owned()),
            text => T::read(text),
        };
        read.map_err(|why| {
            let problem = Problem::of_field(self.file, self.line, column, why);
            self.findings.push(problem);
        })
        .ok()
    }
}

/// Declares a row: its file, its columns in order, the values under them.
macro_rules! csv_row {
    ($(#[$doc:meta])* $name:ident in $file:literal {
        $($(#[$fdoc:meta])* $field:ident: $type:ty,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) struct $name { $($(#[$fdoc])* pub(crate) $field: $type,)+ }

        impl $crate::table::CsvRow for $name {
            const FILE: &'static str = $file;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn read(row: &mut $crate::table::Reader<'_>) -> Option<Self> {
                // Every cell is read before the first wrong one ends it: all problems are found.
                $(let $field = row.cell::<$type>(stringify!($field));)+
                Some(Self { $($field: $field?),+ })
            }

            fn write(&self, zone: chrono_tz::Tz) -> Vec<String> {
                vec![$($crate::table::Cell::write(&self.$field, zone)),+]
            }
        }
    };
}
pub(crate) use csv_row;
