//! What holds between rows: things named are declared, things declared are declared once.
use super::rows::{
    Act, ActionRow, BufferRow, DeliveryRow, MoveRow, RunRow, ShipmentRow, SiteRow, WeighingLine,
    WeighingRow,
};
use super::{PlantFiles, Weighing};
use crate::problem::{Findings, Problem};
use crate::table::{CsvRow, LotCode, Row, RunCode};
use core::fmt::Display;
use core::hash::Hash;
use std::collections::HashMap;
use wms_core::lot::LotType;

/// Finds everything that the rows say about each other and that cannot be.
pub(super) fn check(files: &PlantFiles, findings: &mut Findings) {
    let known = Known::of(files, findings);
    check_site(files, findings);
    check_goods(files, &known, findings);
    for weighing in Weighing::all(&files.weighings) {
        check_weighing(&weighing, findings);
    }
    check_quality(files, &known, findings);
}

/// What the files declare.
struct Known<'a> {
    lots: HashMap<LotCode, Declared>,
    runs: HashMap<RunCode, Declared>,
    buffers: HashMap<&'a str, Declared>,
}

/// Where something is declared.
#[derive(Clone, Copy)]
struct Declared(&'static str, u64);

impl Display for Declared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}:{}", self.0, self.1)
    }
}

impl<'a> Known<'a> {
    fn of(files: &'a PlantFiles, findings: &mut Findings) -> Self {
        let delivered = files.deliveries.iter();
        let delivered = delivered.map(|row| (row.data.lot, Declared(DeliveryRow::FILE, row.line)));
        let made = files.weighings.iter();
        let made = made.filter(|row| row.data.line == WeighingLine::Out);
        let made = made.map(|row| (row.data.lot, Declared(WeighingRow::FILE, row.line)));
        let started = files.runs.iter();
        let started = started.filter(|row| row.data.step.number() == 0);
        let started = started.map(|row| (row.data.run, Declared(RunRow::FILE, row.line)));
        let buffers = files.buffers.iter();
        let buffers = buffers.map(|row| {
            (
                row.data.buffer.as_str(),
                Declared(BufferRow::FILE, row.line),
            )
        });
        Self {
            lots: once("lot", delivered.chain(made), findings),
            runs: once("run", started, findings),
            buffers: once("buffer", buffers, findings),
        }
    }

    fn lot<T: CsvRow>(&self, row: &Row<T>, lot: LotCode, findings: &mut Findings) {
        if !self.lots.contains_key(&lot) && !findings.may_be_declared(&lot.to_string()) {
            let why = format!("`{lot}` is neither delivered nor weighed out");
            findings.push(Problem::of_field(T::FILE, row.line, "lot", why));
        }
    }

    fn run<T: CsvRow>(&self, row: &Row<T>, run: RunCode, findings: &mut Findings) {
        if !self.runs.contains_key(&run) && !findings.may_be_declared(&run.to_string()) {
            let why = format!("`{run}` never reaches step 0 in {}", RunRow::FILE);
            findings.push(Problem::of_field(T::FILE, row.line, "run", why));
        }
    }

    fn buffer<T: CsvRow>(
        &self,
        row: &Row<T>,
        field: &str,
        buffer: Option<&str>,
        findings: &mut Findings,
    ) {
        let unknown = buffer.filter(|code| !self.buffers.contains_key(code));
        if let Some(code) = unknown.filter(|code| !findings.may_be_declared(code)) {
            let why = format!("`{code}` does not stand in {}", BufferRow::FILE);
            findings.push(Problem::of_field(T::FILE, row.line, field, why));
        }
    }
}

/// Everything is declared once.
fn once<K: Hash + Eq + Display + Copy>(
    field: &str,
    declared: impl Iterator<Item = (K, Declared)>,
    findings: &mut Findings,
) -> HashMap<K, Declared> {
    let mut known = HashMap::new();
    for (key, place) in declared {
        match known.get(&key) {
            Some(first) => {
                let why = format!("`{key}` is a duplicate of {first}");
                findings.push(Problem::of_field(place.0, place.1, field, why));
            }
            None => {
                known.insert(key, place);
            }
        }
    }
    known
}

fn check_site(files: &PlantFiles, findings: &mut Findings) {
    if files.sites.is_empty()
        && findings
            .problems
            .iter()
            .all(|known| known.file != SiteRow::FILE)
    {
        findings.push(Problem::of_file(
            SiteRow::FILE,
            "one row is needed: the plant",
        ));
    }
    for row in files.sites.iter().skip(1) {
        let why = "one row is enough: the plant";
        findings.push(Problem::of_line(SiteRow::FILE, row.line, why));
    }
}

