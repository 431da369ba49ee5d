//! The plant's buffers: a set per line, and pallet stores that lines share.
use super::clock::after_opening;
use super::sheet::Sheet;
use crate::plan::BufferRow;
use wms_core::{
    amount::{Celsius, Kilograms},
    lot::LotType::{self, Bulk, Deb, Frz15, Frz30, Mix, Pal, Skw15, Skw30},
};

/// Lines that share a pallet store.
const LINES_PER_STORE: u32 = 2;

/// The buffer of a line: `LK-1`.
pub(super) fn of_line(kind: &str, line: u32) -> String {
    format!("{kind}-{}", line + 1)
}

/// The pallet store of a line: `PAL-1`.
pub(super) fn store(line: u32) -> String {
    of_line("PAL", line / LINES_PER_STORE)
}

/// Buffers for so many lines, and their data loggers over the day.
pub(super) fn equip(sheet: &mut Sheet, lines: u32) {
    for line in 0..lines {
        chilled(sheet, "LK", line, &[Deb, Bulk], 10, 15_000);
        chilled(sheet, "MIX", line, &[Mix], 20, 13_000);
        chilled(sheet, "SKW15", line, &[Skw15], 20, 8_000);
        chilled(sheet, "SKW30", line, &[Skw30], 20, 8_000);
        // One size at a time, so a freezer for each.
        frozen(sheet, "FRZ15", "FRZ", line, &[Frz15, Frz30], -250, 8_000);
        frozen(sheet, "FRZ30", "FRZ", line, &[Frz15, Frz30], -250, 8_000);
    }
    for number in 0..lines.div_ceil(LINES_PER_STORE) {
        frozen(sheet, "PAL", "PAL", number, &[Pal], -220, 25_000);
    }
}

fn chilled(sheet: &mut Sheet, kind: &str, line: u32, accepts: &[LotType], min: i16, kg: i32) {
    let name = of_line(kind, line);
    add(sheet, &name, kind, accepts, (min, 40), kg);
    log(sheet, &name, (22, 37));
}

fn frozen(
    sheet: &mut Sheet,
    name: &str,
    kind: &str,
    line: u32,
    accepts: &[LotType],
    min: i16,
    kg: i32,
) {
    let name = of_line(name, line);
    add(sheet, &name, kind, accepts, (min, -180), kg);
    log(sheet, &name, (-215, -187));
}

fn add(
    sheet: &mut Sheet,
    name: &str,
    buffer_type: &str,
    accepts: &[LotType],
    (min, max): (i16, i16),
    capacity_kg: i32,
) {
    sheet.buffer(BufferRow {
        buffer: name.to_owned(),
        buffer_type: buffer_type.to_owned(),
        accepts: accepts.to_vec(),
        capacity_kg: Kilograms::from_kg(capacity_kg),
        temp_min_c: Celsius::from_tenths(min).ok(),
        temp_max_c: Celsius::from_tenths(max).unwrap_or(Celsius::MAX),
    });
}

/// A data logger every four hours, the first an hour after opening.
fn log(sheet: &mut Sheet, buffer: &str, (low, high): (i64, i64)) {
    for hour in [1, 5, 9, 13, 17, 21] {
        let tenths = sheet.rng.between(low, high);
        sheet.probe_buffer(after_opening(hour * 3600 + 30), buffer, tenths);
    }
}
