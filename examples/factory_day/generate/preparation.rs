//! Stream A: receipt, deboning, bulk.
use super::clock::plus;
use super::line::{Line, Trouble};
use super::names::{COLD_STORE, OIL, OIL_MILL, SPICE, SPICE_MILL, Supplier};
use super::plant::of_line;
use super::sheet::{Goods, Scale, Sheet};
use crate::plan::DeliveryRow;
use wms_core::{
    amount::Kilograms,
    lot::{LossKind, LotType, Storage},
    quality::ReadingKind,
    run::Step,
    time::Instant,
};

/// Pallet boxes on one truck: what comes together goes through the day together.
pub(super) const BOXES_PER_TRUCK: usize = 4;

/// Loads that a lot of frozen fat, of spice, of oil lasts for.
pub(super) const LOADS_PER_FAT: usize = 10;
pub(super) const LOADS_PER_SPICE: usize = 8;
pub(super) const LOADS_PER_OIL: usize = 16;

/// A delivery as it stands on its label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Label<'a> {
    pub(super) material: &'a str,
    pub(super) supplier: Supplier,
    pub(super) storage: Storage,
    pub(super) grams: i64,
    /// What the surface showed, in tenths of a degree; seasoning is not measured.
    pub(super) surface: Option<i64>,
    pub(super) shelf_life_days: u32,
}

impl Line {
    /// Meat for every load, frozen fat, spice and oil for several.
    pub(super) fn receive(&mut self, sheet: &mut Sheet) {
        self.reach(sheet, Step::RECEIPT);
        for load in 0..self.loads {
            let truck = load / BOXES_PER_TRUCK;
            let [one, other] = self.recipe.suppliers;
            let label = Label {
                material: self.recipe.meat,
                supplier: if truck.is_multiple_of(2) { one } else { other },
                storage: Storage::Chilled,
                grams: sheet.rng.between(7_600, 8_500) * 100,
                surface: Some(sheet.rng.between(8, 36)),
                shelf_life_days: 6,
            };
            let at = self.slot(Step::RECEIPT, load, self.loads);
            let goods = self.take_in(sheet, at, &label);
            sheet.pass(plus(at, 240), goods.lot, "receipt");
            self.meat.push(goods);
        }
        self.fat = self.stock_up(sheet, LOADS_PER_FAT, |line, sheet| Label {
            material: line.recipe.fat,
            supplier: COLD_STORE,
            storage: Storage::Frozen,
            grams: sheet.rng.between(420, 480) * 500,
            surface: Some(sheet.rng.between(-215, -184)),
            shelf_life_days: 180,
        });
        self.spice = self.stock_up(sheet, LOADS_PER_SPICE, |_, _| Label {
            material: SPICE,
            supplier: SPICE_MILL,
            storage: Storage::Ambient,
            grams: 275_000,
            surface: None,
            shelf_life_days: 540,
        });
        self.oil = self.stock_up(sheet, LOADS_PER_OIL, |_, _| Label {
            material: OIL,
            supplier: OIL_MILL,
            storage: Storage::Ambient,
            grams: 200_000,
            surface: None,
            shelf_life_days: 365,
        });
        match self.has {
            Trouble::SpoiltAndSplintered => self.spoilt_delivery(sheet),
            Trouble::WarmDelivery => self.warm_delivery(sheet),
            _ => {}
        }
    }

    /// A lot of something for every so many loads.
    fn stock_up(
        &mut self,
        sheet: &mut Sheet,
        loads: usize,
        label: impl Fn(&Self, &mut Sheet) -> Label<'static>,
    ) -> Vec<Goods> {
        let count = self.loads.div_ceil(loads);
        let taken = (0..count).map(|n| {
            let label = label(self, sheet);
            let at = plus(self.slot(Step::RECEIPT, n, count), 75);
            let goods = self.take_in(sheet, at, &label);
            sheet.pass(plus(at, 300), goods.lot, "receipt");
            goods
        });
        taken.collect()
    }

