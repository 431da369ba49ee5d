//! What commands that take kilograms have in common: their limits, and where they are taken from.
use crate::{
    amount::Kilograms,
    error::Rejection,
    event::{HoldResolved, LotConsumed, StockMoved},
    ids::{BufferId, EventId, LotId},
    inventory::{Consignee, MoveKind},
    lot::{Lot, LotStatus},
    world::{Claim, Draft, Key, Stop, ensure},
};

/// 0 < amount ≤ most.
pub(super) fn within(
    amount: Kilograms,
    most: Kilograms,
    field: impl ToString,
) -> Result<(), Rejection> {
    let fits = amount > Kilograms::ZERO && amount <= most;
    ensure!(
        fits,
        Rejection::InvalidWeight {
            field: field.to_string(),
            value: amount.to_string(),
            why: format!("more than 0 and at most {most} kg"),
        }
    );
    Ok(())
}

/// A quantity: 0 < q ≤ 40 000 kg.
pub(crate) fn quantity(amount: Kilograms, field: impl ToString) -> Result<(), Rejection> {
    within(amount, Kilograms::from_kg(40_000), field)
}

/// A capacity or a target: 0 < q ≤ 1 000 000 kg.
pub(crate) fn large(amount: Kilograms, field: impl ToString) -> Result<(), Rejection> {
    within(amount, Kilograms::from_kg(1_000_000), field)
}

/// Kilograms of a lot that must leave buffers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taking {
    pub(super) lot_id: LotId,
    pub(super) from: Vec<(BufferId, Kilograms)>,
}

/// Where kilograms come from: those at the line first, then buffers, oldest entry first.
pub(super) fn plan(lot: &Lot, quantity: Kilograms) -> Taking {
    let mut left = quantity - quantity.min(lot.at_the_line());
    let mut from = Vec::new();
    for position in &lot.positions {
        if left.is_zero() {
            break;
        }
        let taken = left.min(position.quantity);
        from.push((position.buffer_id, taken));
        left -= taken;
    }
    Taking {
        lot_id: lot.id,
        from,
    }
}

/// Enough must be left of the lot.
pub(super) fn guard_left(lot: &Lot, requested: Kilograms) -> Result<(), Rejection> {
    let available = lot.remaining();
    ensure!(
        requested <= available && requested > Kilograms::ZERO,
        Rejection::InsufficientQuantity {
            lot_id: lot.id,
            buffer_id: None,
            available_kg: available,
            requested_kg: requested,
        }
    );
    Ok(())
}

/// Nothing leaves a buffer on hold; one that is next in line is not skipped.
pub(super) fn guard_takings(plant: &Draft<'_>, takings: &[Taking]) -> Result<(), Stop> {
    let buffers = takings
        .iter()
        .flat_map(|taking| &taking.from)
        .map(|(buffer, _)| *buffer);
    plant.want(
        buffers
            .clone()
            .map(|buffer| Claim::change(Key::Buffer(buffer))),
    )?;
    for buffer_id in buffers {
        ensure!(
            plant.buffer(buffer_id)?.hold.is_none(),
            Rejection::BufferOnHold { buffer_id }
        );
    }
    Ok(())
}

/// Records the moves out of buffers behind an event.
pub(super) fn record_moves(
    plant: &mut Draft<'_>,
    takings: &[Taking],
    kind: MoveKind,
    consignee: Option<&Consignee>,
    cause: EventId,
) -> Result<(), Stop> {
    for taking in takings {
        for (buffer_id, quantity_kg) in &taking.from {
            let moved = StockMoved {
                move_id: plant.next_move_id(),
                kind,
                lot_id: taking.lot_id,
                from_buffer_id: Some(*buffer_id),
                to_buffer_id: None,
                quantity_kg: *quantity_kg,
                consignee: consignee.cloned(),
                cause: Some(cause),
            };
            plant.record(moved)?;
        }
    }
    Ok(())
}

/// A lot with nothing left is CONSUMED; one in HOLD ends its holds with it, a REJECTED one stays REJECTED.
pub(super) fn consume_if_empty(
    plant: &mut Draft<'_>,
    lot_id: LotId,
    resolution: &str,
) -> Result<(), Stop> {
    let lot = plant.lot(lot_id)?;
    if !lot.remaining().is_zero() || lot.status == LotStatus::Rejected {
        return Ok(());
    }
    resolve_all(plant, lot_id, resolution)?;
    plant.record(LotConsumed { lot_id })
}

/// Ends every open hold of a lot.
pub(super) fn resolve_all(
    plant: &mut Draft<'_>,
    lot_id: LotId,
    resolution: &str,
) -> Result<(), Stop> {
    let open: Vec<_> = plant
        .lot(lot_id)?
        .open_holds()
        .map(|hold| hold.id)
        .collect();
    open.into_iter().try_for_each(|hold_id| {
        plant.record(HoldResolved {
            lot_id,
            hold_id,
            resolution: resolution.into(),
        })
    })
}
