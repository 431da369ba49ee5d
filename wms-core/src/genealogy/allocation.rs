use crate::amount::Kilograms;

/// Shares an input's kilograms out over outputs by their weight, in grams.
///
/// The sum is exact; grams left over by rounding down go to the largest remainders, ties in output order
/// (rule book, section 6). Outputs that weigh nothing altogether get nothing.
///
/// ```
/// use wms_core::{amount::Kilograms, genealogy::allocate};
/// let [a, b] = [Kilograms::from_grams(1), Kilograms::from_grams(2)];
/// let shares = allocate(Kilograms::from_grams(100), &[a, b]);
/// assert_eq!(shares, [Kilograms::from_grams(33), Kilograms::from_grams(67)]);
/// ```
#[must_use]
pub fn allocate(quantity: Kilograms, weights: &[Kilograms]) -> Vec<Kilograms> {
    let total: i128 = weights
        .iter()
        .map(|weight| i128::from(weight.grams()))
        .sum();
    if total <= 0 {
        return vec![Kilograms::ZERO; weights.len()];
    }
    let exact = |weight: &Kilograms| i128::from(quantity.grams()) * i128::from(weight.grams());
    let mut shares: Vec<i64> = weights
        .iter()
        .map(|weight| small(exact(weight) / total))
        .collect();
    let left_over = quantity.grams() - shares.iter().sum::<i64>();

    let mut by_remainder: Vec<(i128, usize)> = weights
        .iter()
        .enumerate()
        .map(|(n, weight)| (exact(weight) % total, n))
        .collect();
    by_remainder.sort_by(|(a, n), (b, m)| b.cmp(a).then(n.cmp(m)));
    // Fewer grams are left over than there are shares.
    for (_, n) in by_remainder
        .into_iter()
        .take(usize::try_from(left_over).unwrap_or(0))
    {
        if let Some(share) = shares.get_mut(n) {
            *share += 1;
        }
    }
    shares.into_iter().map(Kilograms::from_grams).collect()
}

/// A share is at most the whole, which was an i64.
fn small(grams: i128) -> i64 {
    i64::try_from(grams).unwrap_or(i64::MAX)
}
