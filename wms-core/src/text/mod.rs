//! Texts for people, reasons, metadata (rule book, sections 1, 4 and 10).
mod bytes;
mod metadata;
mod reason;
#[expect(
    clippy::module_inception,
    reason = "a text is what the module is about"
)]
mod text;

pub use bytes::Bytes;
pub use metadata::{Metadata, MetadataError};
pub use reason::Reason;
pub use text::Text;

/// The longest name or code, in code points.
pub const MAX_NAME_CHARS: usize = 100;
/// The longest other text, in code points.
pub const MAX_TEXT_CHARS: usize = 2000;
