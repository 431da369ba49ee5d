//! Which box stands above which: boxes stand near what they are linked to, so that few links cross.
use super::model::{Arrow, BoxId, Column};
use std::collections::HashMap;
use wms_core::run::Step;

/// Passes over the columns; more bring nothing on pictures of this size.
const SWEEPS: usize = 8;

/// Sorts the boxes of every column by the middle of their neighbours (Sugiyama's barycentre).
pub(super) fn untangle(columns: &mut [Column], links: &[Arrow]) {
    let mut neighbours: HashMap<BoxId, Vec<BoxId>> = HashMap::new();
    for link in links {
        neighbours.entry(link.parent).or_default().push(link.child);
        neighbours.entry(link.child).or_default().push(link.parent);
    }
    for sweep in 0..SWEEPS {
        // Towards the shipment and back: the last pass comes from the shipment.
        if sweep.is_multiple_of(2) {
            sweep_over(columns.iter_mut(), &neighbours);
        } else {
            sweep_over(columns.iter_mut().rev(), &neighbours);
        }
    }
    for _ in 0..SWEEPS {
        if !swap_neighbours(columns, &neighbours) {
            break;
        }
    }
}

/// Swaps boxes that stand one above the other where fewer links cross then.
fn swap_neighbours(columns: &mut [Column], neighbours: &HashMap<BoxId, Vec<BoxId>>) -> bool {
    let mut places = HashMap::new();
    for column in &*columns {
        let count = column.boxes.len();
        let boxes = column.boxes.iter().enumerate();
        places.extend(boxes.map(|(n, lot_box)| (lot_box.id, (column.step, place(n, count)))));
    }
    let mut swapped = false;
    for column in columns {
        for n in 1..column.boxes.len() {
            let Some([upper, lower]) = column.boxes.get(n - 1..=n) else {
                continue;
            };
            let (upper, lower) = (upper.id, lower.id);
            let is_rest = matches!(lower, BoxId::Rest(_));
            let now = crossings(upper, lower, neighbours, &places);
            if !is_rest && crossings(lower, upper, neighbours, &places) < now {
                column.boxes.swap(n - 1, n);
                let above = places.get(&upper).copied();
                let below = places.get(&lower).copied();
                places.extend(below.map(|place| (upper, place)));
                places.extend(above.map(|place| (lower, place)));
                swapped = true;
            }
        }
    }
    swapped
}

/// How many links of two boxes to one side cross, when the one stands above the other.
fn crossings(
    upper: BoxId,
    lower: BoxId,
    neighbours: &HashMap<BoxId, Vec<BoxId>>,
    places: &HashMap<BoxId, (Step, i64)>,
) -> usize {
    let of = |id| {
        let linked: Vec<(Step, i64)> = neighbours
            .get(&id)
            .into_iter()
            .flatten()
            .filter_map(|other| places.get(other).copied())
            .collect();
        linked
    };
    let (of_upper, of_lower) = (of(upper), of(lower));
    let pairs = of_upper
        .iter()
        .flat_map(|one| of_lower.iter().map(move |other| (one, other)));
    pairs
        .filter(|((one, high), (other, low))| one == other && high > low)
        .count()
}

fn sweep_over<'a>(
    columns: impl Iterator<Item = &'a mut Column>,
    neighbours: &HashMap<BoxId, Vec<BoxId>>,
) {
    // Places of the columns passed so far, in thousandths of their column's height.
    let mut places: HashMap<BoxId, i64> = HashMap::new();
    for column in columns {
        let here = |n: usize| place(n, column.boxes.len());
        let mut wished: Vec<(i64, usize)> = Vec::new();
        for (n, lot_box) in column.boxes.iter().enumerate() {
            let known = neighbours.get(&lot_box.id).into_iter().flatten();
            let known: Vec<i64> = known.filter_map(|id| places.get(id).copied()).collect();
            let count = i64::try_from(known.len()).unwrap_or(0);
            let middle = if count == 0 {
                here(n)
            } else {
                known.iter().sum::<i64>() / count
            };
            // What is not one lot stays at the bottom.
            let bottom = matches!(lot_box.id, BoxId::Rest(_));
            wished.push((if bottom { i64::MAX } else { middle }, n));
        }
        let boxes = core::mem::take(&mut column.boxes);
        let mut sorted: Vec<_> = wished.into_iter().zip(boxes).collect();
        sorted.sort_by_key(|(wish, _)| *wish);
        column.boxes = sorted.into_iter().map(|(_, lot_box)| lot_box).collect();
        let count = column.boxes.len();
        let ids = column.boxes.iter().enumerate();
        places.extend(ids.map(|(n, lot_box)| (lot_box.id, place(n, count))));
    }
}

/// The place of the `n`-th of `count` boxes, in thousandths.
fn place(n: usize, count: usize) -> i64 {
    let (n, count) = (
        i64::try_from(n).unwrap_or(0),
        i64::try_from(count).unwrap_or(1),
    );
    (2 * n + 1) * 500 / count.max(1)
}
