use crate::{
    audit::Head,
    event::Stamp,
    ids::{InspectionId, LotId, ReadingId, RunId},
    run::Step,
    text::Bytes,
    vocabulary::vocabulary,
};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What an inspector decides.
    pub enum Decision {
        /// The lot is in order.
        Pass = "PASS", hu "megfelelt", en "pass";
        /// The lot must wait.
        Hold = "HOLD", hu "zárolás", en "hold";
        /// The lot is unfit.
        Fail = "FAIL", hu "nem felelt meg", en "fail";
    }
}

/// A QC decision on a lot at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Inspection {
    /// The caller's id of it.
    pub id: InspectionId,
    /// The lot.
    pub lot_id: LotId,
    /// The lot's run at the time.
    pub run_id: Option<RunId>,
    /// The step it was made at.
    pub step: Step,
    /// The numbers of that step's gates in the run's version.
    pub gates: Vec<Box<str>>,
    /// What sort of inspection it was.
    pub inspection_type: Box<str>,
    /// What was decided.
    pub decision: Decision,
    /// The inspector's words.
    pub notes: Option<Box<str>>,
    /// The answers given.
    pub checklist: Vec<ChecklistAnswer>,
    /// The readings taken with it.
    pub readings: Vec<ReadingId>,
    /// Who signed it.
    pub signature: Option<Box<Signature>>,
    /// When and by whom it was made.
    pub made: Stamp,
    /// The head of its audit stream.
    pub head: Head,
}

/// An answer to a checklist item; one to an item the gates do not know is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct ChecklistAnswer {
    /// The item's id.
    pub item: String,
    /// Whether it was in order.
    pub ok: bool,
    /// A remark.
    pub remark: Option<String>,
}

/// A signature under an inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Signature {
    /// The signer's name in print.
    pub printed_name: String,
    /// What the signature stands for.
    pub meaning: String,
    /// The strokes or the certificate, at most 64 KiB.
    pub signature: Option<Bytes>,
}
