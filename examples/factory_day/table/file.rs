//! Whole files: every problem is found, none is thrown.
use super::{CsvRow, Reader, Row};
use crate::problem::{Findings, Problem};
use chrono_tz::Tz;
use csv::{ReaderBuilder, StringRecord, Trim};
use std::path::Path;

/// Reads a file of a plant's folder, as far as it can be read.
pub(crate) fn read_table<T: CsvRow>(folder: &Path, findings: &mut Findings) -> Vec<Row<T>> {
    match std::fs::read(folder.join(T::FILE)) {
        Ok(bytes) => parse(&bytes, findings),
        Err(error) => {
            findings.missing_file(Problem::of_file(T::FILE, error));
            Vec::new()
        }
    }
}

fn parse<T: CsvRow>(bytes: &[u8], findings: &mut Findings) -> Vec<Row<T>> {
    // Spreadsheets write a byte order mark in front of UTF-8.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .trim(Trim::All)
        .from_reader(bytes);
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            findings.push(Problem::of_line(T::FILE, 1, error));
            return Vec::new();
        }
    };
    let in_order = check_header::<T>(&header, findings);

    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.extend(row(&header, &record, in_order, findings)),
            Err(error) => findings.push(unreadable(T::FILE, &error)),
        }
    }
    rows
}

/// Every column once, none that is not known.
fn check_header<T: CsvRow>(header: &StringRecord, findings: &mut Findings) -> bool {
    let before = findings.problems.len();
    for (n, name) in header.iter().enumerate() {
        if !T::COLUMNS.contains(&name) {
            let known = T::COLUMNS.join(", ");
            let why = format!("unknown column; known are {known}");
            findings.push(Problem::of_field(T::FILE, 1, name, why));
        } else if header.iter().take(n).any(|earlier| earlier == name) {
            findings.push(Problem::of_field(
                T::FILE,
                1,
                name,
                "stands twice in the header",
            ));
        }
    }
    for column in T::COLUMNS {
        if !header.iter().any(|name| name == *column) {
            findings.push(Problem::of_field(
                T::FILE,
                1,
                column,
                "the column is missing",
            ));
        }
    }
    findings.problems.len() == before
}

/// One line as a row; the cells of known columns are judged even where the header is not in order.
fn row<T: CsvRow>(
    header: &StringRecord,
    record: &StringRecord,
    in_order: bool,
    findings: &mut Findings,
) -> Option<Row<T>> {
    let line = record.position().map_or(0, csv::Position::line);
    if record.len() != header.len() {
        let why = format!("{} cells under {} columns", record.len(), header.len());
        findings.push(Problem::of_line(T::FILE, line, why));
        findings.unread(record);
        return None;
    }
    let mut reader = Reader {
        file: T::FILE,
        line,
        header,
        record,
        findings,
    };
    let data = T::read(&mut reader).filter(|_| in_order);
    if data.is_none() {
        findings.unread(record);
    }
    data.map(|data| Row { line, data })
}

fn unreadable(file: &'static str, error: &csv::Error) -> Problem {
    let line = error.position().map_or(0, csv::Position::line);
    match error.kind() {
        csv::ErrorKind::Utf8 { .. } => Problem::of_line(file, line, "the text is not UTF-8"),
        _ => Problem::of_line(file, line, error),
    }
}

/// Writes a file in the form that [`read_table`] reads.
pub(crate) fn write_table<T: CsvRow>(
    folder: &Path,
    rows: &[Row<T>],
    zone: Tz,
) -> Result<(), csv::Error> {
    let mut writer = csv::Writer::from_path(folder.join(T::FILE))?;
    writer.write_record(T::COLUMNS)?;
    for row in rows {
        writer.write_record(row.data.write(zone))?;
    }
    writer.flush()?;
    Ok(())
}
