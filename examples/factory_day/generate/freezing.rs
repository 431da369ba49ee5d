//! Stream C: freezing, packaging, palletizing.
use super::clock::plus;
use super::line::{Line, Trouble};
use super::plant::{of_line, store};
use super::sheet::{Goods, Scale, Sheet};
use wms_core::{
    lot::{LossKind, LotType},
    quality::ReadingKind,
    run::Step,
};

/// Cartons lots on a pallet.
const LOTS_PER_PALLET: usize = 3;
/// Every so many lots a core is drilled for the laboratory.
const LOTS_PER_SAMPLE: usize = 19;

/// A pallet and the line it stands behind.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pallet {
    pub(super) line: u32,
    pub(super) goods: Goods,
}

impl Line {
    /// Seven hours of blast freezing; 0.8 to 1.8 % of the weight go into the air.
    pub(super) fn freeze(&self, sheet: &mut Sheet, skewers: &[Goods]) -> Vec<Goods> {
        self.reach(sheet, Step::SKU_SPLIT);
        self.reach(sheet, Step::FREEZING);
        let mut frozen = Vec::new();
        let mut is_warm = self.has == Trouble::WarmFreezer;
        for (n, skewer) in skewers.iter().enumerate() {
            let at = self.slot(Step::FREEZING, n, skewers.len());
            let (lot_type, buffer) = match skewer.lot.lot_type {
                LotType::Skw15 => (LotType::Frz15, "FRZ15"),
                _ => (LotType::Frz30, "FRZ30"),
            };
            let goods = Goods {
                lot: sheet.code(lot_type),
                grams: skewer.grams * (1000 - sheet.rng.between(8, 18)) / 1000 / 10 * 10,
                pieces: skewer.pieces,
                best_before: None,
            };
            let scale = Scale {
                inputs: vec![(skewer.lot, skewer.grams)],
                outputs: vec![goods],
                ..Scale::default()
            };
            sheet.weigh(at, self.number, &scale);
            sheet.put_away(plus(at, 50), &goods, &of_line(buffer, self.number));
            if is_warm && lot_type == LotType::Frz30 {
                is_warm = false;
                self.soft_core(sheet, at, goods.lot);
            } else {
                let tenths = sheet.rng.between(-212, -183);
                sheet.probe(plus(at, 110), goods.lot, ReadingKind::Core, tenths);
                sheet.pass(plus(at, 200), goods.lot, "freeze");
            }
            frozen.push(goods);
        }
        if self.has == Trouble::WarmFreezer {
            self.warm_freezer(sheet);
        }
        frozen
    }

    /// Film and carton; now and then a core for the laboratory.
    pub(super) fn pack(&self, sheet: &mut Sheet, frozen: &[Goods]) -> Vec<Goods> {
        self.reach(sheet, Step::PACKAGING);
        let best_before = Some(sheet.day.plus_days(self.recipe.shelf_life_days));
        let mut packed = Vec::new();
        for (n, skewer) in frozen.iter().enumerate() {
            let at = self.slot(Step::PACKAGING, n, frozen.len());
            let (lot_type, size) = match skewer.lot.lot_type {
                LotType::Frz15 => (LotType::Fg15, 15),
                _ => (LotType::Fg30, 30),
            };
            let sampled = (n + 1).is_multiple_of(LOTS_PER_SAMPLE);
            let sample = if sampled { 1_200 } else { 0 };
            let goods = Goods {
                lot: sheet.code(lot_type),
                grams: skewer.grams - sample - sheet.rng.between(0, 12) * 10,
                pieces: skewer.pieces,
                best_before,
            };
            let product = format!("{}, {size} kg", self.recipe.product);
            let scale = Scale {
                inputs: vec![(skewer.lot, skewer.grams)],
                outputs: vec![goods],
                losses: vec![(skewer.lot, LossKind::Sample, sample)],
                product: Some(&product),
            };
            sheet.weigh(at, self.number, &scale);
            sheet.pass(plus(at, 150), goods.lot, "final release");
            packed.push(goods);
        }
        packed
    }

    /// Pallets of one size each.
    pub(super) fn palletize(&self, sheet: &mut Sheet, packed: &[Goods]) -> Vec<Pallet> {
        self.reach(sheet, Step::PALLETIZING);
        let mut packed = packed.to_vec();
        if self.has == Trouble::WrongLabel {
            self.wrong_label(sheet, &mut packed);
        }
        let of_size = |wanted| {
            let lots = packed
                .iter()
                .filter(move |goods| goods.lot.lot_type == wanted);
            lots.copied().collect::<Vec<_>>()
        };
        let (fifteens, thirties) = (of_size(LotType::Fg15), of_size(LotType::Fg30));
        let loads = fifteens
            .chunks(LOTS_PER_PALLET)
            .chain(thirties.chunks(LOTS_PER_PALLET));
        let loads: Vec<&[Goods]> = loads.collect();
        let count = loads.len();
        let stacked = loads.into_iter().enumerate().map(|(n, lots)| {
            let at = self.slot(Step::PALLETIZING, n, count);
            let goods = Goods {
                lot: sheet.code(LotType::Pal),
                grams: lots.iter().map(|goods| goods.grams).sum(),
                pieces: lots.iter().map(|goods| goods.pieces).sum(),
                best_before: lots.iter().filter_map(|goods| goods.best_before).min(),
            };
            let scale = Scale {
                inputs: lots.iter().map(|goods| (goods.lot, goods.grams)).collect(),
                outputs: vec![goods],
                ..Scale::default()
            };
            sheet.weigh(at, self.number, &scale);
            sheet.put_away(plus(at, 70), &goods, &store(self.number));
            sheet.pass(plus(at, 140), goods.lot, "pallet");
            Pallet {
                line: self.number,
                goods,
            }
        });
        stacked.collect()
    }
}
