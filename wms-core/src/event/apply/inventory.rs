//! Buffers, stock, leased codes.
use super::Apply;
use crate::{
    amount::Kilograms,
    audit::Head,
    event::{BufferCreated, BufferHeld, BufferHoldLifted, BufferUpdated, CodesLeased, StockMoved},
    ids::BufferId,
    inventory::{Buffer, BufferHold, Stock, StockMove},
    lot::Position,
    time::Instant,
    world::{Draft, Sequence},
};

impl Apply for BufferCreated {
    fn apply(&self, plant: &mut Draft<'_>) {
        let created = plant.stamp();
        plant.put_buffer(
            self.buffer_id,
            Buffer {
                id: self.buffer_id,
                code: self.code.clone(),
                buffer_type: self.buffer_type.clone(),
                site: self.site,
                accepts: self.accepts.clone(),
                capacity: self.capacity_kg,
                temp_min: self.temp_min_c,
                temp_max: self.temp_max_c,
                active: true,
                hold: None,
                stock: Stock::default(),
                created,
                head: Head::default(),
            },
        );
    }
}

impl Apply for BufferUpdated {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_buffer(self.buffer_id, |buffer| {
            if let Some(code) = &self.code {
                buffer.code.clone_from(code);
            }
            buffer.capacity = self.capacity_kg.unwrap_or(buffer.capacity);
            buffer.temp_min = self.temp_min_c.or(buffer.temp_min);
            buffer.temp_max = self.temp_max_c.unwrap_or(buffer.temp_max);
            buffer.active = self.active.unwrap_or(buffer.active);
        });
    }
}

impl Apply for BufferHeld {
    fn apply(&self, plant: &mut Draft<'_>) {
        let stamp = plant.stamp();
        plant.change_buffer(self.buffer_id, |buffer| {
            buffer.hold = Some(BufferHold {
                reading_id: self.reading_id,
                deviation_id: self.deviation_id,
                at: stamp.at,
                by: stamp.by,
            });
        });
    }
}

impl Apply for BufferHoldLifted {
    fn apply(&self, plant: &mut Draft<'_>) {
        plant.change_buffer(self.buffer_id, |buffer| buffer.hold = None);
    }
}

impl Apply for StockMoved {
    fn apply(&self, plant: &mut Draft<'_>) {
        let made = plant.stamp();
        let mut changes: Vec<(BufferId, Kilograms, Kilograms)> = Vec::with_capacity(2);
        let mut sku = None;
        plant.change_lot(self.lot_id, |lot| {
            sku = lot.sku;
            for (buffer, enters) in [(self.from_buffer_id, false), (self.to_buffer_id, true)] {
                let Some(buffer) = buffer else { continue };
                let before = lot.stored_in(buffer);
                let change = self.quantity_kg;
                let after = if enters {
                    before + change
                } else {
                    before - change
                };
                place(&mut lot.positions, buffer, after, made.at);
                changes.push((buffer, before, after));
            }
        });
        for (buffer, before, after) in changes {
            plant.change_buffer(buffer, |buffer| buffer.stock.change(sku, before, after));
        }
        plant.add_move(StockMove {
            id: self.move_id,
            kind: self.kind,
            lot_id: self.lot_id,
            from_buffer_id: self.from_buffer_id,
            to_buffer_id: self.to_buffer_id,
            quantity: self.quantity_kg,
            consignee: self.consignee.clone().map(Box::new),
            cause: self.cause,
            made,
        });
    }
}

/// A lot has one position per buffer, entered when its first kilograms came in; the oldest stands first.
fn place(positions: &mut Vec<Position>, buffer_id: BufferId, quantity: Kilograms, at: Instant) {
    if quantity.is_zero() {
        positions.retain(|position| position.buffer_id != buffer_id);
    } else if let Some(known) = positions
        .iter_mut()
        .find(|position| position.buffer_id == buffer_id)
    {
        known.quantity = quantity;
    } else {
        let behind = positions.partition_point(|position| position.entered_at <= at);
        positions.insert(
            behind,
            Position {
                buffer_id,
                quantity,
                entered_at: at,
            },
        );
    }
}

impl Apply for CodesLeased {
    fn apply(&self, plant: &mut Draft<'_>) {
        let sequence = Sequence {
            prefix: self.prefix,
            day: self.day,
            site: self.site,
        };
        plant.raise_sequence(
            sequence,
            (self.first + u64::from(self.count)).saturating_sub(1),
        );
    }
}
