//! The mass balance of a run: kilograms in, out and lost, step by step (rule book, section 6).
use super::shares::half_even;
use crate::{
    amount::Kilograms,
    lot::{LossKind, Losses},
    run::Step,
};
use serde::{Deserialize, Serialize};

/// Kilograms lost of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LossOf {
    /// What became of them.
    pub kind: LossKind,
    /// How many.
    pub quantity_kg: Kilograms,
}

/// What a run used, made and lost, by step.
///
/// A transform counts at its outputs' step; a receipt is out of step 1; a write-off is lost at the lot's step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RunBalance {
    steps: [StepBalance; Step::COUNT],
}

/// What a run used, made and lost at one step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepBalance {
    /// Inputs of transforms, losses included.
    pub used: Kilograms,
    /// Lots made or received.
    pub made: Kilograms,
    /// Lots made by transforms.
    pub transformed: Kilograms,
    /// Losses of transforms.
    pub process_losses: Losses,
    /// All losses.
    pub lost: Losses,
}

impl StepBalance {
    /// Water, batter (positive) or drip, evaporation (negative): out − (in − lost), of transforms alone.
    #[must_use]
    pub fn gain(&self) -> Kilograms {
        self.transformed - (self.used - self.process_losses.total())
    }

    /// Out / in with 4 decimals, half-even; none when nothing went in.
    #[must_use]
    pub fn yield_of(&self) -> Option<String> {
        if self.used.is_zero() {
            return None;
        }
        let parts = half_even(
            i128::from(self.made.grams()) * 10_000,
            i128::from(self.used.grams()),
        );
        let (whole, rest) = (parts / 10_000, parts % 10_000);
        let text = format!("{whole}.{rest:04}");
        Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
    }

    /// What was lost, by kind.
    #[must_use]
    pub fn losses(&self) -> Vec<LossOf> {
        self.lost
            .iter()
            .map(|(kind, quantity_kg)| LossOf { kind, quantity_kg })
            .collect()
    }
}

impl RunBalance {
    fn at(&mut self, step: Step, change: impl FnOnce(&mut StepBalance)) {
        if let Some(balance) = self.steps.get_mut(step.index()) {
            change(balance);
        }
    }

    /// Kilograms of an input were used for outputs of a step.
    pub fn used(&mut self, step: Step, quantity: Kilograms) {
        self.at(step, |balance| balance.used += quantity);
    }

    /// A lot was made by a transform, or received.
    pub fn made(&mut self, step: Step, weight: Kilograms, by_transform: bool) {
        self.at(step, |balance| {
            balance.made += weight;
            if by_transform {
                balance.transformed += weight;
            }
        });
    }

    /// Kilograms of an input went into no output.
    pub fn lost(&mut self, step: Step, kind: LossKind, quantity: Kilograms) {
        self.at(step, |balance| {
            balance.lost.add(kind, quantity);
            balance.process_losses.add(kind, quantity);
        });
    }

    /// Kilograms of a lot of a step were written off.
    pub fn written_off(&mut self, step: Step, kind: LossKind, quantity: Kilograms) {
        self.at(step, |balance| balance.lost.add(kind, quantity));
    }

    /// The 11 steps in order.
    pub fn steps(&self) -> impl Iterator<Item = (Step, &StepBalance)> {
        Step::all().zip(&self.steps)
    }

    /// The sums over all steps.
    #[must_use]
    pub fn totals(&self) -> StepBalance {
        let mut totals = StepBalance::default();
        for step in &self.steps {
            totals.used += step.used;
            totals.made += step.made;
            totals.transformed += step.transformed;
            step.process_losses
                .iter()
                .for_each(|(kind, quantity)| totals.process_losses.add(kind, quantity));
            step.lost
                .iter()
                .for_each(|(kind, quantity)| totals.lost.add(kind, quantity));
        }
        totals
    }
}
