//! The audit log: it rebuilds the plant, verifies, and shows what was touched (rule book, section 10; I7).
use crate::stage::{Stage, ensure, same};
use std::{collections::BTreeMap, sync::Arc};
use wms_core::{
    audit::{ChainEntry, EntityRef, Head, Recorded, Verification, Verifier},
    plant::rebuild,
    query::VerifyAudit,
};

/// I7: replaying all events from nothing gives the present state.
pub(crate) fn rebuilds_the_plant(stage: &Stage) -> Result<(), String> {
    let log: Vec<Recorded> = stage
        .plant
        .log()
        .events()
        .map(|event| event.to_recorded())
        .collect();
    let graphs = stage.graphs.iter().map(Arc::clone);
    let rebuilt = rebuild(stage.plant.world().tenant(), graphs, &log);
    let rebuilt = rebuilt.map_err(|error| format!("I7: {error}"))?;
    ensure(stage.plant.world() == &rebuilt, || {
        "I7: the plant is not the one its log rebuilds".to_owned()
    })
}

/// What a verifier reads of an event.
type Line = (String, Vec<ChainEntry>);

/// Something that can be done to a log behind the library's back, and whether there was anything to do it to.
type Tampering = fn(&mut Vec<Line>, usize) -> bool;

const TAMPERINGS: [(&str, Tampering); 6] = [
    ("changed", change),
    ("removed", remove),
    ("inserted", insert),
    ("reordered", reorder),
    ("cut off", cut_off),
    ("linked elsewhere", unlink),
];

pub(crate) fn verifies_and_shows_what_was_touched(stage: &Stage) -> Result<(), String> {
    let report = stage.plant.ask(&VerifyAudit::new());
    let report = report.map_err(|rejection| format!("{rejection:?}"))?;
    ensure(report.first_broken.is_none(), || {
        format!("the log is broken: {report:?}")
    })?;

    let log = stage.plant.log();
    let lines: Vec<Line> = log
        .events()
        .map(|event| (event.text.to_owned(), event.chain.to_vec()))
        .collect();
    let heads = heads_of(&lines);
    let intact = verify(&lines, &heads, None);
    same("the checkpoint", &report.checkpoint, &intact.checkpoint)?;
    for (what, tamper) in TAMPERINGS {
        let mut touched = lines.clone();
        // Another place in every story.
        let place = stage.plant.log().len() * 7 / 13 % lines.len();
        if tamper(&mut touched, place) {
            let found = verify(&touched, &heads, None);
            ensure(found.first_broken.is_some(), || {
                format!("a log {what} at {place} passed")
            })?;
            let found = verify(&touched, &heads_of(&touched), Some(&intact.checkpoint));
            ensure(found.first_broken.is_some(), || {
                format!("a log {what} at {place}, with its heads, passed its checkpoint")
            })?;
        }
    }
    Ok(())
}

fn verify(
    lines: &[Line],
    heads: &BTreeMap<EntityRef, Head>,
    checkpoint: Option<&str>,
) -> Verification {
    let mut verifier = Verifier::new(checkpoint);
    lines
        .iter()
        .for_each(|(text, chain)| verifier.read(text, chain));
    verifier.finish(heads.iter().map(|(entity, head)| (*entity, *head)))
}

/// Where every stream ends.
fn heads_of(lines: &[Line]) -> BTreeMap<EntityRef, Head> {
    let entries = lines.iter().flat_map(|(_, chain)| chain);
    entries.map(|entry| (entry.entity, entry.head)).collect()
}

#[expect(clippy::ptr_arg, reason = "one signature for all")]
fn change(lines: &mut Vec<Line>, place: usize) -> bool {
    // A digit of an id or amount becomes another; the text stays JSON.
    let digit = lines[place]
        .0
        .rfind(|c: char| c.is_ascii_digit() && c != '1');
    if let Some(at) = digit {
        lines[place].0.replace_range(at..=at, "1");
    }
    digit.is_some()
}

fn remove(lines: &mut Vec<Line>, place: usize) -> bool {
    lines.remove(place);
    true
}

fn insert(lines: &mut Vec<Line>, place: usize) -> bool {
    let again = lines[place].clone();
    lines.insert(place, again);
    true
}

/// Changes places with the next event of the same entity.
#[expect(clippy::ptr_arg, reason = "one signature for all")]
fn reorder(lines: &mut Vec<Line>, place: usize) -> bool {
    let entity = lines[place].1[0].entity;
    let of_entity = |(_, chain): &Line| chain.iter().any(|entry| entry.entity == entity);
    let next = lines.iter().skip(place + 1).position(of_entity);
    if let Some(next) = next {
        lines.swap(place, place + 1 + next);
    }
    next.is_some()
}

fn cut_off(lines: &mut Vec<Line>, _: usize) -> bool {
    lines.pop().is_some()
}

#[expect(clippy::ptr_arg, reason = "one signature for all")]
fn unlink(lines: &mut Vec<Line>, place: usize) -> bool {
    lines[place].1.pop().is_some()
}
