//! Runs and goods: a run moves on, lots come in, are made, put away and sent out.
use super::factory::Factory;
use crate::plan::{DeliveryRow, MoveRow, RunRow, ShipmentRow, Weighing, WeighingLine, WeighingRow};
use wms_core::{
    amount::Kilograms,
    command::{
        AdvanceRun, ConsumeStock, CreateRun, DispatchLot, Input, Loss, NewConsignee, NewLot,
        NewSupplier, Output, ReceiveStock, RegisterLot, StartRun, TransferStock, Transform,
    },
    error::Rejection,
    lot::LotType,
    text::Metadata,
    time::Instant,
};

impl Factory {
    /// Step 0 creates and starts the run, any other takes it there from the one before.
    pub(super) fn run_reached(&mut self, at: Instant, row: &RunRow) -> Result<(), Rejection> {
        let (operator, run) = (self.people.operator, self.run(row.run));
        if let Some(before) = row.step.previous() {
            let advance = AdvanceRun::new(run).with_expected_step(before);
            return self.act(operator, at, advance).map(drop);
        }
        // A plant without a published version is never opened.
        let Some(version) = self.version else {
            return Ok(());
        };
        let mut create = CreateRun::new(run, version, self.site).with_code(row.run.given());
        create.daily_target_kg = row.daily_target_kg;
        self.act(operator, at, create)?;
        self.act(operator, at, StartRun::new(run)).map(drop)
    }

    pub(super) fn delivered(&mut self, at: Instant, row: &DeliveryRow) -> Result<(), Rejection> {
        let mut supplier = NewSupplier::new(row.supplier.as_str());
        supplier.lot_code.clone_from(&row.supplier_lot);
        supplier.establishment_no.clone_from(&row.establishment_no);
        let mut lot = NewLot::new(LotType::Raw, row.weight_kg)
            .with_code(row.lot.given())
            .with_storage(row.storage)
            .with_supplier(supplier);
        lot.species = row.species;
        lot.pieces = row.pieces;
        lot.best_before = row.best_before;
        lot.temperature_c = row.note_temperature_c;
        lot.metadata = named("material", &row.material);
        let (operator, run, id) = (self.people.operator, self.run(row.run), self.lot(row.lot));
        let register = RegisterLot::new(id, run, self.site, lot);
        self.act(operator, at, register).map(drop)
    }

    pub(super) fn weighed(
        &mut self,
        at: Instant,
        weighing: &Weighing<'_>,
    ) -> Result<(), Rejection> {
        let run = self.run(weighing.run());
        let inputs = weighing.lines(WeighingLine::In);
        let inputs = inputs.map(|row| Input::new(self.lot(row.data.lot), row.data.weight_kg));
        let inputs: Vec<Input> = inputs.collect();
        let outputs = weighing.lines(WeighingLine::Out);
        let outputs = outputs.map(|row| Output::new(self.lot(row.data.lot), made(&row.data)));
        let outputs: Vec<Output> = outputs.collect();
        let losses = weighing.lines(WeighingLine::Loss).filter_map(|row| {
            let kind = row.data.loss_kind?;
            Some(Loss::new(self.lot(row.data.lot), kind, row.data.weight_kg))
        });
        let losses: Vec<Loss> = losses.collect();
        let transform = Transform::new(run, inputs, outputs).with_losses(losses);
        let operator = self.people.operator;
        self.act(operator, at, transform).map(drop)
    }

    pub(super) fn moved(&mut self, at: Instant, row: &MoveRow) -> Result<(), Rejection> {
        let (operator, lot, weight) = (self.people.operator, self.lot(row.lot), row.weight_kg);
        let mut place = |code: &Option<String>| code.as_deref().map(|code| self.buffer(code));
        let (from, to) = (place(&row.from_buffer), place(&row.to_buffer));
        match (from, to) {
            (None, Some(to)) => self
                .act(operator, at, ReceiveStock::new(lot, to, weight))
                .map(drop),
            (Some(from), None) => self
                .act(operator, at, ConsumeStock::new(lot, from, weight))
                .map(drop),
            (Some(from), Some(to)) => self
                .act(operator, at, TransferStock::new(lot, from, to, weight))
                .map(drop),
            (None, None) => Ok(()),
        }
    }

    pub(super) fn shipped(&mut self, at: Instant, row: &ShipmentRow) -> Result<(), Rejection> {
        let mut consignee = NewConsignee::new(row.consignee.as_str());
        consignee.address.clone_from(&row.address);
        consignee.order_no.clone_from(&row.order_no);
        let mut dispatch = DispatchLot::new(self.lot(row.lot), consignee);
        dispatch.quantity_kg = row.weight_kg;
        dispatch.vehicle.clone_from(&row.vehicle);
        let operator = self.people.operator;
        self.act(operator, at, dispatch).map(drop)
    }
}

/// A lot that came out of a weighing: its label says what it is.
fn made(row: &WeighingRow) -> NewLot {
    let weight: Kilograms = row.weight_kg;
    let mut lot = NewLot::new(row.lot.lot_type, weight).with_code(row.lot.given());
    lot.pieces = row.pieces;
    lot.best_before = row.best_before;
    lot.metadata = row.product.as_ref().and_then(|name| named("product", name));
    lot
}

/// What a lot is called in the plant, kept with it.
fn named(key: &str, name: &str) -> Option<Metadata> {
    let object = serde_json::json!({ key: name });
    Metadata::parse(&object.to_string()).ok()
}
