//! A day's work by commands: 20 batches, each from two deliveries to one shipment, 27 lots and two links a lot.
//!
//! A kilogram of mix is carried over from batch to batch; seasoning and spice go into every batch. It is the day of
//! core's bench (`wms-core/benches/synthetic`), on the canonical plant of the conformance suite.
use super::scene::Scene;
use std::cell::Cell;
use uuid::Uuid;
use wms_core::{
    amount::{Celsius, Kilograms},
    command::{
        AdvanceRun, DispatchLot, Input, NewConsignee, NewLot, NewReading, Output, ReceiveStock,
        RecordInspection, RegisterLot, Transform,
    },
    ids::{BufferId, InspectionId, LotId, ReadingId},
    lot::{LotType, Storage},
    quality::{Decision, ReadingKind},
    site::SiteCode,
};

pub(crate) const BATCHES: usize = 20;
/// Lots of a batch, and those of them that its mix and all after it make.
pub(crate) const LOTS: usize = 27;
pub(crate) const FROM_MIX: usize = 21;

/// The lots of a day that are asked for.
pub(crate) struct Day {
    pub(crate) seasoning: LotId,
    pub(crate) spice: LotId,
    /// The first delivery of the first batch.
    pub(crate) delivery: LotId,
    /// The shipment of the last batch.
    pub(crate) shipment: LotId,
}

/// Works for a day.
pub(crate) fn work(scene: &Scene) -> Day {
    for _ in 0..8 {
        scene.must(AdvanceRun::new(scene.run));
    }
    let line = Line {
        scene,
        made: Cell::new(0),
    };
    let dry = NewLot::new(LotType::Raw, Kilograms::from_kg(10_000));
    let [seasoning, spice] = [(); 2].map(|()| {
        let lot = line.deliver(dry.clone().with_storage(Storage::Ambient));
        line.pass(lot, None);
        lot
    });
    let mut carried = None;
    let mut batches = (0..BATCHES).map(|_| line.batch([seasoning, spice], &mut carried));
    let (delivery, first) = batches.next().unwrap();
    let shipment = batches.last().map_or(first, |(_, last)| last);
    Day {
        seasoning,
        spice,
        delivery,
        shipment,
    }
}

/// The id of a lot: its last 16 bits count the lots of a day, the 32 before them the days.
pub(crate) fn lot_id(day: u64, nth: u64) -> LotId {
    let tail = u128::from(day << 16 | nth);
    LotId::new(Uuid::from_u128(
        0x0000_0000_0000_7000_9000_0000_0000_0000 + tail,
    ))
}

/// What works on a scene's run, and how many lots it made.
struct Line<'s> {
    scene: &'s Scene,
    made: Cell<u64>,
}

impl Line<'_> {
    fn next(&self) -> LotId {
        self.made.set(self.made.get() + 1);
        lot_id(0, self.made.get())
    }

    fn deliver(&self, lot: NewLot) -> LotId {
        let id = self.next();
        let site: SiteCode = "DUNA".parse().unwrap();
        self.scene
            .must(RegisterLot::new(id, self.scene.run, site, lot));
        id
    }

    fn pass(&self, lot: LotId, reading: Option<(ReadingKind, i16)>) {
        let inspection = InspectionId::new(Uuid::now_v7());
        let mut pass = RecordInspection::new(inspection, lot, "release", Decision::Pass);
        let readings = reading.into_iter().map(|(kind, tenths)| {
            let id = ReadingId::new(Uuid::now_v7());
            NewReading::new(id, kind, Celsius::from_tenths(tenths).unwrap())
        });
        pass.readings = readings.collect();
        self.scene.must(pass);
    }

    /// Makes released lots of a type out of others.
    fn make(
        &self,
        inputs: Vec<Input>,
        (lot_type, count, each_kg): (LotType, usize, i32),
        reading: Option<(ReadingKind, i16)>,
    ) -> Vec<LotId> {
        let new = NewLot::new(lot_type, Kilograms::from_kg(each_kg));
        let made: Vec<LotId> = (0..count).map(|_| self.next()).collect();
        let outputs = made.iter().map(|lot| Output::new(*lot, new.clone()));
        let outputs: Vec<Output> = outputs.collect();
        self.scene
            .must(Transform::new(self.scene.run, inputs, outputs));
        made.iter().for_each(|lot| self.pass(*lot, reading));
        made
    }

    /// Puts lots away in the scene's n-th buffer.
    fn store(&self, lots: &[LotId], buffer: u128, each_kg: i32) {
        let buffer = Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0000 + buffer);
        for lot in lots {
            let each = Kilograms::from_kg(each_kg);
            let receive = ReceiveStock::new(*lot, BufferId::new(buffer), each);
            self.scene.must(receive);
        }
    }

    /// One batch; gives its first delivery and its shipment.
    fn batch(&self, dry: [LotId; 2], carried: &mut Option<LotId>) -> (LotId, LotId) {
        let meat = NewLot::new(LotType::Raw, Kilograms::from_kg(350));
        let raw = [(); 2].map(|()| self.deliver(meat.clone()));
        raw.iter()
            .for_each(|lot| self.pass(*lot, Some((ReadingKind::Surface, 20))));

        let deb = self.make(all_of(&raw, 350), (LotType::Deb, 3, 230), None);
        self.store(&deb, 1, 230);
        let bulk = self.make(all_of(&deb, 230), (LotType::Bulk, 1, 690), None);
        let mut into_mix = all_of(&bulk, 690);
        into_mix.extend(dry.map(|lot| Input::new(lot, Kilograms::from_grams(100))));
        into_mix.extend(carried.map(|lot| Input::new(lot, Kilograms::from_kg(1))));
        let mix = self.make(into_mix, (LotType::Mix, 2, 340), None);
        *carried = mix.last().copied();

        let into_skewers = mix.iter().zip([340, 339]);
        let into_skewers =
            into_skewers.map(|(lot, used)| Input::new(*lot, Kilograms::from_kg(used)));
        let skewers = self.make(into_skewers.collect(), (LotType::Skw15, 4, 169), None);
        let mut packed = Vec::new();
        for lot in skewers {
            let core = Some((ReadingKind::Core, -200));
            let frozen = self.make(all_of(&[lot], 169), (LotType::Frz15, 1, 168), core);
            self.store(&frozen, 5, 168);
            packed.extend(self.make(all_of(&frozen, 168), (LotType::Fg15, 2, 84), None));
        }
        let pallets = self.make(all_of(&packed, 84), (LotType::Pal, 2, 336), None);
        self.store(&pallets, 6, 336);
        let air = Some((ReadingKind::Ambient, -200));
        let shipped = self.make(all_of(&pallets, 336), (LotType::Ship, 1, 672), air);
        let consignee =
            NewConsignee::new("Kebab Ház Kft.").with_address("1095 Budapest, Soroksári út 1.");
        self.scene.must(DispatchLot::new(shipped[0], consignee));
        (raw[0], shipped[0])
    }
}

fn all_of(lots: &[LotId], each_kg: i32) -> Vec<Input> {
    lots.iter()
        .map(|lot| Input::new(*lot, Kilograms::from_kg(each_kg)))
        .collect()
}
