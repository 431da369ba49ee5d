//! Refusals and warnings: a stable code, its category, the facts, and a message in every language.
mod catalogue;
mod category;
mod message_en;
mod message_hu;
mod rejection;
#[cfg(test)]
mod tests;
mod warning;

pub use catalogue::Catalogue;
pub(crate) use catalogue::message_text;
pub use category::Category;
pub use rejection::{Code, LotRef, Rejection};
pub use warning::{Warning, WarningCode};
