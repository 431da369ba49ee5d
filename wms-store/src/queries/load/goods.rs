//! What there is in the plant: lots, buffers, quality records, and the numbers of codes.
use super::{
    super::{Conn, claims::Claims, entities as rows, lots as lot_rows},
    Loader,
    plans::{load_runs, load_sites, load_versions},
};
use crate::{
    error::Error,
    rows::id,
    schema::{BufferRow, DeviationRow, InspectionRow, ReadingRow, RunRow, SiteRow, VersionRow},
    sql::IdValue,
};
use futures_util::{future::try_join_all, try_join};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use wms_core::{
    code::CanonicalCode,
    ids::{BufferId, LotId, TenantId},
    quality::{Deviation, ReadingKind, Subject},
    site::SiteCode,
    world::{Key, Sequence, World},
};

/// The rows of a round.
pub(super) struct Goods {
    lots: Lots,
    buffers: Vec<BufferRow>,
    buffer_codes: Vec<BufferCode>,
    inspections: Vec<InspectionRow>,
    readings: Vec<ReadingRow>,
    deviations: Vec<DeviationRow>,
    sequences: Vec<(Sequence, Option<i64>, Vec<String>)>,
}

/// Which buffer of a site has a code.
struct BufferCode {
    site: SiteCode,
    code: Box<str>,
    buffer: Option<IdValue>,
}

struct Lots {
    parts: lot_rows::Parts,
    codes: HashMap<String, LotId>,
    sites: Vec<SiteRow>,
    runs: Vec<RunRow>,
    versions: Vec<VersionRow>,
}

impl Lots {
    async fn fetch(
        c: &Conn,
        tenant: TenantId,
        wanted: &Claims,
        lots: &[IdValue],
    ) -> Result<Self, Error> {
        let codes = wanted.lot_codes.iter().map(ToString::to_string).collect();
        let planned: Vec<IdValue> = wanted.plans_of_lots.iter().copied().map(id).collect();
        let (parts, codes, sites, runs, versions) = try_join!(
            lot_rows::parts(c, tenant, lots, wanted.lots.intent),
            lot_rows::by_codes(c, tenant, codes),
            rows::sites_of_lots(c, tenant, lots.to_vec()),
            // What a lot's run is judged by never changes, so its run is read without a lock.
            rows::runs_of_lots(c, tenant, planned.clone()),
            rows::versions_of_lots(c, tenant, planned)
        )?;
        Ok(Self {
            parts,
            codes,
            sites,
            runs,
            versions,
        })
    }
}

impl Goods {
    /// One trip: lots, then what lies in the order behind them.
    pub(super) async fn fetch(
        c: &Conn,
        tenant: TenantId,
        wanted: &Claims,
        lots: &[IdValue],
    ) -> Result<Self, Error> {
        let stores = wanted.stores_of.iter().copied().map(id).collect();
        let buffers: Vec<IdValue> = wanted.buffers.ids.iter().copied().map(id).collect();
        let inspections = wanted.inspections.iter().copied().map(id).collect();
        let readings = wanted.readings.iter().copied().map(id).collect();
        let codes = wanted.buffer_codes.iter().map(|(site, code)| async {
            let found = rows::buffer_by_code(c, tenant, site.to_string(), code.to_string());
            Ok(BufferCode {
                site: *site,
                code: code.clone(),
                buffer: found.await?,
            })
        });
        let sequences = wanted.sequences.iter().map(|sequence| async {
            let (last, stray) = try_join!(
                rows::last_number(c, tenant, *sequence),
                rows::stray_codes(c, tenant, *sequence)
            )?;
            Ok((*sequence, last, stray))
        });
        let (lots, buffers, buffer_codes, inspections, readings, deviations, sequences) = try_join!(
            Lots::fetch(c, tenant, wanted, lots),
            rows::buffers_of(c, tenant, (buffers, stores), wanted.buffers.intent),
            try_join_all(codes),
            rows::inspection_rows(c, tenant, inspections, None),
            rows::reading_rows(c, tenant, readings, None),
            rows::deviation_rows(c, tenant, about(wanted), wanted.deviations.intent),
            try_join_all(sequences)
        )?;
        Ok(Self {
            lots,
            buffers,
            buffer_codes,
            inspections,
            readings,
            deviations,
            sequences,
        })
    }
}

