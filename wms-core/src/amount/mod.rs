//! Exact amounts: integers inside, decimals outside, never a floating point (rule book, section 6).
mod celsius;
mod decimal;
mod kilograms;
mod ratio;
#[cfg(test)]
mod tests;

pub use celsius::{Celsius, TemperatureError};
pub use decimal::AmountError;
pub use kilograms::{Kilograms, WeightError};
pub use ratio::{Ratio, RatioError};
