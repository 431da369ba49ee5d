//! Stock moves and dispatch (rule book, section 9).
use super::{
    CommandType, Decide, LotOutcome,
    act::{outcome_by, shaped},
    holds::Opening,
    transform::guard_not_expired,
    usage,
};
use crate::{
    amount::Kilograms,
    error::Rejection,
    event::{LotDispatched, StockMoved},
    ids::{BufferId, LotId},
    inventory::{Buffer, Consignee, MoveKind, guard_capacity, guard_sku, guard_type},
    lot::{HoldCause, Lot, LotTransition, LotType, guard, guard_not_voided, guard_released},
    site::SiteCode,
    wire::{Place, check_name, nested, record},
    world::{Claim, Draft, Key, Stop, ensure},
};

outcome_by!(LotOutcome by lot_id: ReceiveStock, ConsumeStock, TransferStock, DispatchLot);

fn guard_active(buffer: &Buffer) -> Result<(), Rejection> {
    ensure!(
        buffer.active,
        Rejection::BufferInactive {
            buffer_id: buffer.id
        }
    );
    Ok(())
}

fn guard_open(buffer: &Buffer) -> Result<(), Rejection> {
    ensure!(
        buffer.hold.is_none(),
        Rejection::BufferOnHold {
            buffer_id: buffer.id
        }
    );
    Ok(())
}

fn guard_site(buffer: &Buffer, actual: SiteCode) -> Result<(), Rejection> {
    ensure!(
        buffer.site == actual,
        Rejection::SiteMismatch {
            expected: buffer.site,
            actual
        }
    );
    Ok(())
}

/// The buffer has so much of the lot.
fn guard_stored(lot: &Lot, buffer_id: BufferId, requested_kg: Kilograms) -> Result<(), Rejection> {
    let available_kg = lot.stored_in(buffer_id);
    let fits = requested_kg <= available_kg && requested_kg > Kilograms::ZERO;
    ensure!(
        fits,
        Rejection::InsufficientQuantity {
            lot_id: lot.id,
            buffer_id: Some(buffer_id),
            available_kg,
            requested_kg,
        }
    );
    Ok(())
}

/// A move that a stock command makes.
fn stock_moved(
    plant: &Draft<'_>,
    kind: MoveKind,
    lot_id: LotId,
    quantity_kg: Kilograms,
) -> StockMoved {
    StockMoved {
        move_id: plant.next_move_id(),
        kind,
        lot_id,
        from_buffer_id: None,
        to_buffer_id: None,
        quantity_kg,
        consignee: None,
        cause: None,
    }
}

record! {
    /// Moves kilograms from the line into a buffer.
    pub struct ReceiveStock {
        /// The lot.
        lot_id: LotId,
        /// The buffer.
        buffer_id: BufferId,
        /// How many.
        quantity_kg: Kilograms,
    }
}

impl Decide for ReceiveStock {
    shaped!(|command| usage::quantity(command.quantity_kg, "quantity_kg"));

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::Buffer(self.buffer_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        let buffer = plant.buffer(self.buffer_id)?;
        let policy = plant.policy()?;
        guard_active(buffer)?;
        guard_open(buffer)?;
        guard_site(buffer, lot.site)?;
        guard(lot, LotTransition::Receive, CommandType::ReceiveStock)?;
        guard_type(buffer, lot)?;
        guard_sku(policy, buffer, lot)?;
        let (line_kg, requested_kg) = (lot.at_the_line(), self.quantity_kg);
        ensure!(
            requested_kg <= line_kg,
            Rejection::OverReceived {
                lot_id: lot.id,
                line_kg,
                requested_kg
            }
        );
        let over = guard_capacity(policy, plant.ctx.actor, buffer, self.quantity_kg)?;

        over.into_iter().for_each(|warning| plant.warn(warning));
        let moved = stock_moved(plant, MoveKind::Receive, self.lot_id, self.quantity_kg);
        plant.record(StockMoved {
            to_buffer_id: Some(self.buffer_id),
            ..moved
        })
    }
}

record! {
    /// Moves kilograms from a buffer to the line, and changes nothing else.
    pub struct ConsumeStock {
        /// The lot.
        lot_id: LotId,
        /// The buffer.
        buffer_id: BufferId,
        /// How many.
        quantity_kg: Kilograms,
    }
}

impl Decide for ConsumeStock {
    shaped!(|command| usage::quantity(command.quantity_kg, "quantity_kg"));

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::Buffer(self.buffer_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        let buffer = plant.buffer(self.buffer_id)?;
        guard_open(buffer)?;
        guard_released(&[lot], CommandType::ConsumeStock)?;
        guard_stored(lot, self.buffer_id, self.quantity_kg)?;

        let moved = stock_moved(plant, MoveKind::Consume, self.lot_id, self.quantity_kg);
        plant.record(StockMoved {
            from_buffer_id: Some(self.buffer_id),
            ..moved
        })
    }
}

record! {
    /// Moves kilograms from a buffer into another; out of a buffer on hold it is a manager's rescue.
    pub struct TransferStock {
        /// The lot.
        lot_id: LotId,
        /// Where it lies.
        from_buffer_id: BufferId,
        /// Where it goes.
        to_buffer_id: BufferId,
        /// How many.
        quantity_kg: Kilograms,
    }
}

impl Decide for TransferStock {
    shaped!(|command| {
        usage::quantity(command.quantity_kg, "quantity_kg")?;
        let same = command.from_buffer_id == command.to_buffer_id;
        ensure!(
            !same,
            Rejection::input("to_buffer_id", "another buffer than the one it lies in")
        );
        Ok(())
    });

