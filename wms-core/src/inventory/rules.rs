use super::Buffer;
use crate::{
    actor::Actor,
    amount::Kilograms,
    error::{Rejection, Warning},
    lot::{Lot, Sku},
    policy::PlantPolicy,
    world::ensure,
};
use std::collections::BTreeSet;

/// The buffer accepts lots of this type.
pub(crate) fn guard_type(buffer: &Buffer, lot: &Lot) -> Result<(), Rejection> {
    let accepted = buffer.accepts.contains(&lot.lot_type);
    ensure!(
        accepted,
        Rejection::BufferTypeNotAllowed {
            buffer_id: buffer.id,
            lot_type: lot.lot_type,
            accepts: buffer.accepts.clone(),
        }
    );
    Ok(())
}

/// With `buffer_sku_lock` a buffer of type FRZ holds one size at a time.
pub(crate) fn guard_sku(policy: &PlantPolicy, buffer: &Buffer, lot: &Lot) -> Result<(), Rejection> {
    if !policy.buffer_sku_lock || &*buffer.buffer_type != "FRZ" {
        return Ok(());
    }
    let found: BTreeSet<Sku> = buffer.stock.sizes().chain(lot.sku).collect();
    ensure!(
        found.len() <= 1 || lot.sku.is_none(),
        Rejection::SkuMixed {
            found: found.iter().map(|sku| sku.as_str()).collect()
        }
    );
    Ok(())
}

/// Past the capacity: a warning, or with `hard_capacity` a refusal for everyone but managers.
pub(crate) fn guard_capacity(
    policy: &PlantPolicy,
    actor: Actor,
    buffer: &Buffer,
    entering: Kilograms,
) -> Result<Option<Warning>, Rejection> {
    let (buffer_id, capacity_kg) = (buffer.id, buffer.capacity);
    let would_hold_kg = buffer.stock.quantity() + entering;
    if would_hold_kg <= capacity_kg {
        return Ok(None);
    }
    let refused = policy.hard_capacity && !actor.manages();
    ensure!(
        !refused,
        Rejection::BufferFull {
            buffer_id,
            capacity_kg,
            would_hold_kg
        }
    );
    Ok(Some(Warning::OverCapacity {
        buffer_id,
        capacity_kg,
        would_hold_kg,
    }))
}
