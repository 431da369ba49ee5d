//! The plant's books while the day is being written into them.
use super::clock;
use super::names::{CONSIGNEES, Consignee, INSPECTORS, MANAGERS, VEHICLES};
use super::rng::Rng;
use crate::plan::{
    Act, ActionRow, BufferRow, DeliveryRow, InspectionRow, MoveRow, PlantFiles, ProbeRow, RunRow,
    ShipmentRow, SiteRow, WeighingLine, WeighingRow, numbered,
};
use crate::problem::Failure;
use crate::table::{LotCode, RunCode};
use std::collections::BTreeMap;
use wms_core::{
    amount::{Celsius, Kilograms},
    lot::{LossKind, LotType},
    quality::{Decision, ReadingKind},
    run::Step,
    site::SiteCode,
    time::{Day, Instant},
};

/// The seed of every day: what is committed can be made again.
const SEED: u64 = 0x0015_0120_26DA_2000;

/// A lot of the day, as far as its making goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goods {
    pub(super) lot: LotCode,
    pub(super) grams: i64,
    pub(super) pieces: Option<u32>,
    pub(super) best_before: Option<Day>,
}

/// One weighing: what went in, what came out, what was lost.
#[derive(Debug, Default)]
pub(super) struct Scale<'a> {
    pub(super) inputs: Vec<(LotCode, i64)>,
    pub(super) outputs: Vec<Goods>,
    pub(super) losses: Vec<(LotCode, LossKind, i64)>,
    pub(super) product: Option<&'a str>,
}

/// The books.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) rng: Rng,
    pub(super) day: Day,
    site: SiteCode,
    numbers: BTreeMap<LotType, u64>,
    weighings: u64,
    sites: Vec<SiteRow>,
    buffers: Vec<BufferRow>,
    runs: Vec<RunRow>,
    deliveries: Vec<DeliveryRow>,
    rows: Vec<WeighingRow>,
    moves: Vec<MoveRow>,
    probes: Vec<ProbeRow>,
    inspections: Vec<InspectionRow>,
    actions: Vec<ActionRow>,
    shipments: Vec<ShipmentRow>,
}

impl Sheet {
    /// Empty books of the plant on its day.
    pub(super) fn new() -> Result<Self, Failure> {
        let wrong = |error: &dyn core::fmt::Display| Failure::Plant(error.to_string());
        let site = "DUNA".parse().map_err(|error| wrong(&error))?;
        let plant = SiteRow {
            site,
            name_hu: "Dunamenti Döner Üzem".to_owned(),
            name_en: "Danubeside Doner Plant".to_owned(),
            time_zone: "Europe/Budapest".parse().map_err(|error| wrong(&error))?,
            day_starts_at: "05:00".parse().map_err(|error| wrong(&error))?,
        };
        Ok(Self {
            rng: Rng::new(SEED),
            day: Day::from_ymd(2026, 1, 15).map_err(|error| wrong(&error))?,
            site,
            numbers: BTreeMap::new(),
            weighings: 0,
            sites: vec![plant],
            buffers: Vec::new(),
            runs: Vec::new(),
            deliveries: Vec::new(),
            rows: Vec::new(),
            moves: Vec::new(),
            probes: Vec::new(),
            inspections: Vec::new(),
            actions: Vec::new(),
            shipments: Vec::new(),
        })
    }

    /// The next code of a type.
    pub(super) fn code(&mut self, lot_type: LotType) -> LotCode {
        let number = self.numbers.entry(lot_type).or_insert(0);
        *number += 1;
        LotCode::numbered(lot_type, self.day, self.site, *number)
    }

    pub(super) fn run(&self, line: u32) -> RunCode {
        RunCode::numbered(self.day, self.site, u64::from(line) + 1)
    }

    pub(super) fn buffer(&mut self, row: BufferRow) {
        self.buffers.push(row);
    }

    pub(super) fn reach(&mut self, line: u32, step: Step, daily_target_kg: Option<Kilograms>) {
        let (reached_at, run) = (clock::reached(step, line), self.run(line));
        self.runs.push(RunRow {
            reached_at,
            run,
            step,
            daily_target_kg,
        });
    }

    pub(super) fn deliver(&mut self, row: DeliveryRow) {
        self.deliveries.push(row);
    }

    /// Writes a weighing down, line by line.
    pub(super) fn weigh(&mut self, at: Instant, line: u32, scale: &Scale<'_>) {
        self.weighings += 1;
        let blank = |kind, lot, grams| WeighingRow {
            weighed_at: at,
            weighing: format!("W{:05}", self.weighings),
            run: self.run(line),
            line: kind,
            lot,
            weight_kg: Kilograms::from_grams(grams),
            loss_kind: None,
            pieces: None,
            best_before: None,
            product: None,
        };
        let inputs = scale.inputs.iter();
        let inputs = inputs.map(|(lot, grams)| blank(WeighingLine::In, *lot, *grams));
        let outputs = scale.outputs.iter().map(|made| WeighingRow {
            pieces: made.pieces,
            best_before: made.best_before,
            product: scale.product.map(str::to_owned),
            ..blank(WeighingLine::Out, made.lot, made.grams)
        });
        let losses = scale.losses.iter().filter(|(_, _, grams)| *grams > 0);
        let losses = losses.map(|(lot, kind, grams)| WeighingRow {
            loss_kind: Some(*kind),
            ..blank(WeighingLine::Loss, *lot, *grams)
        });
        let rows: Vec<WeighingRow> = inputs.chain(outputs).chain(losses).collect();
        self.rows.extend(rows);
    }

