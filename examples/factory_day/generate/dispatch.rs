//! Shipments: pallets onto trucks, trucks to consignees; some pallets stay for tomorrow.
use super::clock::{plus, slot};
use super::freezing::Pallet;
use super::sheet::{Goods, Scale, Sheet};
use wms_core::{lot::LotType, quality::ReadingKind, run::Step};

/// Pallets on a truck.
const PALLETS_PER_TRUCK: usize = 4;
/// Every fifth pallet stays in the store.
const STAYS: usize = 5;
/// Every third truck has two stops.
const TWO_STOPS: usize = 3;

/// Loads trucks and sends them off.
pub(super) fn ship(sheet: &mut Sheet, pallets: &[Pallet]) {
    let leaving = pallets.iter().enumerate();
    let leaving = leaving.filter(|(n, _)| !(n + 1).is_multiple_of(STAYS));
    let leaving: Vec<Pallet> = leaving.map(|(_, pallet)| *pallet).collect();
    // One species to a truck: a line's pallets go together.
    let lines = leaving.chunk_by(|one, next| one.line == next.line);
    let trucks = lines.flat_map(|pallets| pallets.chunks(PALLETS_PER_TRUCK));
    let trucks: Vec<&[Pallet]> = trucks.collect();
    for (n, truck) in trucks.iter().enumerate() {
        load(sheet, n, trucks.len(), truck);
    }
}

fn load(sheet: &mut Sheet, n: usize, count: usize, truck: &[Pallet]) {
    let line = truck.first().map_or(0, |pallet| pallet.line);
    let at = slot(Step::SHIPMENT, line, n, count);
    let goods = Goods {
        lot: sheet.code(LotType::Ship),
        grams: truck.iter().map(|pallet| pallet.goods.grams).sum(),
        pieces: truck.iter().map(|pallet| pallet.goods.pieces).sum(),
        best_before: truck
            .iter()
            .filter_map(|pallet| pallet.goods.best_before)
            .min(),
    };
    let loaded = truck.iter();
    let scale = Scale {
        inputs: loaded
            .map(|pallet| (pallet.goods.lot, pallet.goods.grams))
            .collect(),
        outputs: vec![goods],
        ..Scale::default()
    };
    sheet.weigh(at, line, &scale);
    let tenths = sheet.rng.between(-212, -184);
    sheet.probe(plus(at, 240), goods.lot, ReadingKind::Ambient, tenths);
    sheet.pass(plus(at, 360), goods.lot, "dispatch");

    let (first, second) = (sheet.consignee(), sheet.consignee());
    let two = (n + 1).is_multiple_of(TWO_STOPS) && first.name != second.name;
    let unloaded = two.then_some(goods.grams * 3 / 5 / 100 * 100);
    sheet.ship(plus(at, 900), goods.lot, &first, unloaded);
    if two {
        sheet.ship(plus(at, 1_020), goods.lot, &second, None);
    }
}
