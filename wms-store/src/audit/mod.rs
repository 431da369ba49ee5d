//! The log as a stream of lines: out of one database, into another.
mod error;
mod line;
mod reader;
mod writer;

pub use error::AuditError;
pub(crate) use reader::{Entry, Lines, Message, Reader};
pub use writer::Moved;
pub(crate) use writer::{Sink, Writer};
