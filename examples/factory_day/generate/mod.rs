//! Makes the files of a plant's day: the same ones for the same size, always.
mod clock;
mod dispatch;
mod freezing;
mod incidents;
mod line;
mod names;
mod plant;
mod preparation;
mod production;
mod rng;
mod sheet;

use crate::plan::PlantFiles;
use crate::problem::Failure;
use line::Line;
use sheet::Sheet;

/// How many lots the committed day has, more or less.
pub(crate) const COMMITTED_LOTS: u32 = 1000;

/// What can be asked for: every line needs a few loads, and somebody has to hold it in memory.
pub(crate) const LOTS: core::ops::RangeInclusive<u32> = 200..=1_000_000;

/// Lots that follow from one load of a mixer, times ten: meat, bones off, bulk, mix, three trolleys of
/// skewers frozen and packed, a pallet, and their part of seasoning and shipment.
const LOTS_PER_TEN_LOADS: u32 = 147;

/// Loads of a line in a day: a mixer takes some 600 kg every seven minutes for two hours.
const LOADS_PER_LINE: u32 = 17;

/// The day of a plant with about so many lots.
pub(crate) fn generate(lots: u32) -> Result<PlantFiles, Failure> {
    let loads = lots * 10 / LOTS_PER_TEN_LOADS;
    let lines = (loads / LOADS_PER_LINE).max(4);
    let mut sheet = Sheet::new()?;
    plant::equip(&mut sheet, lines);
    let mut pallets = Vec::new();
    for number in 0..lines {
        // What is left over goes to the first lines.
        let loads = loads / lines + u32::from(number < loads % lines);
        let mut line = Line::new(&mut sheet, number, lines, loads);
        line.receive(&mut sheet);
        let boned = line.debone(&mut sheet);
        let bulk = line.gather(&mut sheet, &boned);
        let mixes = line.mix(&mut sheet, &bulk);
        let skewers = line.skewer(&mut sheet, &mixes);
        let frozen = line.freeze(&mut sheet, &skewers);
        let packed = line.pack(&mut sheet, &frozen);
        pallets.extend(line.palletize(&mut sheet, &packed));
        line.ready_to_ship(&mut sheet);
    }
    dispatch::ship(&mut sheet, &pallets);
    Ok(sheet.into_files())
}
