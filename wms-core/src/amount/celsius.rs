use super::decimal::{self, AmountError};
use rust_decimal::Decimal;

/// A temperature in tenths of a degree Celsius, −50.0 … 100.0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Celsius(i16);

/// The value is no temperature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TemperatureError {
    /// The text is no decimal with at most one digit after the point.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// Outside −50.0 … 100.0 °C.
    #[error("a temperature lies between -50 and 100 °C")]
    OutOfRange,
}

impl Celsius {
    /// The lowest temperature that is read.
    pub const MIN: Self = Self(-500);
    /// The highest temperature that is read.
    pub const MAX: Self = Self(1000);

    /// A temperature of `tenths` tenths of a degree.
    ///
    /// # Errors
    /// [`TemperatureError::OutOfRange`] outside −50.0 … 100.0 °C.
    pub const fn from_tenths(tenths: i16) -> Result<Self, TemperatureError> {
        if tenths < Self::MIN.0 || tenths > Self::MAX.0 {
            return Err(TemperatureError::OutOfRange);
        }
        Ok(Self(tenths))
    }

    /// For the tables of the rule book, whose values lie in range.
    pub(crate) const fn degrees(degrees: i8) -> Self {
        Self(degrees as i16 * 10)
    }

    /// The temperature in tenths of a degree.
    #[must_use]
    pub const fn tenths(self) -> i16 {
        self.0
    }

    /// The degrees as an exact decimal without needless zeros.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(i64::from(self.0), 1).normalize()
    }
}

impl TryFrom<Decimal> for Celsius {
    type Error = TemperatureError;

    /// # Errors
    /// [`AmountError::TooPrecise`] beyond a tenth, [`TemperatureError::OutOfRange`] outside the range.
    fn try_from(decimal: Decimal) -> Result<Self, TemperatureError> {
        let decimal = decimal.normalize();
        let missing = 1_u32
            .checked_sub(decimal.scale())
            .ok_or(AmountError::TooPrecise { places: 1 })?;
        let tenths = decimal
            .mantissa()
            .checked_mul(10_i128.pow(missing))
            .ok_or(TemperatureError::OutOfRange)?;
        Self::from_tenths(i16::try_from(tenths).map_err(|_| TemperatureError::OutOfRange)?)
    }
}

impl core::str::FromStr for Celsius {
    type Err = TemperatureError;
    fn from_str(text: &str) -> Result<Self, TemperatureError> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => (-1, digits),
            None => (1, text),
        };
        let tenths = match decimal::parse_unsigned(digits, 1) {
            Err(AmountError::TooLarge) => return Err(TemperatureError::OutOfRange),
            read => read?,
        };
        Self::from_tenths(sign * i16::try_from(tenths).map_err(|_| TemperatureError::OutOfRange)?)
    }
}

impl core::fmt::Display for Celsius {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        decimal::write(f, i64::from(self.0), 1)
    }
}

crate::vocabulary::text_forms!(Celsius);
