use super::{shares::half_even, *};
use crate::{amount::Kilograms, ids::LotId};
use uuid::Uuid;

fn grams(grams: i64) -> Kilograms {
    Kilograms::from_grams(grams)
}

/// A genealogy of links between slots, in the order given.
fn genealogy(links: &[(Slot, Slot, i64)]) -> Genealogy {
    let lot = |slot: Slot| LotId::new(Uuid::from_u128(u128::from(slot)));
    let mut genealogy = Genealogy::default();
    for &(parent, child, quantity) in links {
        let (quantity_kg, method) = (grams(quantity), LinkMethod::Measured);
        genealogy.add(
            parent,
            child,
            &Link {
                parent: lot(parent),
                child: lot(child),
                quantity_kg,
                method,
            },
        );
    }
    genealogy
}

#[test]
fn left_over_grams_go_to_the_largest_remainders_then_to_the_first() {
    let weights = [grams(1), grams(1), grams(1)];
    assert_eq!(
        allocate(grams(100), &weights),
        [grams(34), grams(33), grams(33)]
    );
    assert_eq!(
        allocate(grams(1), &[grams(1), grams(2)]),
        [grams(0), grams(1)]
    );
    assert_eq!(allocate(grams(0), &weights), [grams(0); 3]);
    assert_eq!(allocate(grams(5), &[]), []);
}

#[test]
fn a_trace_visits_every_lot_once_by_its_shortest_way() {
    // 0 → 1 → 2 → 3, and 0 → 3 at once; 4 → 2 is a parent from elsewhere.
    let diamond = genealogy(&[(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, 1), (4, 2, 1)]);
    let visited = |from, direction, depth| {
        let mut lots = walk(&diamond, 5, from, direction, depth).lots;
        lots.sort_unstable();
        lots
    };
    assert_eq!(
        visited(0, Direction::Forward, None),
        [(0, 0), (1, 1), (2, 2), (3, 1)]
    );
    assert_eq!(
        visited(3, Direction::Backward, None),
        [(0, 1), (1, 2), (2, 1), (3, 0), (4, 2)]
    );
    assert_eq!(
        visited(2, Direction::Both, Some(1)),
        [(1, 1), (2, 0), (3, 1), (4, 1)]
    );
    assert_eq!(visited(2, Direction::Both, Some(0)), [(2, 0)]);
    // A sibling is neither ancestor nor descendant.
    assert_eq!(visited(4, Direction::Both, None), [(2, 1), (3, 2), (4, 0)]);
}

#[test]
fn a_long_chain_is_walked_beyond_the_small_set_of_slots_seen() {
    let links: Vec<_> = (0..5000).map(|slot| (slot, slot + 1, 1)).collect();
    let walked = walk(&genealogy(&links), 5001, 0, Direction::Forward, None);
    assert_eq!(walked.lots.len(), 5001);
    assert_eq!(walked.lots.last(), Some(&(5000, 5000)));
}

#[test]
fn what_is_concerned_shrinks_with_a_lot_that_lost_and_does_not_grow_with_one_that_gained() {
    // 100 kg of 0 and 100 kg of 1 make 2, which weighs 180 kg; half of 2 makes 3 of 95 kg.
    let mixed = genealogy(&[(0, 2, 100_000), (1, 2, 100_000), (2, 3, 90_000)]);
    let weight = |slot: Slot| grams([100_000, 100_000, 180_000, 95_000][slot as usize]);
    let shares = concerned(&mixed, &[0, 2, 3], weight);
    assert_eq!(shares, [grams(100_000), grams(90_000), grams(45_000)]);
}

#[test]
fn halves_go_to_the_even_neighbour() {
    for (numerator, rounded) in [(5, 2), (7, 4), (-5, -2), (-7, -4), (26, 13), (1, 0), (3, 2)] {
        assert_eq!(half_even(numerator, 2), rounded, "{numerator} / 2");
    }
    assert_eq!(half_even(1, 0), 0);
}
