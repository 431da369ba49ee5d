use super::{
    DeviationView, InspectionView, LotView, ReadingView, RunStepView, RunView, VersionView, views,
};
use crate::{
    amount::Kilograms,
    genealogy::{Link, LossOf, RunBalance},
    ids::{BufferId, DeviationId, LotId, RunId, UserId},
    lot::{Lot, LotStatus, LotType},
    run::{RunStatus, Step},
    time::Instant,
};

views! {
    /// Kilograms of a lot in a buffer.
    StockIn {
        /// Where.
        buffer_id: BufferId,
        /// How many.
        quantity_kg: Kilograms,
    }
    /// Where the kilograms of a lot are.
    LotBalance {
        /// The lot.
        lot_id: LotId,
        /// The whole of it.
        weight_kg: Kilograms,
        /// What went into children.
        used_kg: Kilograms,
        /// What went into no child, by kind.
        lost: Vec<LossOf>,
        /// What left to consignees.
        dispatched_kg: Kilograms,
        /// What lies in buffers.
        stock: Vec<StockIn>,
        /// What is in no buffer.
        line_kg: Kilograms,
        /// What nobody knows of: always 0 (I9).
        unaccounted_kg: Kilograms,
    }
    /// What a run used, made and lost at a step.
    StepBalanceView {
        /// The step.
        step: Step,
        /// What was used, losses included.
        in_kg: Kilograms,
        /// What was made or received.
        out_kg: Kilograms,
        /// What was lost, by kind.
        lost: Vec<LossOf>,
        /// Water and batter (positive), drip and evaporation (negative).
        gain_kg: Kilograms,
        /// out / in, 4 decimals, half-even; none when nothing went in.
        r#yield: Option<String>,
    }
    /// The sums over all steps.
    TotalsView {
        /// What was used, losses included.
        in_kg: Kilograms,
        /// What was made or received.
        out_kg: Kilograms,
        /// What was lost, by kind.
        lost: Vec<LossOf>,
        /// Water and batter (positive), drip and evaporation (negative).
        gain_kg: Kilograms,
    }
    /// The mass balance of a run.
    RunBalanceView {
        /// All 11 steps.
        steps: Vec<StepBalanceView>,
        /// The sums.
        totals: TotalsView,
    }
    /// How many lots of a type are in a state.
    LotCount {
        /// The type.
        lot_type: LotType,
        /// The state.
        status: LotStatus,
        /// How many.
        count: usize,
        /// Their weight.
        weight_kg: Kilograms,
    }
    /// Kilograms, counts and yields of a run.
    RunSummaryView {
        /// The run.
        run_id: RunId,
        /// Its state.
        status: RunStatus,
        /// Where it is.
        step: Step,
        /// Its lots by type and state.
        lots: Vec<LotCount>,
        /// What it used, made and lost, by step.
        steps: Vec<StepBalanceView>,
        /// The sums.
        totals: TotalsView,
        /// How many deviations of its lots wait for a corrective action.
        open_deviations: usize,
    }
    /// What is still to be done about a run.
    OpenPoints {
        /// Deviations that wait for a corrective action.
        deviations: Vec<DeviationId>,
        /// Lots in HOLD.
        on_hold: Vec<LotId>,
        /// Lots that wait for their inspection.
        pending: Vec<LotId>,
    }
    /// The compliance report of a run, as data.
    RunReportView {
        /// The run.
        run: RunView,
        /// The version it is pinned to, without the graph.
        version: VersionView,
        /// Who approved that version.
        approved_by: Option<UserId>,
        /// Its steps with times and actors.
        steps: Vec<RunStepView>,
        /// Its lots.
        lots: Vec<LotView>,
        /// The links between them.
        links: Vec<Link>,
        /// The inspections of its lots.
        inspections: Vec<InspectionView>,
        /// The readings of its lots.
        readings: Vec<ReadingView>,
        /// The deviations of its lots, with the lots they affect.
        deviations: Vec<DeviationView>,
        /// What is still to be done.
        open_points: OpenPoints,
        /// Its mass balance.
        mass_balance: RunBalanceView,
        /// What time this is the truth of.
        as_of: Instant,
    }
}

/// A mass balance: of a lot or of a run.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum MassBalanceView {
    /// Of a lot.
    Lot(LotBalance),
    /// Of a run.
    Run(RunBalanceView),
}

impl From<&Lot> for LotBalance {
    fn from(lot: &Lot) -> Self {
        let stock = lot.positions.iter();
        let stock = stock.map(|position| StockIn {
            buffer_id: position.buffer_id,
            quantity_kg: position.quantity,
        });
        let known = lot.used + lot.lost.total() + lot.dispatched + lot.stored() + lot.at_the_line();
        Self {
            lot_id: lot.id,
            weight_kg: lot.weight,
            used_kg: lot.used,
            lost: lot
                .lost
                .iter()
                .map(|(kind, quantity_kg)| LossOf { kind, quantity_kg })
                .collect(),
            dispatched_kg: lot.dispatched,
            stock: stock.collect(),
            line_kg: lot.at_the_line(),
            unaccounted_kg: lot.weight - known,
        }
    }
}

impl From<&RunBalance> for RunBalanceView {
    fn from(balance: &RunBalance) -> Self {
        let steps = balance.steps().map(|(step, at)| StepBalanceView {
            step,
            in_kg: at.used,
            out_kg: at.made,
            lost: at.losses(),
            gain_kg: at.gain(),
            r#yield: at.yield_of(),
        });
        let totals = balance.totals();
        Self {
            steps: steps.collect(),
            totals: TotalsView {
                in_kg: totals.used,
                out_kg: totals.made,
                lost: totals.losses(),
                gain_kg: totals.gain(),
            },
        }
    }
}

impl LotCount {
    /// Counts lots by type and state, in the order of the rule book.
    pub fn of<'a>(lots: impl IntoIterator<Item = &'a Lot>) -> Vec<Self> {
        let mut counts = std::collections::BTreeMap::<_, (usize, Kilograms)>::new();
        for lot in lots {
            let (count, weight) = counts.entry((lot.lot_type, lot.status)).or_default();
            *count += 1;
            *weight += lot.weight;
        }
        let counts = counts.into_iter();
        counts
            .map(|((lot_type, status), (count, weight_kg))| Self {
                lot_type,
                status,
                count,
                weight_kg,
            })
            .collect()
    }
}