    fn footprint(&self) -> Vec<Claim> {
        let buffers = [self.from_buffer_id, self.to_buffer_id]
            .map(|buffer| Claim::change(Key::Buffer(buffer)));
        core::iter::once(Claim::change(Key::Lot(self.lot_id)))
            .chain(buffers)
            .collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        let source = plant.buffer(self.from_buffer_id)?;
        let target = plant.buffer(self.to_buffer_id)?;
        let policy = plant.policy()?;
        guard_not_voided(lot, CommandType::TransferStock)?;
        guard_active(target)?;
        guard_open(target)?;
        if !plant.ctx.actor.manages() {
            guard_open(source)?;
        }
        guard_site(target, source.site)?;
        guard_type(target, lot)?;
        guard_sku(policy, target, lot)?;
        guard_stored(lot, self.from_buffer_id, self.quantity_kg)?;
        let over = guard_capacity(policy, plant.ctx.actor, target, self.quantity_kg)?;
        let rescue = rescue(plant, source, lot);

        over.into_iter().for_each(|warning| plant.warn(warning));
        let moved = stock_moved(plant, MoveKind::Transfer, self.lot_id, self.quantity_kg);
        let (from_buffer_id, to_buffer_id) = (Some(self.from_buffer_id), Some(self.to_buffer_id));
        plant.record(StockMoved {
            from_buffer_id,
            to_buffer_id,
            ..moved
        })?;
        rescue.map_or(Ok(()), |hold| hold.on(plant, self.lot_id))
    }
}

/// The hold a lot gets when it is moved out of a buffer on hold: its id is the command's key, its cause the
/// reading that stopped the buffer; none where such a hold is open already.
fn rescue(plant: &Draft<'_>, source: &Buffer, lot: &Lot) -> Option<Opening> {
    let stopped = source.hold?;
    let cause_id = stopped.reading_id.into();
    let has_one = lot.open_holds().any(|hold| hold.cause_id == cause_id);
    (lot.status.is_open() && !has_one).then(|| Opening {
        hold_id: plant.ctx.key.into(),
        cause: HoldCause::Temperature,
        cause_id,
        reason: None,
        deviation_id: Some(stopped.deviation_id),
    })
}

record! {
    /// Sends kilograms of a lot to a consignee.
    pub struct DispatchLot {
        /// The lot.
        lot_id: LotId,
        /// To whom.
        consignee: NewConsignee,
        ; optional
        /// How many; none: all that is left, or all of it that lies in the buffer.
        quantity_kg (with_quantity_kg): Kilograms,
        /// The buffer to take them from; none: the line first, then buffers, oldest entry first.
        buffer_id (with_buffer_id): BufferId,
        /// On what.
        vehicle (with_vehicle): String,
    }
}

record! {
    /// Who gets goods.
    pub struct NewConsignee {
        /// Their name.
        name: String,
        ; optional
        /// Where.
        address (with_address): String,
        /// The order they are for.
        order_no (with_order_no): String,
    }
}
nested!(NewConsignee, "consignee", check_consignee);

fn check_consignee(consignee: &NewConsignee, place: &Place<'_>) -> Result<(), Rejection> {
    check_name(&consignee.name, &place.field("name"))
}

impl Decide for DispatchLot {
    shaped!(|command| command
        .quantity_kg
        .iter()
        .try_for_each(|given| usage::quantity(*given, "quantity_kg")));

    fn footprint(&self) -> Vec<Claim> {
        let buffer = self
            .buffer_id
            .map(|buffer| Claim::change(Key::Buffer(buffer)));
        let lot = [
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::StoresOf(self.lot_id)),
        ];
        lot.into_iter().chain(buffer).collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        self.buffer_id
            .map(|buffer| plant.buffer(buffer))
            .transpose()?;
        guard_released(&[lot], CommandType::DispatchLot)?;
        guard_dispatched(lot)?;
        if plant.policy()?.refuse_expired {
            guard_not_expired(lot, plant.site(lot.site)?.production_day(plant.ctx.at))?;
        }
        let there = self
            .buffer_id
            .map_or(lot.remaining(), |buffer| lot.stored_in(buffer));
        let quantity_kg = self.quantity_kg.unwrap_or(there);
        if self.quantity_kg.is_some() {
            usage::guard_left(lot, quantity_kg)?;
        }
        let taking = match self.buffer_id {
            Some(buffer) => usage::Taking {
                lot_id: lot.id,
                from: vec![(buffer, quantity_kg)],
            },
            None => usage::plan(lot, quantity_kg),
        };
        let takings = [taking];
        usage::guard_takings(plant, &takings)?;
        if let Some(buffer) = self.buffer_id {
            guard_stored(lot, buffer, quantity_kg)?;
        }

        let consignee = Consignee {
            name: self.consignee.name.clone(),
            address: self.consignee.address.clone(),
            order_no: self.consignee.order_no.clone(),
        };
        let cause = plant.next_event_id();
        plant.record(LotDispatched {
            lot_id: self.lot_id,
            quantity_kg,
            consignee: consignee.clone(),
            vehicle: self.vehicle.as_deref().map(Into::into),
        })?;
        usage::record_moves(plant, &takings, MoveKind::Ship, Some(&consignee), cause)?;
        usage::consume_if_empty(plant, self.lot_id, "")
    }
}

/// Only what is packed leaves to a consignee.
fn guard_dispatched(lot: &Lot) -> Result<(), Rejection> {
    let allowed = LotType::CREATABLE
        .into_iter()
        .filter(|lot_type| lot_type.is_dispatched())
        .collect();
    ensure!(
        lot.lot_type.is_dispatched(),
        Rejection::WrongLotType {
            lot_type: lot.lot_type,
            allowed
        }
    );
    Ok(())
}