/// Runs, deliveries, weighings, moves and shipments name what exists.
fn check_goods(files: &PlantFiles, known: &Known<'_>, findings: &mut Findings) {
    for row in &files.runs {
        known.run(row, row.data.run, findings);
    }
    for row in &files.deliveries {
        known.run(row, row.data.run, findings);
        if row.data.lot.lot_type != LotType::Raw {
            let why = format!(
                "`{}` is no RAW lot, and only those are delivered",
                row.data.lot
            );
            findings.push(Problem::of_field(DeliveryRow::FILE, row.line, "lot", why));
        }
    }
    for row in &files.weighings {
        known.run(row, row.data.run, findings);
        known.lot(row, row.data.lot, findings);
    }
    for row in &files.moves {
        known.lot(row, row.data.lot, findings);
        let (from, to) = (
            row.data.from_buffer.as_deref(),
            row.data.to_buffer.as_deref(),
        );
        known.buffer(row, "from_buffer", from, findings);
        known.buffer(row, "to_buffer", to, findings);
        if from.is_none() && to.is_none() {
            let why = "at least one of from_buffer and to_buffer is needed";
            findings.push(Problem::of_field(MoveRow::FILE, row.line, "to_buffer", why));
        }
    }
    for row in &files.shipments {
        known.lot(row, row.data.lot, findings);
        if !row.data.lot.lot_type.is_dispatched() {
            let why = format!("`{}` is no finished good, pallet or shipment", row.data.lot);
            findings.push(Problem::of_field(ShipmentRow::FILE, row.line, "lot", why));
        }
    }
}

/// Probes, inspections and actions name what exists, and one thing each.
fn check_quality(files: &PlantFiles, known: &Known<'_>, findings: &mut Findings) {
    for row in &files.probes {
        let (lot, buffer) = (row.data.lot, row.data.buffer.as_deref());
        subject(row, lot, buffer, known, findings);
    }
    for row in &files.inspections {
        known.lot(row, row.data.lot, findings);
    }
    for row in &files.actions {
        let (lot, buffer) = (row.data.lot, row.data.buffer.as_deref());
        subject(row, lot, buffer, known, findings);
        let (needed, there) = match row.data.act {
            Act::Correct => continue,
            Act::LiftHold => ("buffer", buffer.is_some()),
            Act::Resolve | Act::Reject | Act::WriteOff => ("lot", lot.is_some()),
        };
        if !there {
            let why = format!("this act is about a {needed}");
            findings.push(Problem::of_field(ActionRow::FILE, row.line, needed, why));
        }
    }
}

/// A lot or a buffer, one of them, and a known one.
fn subject<T: CsvRow>(
    row: &Row<T>,
    lot: Option<LotCode>,
    buffer: Option<&str>,
    known: &Known<'_>,
    findings: &mut Findings,
) {
    if lot.is_some() == buffer.is_some() {
        let why = "either a lot or a buffer is needed";
        findings.push(Problem::of_field(T::FILE, row.line, "lot", why));
    }
    if let Some(lot) = lot {
        known.lot(row, lot, findings);
    }
    known.buffer(row, "buffer", buffer, findings);
}

/// The lines of a weighing agree: one time, one run, something in, something out, losses of what went in.
fn check_weighing(weighing: &Weighing<'_>, findings: &mut Findings) {
    let first = weighing.first;
    let complete = !findings.may_be_declared(&first.data.weighing);
    let mut fault = |line: u64, field: &str, why: String| {
        findings.push(Problem::of_field(WeighingRow::FILE, line, field, why));
    };
    for row in weighing.all_lines() {
        let said = format!(
            "weighing `{}` began on line {}",
            row.data.weighing, first.line
        );
        if row.data.weighed_at != first.data.weighed_at {
            fault(row.line, "weighed_at", format!("{said} with another time"));
        }
        if row.data.run != first.data.run {
            fault(row.line, "run", format!("{said} with another run"));
        }
        let is_loss = row.data.line == WeighingLine::Loss;
        if is_loss != row.data.loss_kind.is_some() {
            let why = "a LOSS line has a kind, the others have none".to_owned();
            fault(row.line, "loss_kind", why);
        }
    }
    for (line, what) in [(WeighingLine::In, "IN"), (WeighingLine::Out, "OUT")] {
        if complete && weighing.lines(line).next().is_none() {
            fault(
                first.line,
                "line",
                format!("the weighing has no {what} line"),
            );
        }
    }
    let mut inputs = HashMap::new();
    for row in weighing.lines(WeighingLine::In) {
        if let Some(earlier) = inputs.insert(row.data.lot, row.line) {
            fault(
                row.line,
                "lot",
                format!("goes in twice, first on line {earlier}"),
            );
        }
    }
    for row in weighing.lines(WeighingLine::Loss) {
        if complete && !inputs.contains_key(&row.data.lot) {
            fault(
                row.line,
                "lot",
                "a loss of something that did not go in".to_owned(),
            );
        }
    }
}
