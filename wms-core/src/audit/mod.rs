//! The audit log: canonical text, chained streams, verification (rule book, section 10).
mod canonical;
mod chain;
mod digest;
mod entity;
mod object;
#[cfg(test)]
mod tests;
mod verify;

pub use canonical::NotCanonical;
pub(crate) use canonical::{JSON_TEXT, Writer, tagged, write_text};
pub use chain::{ChainEntry, Head, Recorded};
pub use digest::{Digest, NotADigest};
pub use entity::{EntityRef, EntityType, NotAnEntity};
pub use verify::{Broken, Verification, Verifier};
