use super::{Of, Stamped, big, doc, hash, id, time};
use crate::{
    error::Error,
    schema::{BufferRow, DispatchRow, MoveRow},
};
use wms_core::{
    amount::{Celsius, Kilograms},
    ids::{BufferId, DeviationId, EventId, LotId, MoveId, ReadingId, TenantId, UserId},
    inventory::{Buffer, BufferHold, Dispatch, Stock, StockMove, StockOf},
};

impl BufferRow {
    pub(crate) fn of(tenant: TenantId, buffer: &Buffer, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = buffer.created.into();
        let (hold, stock) = (buffer.hold, buffer.stock);
        Self {
            tenant_id: id(tenant),
            id: id(buffer.id),
            place,
            code: buffer.code.to_string(),
            buffer_type: buffer.buffer_type.to_string(),
            site: buffer.site.to_string(),
            accepts: doc::write(&buffer.accepts),
            capacity: buffer.capacity.grams(),
            temp_min: buffer.temp_min.map(Celsius::tenths),
            temp_max: buffer.temp_max.tenths(),
            active: buffer.active,
            hold_reading_id: hold.map(|hold| id(hold.reading_id)),
            hold_deviation_id: hold.map(|hold| id(hold.deviation_id)),
            hold_at: hold.map(|hold| time(hold.at)),
            hold_by: hold.map(|hold| id(hold.by)),
            unsized_lots: stock.unsized_lots.lots.into(),
            unsized_quantity: stock.unsized_lots.quantity.grams(),
            kg15_lots: stock.kg15.lots.into(),
            kg15_quantity: stock.kg15.quantity.grams(),
            kg30_lots: stock.kg30.lots.into(),
            kg30_quantity: stock.kg30.quantity.grams(),
            created_at,
            recorded_at,
            created_by,
            head_version: big(buffer.head.version),
            head_hash: hash(&buffer.head.hash),
        }
    }

    pub(crate) fn into_buffer(self) -> Result<Buffer, Error> {
        let of = Of::new("buffers", &self.id.0);
        let hold = match (
            self.hold_reading_id,
            self.hold_deviation_id,
            self.hold_at,
            self.hold_by,
        ) {
            (Some(reading), Some(deviation), Some(at), Some(by)) => Some(BufferHold {
                reading_id: ReadingId::new(reading.0),
                deviation_id: DeviationId::new(deviation.0),
                at: of.instant(at)?,
                by: UserId::new(by.0),
            }),
            _ => None,
        };
        let stock = |lots: i64, quantity: i64| {
            Ok::<_, Error>(StockOf {
                lots: of.number(lots)?,
                quantity: Kilograms::from_grams(quantity),
            })
        };
        Ok(Buffer {
            id: BufferId::new(self.id.0),
            site: of.text(&self.site)?,
            accepts: of.doc(&self.accepts)?,
            capacity: Kilograms::from_grams(self.capacity),
            temp_min: self.temp_min.map(|tenths| of.celsius(tenths)).transpose()?,
            temp_max: of.celsius(self.temp_max)?,
            active: self.active,
            hold,
            stock: Stock {
                unsized_lots: stock(self.unsized_lots, self.unsized_quantity)?,
                kg15: stock(self.kg15_lots, self.kg15_quantity)?,
                kg30: stock(self.kg30_lots, self.kg30_quantity)?,
            },
            created: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            head: of.head(self.head_version, &self.head_hash)?,
            code: self.code.into(),
            buffer_type: self.buffer_type.into(),
        })
    }
}

impl Of<'_> {
    pub(crate) fn celsius(&self, tenths: i16) -> Result<Celsius, Error> {
        Celsius::from_tenths(tenths).map_err(|_| self.corrupt())
    }
}

impl MoveRow {
    pub(crate) fn of(tenant: TenantId, moved: &StockMove, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = moved.made.into();
        Self {
            tenant_id: id(tenant),
            id: id(moved.id),
            place,
            kind: moved.kind.to_string(),
            lot_id: id(moved.lot_id),
            from_buffer_id: moved.from_buffer_id.map(id),
            to_buffer_id: moved.to_buffer_id.map(id),
            quantity: moved.quantity.grams(),
            consignee: moved.consignee.as_deref().map(doc::write),
            cause: moved.cause.map(id),
            created_at,
            recorded_at,
            created_by,
        }
    }

    pub(crate) fn into_move(self) -> Result<StockMove, Error> {
        let of = Of::new("stock_moves", &self.id.0);
        Ok(StockMove {
            id: MoveId::new(self.id.0),
            kind: of.text(&self.kind)?,
            lot_id: LotId::new(self.lot_id.0),
            from_buffer_id: self.from_buffer_id.map(|id| BufferId::new(id.0)),
            to_buffer_id: self.to_buffer_id.map(|id| BufferId::new(id.0)),
            quantity: Kilograms::from_grams(self.quantity),
            consignee: of.maybe_doc(self.consignee.as_deref())?,
            cause: self.cause.map(|id| EventId::new(id.0)),
            made: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
        })
    }
}

impl DispatchRow {
    pub(crate) fn of(tenant: TenantId, dispatch: &Dispatch, place: i64) -> Self {
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = dispatch.made.into();
        Self {
            tenant_id: id(tenant),
            lot_id: id(dispatch.lot_id),
            place,
            quantity: dispatch.quantity.grams(),
            consignee: doc::write(&dispatch.consignee),
            vehicle: dispatch.vehicle.as_deref().map(str::to_owned),
            created_at,
            recorded_at,
            created_by,
        }
    }

    pub(crate) fn into_dispatch(self) -> Result<Dispatch, Error> {
        let of = Of::new("dispatches", &self.lot_id.0);
        Ok(Dispatch {
            lot_id: LotId::new(self.lot_id.0),
            quantity: Kilograms::from_grams(self.quantity),
            consignee: of.doc(&self.consignee)?,
            made: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            vehicle: self.vehicle.map(String::into_boxed_str),
        })
    }
}
