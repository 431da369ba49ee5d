//! Inputs and outputs as they were found.
use crate::{
    amount::Kilograms,
    command::NewLot,
    ids::LotId,
    lot::{Lot, LotType, Sku, Species},
    time::Day,
};

/// An input as it was found.
pub(super) struct Used<'a> {
    pub(super) lot: &'a Lot,
    pub(super) quantity: Kilograms,
    pub(super) lost: Kilograms,
}

impl Used<'_> {
    pub(super) fn net(&self) -> Kilograms {
        self.quantity - self.lost
    }
}

/// An output as it will be.
pub(super) struct Made<'a> {
    pub(super) lot_id: LotId,
    pub(super) lot_type: LotType,
    pub(super) weight: Kilograms,
    pub(super) day: Day,
    pub(super) species: Option<Species>,
    pub(super) sku: Option<Sku>,
    pub(super) stored: Option<&'a Lot>,
    pub(super) new: Option<&'a NewLot>,
}

impl<'a> Made<'a> {
    pub(super) fn of(
        lot_id: LotId,
        stored: Option<&'a Lot>,
        new: Option<&'a NewLot>,
        today: Day,
    ) -> Option<Self> {
        let made = match (stored, new) {
            (Some(lot), _) => Self {
                lot_id,
                lot_type: lot.lot_type,
                weight: lot.weight,
                day: lot.production_day,
                species: lot.species,
                sku: lot.sku,
                stored,
                new: None,
            },
            (None, Some(lot)) => Self {
                lot_id,
                lot_type: lot.lot_type,
                weight: lot.weight_kg,
                day: lot.day_or(today),
                species: lot.species,
                sku: lot.lot_type.sku(),
                stored: None,
                new,
            },
            (None, None) => return None,
        };
        Some(made)
    }
}
