use super::Kilograms;
use super::decimal::{self, AmountError};

/// A share between 0 and 1 with at most six decimals: the largest gain, the smallest yield.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Ratio(i64);

/// The value is no share between 0 and 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RatioError {
    /// The text is no decimal with at most six digits after the point.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Above 1.
    #[error("a share lies between 0 and 1")]
    OutOfRange,
}

const ONE: i64 = 1_000_000;

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A share of `millionths` parts in a million.
    ///
    /// # Errors
    /// [`RatioError::OutOfRange`] outside 0 … 1.
    pub const fn from_millionths(millionths: i64) -> Result<Self, RatioError> {
        if millionths < 0 || millionths > ONE {
            return Err(RatioError::OutOfRange);
        }
        Ok(Self(millionths))
    }

    /// For the defaults of the rule book.
    pub(crate) const fn percent(percent: u8) -> Self {
        Self(percent as i64 * (ONE / 100))
    }

    /// `amount` × (1 + self), rounded down to the gram.
    #[must_use]
    pub fn grown(self, amount: Kilograms) -> Kilograms {
        grams((i128::from(amount.grams()) * i128::from(ONE + self.0)).div_euclid(i128::from(ONE)))
    }

    /// `amount` × self, rounded up to the gram.
    #[must_use]
    pub fn share_rounded_up(self, amount: Kilograms) -> Kilograms {
        let exact = i128::from(amount.grams()) * i128::from(self.0);
        grams(-(-exact).div_euclid(i128::from(ONE)))
    }
}

/// A share of an amount, or at most its double: within i64 wherever the amount is below 2^62 grams.
fn grams(exact: i128) -> Kilograms {
    Kilograms::from_grams(i64::try_from(exact).unwrap_or(i64::MAX))
}

impl core::str::FromStr for Ratio {
    type Err = RatioError;
    fn from_str(text: &str) -> Result<Self, RatioError> {
        match decimal::parse_unsigned(text, 6) {
            Err(AmountError::TooLarge) => Err(RatioError::OutOfRange),
            read => Self::from_millionths(read?),
        }
    }
}

impl core::fmt::Display for Ratio {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        decimal::write(f, self.0, 6)
    }
}

crate::vocabulary::text_forms!(Ratio);
