//! How many kilograms of each descendant a recall concerns (rule book, section 8).
use super::{Genealogy, Slot};
use crate::amount::Kilograms;
use std::collections::HashMap;

/// Nanograms in a gram.
const NANO: i128 = 1_000_000_000;

/// The kilograms concerned of a traced lot and its descendants, in the order of `lots`.
///
/// c(child) = Σ over its links of c(parent) × quantity / weight(parent), times min(1, weight(child) / Σ of all
/// its links); c(traced lot) = its weight. Whole nanograms: each term is rounded half-even, then their sum times
/// the factor; given out in grams, rounded half-even.
#[must_use]
pub fn concerned(
    genealogy: &Genealogy,
    lots: &[Slot],
    weight: impl Fn(Slot) -> Kilograms,
) -> Vec<Kilograms> {
    let Some(&traced) = lots.first() else {
        return Vec::new();
    };
    let place: HashMap<Slot, usize> = lots
        .iter()
        .enumerate()
        .map(|(n, slot)| (*slot, n))
        .collect();
    let mut waiting: Vec<usize> = lots
        .iter()
        .map(|slot| {
            genealogy
                .parents(*slot)
                .filter(|link| place.contains_key(&link.slot))
                .count()
        })
        .collect();
    let mut shares = vec![0_i128; lots.len()];
    // The traced lot is ready whatever stands above it; the others once all their parents in the trace are.
    let mut ready = vec![traced];
    while let Some(slot) = ready.pop() {
        let share = if slot == traced {
            i128::from(weight(traced).grams()) * NANO
        } else {
            share_of(genealogy, slot, &place, &shares, &weight)
        };
        if let Some(cell) = place.get(&slot).and_then(|n| shares.get_mut(*n)) {
            *cell = share;
        }
        for link in genealogy.children(slot) {
            let Some(left) = place.get(&link.slot).and_then(|n| waiting.get_mut(*n)) else {
                continue;
            };
            *left -= 1;
            if *left == 0 {
                ready.push(link.slot);
            }
        }
    }
    shares
        .into_iter()
        .map(|nanograms| grams(half_even(nanograms, NANO)))
        .collect()
}

fn share_of(
    genealogy: &Genealogy,
    slot: Slot,
    place: &HashMap<Slot, usize>,
    shares: &[i128],
    weight: &impl Fn(Slot) -> Kilograms,
) -> i128 {
    let (mut sum, mut all_links) = (0_i128, 0_i128);
    for link in genealogy.parents(slot) {
        let quantity = i128::from(link.quantity.grams());
        all_links += quantity;
        let parent_share = place
            .get(&link.slot)
            .and_then(|n| shares.get(*n))
            .copied()
            .unwrap_or(0);
        sum += half_even(
            parent_share * quantity,
            i128::from(weight(link.slot).grams()),
        );
    }
    let own = i128::from(weight(slot).grams());
    // A lot lighter than its links lost some of them on the way: what is concerned shrinks with it.
    if own < all_links {
        half_even(sum * own, all_links)
    } else {
        sum
    }
}

/// `numerator / denominator`, to the nearest whole, halves to the even one; 0 where nothing divides.
pub(crate) fn half_even(numerator: i128, denominator: i128) -> i128 {
    if denominator == 0 {
        return 0;
    }
    let (whole, rest) = (
        numerator.div_euclid(denominator),
        numerator.rem_euclid(denominator),
    );
    match (rest * 2).cmp(&denominator) {
        core::cmp::Ordering::Less => whole,
        core::cmp::Ordering::Greater => whole + 1,
        core::cmp::Ordering::Equal => whole + whole.rem_euclid(2),
    }
}

fn grams(grams: i128) -> Kilograms {
    Kilograms::from_grams(i64::try_from(grams).unwrap_or(i64::MAX))
}
