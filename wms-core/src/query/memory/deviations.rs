//! Which lots a deviation affects (rule book, section 7).
use crate::{
    genealogy::{Direction, Slot, walk},
    ids::{BufferId, LotId},
    plant::Plant,
    quality::{Deviation, Reading, ReadingKind, Subject},
    query::AffectedLot,
    time::Instant,
    world::BufferFact,
};
use std::collections::{BTreeMap, HashMap};

/// Of a lot: it and all its descendants. Of a buffer: what lay in it at any time since the last reading inside
/// the range before the deviation opened until it closed, and their descendants. Ordered as a trace.
pub(super) fn affected(plant: &Plant, deviation: &Deviation) -> Vec<AffectedLot> {
    let roots = match deviation.subject {
        Subject::Lot(lot) => vec![lot],
        Subject::Buffer(buffer) => lay_in(plant, buffer, deviation),
    };
    let world = plant.world();
    let mut nearest: HashMap<Slot, u32> = HashMap::new();
    for root in roots.iter().filter_map(|id| world.lots.slot(id)) {
        for (slot, distance) in walk(
            &world.genealogy,
            world.lots.len(),
            root,
            Direction::Forward,
            None,
        )
        .lots
        {
            let known = nearest.entry(slot).or_insert(distance);
            *known = distance.min(*known);
        }
    }
    let lots = nearest
        .into_iter()
        .filter_map(|(slot, distance)| Some((distance, world.lots.at(slot)?)));
    let mut lots: Vec<_> = lots.collect();
    lots.sort_by(|(a, lot), (b, other)| {
        a.cmp(b)
            .then_with(|| crate::code::order(&lot.code, &other.code))
    });
    lots.into_iter()
        .map(|(_, lot)| AffectedLot::from(lot))
        .collect()
}

/// A moment at a buffer: facts stand in the order of their times, ties in that of their record.
type Moment = (Instant, usize);

/// The lots that lay in a buffer within a deviation's window.
fn lay_in(plant: &Plant, buffer: BufferId, deviation: &Deviation) -> Vec<LotId> {
    let facts = timeline(plant, buffer);
    let opened = facts.iter().find(
        |(_, fact)| matches!(fact, BufferFact::Read(id) if id.as_uuid() == deviation.id.as_uuid()),
    );
    let Some((opened, _)) = opened.copied() else {
        return Vec::new();
    };
    let inside = facts.iter().rev().filter(|(moment, _)| *moment < opened);
    let inside = inside
        .filter(|(_, fact)| is_inside(plant, *fact))
        .map(|(moment, _)| *moment);
    let from = inside
        .max()
        .unwrap_or((Instant::from(chrono::DateTime::<chrono::Utc>::MIN_UTC), 0));
    let closed = facts
        .iter()
        .find(|(_, fact)| matches!(fact, BufferFact::Closed(id) if *id == deviation.id));
    let to = closed.map(|(closed, _)| *closed);

    let mut there: BTreeMap<LotId, i64> = BTreeMap::new();
    let mut affected: Vec<LotId> = Vec::new();
    for (moment, fact) in facts {
        let BufferFact::Moved(id) = fact else {
            continue;
        };
        let Some(moved) = plant.world().history.moves.get(&id) else {
            continue;
        };
        if to.is_some_and(|to| moment > to) {
            break;
        }
        let enters = moved.to_buffer_id == Some(buffer);
        let grams = if enters {
            moved.quantity.grams()
        } else {
            -moved.quantity.grams()
        };
        *there.entry(moved.lot_id).or_default() += grams;
        // In the window: whatever enters, and whatever leaves, for it lay there until then.
        if moment > from {
            affected.push(moved.lot_id);
        } else if there.get(&moved.lot_id) == Some(&0) {
            there.remove(&moved.lot_id);
        }
    }
    affected.extend(there.into_keys());
    affected.sort_unstable();
    affected.dedup();
    affected
}

/// What happened at a buffer, by time, ties by record.
fn timeline(plant: &Plant, buffer: BufferId) -> Vec<(Moment, BufferFact)> {
    let world = plant.world();
    let time_of = |fact: &BufferFact| match fact {
        BufferFact::Moved(id) => world.history.moves.get(id).map(|moved| moved.made.at),
        BufferFact::Read(id) => world.readings.get(id).map(|reading| reading.taken_at),
        BufferFact::Closed(id) => world.deviations.get(id).and_then(|row| row.closed_at),
    };
    let facts = world.history.facts(buffer).iter().enumerate();
    let mut facts: Vec<_> = facts
        .filter_map(|(n, fact)| Some(((time_of(fact)?, n), *fact)))
        .collect();
    facts.sort_by_key(|(moment, _)| *moment);
    facts
}

fn is_inside(plant: &Plant, fact: BufferFact) -> bool {
    let inside = |reading: &Reading| reading.kind == ReadingKind::Ambient && !reading.violation;
    matches!(fact, BufferFact::Read(id) if plant.world().readings.get(&id).is_some_and(inside))
}
