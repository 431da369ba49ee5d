use super::ReadingKind;
use crate::{amount::Celsius, lot::Storage, run::Step, text::Text, vocabulary::vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a gate does to the run (rule book, section 2).
    pub enum GateKind {
        /// Stops the run from leaving the step until every lot of the step has passed.
        Blocking = "BLOCKING", hu "blokkoló", en "blocking";
        /// Records without stopping.
        Checkpoint = "CHECKPOINT", hu "ellenőrzőpont", en "checkpoint";
        /// Only informs.
        Info = "INFO", hu "tájékoztató", en "informative";
    }
}

/// A QC checkpoint at a step; a critical control point when `is_ccp`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Gate {
    /// Its number, a text (`6.5`).
    pub number: Box<str>,
    /// Its name for people.
    pub name: Text,
    /// The step it stands at.
    pub step: Step,
    /// What it does to the run.
    pub kind: GateKind,
    /// Whether it is a critical control point in the HACCP sense; only then do its limits judge.
    pub is_ccp: bool,
    /// What readings at it must keep.
    pub limits: Vec<Limit>,
    /// What the inspector answers.
    pub checklist: Vec<ChecklistItem>,
}

/// A limit of a critical control point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Limit {
    /// Which readings it judges.
    pub kind: ReadingKind,
    /// What is inside.
    pub range: Range,
    /// Only lots kept like this; none: every lot.
    pub storage: Option<Storage>,
}

/// A temperature range; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Range {
    /// The lower end, if there is one.
    pub min_c: Option<Celsius>,
    /// The upper end, if there is one.
    pub max_c: Option<Celsius>,
}

impl Range {
    /// Whether a temperature is inside; exactly at an end is inside.
    #[must_use]
    pub fn contains(self, temperature: Celsius) -> bool {
        self.min_c.is_none_or(|min| min <= temperature)
            && self.max_c.is_none_or(|max| temperature <= max)
    }
}

/// One thing the inspector answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct ChecklistItem {
    /// Its id within the gate.
    pub id: Box<str>,
    /// What it asks.
    pub label: Text,
    /// Whether a PASS needs it answered ok.
    pub required: bool,
}

impl Gate {
    /// The limits that judge a lot kept like `storage`: those of a critical control point only.
    pub fn limits_for(&self, storage: Storage) -> impl Iterator<Item = &Limit> {
        let judging = if self.is_ccp {
            self.limits.as_slice()
        } else {
            &[]
        };
        judging
            .iter()
            .filter(move |limit| limit.storage.is_none_or(|only| only == storage))
    }
}
