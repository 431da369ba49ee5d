//! What goes wrong on the day, and what people do about it.
use super::clock::plus;
use super::line::Line;
use super::plant::of_line;
use super::preparation::Label;
use super::sheet::{Goods, Sheet};
use crate::plan::Act;
use crate::table::LotCode;
use wms_core::{
    lot::{LotType, Storage},
    quality::{Decision, ReadingKind},
    run::Step,
    time::Instant,
};

impl Line {
    fn extra_meat(&self, surface: i64) -> Label<'static> {
        let [_, supplier] = self.recipe.suppliers;
        Label {
            material: self.recipe.meat,
            supplier,
            storage: Storage::Chilled,
            grams: 412_500,
            surface: Some(surface),
            shelf_life_days: 6,
        }
    }

    /// Cold enough, but it smells: the inspection fails it, and it goes back.
    pub(super) fn spoilt_delivery(&self, sheet: &mut Sheet) {
        let at = self.minutes_into(Step::RECEIPT, 47);
        let goods = self.take_in(sheet, at, &self.extra_meat(31));
        let notes = "Idegen szag, nyálkás felület; a szállítmány nem vehető át.";
        sheet.inspect(
            plus(at, 300),
            goods.lot,
            "receipt",
            Decision::Fail,
            Some(notes),
        );
        let words = "A tétel visszaküldve a beszállítónak, reklamáció megnyitva.";
        sheet.act(plus(at, 1_200), Act::Correct, goods.lot, words);
        let words = "Visszaszállítva a beszállítóhoz, rakománya plombálva.";
        sheet.dispose(plus(at, 2_400), goods.lot, words, "SZL-2026/00117");
    }

    /// Too warm at the dock: the reading stops it, a manager rejects it, a renderer takes it away.
    pub(super) fn warm_delivery(&self, sheet: &mut Sheet) {
        let at = self.minutes_into(Step::RECEIPT, 52);
        let goods = self.take_in(sheet, at, &self.extra_meat(68));
        let words = "A hűtőkocsi aggregátja leállt; a beszállító értesítve, ártalmatlanítás.";
        sheet.act(plus(at, 900), Act::Correct, goods.lot, words);
        let words = "A hűtési lánc megszakadt, a tétel nem használható fel.";
        sheet.act(plus(at, 1_080), Act::Reject, goods.lot, words);
        let words = "Elszállítva ártalmatlanításra (3. kategóriájú melléktermék).";
        sheet.dispose(plus(at, 2_700), goods.lot, words, "ÁTV-2026/0031");
    }

    /// Bone splinters: held, X-rayed and trimmed again, released by the manager.
    pub(super) fn bone_splinters(&self, sheet: &mut Sheet, at: Instant, lot: LotCode) {
        let notes = "Csontszilánk a mintában, a tétel átvizsgálásig zárolva.";
        sheet.inspect(plus(at, 240), lot, "deboning", Decision::Hold, Some(notes));
        let words = "Teljes tétel röntgenes átvizsgálása és újranyesése megtörtént.";
        sheet.act(plus(at, 360), Act::Correct, lot, words);
        let words = "Az átvizsgálás után csontmentes, felhasználható.";
        sheet.act(plus(at, 480), Act::Resolve, lot, words);
    }

    /// Not frozen through: back into the tunnel, measured again, inspected then.
    pub(super) fn soft_core(&self, sheet: &mut Sheet, at: Instant, lot: LotCode) {
        sheet.probe(plus(at, 110), lot, ReadingKind::Core, -156);
        let words = "Visszatéve a sokkolóba, a fagyasztás meghosszabbítva egy órával.";
        sheet.act(plus(at, 420), Act::Correct, lot, words);
        sheet.probe(plus(at, 4_300), lot, ReadingKind::Core, -189);
        let words = "Az ismételt maghőmérséklet a határértéken belül van.";
        sheet.act(plus(at, 4_420), Act::Resolve, lot, words);
        sheet.pass(plus(at, 4_500), lot, "freeze");
    }

    /// A freezer is too warm while nobody takes anything out of it.
    pub(super) fn warm_freezer(&self, sheet: &mut Sheet) {
        let (at, freezer) = (
            self.minutes_into(Step::FREEZING, 433),
            of_line("FRZ30", self.number),
        );
        sheet.probe_buffer(at, &freezer, -164);
        let words = "Ajtótömítés cserélve, a párologtató leolvasztva.";
        sheet.act_on_buffer(plus(at, 300), Act::Correct, &freezer, words);
        sheet.probe_buffer(plus(at, 720), &freezer, -193);
        let words = "A kamra hőmérséklete helyreállt, a termékmag végig -18 °C alatt maradt.";
        sheet.act_on_buffer(plus(at, 780), Act::LiftHold, &freezer, words);
    }

    /// An allergen is missing on the label: found on the pallet, held until it is labelled anew tomorrow.
    pub(super) fn wrong_label(&self, sheet: &mut Sheet, packed: &mut Vec<Goods>) {
        let found = packed
            .iter()
            .rposition(|goods| goods.lot.lot_type == LotType::Fg30);
        if let Some(place) = found {
            let goods = packed.remove(place);
            let at = self.minutes_into(Step::PALLETIZING, 3);
            let notes = "A címkéről hiányzik a mustár allergén jelölése; átcímkézésre vár.";
            sheet.inspect(at, goods.lot, "label check", Decision::Hold, Some(notes));
        }
    }
}
