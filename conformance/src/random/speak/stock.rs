use wms_core::{
    amount::{Celsius, Kilograms},
    code::GivenCode,
    command::{
        Command, ConsumeStock, CreateBuffer, DispatchLot, LiftBufferHold, NewConsignee,
        ReceiveStock, TransferStock, UpdateBuffer,
    },
    ids::{BufferId, LotId},
    lot::{LotStatus, LotType},
};

use super::Speaker;
use crate::random::LotLine;

impl Speaker<'_> {
    pub(super) fn receive(&mut self) -> Command {
        let lot = self.lot(|lot| {
            let open = !matches!(lot.status, LotStatus::Consumed | LotStatus::Finished);
            open && !lot.at_the_line().is_zero() && lot.lot_type != LotType::Raw
        });
        let buffer = self.buffer_for(lot, None);
        let there = self.ledger.lots.get(&lot).map(LotLine::at_the_line);
        let quantity = self.some_of(there.unwrap_or_default());
        ReceiveStock::new(lot, buffer, quantity).into()
    }

    /// A buffer that takes such a lot, and is another than this one.
    fn buffer_for(&mut self, lot: LotId, other_than: Option<BufferId>) -> BufferId {
        let lot_type = self.ledger.lots.get(&lot).map(|lot| lot.lot_type);
        let ledger = self.ledger;
        let suiting = ledger.buffers.iter().filter(|(id, buffer)| {
            let takes = lot_type.is_none_or(|lot_type| buffer.accepts.contains(&lot_type));
            self.wild || (takes && Some(**id) != other_than)
        });
        let suiting: Vec<BufferId> = suiting.map(|(id, _)| *id).collect();
        self.one_or_new(&suiting)
    }

    /// A lot that lies somewhere, where, and how much of it.
    fn stored(&mut self, suits: impl Fn(&LotLine) -> bool) -> (LotId, BufferId, Kilograms) {
        let lot = self.lot(|lot| !lot.stored.is_empty() && suits(lot));
        let places = self.ledger.lots.get(&lot).map(|lot| &lot.stored);
        let places: Vec<_> = places.into_iter().flatten().collect();
        match self.dice.pick(&places) {
            Some((buffer, quantity)) => (lot, *buffer, *quantity),
            None => (lot, self.buffer(|_| true), Kilograms::from_kg(1)),
        }
    }

    pub(super) fn transfer(&mut self) -> Command {
        let (lot, from, there) = self.stored(|_| true);
        let to = if self.dice.one_in(16) {
            from
        } else {
            self.buffer_for(lot, Some(from))
        };
        TransferStock::new(lot, from, to, self.some_of(there)).into()
    }

    pub(super) fn consume(&mut self) -> Command {
        let (lot, from, there) = self.stored(|lot| lot.status == LotStatus::Released);
        ConsumeStock::new(lot, from, self.some_of(there)).into()
    }

    pub(super) fn dispatch(&mut self) -> Command {
        let lot_id = self.lot(|lot| {
            let types = [LotType::Fg15, LotType::Fg30, LotType::Pal, LotType::Ship];
            lot.status == LotStatus::Released && types.contains(&lot.lot_type)
        });
        let name = self.dice.one_of(["Gastro Nagyker Kft.", "Döner Ház Bt."]);
        let dispatch = DispatchLot::new(lot_id, NewConsignee::new(name));
        let Some(lot) = self.ledger.lots.get(&lot_id) else {
            return dispatch.into();
        };
        let places: Vec<BufferId> = lot.stored.keys().copied().collect();
        let dispatch = match self.dice.pick(&places) {
            Some(buffer) if self.dice.one_in(3) => dispatch.with_buffer_id(buffer),
            _ => dispatch,
        };
        if self.dice.one_in(2) {
            return dispatch.with_vehicle("AB-CD 123").into();
        }
        let quantity = self.some_of(lot.left());
        dispatch.with_quantity_kg(quantity).into()
    }

    pub(super) fn create_buffer(&mut self) -> Command {
        let taken = self.ledger.buffers.keys().next().map(|id| id.as_uuid());
        let id = BufferId::new(self.id_for_new(taken));
        let code = format!("B{}", self.dice.number(6));
        let kind = self.dice.one_of(["FRZ", "LK", "KAMRA"]);
        let accepts = vec![
            self.dice
                .one_of([LotType::Frz15, LotType::Deb, LotType::Fg15]),
            self.dice
                .one_of([LotType::Frz30, LotType::Bulk, LotType::Pal]),
        ];
        let capacity =
            Kilograms::from_kg(1 + i32::try_from(self.dice.number(300)).unwrap_or_default());
        let upper = self
            .dice
            .one_of([Celsius::from_tenths(40), Celsius::from_tenths(-180)]);
        let upper = upper.unwrap_or_else(|error| unreachable!("a limit of the plant: {error}"));
        let site = self.site();
        CreateBuffer::new(
            id,
            GivenCode::new(code),
            kind,
            site,
            accepts,
            capacity,
            upper,
        )
        .into()
    }

    pub(super) fn update_buffer(&mut self) -> Command {
        let update = UpdateBuffer::new(self.buffer(|_| true));
        match self.dice.throw(4) {
            0 => update.with_active(!self.dice.one_in(3)),
            1 => update.with_capacity_kg(Kilograms::from_kg(50)),
            2 => update.with_code(GivenCode::new(format!("B{}", self.dice.number(6)))),
            _ => {
                let tenths = i16::try_from(self.dice.number(50)).unwrap_or_default();
                let upper = Celsius::from_tenths(tenths);
                update.with_temp_max_c(upper.unwrap_or_else(|error| unreachable!("{error}")))
            }
        }
        .into()
    }

    pub(super) fn lift_hold(&mut self) -> Command {
        let buffer = self.buffer(|buffer| buffer.on_hold);
        LiftBufferHold::new(buffer, self.reason()).into()
    }
}
