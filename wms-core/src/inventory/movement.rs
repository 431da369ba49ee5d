use crate::{
    amount::Kilograms,
    event::Stamp,
    ids::{BufferId, EventId, LotId, MoveId},
    vocabulary::vocabulary,
};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Which way kilograms went (rule book, section 9).
    pub enum MoveKind {
        /// From the line into a buffer.
        Receive = "RECEIVE", hu "betárolás", en "receive";
        /// From a buffer into another.
        Transfer = "TRANSFER", hu "áttárolás", en "transfer";
        /// From a buffer to the line.
        Consume = "CONSUME", hu "kitárolás", en "consume";
        /// From a buffer out of the plant.
        Ship = "SHIP", hu "kiszállítás", en "ship";
    }
}

/// Who gets goods (Regulation (EC) 178/2002, article 18: one step forward).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Consignee {
    /// Their name.
    pub name: String,
    /// Where.
    pub address: Option<String>,
    /// The order they are for.
    pub order_no: Option<String>,
}

/// Kilograms of a lot that entered or left a buffer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct StockMove {
    /// UUIDv5 of the command's key and the move's number within the command.
    pub id: MoveId,
    /// Which way.
    pub kind: MoveKind,
    /// The lot.
    pub lot_id: LotId,
    /// Where they came from; none: the line.
    pub from_buffer_id: Option<BufferId>,
    /// Where they went; none: the line, or out of the plant.
    pub to_buffer_id: Option<BufferId>,
    /// How many.
    pub quantity: Kilograms,
    /// To whom, when they were shipped.
    pub consignee: Option<Box<Consignee>>,
    /// The event behind it; none for a stock command.
    pub cause: Option<EventId>,
    /// When and by whom.
    pub made: Stamp,
}

/// Kilograms of a lot that left to a consignee.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Dispatch {
    /// The lot.
    pub lot_id: LotId,
    /// How many.
    pub quantity: Kilograms,
    /// To whom.
    pub consignee: Consignee,
    /// On what.
    pub vehicle: Option<Box<str>>,
    /// When and by whom.
    pub made: Stamp,
}
