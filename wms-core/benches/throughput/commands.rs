//! Commands per second by kind, on a small plant and on a large one: no command may cost more as a plant grows.
use crate::synthetic::{Factory, Tried, consignee, kg, meat, outputs};
use std::{
    hint::black_box,
    time::{Duration, Instant},
};
use wms_core::{
    amount::{Celsius, Kilograms},
    command::{
        Act, AdvanceRun, CreateLot, DispatchLot, Envelope, NewLot, ReceiveStock, RecordInspection,
        RecordReading, RegisterLot, TransferStock, Transform,
    },
    ids::{BufferId, LotId, ReadingId},
    lot::LotType,
    quality::ReadingKind,
    run::Step,
};

const SMALL: usize = 1_000;
const LARGE: usize = 100_000;
const ROUNDS: usize = 15;
/// Commands of a kind in a round.
const COUNT: u16 = 100;

pub(crate) fn table() -> Tried<()> {
    println!("Commands per second, one core; best of {ROUNDS} rounds of {COUNT}");
    println!("×: time in a plant of {LARGE} lots / in one of {SMALL}");
    println!();
    println!("| command | typed | in JSON | typed, {SMALL} lots | × | JSON × |");
    println!("|---|---:|---:|---:|---:|---:|");
    let mut large = Factory::with_lots(LARGE)?;
    row(&mut large, "create_lot", create_lots)?;
    row(&mut large, "register_lot", register_lots)?;
    row(
        &mut large,
        "record_inspection, PASS with a reading",
        inspect,
    )?;
    row(&mut large, "record_reading, inside its limit", read)?;
    row(&mut large, "transform, 2 lots into 3", transform)?;
    row(&mut large, "receive_stock", receive)?;
    row(&mut large, "transfer_stock", transfer)?;
    row(&mut large, "dispatch_lot", dispatch)?;
    row(
        &mut large,
        "advance_run, over 64 released lots",
        advance_runs,
    )?;
    println!();
    days(&mut large)
}

/// All kinds of commands as they come on a day, what the bench needs to make them included.
fn days(factory: &mut Factory) -> Tried<()> {
    let (mut best, mut lots, mut events) = (Duration::MAX, 0, 0);
    for _ in 0..ROUNDS {
        let before = (
            factory.commands,
            factory.lots.len(),
            factory.plant.log().len(),
        );
        let began = Instant::now();
        factory.work_a_day()?;
        let count = u32::try_from(factory.commands - before.0)?;
        best = best.min(began.elapsed() / count);
        lots = factory.lots.len() - before.1;
        events = factory.plant.log().len() - before.2;
    }
    println!(
        "A day of {lots} lots and {events} events: {:.0} typed commands per second, one after the other",
        1.0 / best.as_secs_f64()
    );
    println!();
    Ok(())
}

/// Measures a kind of command, whose commands `prepare` makes applicable.
fn row<C: Act>(large: &mut Factory, name: &str, prepare: Prepare<C>) -> Tried<()> {
    let mut best = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        let small = &mut Factory::with_lots(SMALL)?;
        let rounds = [
            typed(small, prepare)?,
            typed(large, prepare)?,
            in_json(small, prepare)?,
            in_json(large, prepare)?,
        ];
        for (best, round) in best.iter_mut().zip(rounds) {
            *best = round.min(*best);
        }
    }
    let [typed_small, typed, json_small, json] = best.map(|each| each.as_secs_f64());
    println!(
        "| {name} | {:.0} | {:.0} | {:.0} | {:.2} | {:.2} |",
        1.0 / typed,
        1.0 / json,
        1.0 / typed_small,
        typed / typed_small,
        json / json_small
    );
    Ok(())
}

type Prepare<C> = fn(&mut Factory) -> Tried<Vec<C>>;

fn typed<C: Act>(factory: &mut Factory, prepare: Prepare<C>) -> Tried<Duration> {
    let commands = prepare(factory)?;
    let count = u32::try_from(commands.len())?;
    let operator = factory.operator;
    let began = Instant::now();
    for command in commands {
        black_box(factory.plant.session(&operator).run(command)?);
    }
    Ok(began.elapsed() / count)
}

