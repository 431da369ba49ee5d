use wms_core::{
    amount::Kilograms,
    command::{Allocated, Command, Input, Loss, NewLot, Output, Transform},
    ids::{LotId, RunId},
    lot::{LossKind, LotStatus, LotType, Species},
    run::RunStatus,
    site::SiteCode,
};

use super::Speaker;
use crate::random::LotLine;

impl Speaker<'_> {
    pub(super) fn transform(&mut self) -> Command {
        let run_id = self.run(|run| run.status == RunStatus::Running && run.step >= 2);
        let (site, step) = self.place_of(run_id);
        let usable = |lot: &LotLine| {
            lot.status == LotStatus::Released && !children(lot.lot_type, step).is_empty()
        };
        // Half of the time the lots that came furthest go on, so that goods reach a truck.
        let lots = self.ledger.lots.values().filter(|lot| usable(lot));
        let furthest = lots.map(|lot| lot.lot_type.step()).max();
        let go_on = self.dice.one_in(2);
        let first =
            self.lot(|lot| usable(lot) && (!go_on || Some(lot.lot_type.step()) == furthest));
        let child = self.child_of(first, step);
        let inputs = self.inputs(first, child);
        let losses = self.losses(&inputs);
        let outputs = self.outputs(child, site, &inputs, &losses);
        let allocation = self.allocation(&inputs, &outputs, &losses);
        let transform = Transform::new(run_id, inputs, outputs).with_losses(losses);
        match allocation {
            Some(allocation) => transform.with_allocation(allocation).into(),
            None => transform.into(),
        }
    }

    fn place_of(&mut self, run: RunId) -> (SiteCode, u8) {
        match self.ledger.runs.get(&run) {
            Some(run) => (run.site, run.step),
            None => (self.site(), 10),
        }
    }

    fn child_of(&mut self, first: LotId, step: u8) -> LotType {
        let suiting = self.ledger.lots.get(&first);
        let suiting = suiting.map_or_else(Vec::new, |lot| children(lot.lot_type, step));
        match self.dice.pick(&suiting) {
            Some(child) if !self.wild => child,
            _ => self.dice.one_of(LotType::CREATABLE),
        }
    }

    /// The first lot, and up to two more that may go into the same.
    fn inputs(&mut self, first: LotId, child: LotType) -> Vec<Input> {
        let mut lots = vec![first];
        for _ in 0..self.dice.throw(3) {
            let another = self.lot(|lot| {
                lot.status == LotStatus::Released && child.parents().contains(&lot.lot_type)
            });
            if self.wild || self.ledger.lots.contains_key(&another) {
                lots.push(another);
            }
        }
        if !self.dice.one_in(200) {
            lots.sort_unstable();
            lots.dedup();
        }
        let input = |lot| {
            let left = self.ledger.lots.get(&lot).map(LotLine::left);
            let quantity = self.some_of(left.unwrap_or_default());
            Input::new(lot, quantity)
        };
        lots.into_iter().map(input).collect()
    }

    fn losses(&mut self, inputs: &[Input]) -> Vec<Loss> {
        let Some(input) = self.dice.one_in(4).then(|| inputs.first()).flatten() else {
            return Vec::new();
        };
        let (kind, tenths) = (self.dice.one_of(LossKind::ALL), 1 + self.dice.number(12));
        let lost = Kilograms::from_grams(input.quantity_kg.grams() * tenths / 10);
        vec![Loss::new(input.lot_id, kind, lost)]
    }

    fn outputs(
        &mut self,
        child: LotType,
        site: SiteCode,
        inputs: &[Input],
        losses: &[Loss],
    ) -> Vec<Output> {
        if self.dice.one_in(8) {
            let label = self.lot(|lot| lot.status == LotStatus::Created && lot.lot_type == child);
            return vec![Output::created(label)];
        }
        let used: Kilograms = inputs.iter().map(|input| input.quantity_kg).sum();
        let lost: Kilograms = losses.iter().map(|loss| loss.quantity_kg).sum();
        let percent = match self.dice.throw(8) {
            6 => 102,
            7 => 60 + self.dice.number(45),
            _ => 100,
        };
        let made = ((used - lost).grams() * percent / 100).max(1);
        let count = 1 + self.dice.number(3).min(made - 1);
        let mut outputs: Vec<Output> = (0..count)
            .map(|n| {
                let share = made / count + i64::from(n < made % count);
                let lot = NewLot::new(child, Kilograms::from_grams(share));
                let lot = self.described(lot, site);
                Output::new(self.new_lot_id(), lot)
            })
            .collect();
        if let Some(Output { new: Some(lot), .. }) = outputs.first_mut()
            && self.dice.one_in(12)
        {
            lot.species = Some(self.dice.one_of([Species::Chicken, Species::Beef]));
        }
        outputs
    }

    /// Each input into one output, as weighed; now and then a gram is missing.
    fn allocation(
        &mut self,
        inputs: &[Input],
        outputs: &[Output],
        losses: &[Loss],
    ) -> Option<Vec<Allocated>> {
        if !self.dice.one_in(5) {
            return None;
        }
        let astray = self.dice.one_in(6);
        let parts = inputs.iter().zip(outputs.iter().cycle());
        let parts = parts.map(|(input, output)| {
            let lost = losses.iter().filter(|loss| loss.lot_id == input.lot_id);
            let lost: Kilograms = lost.map(|loss| loss.quantity_kg).sum();
            let gram = Kilograms::from_grams(i64::from(astray));
            Allocated::new(input.lot_id, output.lot_id, input.quantity_kg - lost - gram)
        });
        Some(parts.collect())
    }
}

/// The types that a lot of a type may become in a run that has come to a step.
fn children(parent: LotType, step: u8) -> Vec<LotType> {
    let types = LotType::CREATABLE.into_iter();
    types
        .filter(|child| child.step().number() <= step && child.parents().contains(&parent))
        .collect()
}
