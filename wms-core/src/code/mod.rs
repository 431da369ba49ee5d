//! Codes of lots and runs: `TYPE-YYYYMMDD-SITE-NNNN` (rule book, section 6).
mod canonical;
mod given;
#[cfg(test)]
mod tests;

pub use canonical::{CanonicalCode, NotACode, Prefix};
pub(crate) use canonical::{order, order_key};
pub use given::GivenCode;
