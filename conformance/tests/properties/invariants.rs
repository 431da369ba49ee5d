//! I1 to I11, each as plainly as it can be written, on the ledger and on what the plant answers.
use crate::stage::{Stage, ensure, same};
use std::collections::{BTreeMap, BTreeSet};
use wms_conformance::random::LotLine;
use wms_core::{
    amount::Kilograms,
    audit::Digest,
    event::Event,
    flow::VersionStatus,
    ids::{BufferId, FlowId, HoldId, LotId},
    lot::{LotStatus, LotType, Sku},
    query::{GetLot, GetRun, GetVersion, LotView, MassBalance},
    run::Step,
};

type Check = fn(&Stage) -> Result<(), String>;

const AT_THE_END: [Check; 7] = [
    i1_the_genealogy_is_acyclic,
    i3_no_lot_was_a_parent_unless_released,
    i4_sizes_stay_apart_up_to_the_pallet,
    i5_one_published_version_and_frozen_graphs,
    i6_runs_keep_their_version_and_go_step_by_step,
    i9_the_mass_balance_of_every_lot_closes,
    i10_nothing_refers_to_another_tenant,
];

/// What the touched lots must be like: I2, I9, I11, and every field as the ledger has it.
pub(crate) fn after_a_command(stage: &Stage, touched: &BTreeSet<LotId>) -> Result<(), String> {
    touched.iter().try_for_each(|id| one_lot(stage, *id))
}

pub(crate) fn at_the_end(stage: &Stage) -> Result<(), String> {
    let lots = stage.teller.ledger.lots.keys();
    lots.copied().try_for_each(|id| one_lot(stage, id))?;
    AT_THE_END.iter().try_for_each(|check| check(stage))
}

fn one_lot(stage: &Stage, id: LotId) -> Result<(), String> {
    let line = stage.teller.ledger.lots.get(&id);
    let line = line.ok_or_else(|| format!("lot {id} was touched, but never created"))?;
    let view = stage.plant.ask(&GetLot::new(id));
    let view = view.map_err(|rejection| format!("lot {id}: {rejection:?}"))?;
    view_is_as_the_ledger_has_it(line, &view)?;
    i2_nothing_is_used_twice(&view)?;
    i9_every_gram_is_somewhere(line, &view)?;
    i11_hold_means_an_open_hold(line, &view)
}

fn view_is_as_the_ledger_has_it(line: &LotLine, view: &LotView) -> Result<(), String> {
    let id = view.id;
    let is = |what: &str, holds: bool| {
        ensure(holds, || {
            format!("I7: {what} of lot {id}: {line:?}\n{view:?}")
        })
    };
    is("the status", line.status == view.status)?;
    is("the run", line.run == view.run_id)?;
    is("the size", line.sku == view.sku)?;
    is("the mark of a voided one", line.voided == view.voided)?;
    is("the code", line.code == view.code)?;
    let positions = view.positions.iter();
    let positions: BTreeMap<BufferId, Kilograms> = positions
        .map(|place| (place.buffer_id, place.quantity_kg))
        .collect();
    is("the places", line.stored == positions)
}

/// I2: used + lost + dispatched ≤ weight, and nothing is left exactly when it is used up or disposed of.
fn i2_nothing_is_used_twice(view: &LotView) -> Result<(), String> {
    let gone = view.used_kg + view.lost_kg + view.dispatched_kg;
    ensure(gone <= view.weight_kg, || {
        format!("I2: more than there was: {view:?}")
    })?;
    let nothing_left = gone == view.weight_kg;
    let used_up = matches!(view.status, LotStatus::Consumed | LotStatus::Finished);
    let may_be_empty = used_up || view.status == LotStatus::Rejected;
    let fits = if nothing_left { may_be_empty } else { !used_up };
    ensure(fits, || {
        format!("I2: nothing left and {} disagree: {view:?}", view.status)
    })
}

/// I9: weight = in buffers + at the line + in children + lost + dispatched, no term negative.
fn i9_every_gram_is_somewhere(line: &LotLine, view: &LotView) -> Result<(), String> {
    let stored: Kilograms = view.positions.iter().map(|place| place.quantity_kg).sum();
    let terms = [stored, view.line_kg, line.used, line.lost, line.dispatched];
    let sum: Kilograms = terms.into_iter().sum();
    let none_negative = terms.into_iter().all(|term| term >= Kilograms::ZERO);
    let positions = view.positions.iter();
    let every_place_holds = positions
        .clone()
        .all(|place| place.quantity_kg > Kilograms::ZERO);
    let adds_up = sum == view.weight_kg && view.weight_kg == line.weight;
    ensure(adds_up && none_negative && every_place_holds, || {
        format!("I9: {line:?}\n{view:?}")
    })
}

/// I11: a lot is in HOLD exactly while it has an open hold.
fn i11_hold_means_an_open_hold(line: &LotLine, view: &LotView) -> Result<(), String> {
    let open = view.holds.iter().filter(|hold| hold.released_at.is_none());
    let open: BTreeSet<HoldId> = open.map(|hold| hold.id).collect();
    same("I11: the open holds", &line.open_holds, &open)?;
    let in_hold = view.status == LotStatus::Hold;
    ensure(in_hold != open.is_empty(), || format!("I11: {view:?}"))
}