    /// Writes a delivery down; its temperature is taken at the dock.
    pub(super) fn take_in(&self, sheet: &mut Sheet, at: Instant, label: &Label<'_>) -> Goods {
        let lot = sheet.code(LotType::Raw);
        let best_before = Some(sheet.day.plus_days(label.shelf_life_days));
        let batch = sheet.rng.between(1_000, 9_999);
        sheet.deliver(DeliveryRow {
            received_at: at,
            run: sheet.run(self.number),
            lot,
            material: label.material.to_owned(),
            species: (label.storage != Storage::Ambient).then_some(self.recipe.species),
            storage: label.storage,
            weight_kg: Kilograms::from_grams(label.grams),
            pieces: None,
            best_before,
            supplier: label.supplier.name.to_owned(),
            supplier_lot: Some(format!("L26-{batch}")),
            establishment_no: Some(label.supplier.establishment_no.to_owned()),
            note_temperature_c: label.surface.and_then(|tenths| {
                let tenths = i16::try_from(tenths).ok()?;
                wms_core::amount::Celsius::from_tenths(tenths).ok()
            }),
        });
        if let Some(tenths) = label.surface {
            sheet.probe(plus(at, 90), lot, ReadingKind::Surface, tenths);
        }
        Goods {
            lot,
            grams: label.grams,
            pieces: None,
            best_before,
        }
    }

    /// Bones, trimmings and drip off: 65 to 75 % stay.
    pub(super) fn debone(&self, sheet: &mut Sheet) -> Vec<Goods> {
        self.reach(sheet, Step::DEBONING);
        let mut boned = Vec::new();
        for (load, meat) in self.meat.iter().enumerate() {
            let at = self.slot(Step::DEBONING, load, self.loads);
            let grams = meat.grams * sheet.rng.between(655, 745) / 1000 / 10 * 10;
            let drip = meat.grams * sheet.rng.between(3, 8) / 1000 / 10 * 10;
            let trim = meat.grams * sheet.rng.between(18, 34) / 1000 / 10 * 10;
            let evaporated = meat.grams * sheet.rng.between(0, 3) / 1000 / 10 * 10;
            let bone = meat.grams - grams - drip - trim - evaporated;
            let goods = Goods {
                lot: sheet.code(LotType::Deb),
                grams,
                pieces: None,
                best_before: Some(sheet.day.plus_days(2)),
            };
            let losses = [
                (LossKind::Bone, bone),
                (LossKind::Trim, trim),
                (LossKind::Drip, drip),
            ];
            let scale = Scale {
                inputs: vec![(meat.lot, meat.grams)],
                outputs: vec![goods],
                losses: losses.map(|(kind, grams)| (meat.lot, kind, grams)).into(),
                product: None,
            };
            sheet.weigh(at, self.number, &scale);
            sheet.put_away(plus(at, 60), &goods, &of_line("LK", self.number));
            if self.has == Trouble::SpoiltAndSplintered && load == 1 {
                self.bone_splinters(sheet, at, goods.lot);
            } else {
                sheet.pass(plus(at, 240), goods.lot, "deboning");
            }
            boned.push(goods);
        }
        boned
    }

    /// Deboned meat of a truck meets in the bulk buffer; a part waits for the next load; frozen fat joins it.
    pub(super) fn gather(&self, sheet: &mut Sheet, boned: &[Goods]) -> Vec<Goods> {
        self.reach(sheet, Step::BULK_BUFFER);
        let mut bulk = Vec::new();
        let mut kept: Option<(Goods, i64)> = None;
        for (load, meat) in boned.iter().enumerate() {
            let at = self.slot(Step::BULK_BUFFER, load, self.loads);
            let goes_on = !(load + 1).is_multiple_of(BOXES_PER_TRUCK) && load + 1 < boned.len();
            let share = if goes_on {
                sheet.rng.between(90, 220)
            } else {
                0
            };
            let keeps = meat.grams * share / 1000 / 100 * 100;
            let drip = meat.grams * sheet.rng.between(2, 4) / 1000 / 10 * 10;
            let mut inputs = vec![(meat.lot, meat.grams - keeps)];
            inputs.extend(kept.map(|(goods, grams)| (goods.lot, grams)));
            let fat = self.fat.get(load / LOADS_PER_FAT).map(|fat| fat.lot);
            inputs.extend(fat.map(|lot| (lot, sheet.rng.between(100, 180) * 100)));
            let total: i64 = inputs.iter().map(|(_, grams)| grams).sum();
            let goods = Goods {
                lot: sheet.code(LotType::Bulk),
                grams: total - drip - sheet.rng.between(0, 30) * 10,
                pieces: None,
                best_before: Some(sheet.day.plus_days(2)),
            };
            let scale = Scale {
                inputs,
                outputs: vec![goods],
                losses: vec![(meat.lot, LossKind::Drip, drip)],
                product: None,
            };
            sheet.weigh(at, self.number, &scale);
            sheet.put_away(plus(at, 45), &goods, &of_line("LK", self.number));
            sheet.pass(plus(at, 180), goods.lot, "bulk readiness");
            kept = goes_on.then_some((*meat, keeps));
            bulk.push(goods);
        }
        bulk
    }
}
