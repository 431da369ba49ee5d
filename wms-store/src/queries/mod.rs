//! Every statement, written once and compiled twice: as `sqlite::queries` and as `postgres::queries`.
//!
//! `super` supplies what differs: the connection, how a query runs on it, how rows are locked and written.
mod ask;
mod before;
mod census;
mod claims;
mod entities;
mod execute;
mod export;
mod genealogy;
mod key;
mod load;
mod log;
mod lots;
mod rebuild;
mod write;

pub(crate) use ask::read;
pub(crate) use execute::{execute, last_recorded};
pub(crate) use rebuild::rebuild;

use super::{CHUNK, Conn, ROW_LOCKS, Run, listed, locked, position_in};
