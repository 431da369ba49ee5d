//! CSV files as tables of typed rows: one declaration per file gives its header, its reader, its writer.
mod cell;
mod code;
mod file;
mod row;

pub(crate) use cell::Cell;
pub(crate) use code::{LotCode, RunCode};
pub(crate) use file::{read_table, write_table};
pub(crate) use row::{CsvRow, Reader, Row, csv_row};
