//! Events of buffers, stock and leased codes.
use super::events;
use crate::{
    amount::{Celsius, Kilograms},
    code::Prefix,
    ids::{BufferId, DeviationId, DeviceId, EventId, LotId, MoveId, ReadingId},
    inventory::{Consignee, MoveKind},
    lot::LotType,
    site::SiteCode,
    time::Day,
};

events! {
    /// A buffer was created.
    BufferCreated {
        /// The buffer.
        buffer_id: BufferId,
        /// Its code; unique within its site.
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
    }
    /// A buffer was changed: what is given replaces.
    BufferUpdated {
        /// The buffer.
        buffer_id: BufferId,
        /// Its code.
        code: Option<Box<str>>,
        /// What it should hold at most.
        capacity_kg: Option<Kilograms>,
        /// The lower end of its range.
        temp_min_c: Option<Celsius>,
        /// The upper end of its range.
        temp_max_c: Option<Celsius>,
        /// Whether goods may enter.
        active: Option<bool>,
    }
    /// A buffer was stopped by a reading.
    BufferHeld {
        /// The buffer.
        buffer_id: BufferId,
        /// The reading outside its range.
        reading_id: ReadingId,
        /// The deviation that reading opened or joined.
        deviation_id: DeviationId,
    }
    /// A buffer is open again.
    BufferHoldLifted {
        /// The buffer.
        buffer_id: BufferId,
        /// The manager's words.
        resolution: Box<str>,
    }
    /// Kilograms entered or left a buffer.
    StockMoved {
        /// The move.
        move_id: MoveId,
        /// Which way.
        kind: MoveKind,
        /// The lot.
        lot_id: LotId,
        /// Where they came from; none: the line.
        from_buffer_id: Option<BufferId>,
        /// Where they went; none: the line, or out of the plant.
        to_buffer_id: Option<BufferId>,
        /// How many.
        quantity_kg: Kilograms,
        /// To whom, when they were shipped.
        consignee: Option<Consignee>,
        /// The event behind it; none for a stock command.
        cause: Option<EventId>,
    }
    /// A device leased a block of code numbers.
    CodesLeased {
        /// The site of the codes.
        site: SiteCode,
        /// Their prefix.
        prefix: Prefix,
        /// Their day.
        day: Day,
        /// The first number.
        first: u64,
        /// How many numbers.
        count: u32,
        /// The device.
        device_id: DeviceId,
    }
}
