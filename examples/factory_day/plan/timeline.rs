//! One order over all files: by time, then by file, then by line.
use super::PlantFiles;
use super::rows::{
    ActionRow, DeliveryRow, InspectionRow, MoveRow, ProbeRow, RunRow, ShipmentRow, WeighingRow,
};
use super::weighing::Weighing;
use crate::table::CsvRow;
use wms_core::time::Instant;

/// The day as it happened.
#[derive(Debug)]
pub(crate) struct Timeline<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
}

/// Something that happened, and the row that says so.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) at: Instant,
    pub(crate) file: &'static str,
    pub(crate) line: u64,
    pub(crate) happening: Happening<'a>,
}

/// What happened.
#[derive(Debug)]
pub(crate) enum Happening<'a> {
    Run(&'a RunRow),
    Delivery(&'a DeliveryRow),
    Weighing(Weighing<'a>),
    Move(&'a MoveRow),
    Probe(&'a ProbeRow),
    Inspection(&'a InspectionRow),
    Action(&'a ActionRow),
    Shipment(&'a ShipmentRow),
}

impl<'a> Timeline<'a> {
    pub(super) fn of(files: &'a PlantFiles) -> Self {
        let mut entries = Vec::new();
        // Of one instant: a run moves on, goods come, are weighed, put away, measured, judged, and leave.
        macro_rules! take {
            ($rows:ident, $row:ident, $time:ident, $variant:ident) => {
                entries.extend(files.$rows.iter().map(|row| Entry {
                    at: row.data.$time,
                    file: $row::FILE,
                    line: row.line,
                    happening: Happening::$variant(&row.data),
                }));
            };
        }
        take!(runs, RunRow, reached_at, Run);
        take!(deliveries, DeliveryRow, received_at, Delivery);
        let weighings = Weighing::all(&files.weighings).into_iter();
        entries.extend(weighings.map(|weighing| Entry {
            at: weighing.at(),
            file: WeighingRow::FILE,
            line: weighing.first.line,
            happening: Happening::Weighing(weighing),
        }));
        take!(moves, MoveRow, moved_at, Move);
        take!(probes, ProbeRow, measured_at, Probe);
        take!(inspections, InspectionRow, inspected_at, Inspection);
        take!(actions, ActionRow, done_at, Action);
        take!(shipments, ShipmentRow, dispatched_at, Shipment);
        // Stable: what has one time stays in the order above, and of a file in the order of its lines.
        entries.sort_by_key(|entry| entry.at);
        Self { entries }
    }
}
