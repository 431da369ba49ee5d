//! Stream B: mixing and skewering.
use super::clock::plus;
use super::line::Line;
use super::plant::of_line;
use super::preparation::{BOXES_PER_TRUCK, LOADS_PER_OIL, LOADS_PER_SPICE};
use super::sheet::{Goods, Scale, Sheet};
use wms_core::{
    lot::{LossKind, LotType},
    run::Step,
};

/// A mix, and what of it went into the next one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mixed {
    goods: Goods,
    carried: i64,
}

impl Line {
    /// Bulk meat, spice and oil, and what stuck to the mixer from the load before; water makes it a little more.
    ///
    /// The mixer is washed after every truck's meat, so that carry-over ends there.
    pub(super) fn mix(&self, sheet: &mut Sheet, bulk: &[Goods]) -> Vec<Mixed> {
        self.reach(sheet, Step::MIXING);
        let mut mixes: Vec<Mixed> = Vec::new();
        for (load, meat) in bulk.iter().enumerate() {
            let at = self.slot(Step::MIXING, load, self.loads);
            let mut inputs = vec![(meat.lot, meat.grams)];
            let spice = self
                .spice
                .get(load / LOADS_PER_SPICE)
                .map(|spice| spice.lot);
            let oil = self.oil.get(load / LOADS_PER_OIL).map(|oil| oil.lot);
            let (of_spice, of_oil) = (sheet.rng.between(42, 48), sheet.rng.between(12, 16));
            inputs.extend(spice.map(|lot| (lot, meat.grams * of_spice / 1000 / 10 * 10)));
            inputs.extend(oil.map(|lot| (lot, meat.grams * of_oil / 1000 / 10 * 10)));
            let washed = load.is_multiple_of(BOXES_PER_TRUCK);
            if let Some(before) = mixes.last_mut().filter(|_| !washed) {
                before.carried = sheet.rng.between(80, 240) * 100;
                inputs.push((before.goods.lot, before.carried));
            }
            let total: i64 = inputs.iter().map(|(_, grams)| grams).sum();
            let water = total * sheet.rng.between(2, 12) / 1000 / 10 * 10;
            let goods = Goods {
                lot: sheet.code(LotType::Mix),
                grams: total + water,
                pieces: None,
                best_before: Some(sheet.day.plus_days(1)),
            };
            let scale = Scale {
                inputs,
                outputs: vec![goods],
                ..Scale::default()
            };
            sheet.weigh(at, self.number, &scale);
            sheet.put_away(plus(at, 40), &goods, &of_line("MIX", self.number));
            sheet.pass(plus(at, 120), goods.lot, "mix");
            mixes.push(Mixed { goods, carried: 0 });
        }
        mixes
    }

    /// Every mix becomes three trolleys of rods; what is less than a rod is residue.
    pub(super) fn skewer(&self, sheet: &mut Sheet, mixes: &[Mixed]) -> Vec<Goods> {
        self.reach(sheet, Step::SKEWERING);
        let mut skewers = Vec::new();
        for (load, mixed) in mixes.iter().enumerate() {
            let at = self.slot(Step::SKEWERING, load, self.loads);
            let grams = mixed.goods.grams - mixed.carried;
            let outputs = trolleys(sheet, load, grams);
            let hung: i64 = outputs.iter().map(|trolley| trolley.grams).sum();
            let scale_drift = sheet.rng.between(5, 30) * 10;
            let residue = (grams - hung - scale_drift).max(0);
            let scale = Scale {
                inputs: vec![(mixed.goods.lot, grams)],
                outputs: outputs.clone(),
                losses: vec![(mixed.goods.lot, LossKind::Trim, residue)],
                product: None,
            };
            sheet.weigh(at, self.number, &scale);
            for (trolley, after) in outputs.iter().zip([60, 100, 140]) {
                let buffer = of_line(trolley.lot.lot_type.as_str(), self.number);
                sheet.put_away(plus(at, after), trolley, &buffer);
                sheet.pass(plus(at, after + 150), trolley.lot, "skewer weigh");
            }
            skewers.extend(outputs);
        }
        skewers
    }
}

/// Trolleys of 15 and 30 kg rods, by turns two of the one and two of the other.
fn trolleys(sheet: &mut Sheet, load: usize, grams: i64) -> Vec<Goods> {
    let thirties: &[i64] = if load.is_multiple_of(2) {
        &[8]
    } else {
        &[7, 7]
    };
    let large: i64 = thirties.iter().sum();
    // A rod may be 60 g over; what is left must not be short of one.
    let small = (grams - large * 30_060 - 500) / 15_060;
    let small = small.max(1);
    let fifteens = if load.is_multiple_of(2) && small > 1 {
        vec![small - small / 2, small / 2]
    } else {
        vec![small]
    };
    let mut hung = Vec::new();
    let rods = fifteens.iter().map(|rods| (LotType::Skw15, 15_000, *rods));
    let rods = rods.chain(thirties.iter().map(|rods| (LotType::Skw30, 30_000, *rods)));
    for (lot_type, nominal, rods) in rods {
        let drift: i64 = (0..rods).map(|_| sheet.rng.between(-6, 6) * 10).sum();
        hung.push(Goods {
            lot: sheet.code(lot_type),
            grams: rods * nominal + drift,
            pieces: u32::try_from(rods).ok(),
            best_before: Some(sheet.day.plus_days(1)),
        });
    }
    hung
}
