//! Lots: their making, their use, their holds.
use super::Apply;
use crate::{
    amount::Kilograms,
    audit::Head,
    code::{CanonicalCode, Prefix},
    event::{
        HoldResolved, LotConsumed, LotCreated, LotDispatched, LotFinished, LotHeld, LotRegistered,
        LotRejected, LotReleased, LotRequarantined, LotVoided, LotWrittenOff, LotsTransformed,
        TransformOutput,
    },
    ids::{LotId, RunId},
    inventory::Dispatch,
    lot::{DeliveryNote, Hold, HoldRelease, Losses, Lot, LotStatus},
    world::{Draft, Sequence},
};

impl Apply for LotCreated {
    fn apply(&self, plant: &mut Draft<'_>) {
        let created = plant.stamp();
        let note = DeliveryNote {
            supplier: self.supplier.clone(),
            temperature: self.temperature_c,
            metadata: self.metadata.clone(),
        };
        plant.put_lot(
            self.lot_id,
            Lot {
                id: self.lot_id,
                code: self.code.clone(),
                lot_type: self.lot_type,
                storage: self.storage,
                species: self.species,
                sku: self.lot_type.sku(),
                site: self.site,
                status: LotStatus::Created,
                voided: false,
                was_released: false,
                run_id: None,
                weight: self.weight_kg,
                used: Kilograms::ZERO,
                dispatched: Kilograms::ZERO,
                lost: Losses::default(),
                pieces: self.pieces,
                production_day: self.production_day,
                best_before: self.best_before,
                note: (note != DeliveryNote::default()).then(|| Box::new(note)),
                holds: Vec::new(),
                positions: Vec::new(),
                latest_readings: Vec::new(),
                created,
                registered_at: None,
                quarantined_at: None,
                head: Head::default(),
            },
        );
        let (day, site) = (self.production_day, self.site);
        let own = Sequence {
            prefix: Prefix::Lot(self.lot_type),
            day,
            site,
        };
        if let Ok(code) = self.code.parse::<CanonicalCode>()
            && Sequence::of(&code) == own
        {
            plant.raise_sequence(own, code.number);
        }
    }
}

fn quarantine(plant: &mut Draft<'_>, lot: LotId, run: RunId) {
    let at = plant.stamp().at;
    plant.change_lot(lot, |lot| {
        lot.status = LotStatus::Quarantine;
        lot.run_id = Some(run);
        lot.registered_at = Some(at);
        lot.quarantined_at = Some(at);
    });
}

impl Apply for LotRegistered {
    fn apply(&self, plant: &mut Draft<'_>) {
        quarantine(plant, self.lot_id, self.run_id);
    }
}

impl Apply for LotsTransformed {
    fn apply(&self, plant: &mut Draft<'_>) {
        for input in &self.inputs {
            let losses = self
                .losses
                .iter()
                .filter(|loss| loss.lot_id == input.lot_id);
            plant.change_lot(input.lot_id, |lot| {
                lot.used += input.quantity_kg;
                for loss in losses {
                    lot.used -= loss.quantity_kg;
                    lot.lost.add(loss.kind, loss.quantity_kg);
                }
            });
        }
        for output in &self.outputs {
            quarantine(plant, output.lot_id, self.run_id);
            inherit(plant, output);
        }
        self.links.iter().for_each(|link| plant.add_link(*link));
    }
}

/// What an output has of its inputs: species and size.
fn inherit(plant: &mut Draft<'_>, output: &TransformOutput) {
    let mut before = output.sku;
    let mut stored = Vec::new();
    plant.change_lot(output.lot_id, |lot| {
        lot.species = output.species;
        before = core::mem::replace(&mut lot.sku, output.sku);
        if before != output.sku {
            stored.clone_from(&lot.positions);
        }
    });
    // A preprinted pallet that lies in a buffer takes its new size there with it.
    for position in stored {
        plant.change_buffer(position.buffer_id, |buffer| {
            buffer
                .stock
                .change(before, position.quantity, Kilograms::ZERO);
            buffer
                .stock
                .change(output.sku, Kilograms::ZERO, position.quantity);
        });
    }
}

impl Apply for LotConsumed {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| lot.status = LotStatus::Consumed);
    }
}

impl Apply for LotWrittenOff {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| lot.lost.add(self.kind, self.quantity_kg));
    }
}

impl Apply for LotDispatched {
    fn apply(&self, plant: &mut Draft<'_>) {
        let made = plant.stamp();
        plant.change_lot(self.lot_id, |lot| lot.dispatched += self.quantity_kg);
        plant.add_dispatch(Dispatch {
            lot_id: self.lot_id,
            quantity: self.quantity_kg,
            consignee: self.consignee.clone(),
            vehicle: self.vehicle.clone(),
            made,
        });
    }
}

impl Apply for LotFinished {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| lot.status = LotStatus::Finished);
    }
}

impl Apply for LotVoided {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| lot.voided = true);
    }
}

impl Apply for LotReleased {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| {
            lot.status = LotStatus::Released;
            lot.was_released = true;
        });
    }
}

impl Apply for LotRejected {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_lot(self.lot_id, |lot| lot.status = LotStatus::Rejected);
    }
}

impl Apply for LotHeld {
    fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        plant.change_lot(self.lot_id, |lot| {
            lot.status = LotStatus::Hold;
            lot.holds.push(Hold {
                id: self.hold_id,
                cause: self.cause,
                cause_id: self.cause_id,
                reason: self.reason.clone(),
                deviation_id: self.deviation_id,
                opened_at: stamp.at,
                opened_by: stamp.by,
                release: None,
            });
        });
    }
}

impl Apply for HoldResolved {
    fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        plant.change_lot(self.lot_id, |lot| {
            let open = lot
                .holds
                .iter_mut()
                .filter(|hold| hold.id == self.hold_id && hold.is_open());
            for hold in open {
                let resolution = self.resolution.clone();
                hold.release = Some(Box::new(HoldRelease {
                    at: stamp.at,
                    by: stamp.by,
                    resolution,
                }));
            }
        });
    }
}

impl Apply for LotRequarantined {
    fn apply(&self, plant: &mut Draft<'_>) {
        let at = plant.stamp().at;
        plant.change_lot(self.lot_id, |lot| {
            lot.status = LotStatus::Quarantine;
            lot.quarantined_at = Some(at);
        });
    }
}
