//! Which lots get a box of their own, which share one, and what goes between boxes.
use super::describe::Describer;
use super::model::{Arrow, BoxId, Column, Concern, LotBox};
use crate::report::short_kg;
use std::collections::{BTreeMap, HashMap, HashSet};
use wms_core::{amount::Kilograms, ids::LotId, query::TraceView, run::Step};

/// Lots that stand singly in a column; of more, the rest stands in one box.
const SINGLE_LOTS: usize = 14;

/// The lots that get a box of their own: of every step the recalled one and those that
/// gave most to what is already shown.
pub(super) fn single_lots(trace: &TraceView, recalled: Option<LotId>) -> HashSet<LotId> {
    let mut steps: BTreeMap<Step, Vec<LotId>> = BTreeMap::new();
    for lot in &trace.lots {
        steps
            .entry(lot.lot_type.step())
            .or_default()
            .push(lot.lot_id);
    }
    let mut single: HashSet<LotId> = HashSet::new();
    for lots in steps.values().rev() {
        let mut gave: Vec<(Kilograms, LotId)> = Vec::new();
        let mut given: HashMap<LotId, Kilograms> = HashMap::new();
        for link in trace
            .links
            .iter()
            .filter(|link| single.contains(&link.child))
        {
            *given.entry(link.parent).or_default() += link.quantity_kg;
        }
        gave.extend(
            lots.iter()
                .map(|lot| (given.get(lot).copied().unwrap_or_default(), *lot)),
        );
        gave.sort_by_key(|(weight, lot)| (recalled != Some(*lot), core::cmp::Reverse(*weight)));
        // One more than fits needs no box for the rest: it takes that box itself.
        let room = if lots.len() == SINGLE_LOTS + 1 {
            SINGLE_LOTS + 1
        } else {
            SINGLE_LOTS
        };
        single.extend(gave.into_iter().take(room).map(|(_, lot)| lot));
    }
    single
}

/// The boxes of every step, single lots by code, the rest behind them.
pub(super) fn columns(
    trace: &TraceView,
    single: &HashSet<LotId>,
    described: &Describer<'_>,
) -> Vec<Column> {
    let mut columns: BTreeMap<Step, Column> = BTreeMap::new();
    let mut lots: Vec<_> = trace.lots.iter().collect();
    lots.sort_by_key(|lot| &lot.code);
    for lot in lots {
        let step = lot.lot_type.step();
        let column = columns.entry(step).or_insert_with(|| Column {
            step,
            lots: 0,
            weight: Kilograms::ZERO,
            boxes: Vec::new(),
        });
        column.lots += 1;
        column.weight += lot.weight_kg;
        if single.contains(&lot.lot_id) {
            column.boxes.push(described.lot_box(lot.lot_id, lot));
        }
    }
    for column in columns.values_mut() {
        let shown: Kilograms = column.boxes.iter().map(|shown| shown.weight).sum();
        let rest = column.lots - column.boxes.len();
        if rest > 0 {
            column
                .boxes
                .push(rest_box(column.step, rest, column.weight - shown));
        }
    }
    columns.into_values().collect()
}

/// The box of the lots that have none of their own.
fn rest_box(step: Step, lots: usize, weight: Kilograms) -> LotBox {
    LotBox {
        id: BoxId::Rest(step),
        lots,
        code: format!("+ {lots} more"),
        weight,
        status: None,
        caption: None,
        tooltip: format!(
            "{lots} more lots, {} kg: see the list of all lots",
            short_kg(weight)
        ),
        recall: Concern::None,
    }
}

/// Links between boxes; those of many lots are added up.
pub(super) fn arrows(
    trace: &TraceView,
    single: &HashSet<LotId>,
    concerned: &HashSet<LotId>,
) -> Vec<Arrow> {
    let steps: HashMap<LotId, Step> = trace
        .lots
        .iter()
        .map(|lot| (lot.lot_id, lot.lot_type.step()))
        .collect();
    let id = |lot: LotId| match steps.get(&lot) {
        Some(step) if !single.contains(&lot) => BoxId::Rest(*step),
        _ => BoxId::Lot(lot),
    };
    let mut arrows: BTreeMap<(BoxId, BoxId), Arrow> = BTreeMap::new();
    for link in &trace.links {
        let (parent, child) = (id(link.parent), id(link.child));
        if parent != child {
            let arrow = arrows.entry((parent, child)).or_insert(Arrow {
                parent,
                child,
                weight: Kilograms::ZERO,
                concerned: false,
            });
            arrow.weight += link.quantity_kg;
            // What came of a lot that is concerned is concerned, so the parent decides.
            arrow.concerned |= concerned.contains(&link.parent);
        }
    }
    arrows.into_values().collect()
}
