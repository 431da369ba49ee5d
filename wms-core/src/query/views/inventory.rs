use super::views;
use crate::{
    amount::{Celsius, Kilograms},
    ids::{BufferId, EventId, LotId, MoveId, UserId},
    inventory::{Buffer, Consignee, MoveKind, StockMove},
    lot::{LotStatus, LotType},
    site::SiteCode,
    time::Instant,
};

views! {
    /// A buffer.
    BufferView {
        /// Its id.
        id: BufferId,
        /// Its code.
        code: Box<str>,
        /// What sort of buffer it is.
        buffer_type: Box<str>,
        /// Its site.
        site: SiteCode,
        /// The lot types it accepts.
        accepts: Vec<LotType>,
        /// What it should hold at most.
        capacity_kg: Kilograms,
        /// The lower end of its range.
        temp_min_c: Option<Celsius>,
        /// The upper end of its range.
        temp_max_c: Celsius,
        /// Whether goods may enter.
        active: bool,
        /// Whether a reading stopped it.
        on_hold: bool,
        /// What it holds.
        stock_kg: Kilograms,
        /// How many lots that is.
        lots: u32,
        /// When it was created.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
    }
    /// A lot in a buffer.
    BufferLot {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// What it is.
        lot_type: LotType,
        /// Its state.
        status: LotStatus,
        /// How much of it lies there.
        quantity_kg: Kilograms,
        /// When the first of it came in.
        entered_at: Instant,
    }
    /// A stock move.
    MoveView {
        /// Its id.
        id: MoveId,
        /// Which way.
        kind: MoveKind,
        /// The lot.
        lot_id: LotId,
        /// Where it came from; none: the line.
        from_buffer_id: Option<BufferId>,
        /// Where it went; none: the line, or out of the plant.
        to_buffer_id: Option<BufferId>,
        /// How much.
        quantity_kg: Kilograms,
        /// To whom.
        consignee: Option<Consignee>,
        /// Who did it.
        by: UserId,
        /// When.
        at: Instant,
        /// When that was recorded.
        recorded_at: Instant,
        /// The event behind it; none for a stock command.
        cause: Option<EventId>,
    }
    /// Kilograms of a lot to be taken.
    PickedLot {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// Where they are; none: at the line.
        buffer_id: Option<BufferId>,
        /// How many.
        quantity_kg: Kilograms,
    }
    /// A FEFO proposal.
    PickProposal {
        /// What to take, in this order.
        lots: Vec<PickedLot>,
        /// What could not be found.
        missing_kg: Kilograms,
    }
}

impl From<&Buffer> for BufferView {
    fn from(buffer: &Buffer) -> Self {
        Self {
            id: buffer.id,
            code: buffer.code.clone(),
            buffer_type: buffer.buffer_type.clone(),
            site: buffer.site,
            accepts: buffer.accepts.clone(),
            capacity_kg: buffer.capacity,
            temp_min_c: buffer.temp_min,
            temp_max_c: buffer.temp_max,
            active: buffer.active,
            on_hold: buffer.hold.is_some(),
            stock_kg: buffer.stock.quantity(),
            lots: buffer.stock.lots(),
            at: buffer.created.at,
            recorded_at: buffer.created.recorded_at,
        }
    }
}

impl From<&StockMove> for MoveView {
    fn from(moved: &StockMove) -> Self {
        Self {
            id: moved.id,
            kind: moved.kind,
            lot_id: moved.lot_id,
            from_buffer_id: moved.from_buffer_id,
            to_buffer_id: moved.to_buffer_id,
            quantity_kg: moved.quantity,
            consignee: moved.consignee.as_deref().cloned(),
            by: moved.made.by,
            at: moved.made.at,
            recorded_at: moved.made.recorded_at,
            cause: moved.cause,
        }
    }
}
