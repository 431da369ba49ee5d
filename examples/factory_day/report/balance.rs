//! Kilograms in, out, lost and gained: to the gram.
use super::answers::{Answers, RunAnswer};
use super::figures::{kg, percent};
use super::table::Table;
use std::collections::BTreeMap;
use wms_core::{
    amount::Kilograms,
    genealogy::LossOf,
    lot::{LossKind, LotType},
    query::StepBalanceView,
    run::Step,
    vocabulary::Language,
};

/// What went in and came out at a step, over several runs.
#[derive(Debug, Clone, Default)]
struct Sums {
    used: Kilograms,
    made: Kilograms,
    gain: Kilograms,
    lost: BTreeMap<LossKind, Kilograms>,
}

impl Sums {
    fn add(&mut self, step: &StepBalanceView) {
        self.used += step.in_kg;
        self.made += step.out_kg;
        self.gain += step.gain_kg;
        for LossOf { kind, quantity_kg } in &step.lost {
            *self.lost.entry(*kind).or_default() += *quantity_kg;
        }
    }

    fn losses(&self) -> String {
        let lost = self.lost.iter();
        let lost =
            lost.map(|(kind, amount)| format!("{} {}", kind.label(Language::En), kg(*amount)));
        lost.collect::<Vec<_>>().join(", ")
    }

    fn lost(&self) -> Kilograms {
        self.lost.values().copied().sum()
    }
}

/// All runs together, step by step.
pub(super) fn steps(answers: &Answers) -> Table {
    let mut sums: BTreeMap<Step, Sums> = BTreeMap::new();
    let all = answers.runs.iter().flat_map(|answer| &answer.balance.steps);
    for step in all {
        sums.entry(step.step).or_default().add(step);
    }
    let mut table = Table::new(&[
        "step",
        ">in kg",
        ">out kg",
        ">lost kg",
        ">gain/process loss kg",
        ">yield",
        "lost as",
    ]);
    for (step, sum) in &sums {
        if sum.made.is_zero() && sum.lost.is_empty() {
            continue;
        }
        table.row([
            format!("{step:>2} {}", step.label(Language::En)),
            kg(sum.used),
            kg(sum.made),
            kg(sum.lost()),
            kg(sum.gain),
            percent(sum.made, sum.used),
            sum.losses(),
        ]);
    }
    table
}

/// What came in and what became of it, over the whole day.
pub(super) fn of_the_day(answers: &Answers) -> String {
    let received = answers
        .lots
        .iter()
        .filter(|lot| lot.lot_type == LotType::Raw);
    let received: Kilograms = received.map(|lot| lot.weight_kg).sum();
    let gain: Kilograms = answers
        .runs
        .iter()
        .map(|answer| answer.balance.totals.gain_kg)
        .sum();
    let lost: Kilograms = answers.lots.iter().map(|lot| lot.lost_kg).sum();
    let sent: Kilograms = answers.lots.iter().map(|lot| lot.dispatched_kg).sum();
    let left: Kilograms = answers.lots.iter().map(|lot| lot.remaining_kg).sum();
    let (sign, process) = if gain < Kilograms::ZERO {
        ("- process loss", Kilograms::ZERO - gain)
    } else {
        ("+ gain", gain)
    };
    format!(
        "received {} {sign} {} = dispatched {} + lost {} + left {}; difference {} kg",
        kg(received),
        kg(process),
        kg(sent),
        kg(lost),
        kg(left),
        kg(received + gain - sent - lost - left),
    )
}

/// The runs: where each stands, what came in, what went out.
pub(super) fn runs(answers: &Answers) -> Table {
    let mut table = Table::new(&[
        "run",
        "status",
        ">step",
        ">received kg",
        ">lost kg",
        ">gain kg",
        ">shipped kg",
        ">deboning",
        ">freezing",
        "open",
    ]);
    let at = |answer: &RunAnswer, step: Step| {
        let found = answer.balance.steps.iter().find(|found| found.step == step);
        found.cloned()
    };
    for answer in &answers.runs {
        let yield_of =
            |step| at(answer, step).map_or_else(String::new, |at| percent(at.out_kg, at.in_kg));
        let totals = &answer.balance.totals;
        let made = |step| at(answer, step).map_or(Kilograms::ZERO, |at| at.out_kg);
        table.row([
            answer.run.code.to_string(),
            answer.run.status.label(Language::En).to_owned(),
            answer.run.step.to_string(),
            kg(made(Step::RECEIPT)),
            kg(totals.lost.iter().map(|lost| lost.quantity_kg).sum()),
            kg(totals.gain_kg),
            kg(made(Step::SHIPMENT)),
            yield_of(Step::DEBONING),
            yield_of(Step::FREEZING),
            answer
                .open
                .as_ref()
                .map_or_else(String::new, |why| why.code().to_string()),
        ]);
    }
    table
}

/// Why runs stayed open, in the library's words.
pub(super) fn open_runs(answers: &Answers) -> Vec<String> {
    let open = answers.runs.iter().filter_map(|answer| {
        let why = answer.open.as_ref()?;
        Some(format!("{}: {why}", answer.run.code))
    });
    open.collect()
}
