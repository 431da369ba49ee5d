//! Codes of lots and runs: `TYPE-YYYYMMDD-SITE-NNNN` (rule book, section 6).
mod canonical;
mod given;
#[cfg(test)]
mod tests;

pub(crate) use canonical::order;
pub use canonical::{CanonicalCode, NotACode, Prefix};
pub use given::GivenCode;
pub(crate) use given::is_printable;
