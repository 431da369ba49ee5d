//! The shares of an input in its outputs, against the slow way to hand grams out one by one.
use proptest::{collection::vec, prelude::*};
use wms_core::{amount::Kilograms, genealogy::allocate};

/// Gives the next gram to whoever is furthest below the exact share: what largest remainders come to once
/// every whole gram of a share is given.
fn gram_by_gram(quantity: i64, weights: &[i64]) -> Vec<i64> {
    let total: i64 = weights.iter().sum();
    let mut shares: Vec<i64> = weights.iter().map(|w| quantity * w / total).collect();
    while shares.iter().sum::<i64>() < quantity {
        let below = |n: usize| quantity * weights[n] - shares[n] * total;
        let mut next = 0;
        for n in 1..weights.len() {
            if below(n) > below(next) {
                next = n;
            }
        }
        shares[next] += 1;
    }
    shares
}

fn weights() -> impl Strategy<Value = Vec<i64>> {
    // Few grams make many ties; many grams make large products.
    prop_oneof![vec(1..=7_i64, 1..=12), vec(1..=40_000_000_i64, 1..=6)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_are_exact_and_largest_remainders_come_first(
        quantity in prop_oneof![0..=40_i64, 0..=40_000_000_i64],
        weights in weights(),
    ) {
        let given: Vec<Kilograms> = weights.iter().copied().map(Kilograms::from_grams).collect();
        let shares = allocate(Kilograms::from_grams(quantity), &given);
        let shares: Vec<i64> = shares.iter().map(|share| share.grams()).collect();
        prop_assert_eq!(shares.iter().sum::<i64>(), quantity);
        prop_assert_eq!(shares, gram_by_gram(quantity, &weights));
    }
}
