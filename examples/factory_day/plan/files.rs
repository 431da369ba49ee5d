//! All files of a plant's folder.
use super::rows::{
    ActionRow, BufferRow, DeliveryRow, InspectionRow, MoveRow, ProbeRow, RunRow, ShipmentRow,
    SiteRow, WeighingRow,
};
use super::{Timeline, references};
use crate::problem::{Failure, Findings};
use crate::table::{CsvRow, Row, read_table, write_table};
use chrono_tz::Tz;
use std::path::Path;
use uuid::Uuid;
use wms_core::{audit::Digest, ids::TenantId, time::Instant};

/// Tenants of this program are named beneath it.
const TENANTS: Uuid = Uuid::from_u128(0x6661_6374_6f72_8079_8064_6179_0000_0000);

/// What a plant knows of its day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PlantFiles {
    pub(crate) sites: Vec<Row<SiteRow>>,
    pub(crate) buffers: Vec<Row<BufferRow>>,
    pub(crate) runs: Vec<Row<RunRow>>,
    pub(crate) deliveries: Vec<Row<DeliveryRow>>,
    pub(crate) weighings: Vec<Row<WeighingRow>>,
    pub(crate) moves: Vec<Row<MoveRow>>,
    pub(crate) probes: Vec<Row<ProbeRow>>,
    pub(crate) inspections: Vec<Row<InspectionRow>>,
    pub(crate) actions: Vec<Row<ActionRow>>,
    pub(crate) shipments: Vec<Row<ShipmentRow>>,
}

impl PlantFiles {
    /// Reads every file to its end.
    ///
    /// All that is wrong in any of them is found; nothing has happened by then.
    pub(crate) fn read(folder: &Path) -> Result<Self, Failure> {
        let mut findings = Findings::default();
        let files = Self::read_into(folder, &mut findings);
        references::check(&files, &mut findings);
        findings.into_result().map(|()| files)
    }

    fn read_into(folder: &Path, findings: &mut Findings) -> Self {
        Self {
            sites: read_table(folder, findings),
            buffers: read_table(folder, findings),
            runs: read_table(folder, findings),
            deliveries: read_table(folder, findings),
            weighings: read_table(folder, findings),
            moves: read_table(folder, findings),
            probes: read_table(folder, findings),
            inspections: read_table(folder, findings),
            actions: read_table(folder, findings),
            shipments: read_table(folder, findings),
        }
    }

    /// Writes all files into a folder, which is made where it is missing.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), Failure> {
        let zone = self.zone();
        let written = || -> Result<(), csv::Error> {
            std::fs::create_dir_all(folder)?;
            write_table(folder, &self.sites, zone)?;
            write_table(folder, &self.buffers, zone)?;
            write_table(folder, &self.runs, zone)?;
            write_table(folder, &self.deliveries, zone)?;
            write_table(folder, &self.weighings, zone)?;
            write_table(folder, &self.moves, zone)?;
            write_table(folder, &self.probes, zone)?;
            write_table(folder, &self.inspections, zone)?;
            write_table(folder, &self.actions, zone)?;
            write_table(folder, &self.shipments, zone)
        };
        written().map_err(|error| Failure::Write(format!("{}: {error}", folder.display())))
    }

    /// The plant's time zone, for people; UTC where none can be known.
    pub(crate) fn zone(&self) -> Tz {
        let zone = self.sites.first().map(|row| row.data.time_zone.to_string());
        zone.and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    }

    /// When the last thing of the day happened; the epoch, if nothing did.
    pub(crate) fn ends_at(&self) -> Instant {
        let entries = self.timeline().entries;
        let last = entries.last().map(|entry| entry.at);
        last.unwrap_or_else(|| chrono::DateTime::UNIX_EPOCH.into())
    }

    /// The tenant these files belong to: other files, other tenant, so that days in one database never mix.
    pub(crate) fn tenant(&self) -> TenantId {
        let (zone, start) = (self.zone(), Digest::default());
        let digest = told(start, &self.sites, zone);
        let digest = told(digest, &self.buffers, zone);
        let digest = told(digest, &self.runs, zone);
        let digest = told(digest, &self.deliveries, zone);
        let digest = told(digest, &self.weighings, zone);
        let digest = told(digest, &self.moves, zone);
        let digest = told(digest, &self.probes, zone);
        let digest = told(digest, &self.inspections, zone);
        let digest = told(digest, &self.actions, zone);
        let digest = told(digest, &self.shipments, zone);
        TenantId::new(Uuid::new_v5(&TENANTS, digest.as_bytes()))
    }

    /// How many lots the files make.
    pub(crate) fn lots(&self) -> usize {
        let made = self.weighings.iter();
        let made = made.filter(|row| row.data.line == super::WeighingLine::Out);
        self.deliveries.len() + made.count()
    }

    /// The day in the order it happened.
    pub(crate) fn timeline(&self) -> Timeline<'_> {
        Timeline::of(self)
    }
}

/// A digest that goes on with the rows of a file: where each stands and what it says.
fn told<T: CsvRow>(before: Digest, rows: &[Row<T>], zone: Tz) -> Digest {
    rows.iter().fold(before, |digest, row| {
        let row = format!("{}:{} {:?}", T::FILE, row.line, row.data.write(zone));
        Digest::of_parts([digest.as_bytes().as_slice(), row.as_bytes()])
    })
}

/// Rows as they will stand under a header, from line 2 on.
pub(crate) fn numbered<T: CsvRow>(rows: Vec<T>) -> Vec<Row<T>> {
    rows.into_iter()
        .zip(2..)
        .map(|(data, line)| Row { line, data })
        .collect()
}
