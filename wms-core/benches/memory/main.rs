//! Bytes per lot, of the state and of the log: `cargo bench -p wms-core --bench memory`.
//!
//! A counting allocator weighs a clone of the World and one of the log: what they need without the spare room of
//! lists that grow. What the plant itself holds, spare room included, stands below.
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

#[path = "../synthetic/mod.rs"]
mod synthetic;

use core::mem::size_of;
use peak_alloc::PeakAlloc;
use synthetic::{Factory, Tried, kg, outputs};
use wms_core::{
    amount::Kilograms,
    audit::ChainEntry,
    command::{ReceiveStock, Transform},
    event::Event,
    ids::LotId,
    inventory::StockMove,
    lot::{Lot, LotType},
    quality::{Inspection, Reading, ReadingKind},
};

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

const LOTS: usize = 20_000;

fn main() -> Tried<()> {
    println!("Bytes per lot, {LOTS} lots after each act of their life");
    println!();
    println!("| after | state | log | together |");
    println!("|---|---:|---:|---:|");
    let mut factory = Factory::open()?;
    let delivered = factory.deliveries(LOTS)?;
    row("delivery: created and registered", &factory, LOTS);
    for lot in &delivered {
        let pass = factory.passing(*lot, Some((ReadingKind::Surface, 20)))?;
        factory.run(pass)?;
    }
    row("inspection: a reading, PASS", &factory, LOTS);

    let made = transform(&mut factory, &delivered)?;
    let lots = LOTS + made.len();
    row("transform: one more lot of every lot", &factory, lots);
    for lot in &made {
        let pass = factory.passing(*lot, None)?;
        factory.run(pass)?;
        let stored = Kilograms::from_kg(400);
        factory.run(ReceiveStock::new(*lot, factory.cold_store, stored))?;
    }
    row("these inspected and put into a buffer", &factory, lots);
    drop(factory);

    let before = ALLOCATED.current_usage();
    let mut factory = Factory::with_lots(LOTS)?;
    // The bench's own lists are none of the plant's.
    factory.links = Vec::new();
    factory.deliveries = Vec::new();
    let lots = factory.lots.len();
    row("whole days, RAW to dispatch", &factory, lots);
    let held = (ALLOCATED.current_usage() - before) / lots;
    println!("| the same, spare room included | | | {held} |");
    println!();
    println!("| a value in memory | bytes |");
    println!("|---|---:|");
    println!("| Lot | {} |", size_of::<Lot>());
    println!("| Inspection | {} |", size_of::<Inspection>());
    println!("| Reading | {} |", size_of::<Reading>());
    println!("| StockMove | {} |", size_of::<StockMove>());
    println!("| ChainEntry | {} |", size_of::<ChainEntry>());
    println!("| Event (kept as text only) | {} |", size_of::<Event>());
    Ok(())
}

/// Two lots into two, all of them used up.
fn transform(factory: &mut Factory, lots: &[LotId]) -> Tried<Vec<LotId>> {
    let mut all = Vec::new();
    for pair in lots.chunks(2) {
        let inputs = pair.iter().map(|lot| kg(*lot, 500)).collect::<Vec<_>>();
        let made: [LotId; 2] = [factory.id(), factory.id()];
        let outputs = outputs(&made, LotType::Deb, 490);
        factory.run(Transform::new(factory.run, inputs, outputs))?;
        all.extend(made);
    }
    Ok(all)
}

fn row(after: &str, factory: &Factory, lots: usize) {
    let state = weigh(factory.plant.world()) / lots;
    let log = weigh(factory.plant.log()) / lots;
    println!("| {after} | {state} | {log} | {} |", state + log);
}

/// What a copy of something takes.
fn weigh<T: Clone>(thing: &T) -> usize {
    let before = ALLOCATED.current_usage();
    let _copy = thing.clone();
    ALLOCATED.current_usage() - before
}
