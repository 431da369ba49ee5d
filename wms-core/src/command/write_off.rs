//! Write-offs: kilograms that went into no child (rule book, section 4).
use super::{
    CommandType, Decide, LotOutcome,
    act::{outcome_by, shaped},
    usage,
};
use crate::{
    amount::Kilograms,
    event::LotWrittenOff,
    ids::LotId,
    inventory::MoveKind,
    lot::{LossKind, LotTransition, guard},
    text::Reason,
    wire::record,
    world::{Claim, Draft, Key, Stop},
};

record! {
    /// Writes kilograms off that went into no child; a REJECTED lot is disposed of that way.
    pub struct WriteOff {
        /// The lot.
        lot_id: LotId,
        /// What became of them.
        kind: LossKind,
        /// Why.
        reason: Reason,
        ; optional
        /// How many; none: all that is left.
        quantity_kg (with_quantity_kg): Kilograms,
        /// The document that proves it.
        document (with_document): String,
    }
}

impl Decide for WriteOff {
    shaped!(|command| command
        .quantity_kg
        .iter()
        .try_for_each(|given| usage::quantity(*given, "quantity_kg")));

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::StoresOf(self.lot_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        guard(lot, LotTransition::WriteOff, CommandType::WriteOff)?;
        let quantity_kg = self.quantity_kg.unwrap_or(lot.remaining());
        usage::guard_left(lot, quantity_kg)?;
        let takings = [usage::plan(lot, quantity_kg)];
        usage::guard_takings(plant, &takings)?;

        let (cause, reason) = (plant.next_event_id(), self.reason.as_str());
        plant.record(LotWrittenOff {
            lot_id: self.lot_id,
            kind: self.kind,
            quantity_kg,
            reason: reason.into(),
            document: self.document.as_deref().map(Into::into),
        })?;
        usage::record_moves(plant, &takings, MoveKind::Consume, None, cause)?;
        usage::consume_if_empty(plant, self.lot_id, reason)
    }
}

outcome_by!(LotOutcome by lot_id: WriteOff);
