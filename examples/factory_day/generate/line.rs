//! A line of the plant on its day: one run, one species, one step after the other.
use super::clock::{plus, reached, slot};
use super::names::{CHICKEN, RECIPES, Recipe};
use super::sheet::{Goods, Sheet};
use wms_core::{amount::Kilograms, run::Step, time::Instant};

/// Who works on what, how much of it, and with which seasoning.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: u32,
    pub(super) recipe: Recipe,
    /// Loads of the mixer, each with its meat, its bulk and its skewers.
    pub(super) loads: usize,
    /// Whether this line meets the trouble that one line of the plant has.
    pub(super) has: Trouble,
    pub(super) meat: Vec<Goods>,
    pub(super) fat: Vec<Goods>,
    pub(super) spice: Vec<Goods>,
    pub(super) oil: Vec<Goods>,
}

/// What goes wrong on the day, each on one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// A delivery fails its inspection, and bone splinters are found in deboned meat.
    SpoiltAndSplintered,
    /// A delivery is too warm.
    WarmDelivery,
    /// A trolley is not frozen through, and a freezer is too warm.
    WarmFreezer,
    /// A label lacks an allergen; the lot stays on hold.
    WrongLabel,
    None,
}

impl Line {
    pub(super) fn new(sheet: &mut Sheet, number: u32, lines: u32, loads: u32) -> Self {
        let place = usize::try_from(number).unwrap_or_default() % RECIPES.len();
        let recipe = RECIPES.get(place).copied().unwrap_or(CHICKEN);
        let has = match number {
            0 => Trouble::SpoiltAndSplintered,
            1 => Trouble::WarmDelivery,
            2 => Trouble::WarmFreezer,
            last if last + 1 == lines => Trouble::WrongLabel,
            _ => Trouble::None,
        };
        // Some 590 kg come out of a load.
        let target = i64::from(loads) * 590;
        let target = Kilograms::from_grams((target / 100 + 1) * 100_000);
        sheet.reach(number, Step::START, Some(target));
        Self {
            number,
            recipe,
            loads: usize::try_from(loads).unwrap_or_default(),
            has,
            meat: Vec::new(),
            fat: Vec::new(),
            spice: Vec::new(),
            oil: Vec::new(),
        }
    }

    /// The line moves on: everything of the step before has passed.
    pub(super) fn reach(&self, sheet: &mut Sheet, step: Step) {
        sheet.reach(self.number, step, None);
    }

    /// The last step: trucks are loaded.
    pub(super) fn ready_to_ship(&self, sheet: &mut Sheet) {
        self.reach(sheet, Step::SHIPMENT);
    }

    /// When the `n`-th of `count` lots of a step is weighed.
    pub(super) fn slot(&self, step: Step, n: usize, count: usize) -> Instant {
        slot(step, self.number, n, count)
    }

    /// When the line reached a step, and some minutes more.
    pub(super) fn minutes_into(&self, step: Step, minutes: i64) -> Instant {
        plus(reached(step, self.number), minutes * 60)
    }
}
