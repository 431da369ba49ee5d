//! What the picture shows: lots in columns by step, and who came from whom.
use super::boxes::{arrows, columns, single_lots};
use super::describe::Describer;
use super::order;
use crate::report::Answers;
use chrono_tz::Tz;
use std::collections::BTreeSet;
use wms_core::{
    amount::Kilograms,
    ids::LotId,
    lot::{LotStatus, LotType, Species},
    query::TraceView,
    run::Step,
    vocabulary::Language,
};

/// A shipment and where it came from.
#[derive(Debug)]
pub(super) struct Picture {
    /// The shipment's code.
    pub(super) code: String,
    pub(super) plant: String,
    /// What stands under the title.
    pub(super) facts: Vec<(&'static str, String)>,
    /// The part of the codes that all lots share, if they do.
    pub(super) shared: Option<String>,
    /// Boxes by step.
    pub(super) columns: Vec<Column>,
    pub(super) links: Vec<Arrow>,
    /// Every lot, by step, then code, with its parents.
    pub(super) lots: Vec<Described>,
}

/// The boxes of a step, from top to bottom.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) step: Step,
    pub(super) lots: usize,
    pub(super) weight: Kilograms,
    pub(super) boxes: Vec<LotBox>,
}

/// A lot, or the many that found no room of their own.
#[derive(Debug, Clone)]
pub(super) struct LotBox {
    pub(super) id: BoxId,
    pub(super) lots: usize,
    pub(super) code: String,
    pub(super) weight: Kilograms,
    /// None for many lots.
    pub(super) status: Option<LotStatus>,
    pub(super) caption: Option<String>,
    /// All that is known, for who points at it.
    pub(super) tooltip: String,
    pub(super) recall: Concern,
}

/// What a recall has to do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Concern {
    /// It is the recalled lot.
    Recalled,
    /// It came of the recalled lot.
    Concerned,
    None,
}

/// Which box: that of a lot, or that of a step's remaining lots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum BoxId {
    Lot(LotId),
    Rest(Step),
}

/// Kilograms of one box in another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arrow {
    pub(super) parent: BoxId,
    pub(super) child: BoxId,
    pub(super) weight: Kilograms,
    /// Whether the recalled lot, or what came of it, went this way.
    pub(super) concerned: bool,
}

/// A lot as the tables show it.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) code: String,
    pub(super) lot_type: LotType,
    pub(super) step: Step,
    pub(super) species: Option<Species>,
    pub(super) status: LotStatus,
    pub(super) weight: Kilograms,
    pub(super) caption: Option<String>,
    pub(super) parents: Vec<(String, Kilograms)>,
    pub(super) recall: Concern,
}

impl Picture {
    /// The picture of the shipment that was asked for.
    pub(super) fn of(answers: &Answers, zone: Tz) -> Option<Self> {
        let trace = answers.genealogy.as_ref()?;
        let shipment = trace.lots.first()?;
        let described = Describer::of(answers, trace, zone);
        let single = single_lots(trace, described.recalled);
        let mut columns = columns(trace, &single, &described);
        let links = arrows(trace, &single, &described.concerned);
        order::untangle(&mut columns, &links);
        let name = answers.site.name.in_language(Language::Hu);
        Some(Self {
            code: shipment.code.to_string(),
            plant: format!("{name} ({})", answers.site.site),
            facts: described.facts(shipment.lot_id, trace),
            shared: shared_part(trace),
            columns,
            links,
            lots: described.all(trace),
        })
    }

    /// A code without the part that all share.
    pub(super) fn short(&self, code: &str) -> String {
        match &self.shared {
            Some(shared) => code.replacen(shared, "-", 1),
            None => code.to_owned(),
        }
    }
}

/// The day and site in the middle of every code: `-20260115-DUNA-`.
fn shared_part(trace: &TraceView) -> Option<String> {
    let middle = |code: &str| {
        let (_, rest) = code.split_once('-')?;
        let (middle, _) = rest.rsplit_once('-')?;
        Some(format!("-{middle}-"))
    };
    let parts: BTreeSet<Option<String>> = trace.lots.iter().map(|lot| middle(&lot.code)).collect();
    parts.into_iter().next().flatten().filter(|shared| {
        let mut codes = trace.lots.iter();
        codes.all(|lot| lot.code.contains(shared.as_str()))
    })
}