    /// All of a lot goes into a buffer.
    pub(super) fn put_away(&mut self, at: Instant, goods: &Goods, buffer: &str) {
        self.moves.push(MoveRow {
            moved_at: at,
            lot: goods.lot,
            from_buffer: None,
            to_buffer: Some(buffer.to_owned()),
            weight_kg: Kilograms::from_grams(goods.grams),
        });
    }

    pub(super) fn probe(&mut self, at: Instant, lot: LotCode, kind: ReadingKind, tenths: i64) {
        self.probes.push(ProbeRow {
            measured_at: at,
            lot: Some(lot),
            buffer: None,
            kind,
            temperature_c: celsius(tenths),
            instrument: Some("Maghőmérő M-04".to_owned()),
        });
    }

    pub(super) fn probe_buffer(&mut self, at: Instant, buffer: &str, tenths: i64) {
        self.probes.push(ProbeRow {
            measured_at: at,
            lot: None,
            buffer: Some(buffer.to_owned()),
            kind: ReadingKind::Ambient,
            temperature_c: celsius(tenths),
            instrument: Some(format!("Adatgyűjtő {buffer}")),
        });
    }

    pub(super) fn pass(&mut self, at: Instant, lot: LotCode, inspection_type: &str) {
        self.inspect(at, lot, inspection_type, Decision::Pass, None);
    }

    pub(super) fn inspect(
        &mut self,
        at: Instant,
        lot: LotCode,
        inspection_type: &str,
        decision: Decision,
        notes: Option<&str>,
    ) {
        let inspector = self.rng.pick(&INSPECTORS, "Nagy Eszter");
        self.inspections.push(InspectionRow {
            inspected_at: at,
            lot,
            inspection_type: inspection_type.to_owned(),
            decision,
            inspector: inspector.to_owned(),
            notes: notes.map(str::to_owned),
        });
    }

    /// What a manager does about a lot.
    pub(super) fn act(&mut self, at: Instant, act: Act, lot: LotCode, words: &str) {
        self.record_act(at, act, (Some(lot), None), words, None);
    }

    /// What a manager does about a buffer.
    pub(super) fn act_on_buffer(&mut self, at: Instant, act: Act, buffer: &str, words: &str) {
        self.record_act(at, act, (None, Some(buffer)), words, None);
    }

    /// A rejected lot leaves the plant with its paper.
    pub(super) fn dispose(&mut self, at: Instant, lot: LotCode, words: &str, document: &str) {
        self.record_act(at, Act::WriteOff, (Some(lot), None), words, Some(document));
    }

    fn record_act(
        &mut self,
        done_at: Instant,
        act: Act,
        (lot, buffer): (Option<LotCode>, Option<&str>),
        words: &str,
        document: Option<&str>,
    ) {
        let manager = self.rng.pick(&MANAGERS, "Kővári Ildikó");
        self.actions.push(ActionRow {
            done_at,
            act,
            lot,
            buffer: buffer.map(str::to_owned),
            manager: manager.to_owned(),
            words: words.to_owned(),
            document: document.map(str::to_owned),
        });
    }

    /// All of a lot, or a part of it, leaves to somebody.
    pub(super) fn ship(&mut self, at: Instant, lot: LotCode, to: &Consignee, grams: Option<i64>) {
        let (order, vehicle) = (
            self.rng.between(10_000, 99_999),
            self.rng.pick(&VEHICLES, ""),
        );
        self.shipments.push(ShipmentRow {
            dispatched_at: at,
            lot,
            consignee: to.name.to_owned(),
            address: Some(to.address.to_owned()),
            order_no: Some(format!("MR-2026/{order}")),
            vehicle: Some(vehicle.to_owned()),
            weight_kg: grams.map(Kilograms::from_grams),
        });
    }

    pub(super) fn consignee(&mut self) -> Consignee {
        let [first, ..] = CONSIGNEES;
        self.rng.pick(&CONSIGNEES, first)
    }

    /// The books as files, each in the order of time.
    pub(super) fn into_files(mut self) -> PlantFiles {
        self.runs.sort_by_key(|row| row.reached_at);
        self.deliveries.sort_by_key(|row| row.received_at);
        self.rows.sort_by_key(|row| row.weighed_at);
        self.moves.sort_by_key(|row| row.moved_at);
        self.probes.sort_by_key(|row| row.measured_at);
        self.inspections.sort_by_key(|row| row.inspected_at);
        self.actions.sort_by_key(|row| row.done_at);
        self.shipments.sort_by_key(|row| row.dispatched_at);
        PlantFiles {
            sites: numbered(self.sites),
            buffers: numbered(self.buffers),
            runs: numbered(self.runs),
            deliveries: numbered(self.deliveries),
            weighings: numbered(self.rows),
            moves: numbered(self.moves),
            probes: numbered(self.probes),
            inspections: numbered(self.inspections),
            actions: numbered(self.actions),
            shipments: numbered(self.shipments),
        }
    }
}

/// A temperature of so many tenths; this generator asks for none out of range.
fn celsius(tenths: i64) -> Celsius {
    let tenths = i16::try_from(tenths).unwrap_or_default();
    Celsius::from_tenths(tenths).unwrap_or(Celsius::MIN)
}