/// The deviations by id, then the lots and the buffers whose open ones are wanted.
fn about(wanted: &Claims) -> (Vec<IdValue>, Vec<IdValue>, Vec<IdValue>) {
    let named = wanted.deviations.ids.iter().copied().map(id).collect();
    let (mut lots, mut buffers) = (BTreeSet::new(), BTreeSet::new());
    for (subject, _) in &wanted.open_deviations {
        match subject {
            Subject::Lot(lot) => lots.insert(id(*lot)),
            Subject::Buffer(buffer) => buffers.insert(id(*buffer)),
        };
    }
    (
        named,
        lots.into_iter().collect(),
        buffers.into_iter().collect(),
    )
}

impl Loader<'_> {
    pub(super) async fn take_goods(&mut self, wanted: &Claims, goods: Goods) -> Result<(), Error> {
        let hashes = self.take_lots(wanted, goods.lots)?;
        for row in goods.buffers {
            let buffer = row.into_buffer()?;
            let key = Key::Buffer(buffer.id);
            self.held.note(key, wanted.buffers.intent);
            self.world.load_buffer(buffer.id, Some(buffer));
        }
        for buffer in &wanted.buffers.ids {
            self.world.load_buffer(*buffer, None);
        }
        for BufferCode { site, code, buffer } in goods.buffer_codes {
            let buffer = buffer.map(|id| BufferId::new(id.0));
            self.world.load_buffer_code(site, code, buffer);
        }
        for row in goods.inspections {
            let inspection = row.into_inspection()?;
            self.world.load_inspection(inspection.id, Some(inspection));
        }
        for inspection in &wanted.inspections {
            self.world.load_inspection(*inspection, None);
        }
        for row in goods.readings {
            let reading = row.into_reading()?;
            self.world.load_reading(reading.id, Some(reading));
        }
        for reading in &wanted.readings {
            self.world.load_reading(*reading, None);
        }
        self.take_deviations(wanted, goods.deviations)?;
        for (sequence, last, stray) in goods.sequences {
            self.before.sequences.entry(sequence).or_insert(last);
            load_sequence(&mut self.world, sequence, last, &stray);
        }
        self.load_graphs(hashes).await
    }

    /// Lots with their sites and what they are judged by; gives the hashes of the graphs of that.
    fn take_lots(
        &mut self,
        wanted: &Claims,
        lots: Lots,
    ) -> Result<Vec<wms_core::audit::Digest>, Error> {
        for lot in lots.parts.into_lots(&mut self.before)? {
            self.world.load_lot(lot.id, Some(lot));
        }
        for lot in &wanted.lots.ids {
            self.world.load_lot(*lot, None);
        }
        for code in &wanted.lot_codes {
            let found = lots.codes.get(&**code).copied();
            self.world.load_lot_code(code.clone(), found);
        }
        load_sites(&mut self.world, lots.sites)?;
        load_runs(&mut self.world, lots.runs)?;
        load_versions(&mut self.world, lots.versions)
    }

    fn take_deviations(&mut self, wanted: &Claims, found: Vec<DeviationRow>) -> Result<(), Error> {
        let mut open: BTreeMap<(Subject, ReadingKind), Deviation> = BTreeMap::new();
        for row in found {
            let deviation = row.into_deviation()?;
            if let Some(kind) = deviation.kind.filter(|_| deviation.is_open()) {
                open.insert((deviation.subject, kind), deviation.clone());
            }
            self.world.load_deviation(deviation.id, Some(deviation));
        }
        for deviation in &wanted.deviations.ids {
            self.world.load_deviation(*deviation, None);
        }
        for (subject, kind) in &wanted.open_deviations {
            let deviation = open.remove(&(*subject, *kind));
            self.world.load_open_deviation(*subject, *kind, deviation);
        }
        Ok(())
    }
}

/// The last number, and the numbers beyond it that stand on something they do not say.
fn load_sequence(world: &mut World, sequence: Sequence, last: Option<i64>, stray: &[String]) {
    let last = last.and_then(|last| u64::try_from(last).ok()).unwrap_or(0);
    let codes = stray
        .iter()
        .filter_map(|code| code.parse::<CanonicalCode>().ok());
    let beyond = codes
        .map(|code| code.number)
        .filter(|number| *number > last);
    world.load_sequence(sequence, last, beyond);
}
