use super::{Gate, Limit, Range, ReadingKind};
use crate::{
    amount::Celsius,
    error::Rejection,
    flow::FlowGraph,
    lot::{LatestReading, Lot},
    run::Step,
    world::{Draft, Stop, ensure},
};
use std::sync::Arc;

/// The graph a lot is judged by: that of the version its run is pinned to. A lot without a run has none yet.
pub(crate) fn plan(plant: &Draft<'_>, lot: &Lot) -> Result<Option<Arc<FlowGraph>>, Stop> {
    let Some(run) = lot.run_id else {
        return Ok(None);
    };
    let version = plant.run(run)?.version_id;
    plant.graph(plant.version(version)?.graph_sha256).map(Some)
}

/// The numbers of the gates at a step of a plan.
pub(crate) fn gate_numbers(plan: Option<&FlowGraph>, step: Step) -> Vec<Box<str>> {
    plan.into_iter()
        .flat_map(|plan| plan.gates_at(step))
        .map(|gate| gate.number.clone())
        .collect()
}

/// The limits that judge a lot, each with its gate: those of the critical gates of the lot's own step.
pub(crate) fn limits<'p>(plan: Option<&'p FlowGraph>, lot: &Lot) -> Vec<(&'p Gate, &'p Limit)> {
    let (step, storage) = (lot.step(), lot.storage);
    let gates = plan.into_iter().flat_map(move |plan| plan.gates_at(step));
    gates
        .flat_map(|gate| gate.limits_for(storage).map(move |limit| (gate, limit)))
        .collect()
}

/// The range a reading is judged by, and whether it is outside: the first that is broken, else the first.
pub(crate) fn judge(
    ranges: impl IntoIterator<Item = Range>,
    temperature: Celsius,
) -> (Option<Range>, bool) {
    let mut first = None;
    for range in ranges {
        if !range.contains(temperature) {
            return (Some(range), true);
        }
        first = first.or(Some(range));
    }
    (first, false)
}

/// Every limit has a reading of its kind, and the latest is inside; a missing one is reported first.
pub(crate) fn guard_readings(
    lot: &Lot,
    limits: &[(&Gate, &Limit)],
    latest: impl Fn(ReadingKind) -> Option<LatestReading>,
) -> Result<(), Rejection> {
    guard_taken(lot, limits, &latest)?;
    guard_latest(lot, limits, &latest)
}

/// Where the latest reading of a kind is found.
type Latest<'a> = &'a dyn Fn(ReadingKind) -> Option<LatestReading>;

/// A reading of every limit's kind exists.
fn guard_taken(lot: &Lot, limits: &[(&Gate, &Limit)], latest: Latest<'_>) -> Result<(), Rejection> {
    for (gate, limit) in limits {
        ensure!(
            latest(limit.kind).is_some(),
            Rejection::CcpReadingMissing {
                lot_id: lot.id,
                step: lot.step(),
                gate: gate.number.clone(),
                kind: limit.kind,
            }
        );
    }
    Ok(())
}

/// The latest reading of every limit's kind is inside.
fn guard_latest(
    lot: &Lot,
    limits: &[(&Gate, &Limit)],
    latest: Latest<'_>,
) -> Result<(), Rejection> {
    limits
        .iter()
        .try_for_each(|(_, limit)| match latest(limit.kind) {
            Some(reading) => guard_inside(lot, limit, reading.temperature),
            None => Ok(()),
        })
}

/// A temperature is inside a limit.
pub(crate) fn guard_inside(
    lot: &Lot,
    limit: &Limit,
    temperature: Celsius,
) -> Result<(), Rejection> {
    ensure!(
        limit.range.contains(temperature),
        Rejection::CcpLimitExceeded {
            lot_id: lot.id,
            kind: limit.kind,
            temperature_c: temperature,
            min_c: limit.range.min_c,
            max_c: limit.range.max_c,
        }
    );
    Ok(())
}

/// What lots need to become RELEASED as far as their critical limits go, from the readings they have: a missing
/// reading of any is reported before a broken limit of any.
pub(crate) fn guard_limits(plant: &Draft<'_>, lots: &[&Lot]) -> Result<(), Stop> {
    for guard in [guard_taken, guard_latest] {
        for lot in lots {
            let plan = plan(plant, lot)?;
            let latest = |kind| lot.latest_reading(kind).copied();
            guard(lot, &limits(plan.as_deref(), lot), &latest)?;
        }
    }
    Ok(())
}