fn in_json<C: Act>(factory: &mut Factory, prepare: Prepare<C>) -> Tried<Duration> {
    let commands = prepare(factory)?.into_iter();
    let envelopes: Vec<String> = commands
        .map(|command| Envelope::new(factory.id(), factory.operator, command).to_json())
        .collect();
    let count = u32::try_from(envelopes.len())?;
    let began = Instant::now();
    let mut answers = Vec::with_capacity(envelopes.len());
    for envelope in &envelopes {
        answers.push(factory.plant.execute_json(envelope));
    }
    let took = began.elapsed() / count;
    match answers
        .iter()
        .find(|answer| !answer.starts_with(r#"{"status":"applied""#))
    {
        Some(refused) => Err(refused.as_str().into()),
        None => Ok(took),
    }
}

fn many<C>(mut make: impl FnMut() -> Tried<C>) -> Tried<Vec<C>> {
    (0..COUNT).map(|_| make()).collect()
}

fn create_lots(factory: &mut Factory) -> Tried<Vec<CreateLot>> {
    many(|| {
        let lot = NewLot::new(LotType::Deb, Kilograms::from_kg(200));
        Ok(CreateLot::new(factory.id::<LotId>(), factory.site, lot))
    })
}

fn register_lots(factory: &mut Factory) -> Tried<Vec<RegisterLot>> {
    many(|| {
        let lot: LotId = factory.id();
        Ok(RegisterLot::new(lot, factory.run, factory.site, meat()))
    })
}

fn inspect(factory: &mut Factory) -> Tried<Vec<RecordInspection>> {
    let lots = factory.deliveries(usize::from(COUNT))?;
    let reading = Some((ReadingKind::Surface, 20));
    lots.into_iter()
        .map(|lot| factory.passing(lot, reading))
        .collect()
}

/// Readings of deliveries from the whole life of the plant.
fn read(factory: &mut Factory) -> Tried<Vec<RecordReading>> {
    let apart = factory.deliveries.len() / usize::from(COUNT);
    let lots: Vec<LotId> = factory
        .deliveries
        .iter()
        .step_by(apart.max(1))
        .copied()
        .cycle()
        .take(usize::from(COUNT))
        .collect();
    lots.into_iter()
        .map(|lot| {
            let id: ReadingId = factory.id();
            let reading = RecordReading::new(id, ReadingKind::Surface, Celsius::from_tenths(20)?);
            Ok(reading.with_lot_id(lot))
        })
        .collect()
}

fn transform(factory: &mut Factory) -> Tried<Vec<Transform>> {
    let lots = factory.released(2 * usize::from(COUNT))?;
    lots.chunks(2)
        .map(|pair| {
            let inputs: Vec<_> = pair.iter().map(|lot| kg(*lot, 500)).collect();
            let made: [LotId; 3] = [factory.id(), factory.id(), factory.id()];
            let outputs = outputs(&made, LotType::Deb, 330);
            Ok(Transform::new(factory.run, inputs, outputs))
        })
        .collect()
}

fn labels(factory: &mut Factory) -> Tried<Vec<LotId>> {
    create_lots(factory)?
        .into_iter()
        .map(|create| Ok(factory.run(create)?.outcome.lot_id))
        .collect()
}

fn receive_into(factory: &mut Factory, buffer: BufferId) -> Tried<Vec<ReceiveStock>> {
    let lots = labels(factory)?.into_iter();
    Ok(lots
        .map(|lot| ReceiveStock::new(lot, buffer, Kilograms::from_kg(100)))
        .collect())
}

fn receive(factory: &mut Factory) -> Tried<Vec<ReceiveStock>> {
    receive_into(factory, factory.cold_store)
}

fn transfer(factory: &mut Factory) -> Tried<Vec<TransferStock>> {
    let (from, to) = (factory.cold_store, factory.second_store);
    receive_into(factory, from)?
        .into_iter()
        .map(|receive| {
            let lot = factory.run(receive)?.outcome.lot_id;
            Ok(TransferStock::new(lot, from, to, Kilograms::from_kg(50)))
        })
        .collect()
}

fn dispatch(factory: &mut Factory) -> Tried<Vec<DispatchLot>> {
    let lots = factory.packed(COUNT)?.into_iter();
    Ok(lots.map(|lot| DispatchLot::new(lot, consignee())).collect())
}

/// Runs at step 1 with released deliveries, which then go on to the last step.
fn advance_runs(factory: &mut Factory) -> Tried<Vec<AdvanceRun>> {
    let mut commands = Vec::new();
    let run_of_the_day = factory.run;
    while commands.len() < usize::from(COUNT) {
        factory.run = factory.start_run()?;
        factory.advance_to(factory.run, Step::RECEIPT)?;
        factory.released(64)?;
        commands.extend((0..9).map(|_| AdvanceRun::new(factory.run)));
    }
    factory.run = run_of_the_day;
    Ok(commands)
}
