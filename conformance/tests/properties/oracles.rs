//! Naive oracles: what a trace must hold, and the kilograms that are concerned, written without cleverness.
use crate::stage::{Stage, ensure, same};
use std::collections::{BTreeMap, BTreeSet};
use wms_conformance::random::{Ledger, LinkLine};
use wms_core::{
    amount::Kilograms,
    genealogy::Direction,
    ids::LotId,
    query::{Recall, Trace},
};

/// A handful of lots of a story, spread over its day.
fn some_lots(ledger: &Ledger) -> Vec<LotId> {
    let every = ledger.lots.len() / 6 + 1;
    ledger.lots.keys().copied().step_by(every).collect()
}

/// Shortest distances, by asking every link in every round.
fn distances(
    ledger: &Ledger,
    from: LotId,
    direction: Direction,
    depth: u32,
) -> BTreeMap<LotId, u32> {
    let mut found = BTreeMap::from([(from, 0)]);
    let (up, down) = match direction {
        Direction::Backward => (true, false),
        Direction::Forward => (false, true),
        _ => unreachable!("one direction at a time"),
    };
    for distance in 1..=depth {
        let mut next = BTreeSet::new();
        for LinkLine { parent, child, .. } in &ledger.links {
            if down && found.contains_key(parent) {
                next.insert(*child);
            }
            if up && found.contains_key(child) {
                next.insert(*parent);
            }
        }
        next.retain(|lot| !found.contains_key(lot));
        if next.is_empty() {
            break;
        }
        found.extend(next.into_iter().map(|lot| (lot, distance)));
    }
    found
}

pub(crate) fn traces_are_what_a_naive_search_finds(stage: &Stage) -> Result<(), String> {
    let ledger = &stage.teller.ledger;
    for lot in some_lots(ledger) {
        for direction in [Direction::Backward, Direction::Forward] {
            for depth in [None, Some(1), Some(2)] {
                one_trace(stage, lot, direction, depth)?;
            }
        }
        both_ways(stage, lot)?;
    }
    Ok(())
}

fn one_trace(
    stage: &Stage,
    lot: LotId,
    direction: Direction,
    depth: Option<u32>,
) -> Result<(), String> {
    let found = distances(
        &stage.teller.ledger,
        lot,
        direction,
        depth.unwrap_or(u32::MAX),
    );
    check_trace(stage, lot, direction, depth, &found)
}

/// Both is what lies on either side.
fn both_ways(stage: &Stage, lot: LotId) -> Result<(), String> {
    let ledger = &stage.teller.ledger;
    let mut found = distances(ledger, lot, Direction::Backward, u32::MAX);
    found.extend(distances(ledger, lot, Direction::Forward, u32::MAX));
    check_trace(stage, lot, Direction::Both, None, &found)
}

fn check_trace(
    stage: &Stage,
    lot: LotId,
    direction: Direction,
    depth: Option<u32>,
    found: &BTreeMap<LotId, u32>,
) -> Result<(), String> {
    let query = Trace::new(lot, direction);
    let query = match depth {
        Some(depth) => query.with_depth(depth),
        None => query,
    };
    let view = stage.plant.ask(&query);
    let view = view.map_err(|rejection| format!("trace of {lot}: {rejection:?}"))?;
    let ledger = &stage.teller.ledger;

    let mut expected: Vec<(u32, &str, LotId)> = found
        .iter()
        .filter_map(|(id, distance)| Some((*distance, &*ledger.lots.get(id)?.code, *id)))
        .collect();
    expected.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| key(a.1).cmp(&key(b.1))));
    let expected: Vec<(LotId, u32)> = expected.into_iter().map(|(d, _, id)| (id, d)).collect();
    let shown: Vec<(LotId, u32)> = view
        .lots
        .iter()
        .map(|lot| (lot.lot_id, lot.distance))
        .collect();
    same("the lots of a trace, in order", &expected, &shown)?;

    let between = ledger
        .links
        .iter()
        .filter(|link| found.contains_key(&link.parent) && found.contains_key(&link.child));
    let mut expected: Vec<_> = between
        .map(|link| (link.parent, link.child, link.quantity))
        .collect();
    let shown = view.links.iter();
    let mut shown: Vec<_> = shown
        .map(|link| (link.parent, link.child, link.quantity_kg))
        .collect();
    expected.sort_unstable();
    shown.sort_unstable();
    same("the links of a trace", &expected, &shown)
}

/// Codes of one stem stand in the order of their numbers: 9999 before 10000.
fn key(code: &str) -> (&str, u64, &str) {
    let stem_and_number = code.rsplit_once('-');
    let parsed = stem_and_number.and_then(|(stem, number)| Some((stem, number.parse().ok()?)));
    let (stem, number) = parsed.unwrap_or((code, 0));
    (stem, number, code)
}

/// A quotient rounded half to even.
fn half_even(numerator: i128, denominator: i128) -> i128 {
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    match (2 * rest).cmp(&denominator) {
        core::cmp::Ordering::Less => whole,
        core::cmp::Ordering::Greater => whole + 1,
        core::cmp::Ordering::Equal => whole + whole % 2,
    }
}

const NANOGRAMS: i128 = 1_000_000_000;

/// Section 8's formula, lot by lot, each as soon as all its parents are known.
fn concerned(ledger: &Ledger, from: LotId) -> BTreeMap<LotId, i128> {
    let grams = |kg: Kilograms| i128::from(kg.grams());
    let weight = |lot: &LotId| ledger.lots.get(lot).map_or(0, |lot| grams(lot.weight));
    let mut open = ledger.descendants(from);
    let mut known = BTreeMap::from([(from, weight(&from) * NANOGRAMS)]);
    while !open.is_empty() {
        let links_of = |lot: LotId| ledger.links.iter().filter(move |link| link.child == lot);
        let ready = open
            .iter()
            .copied()
            .find(|lot| links_of(*lot).all(|link| !open.contains(&link.parent)));
        let Some(lot) = ready else {
            unreachable!("the genealogy is acyclic: I1")
        };
        open.remove(&lot);
        let terms = links_of(lot).map(|link| {
            let of_parent = known.get(&link.parent).copied().unwrap_or_default();
            half_even(of_parent * grams(link.quantity), weight(&link.parent))
        });
        let sum: i128 = terms.sum();
        let all_links: i128 = links_of(lot).map(|link| grams(link.quantity)).sum();
        let shrunk = all_links > weight(&lot);
        let share = if shrunk {
            half_even(sum * weight(&lot), all_links)
        } else {
            sum
        };
        known.insert(lot, share);
    }
    known
}

pub(crate) fn concerned_kilograms_are_what_the_formula_says(stage: &Stage) -> Result<(), String> {
    let ledger = &stage.teller.ledger;
    for lot in some_lots(ledger) {
        let view = stage.plant.ask(&Recall::new(lot));
        let view = view.map_err(|rejection| format!("recall of {lot}: {rejection:?}"))?;
        let expected = concerned(ledger, lot);
        ensure(view.lots.len() == expected.len(), || {
            format!("recall of {lot}: {view:?}")
        })?;
        for shown in &view.lots {
            let nanograms = expected.get(&shown.lot.lot_id).copied().unwrap_or(-1);
            let grams = half_even(nanograms, NANOGRAMS);
            let shown_grams = i128::from(shown.concerned_kg.grams());
            ensure(grams == shown_grams, || {
                format!("concerned kilograms: {grams} g by the formula, shown {shown:?}")
            })?;
        }
    }
    Ok(())
}