/// I1: taking away what has no parents, again and again, nothing is left.
fn i1_the_genealogy_is_acyclic(stage: &Stage) -> Result<(), String> {
    let mut links: Vec<(LotId, LotId)> = stage
        .teller
        .ledger
        .links
        .iter()
        .map(|link| (link.parent, link.child))
        .collect();
    while !links.is_empty() {
        let children: BTreeSet<LotId> = links.iter().map(|(_, child)| *child).collect();
        let before = links.len();
        links.retain(|(parent, _)| children.contains(parent));
        ensure(links.len() < before, || {
            format!("I1: a circle among {links:?}")
        })?;
    }
    Ok(())
}

/// I3: no lot was ever a parent at a moment when it was not RELEASED.
fn i3_no_lot_was_a_parent_unless_released(stage: &Stage) -> Result<(), String> {
    let links = &stage.teller.ledger.links;
    let wrong = links
        .iter()
        .find(|link| link.parent_was != LotStatus::Released);
    ensure(wrong.is_none(), || format!("I3: {wrong:?}"))
}

/// I4: every descendant of FRZ15 or FG15 up to its pallet is of size 15; the same for 30.
fn i4_sizes_stay_apart_up_to_the_pallet(stage: &Stage) -> Result<(), String> {
    let ledger = &stage.teller.ledger;
    for (id, lot) in &ledger.lots {
        let size = match lot.lot_type {
            LotType::Frz15 | LotType::Fg15 => Sku::Kg15,
            LotType::Frz30 | LotType::Fg30 => Sku::Kg30,
            _ => continue,
        };
        let descendants = ledger.descendants(*id);
        let up_to_pallets = descendants.iter().filter_map(|id| ledger.lots.get(id));
        let mut up_to_pallets = up_to_pallets.filter(|lot| lot.lot_type != LotType::Ship);
        let other = up_to_pallets.find(|lot| lot.sku != Some(size));
        ensure(other.is_none(), || format!("I4: {lot:?} became {other:?}"))?;
    }
    Ok(())
}

/// I5: at most one PUBLISHED version per flow; published graphs are bit-identical for ever.
fn i5_one_published_version_and_frozen_graphs(stage: &Stage) -> Result<(), String> {
    let mut published: BTreeSet<FlowId> = BTreeSet::new();
    for (id, line) in &stage.teller.ledger.versions {
        let view = stage.plant.ask(&GetVersion::new(*id));
        let view = view.map_err(|rejection| format!("version {id}: {rejection:?}"))?;
        same("I7: the status of a version", &line.status, &view.status)?;
        let first = line.status != VersionStatus::Published || published.insert(line.flow);
        ensure(first, || {
            format!("I5: two published versions of flow {}", line.flow)
        })?;
        let text = view.graph.unwrap_or_default();
        let kept = line.published_as.unwrap_or(line.graph);
        same("I5: the graph's hash", &kept, &Digest::of(text.as_bytes()))?;
        same("I5: the graph's hash as shown", &kept, &view.graph_sha256)?;
    }
    Ok(())
}

/// I6: a run's version never changes; its step moves by ±1.
fn i6_runs_keep_their_version_and_go_step_by_step(stage: &Stage) -> Result<(), String> {
    for (id, line) in &stage.teller.ledger.runs {
        let view = stage.plant.ask(&GetRun::new(*id));
        let view = view.map_err(|rejection| format!("run {id}: {rejection:?}"))?;
        same("I6: the version of a run", &line.version, &view.version_id)?;
        same("I7: the status of a run", &line.status, &view.status)?;
        same(
            "I7: the step of a run",
            &Step::new(line.step),
            &Some(view.step),
        )?;
        let mut at = 0;
        for (from, to) in &line.went {
            ensure(*from == at && from.abs_diff(*to) == 1, || {
                format!("I6: run {id} went {:?}", line.went)
            })?;
            at = *to;
        }
    }
    Ok(())
}

/// I9 as the report shows it: nothing unaccounted for.
fn i9_the_mass_balance_of_every_lot_closes(stage: &Stage) -> Result<(), String> {
    for id in stage.teller.ledger.lots.keys() {
        let report = stage.plant.ask(&MassBalance::new().with_lot(*id));
        let report = report.map_err(|rejection| format!("balance of {id}: {rejection:?}"))?;
        let text = serde_json::to_value(&report).map_err(|error| error.to_string())?;
        let unaccounted = text
            .pointer("/lot/unaccounted_kg")
            .or(text.pointer("/unaccounted_kg"));
        let zero = unaccounted.and_then(serde_json::Value::as_str) == Some("0");
        ensure(zero, || format!("I9: {text}"))?;
    }
    Ok(())
}

/// I10: the one place where a row names its tenant names this one; a foreign id reads as not found is shown
/// by the stores, which hold many tenants.
fn i10_nothing_refers_to_another_tenant(stage: &Stage) -> Result<(), String> {
    let tenant = stage.plant.world().tenant();
    for recorded in stage.plant.log().events() {
        if let Ok(Event::PolicyChanged(event)) = Event::from_text(recorded.text) {
            same("I10: the tenant", &tenant, &event.tenant_id)?;
        }
    }
    Ok(())
}
