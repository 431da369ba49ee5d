//! What a transaction found, so that only what changed is written.
use crate::schema::{HoldRow, PositionRow};
use std::collections::HashMap;
use wms_core::{ids::LotId, world::Sequence};

#[derive(Debug, Default)]
pub(super) struct Before {
    pub(super) holds: HashMap<LotId, Vec<HoldRow>>,
    pub(super) positions: HashMap<LotId, Vec<PositionRow>>,
    /// The last number of each sequence; none: it had no row.
    pub(super) sequences: HashMap<Sequence, Option<i64>>,
}
