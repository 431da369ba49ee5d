use super::decimal::{self, AmountError};
use rust_decimal::Decimal;

/// A mass in whole grams, shown in kilograms with at most three decimals.
///
/// ```
/// use wms_core::amount::Kilograms;
/// let weight: Kilograms = "12.500".parse()?;
/// assert_eq!(weight, Kilograms::from_grams(12_500));
/// assert_eq!(weight.to_string(), "12.5");
/// assert!("1e3".parse::<Kilograms>().is_err() && "1.2345".parse::<Kilograms>().is_err());
/// # Ok::<(), wms_core::amount::WeightError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Kilograms(i64);

/// The value is no weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct WeightError(#[from] pub AmountError);

impl Kilograms {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A mass of whole grams; differences may be negative.
    #[must_use]
    pub const fn from_grams(grams: i64) -> Self {
        Self(grams)
    }

    /// The mass of `kilograms` whole kilograms.
    #[must_use]
    pub const fn from_kg(kilograms: i32) -> Self {
        Self(kilograms as i64 * 1000)
    }

    /// The mass in grams.
    #[must_use]
    pub const fn grams(self) -> i64 {
        self.0
    }

    /// Whether there is anything at all.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// The smaller of two masses.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }

    /// The kilograms as an exact decimal without needless zeros.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 3).normalize()
    }
}

impl TryFrom<Decimal> for Kilograms {
    type Error = WeightError;

    /// # Errors
    /// [`AmountError::TooPrecise`] beyond a gram, [`AmountError::Shape`] for a negative value,
    /// [`AmountError::TooLarge`] beyond 2^63 grams.
    fn try_from(decimal: Decimal) -> Result<Self, WeightError> {
        let decimal = decimal.normalize();
        if decimal.is_sign_negative() && !decimal.is_zero() {
            return Err(AmountError::Shape.into());
        }
        let missing = 3_u32
            .checked_sub(decimal.scale())
            .ok_or(AmountError::TooPrecise { places: 3 })?;
        let grams = decimal
            .mantissa()
            .checked_mul(10_i128.pow(missing))
            .ok_or(AmountError::TooLarge)?;
        Ok(Self(
            i64::try_from(grams).map_err(|_| AmountError::TooLarge)?,
        ))
    }
}

impl core::str::FromStr for Kilograms {
    type Err = WeightError;
    fn from_str(text: &str) -> Result<Self, WeightError> {
        Ok(Self(decimal::parse_unsigned(text, 3)?))
    }
}

impl core::fmt::Display for Kilograms {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        decimal::write(f, self.0, 3)
    }
}

impl core::ops::Add for Kilograms {
    type Output = Self;
    // Saturating: sums of amounts that passed their limits stay 10^8 times below the edge of an i64.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl core::ops::Sub for Kilograms {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl core::ops::AddAssign for Kilograms {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl core::ops::SubAssign for Kilograms {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl core::iter::Sum for Kilograms {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

/// Differences are written with a minus, so what is written is read back.
impl serde::Serialize for Kilograms {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Kilograms {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
        let read = |digits: &str| digits.parse::<Self>().map_err(serde::de::Error::custom);
        match text.strip_prefix('-') {
            Some(digits) => read(digits).map(|amount| Self::ZERO - amount),
            None => read(&text),
        }
    }
}
