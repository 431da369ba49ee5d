//! Reading and writing of decimal texts with a fixed number of places.

/// Why a text is no decimal of the wanted shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Not digits with at most one point between them, or a needless leading zero.
    #[error(
        "an amount is digits with at most one point, without sign, exponent or needless zeros in front"
    )]
    Shape,
    /// More places than the quantity has.
    #[error("at most {places} digits may follow the point")]
    TooPrecise {
        /// The places that are kept.
        places: u8,
    },
    /// Larger than any amount the library holds.
    #[error("the number is too large")]
    TooLarge,
}

/// The unsigned decimal `text` in units of 10^-`places`. Needless zeros after the point are read (`12.500`).
pub(super) fn parse_unsigned(text: &str, places: u8) -> Result<i64, AmountError> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let well_formed =
        digits(whole) && fraction.is_none_or(digits) && (whole == "0" || !whole.starts_with('0'));
    if !well_formed {
        return Err(AmountError::Shape);
    }
    let fraction = fraction.unwrap_or("");
    if fraction.len() > usize::from(places) {
        return Err(AmountError::TooPrecise { places });
    }
    let padding = usize::from(places) - fraction.len();
    whole
        .bytes()
        .chain(fraction.bytes())
        .chain(core::iter::repeat_n(b'0', padding))
        .try_fold(0_i64, |sum, digit| {
            sum.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
        })
        .ok_or(AmountError::TooLarge)
}

/// Writes `units` of 10^-`places` in canonical form: no needless zeros.
pub(super) fn write(f: &mut core::fmt::Formatter<'_>, units: i64, places: u8) -> core::fmt::Result {
    let scale = 10_u64.pow(u32::from(places));
    let (whole, mut rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    if units < 0 {
        f.write_str("-")?;
    }
    if rest == 0 {
        return core::fmt::Display::fmt(&whole, f);
    }
    let mut width = usize::from(places);
    while rest % 10 == 0 {
        rest /= 10;
        width -= 1;
    }
    write!(f, "{whole}.{rest:0width$}")
}
