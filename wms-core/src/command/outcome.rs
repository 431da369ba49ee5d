//! What an applied command tells its caller: what is wanted next.
use crate::{
    amount::Kilograms,
    audit::Digest,
    error::Rejection,
    flow::VersionStatus,
    ids::{BufferId, DeviationId, InspectionId, LotId, ReadingId, RunId, VersionId},
    lot::LotStatus,
    policy::PlantPolicy,
    quality::{Badge, DeviationStatus},
    run::{RunStatus, Step},
    world::{Stop, World},
};

/// What an applied command tells its caller, whichever command it was.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub enum Outcome {
    /// Nothing more than that it was applied.
    Done(()),
    /// The plant's policy afterwards.
    Policy(PlantPolicy),
    /// A flow version.
    Version(VersionOutcome),
    /// A run.
    Run(RunOutcome),
    /// A lot.
    Lot(LotOutcome),
    /// Several lots.
    Lots(Vec<LotOutcome>),
    /// The lots a transform made.
    Transform(TransformOutcome),
    /// An inspection and its lot.
    Inspection(InspectionOutcome),
    /// A reading.
    Reading(ReadingOutcome),
    /// A deviation.
    Deviation(DeviationOutcome),
    /// A buffer.
    Buffer(BufferOutcome),
    /// A leased block.
    Lease(LeaseOutcome),
}

macro_rules! from_outcomes {
    ($($variant:ident of $type:ty;)+) => {$(
        impl From<$type> for Outcome {
            fn from(outcome: $type) -> Self {
                Self::$variant(outcome)
            }
        }
    )+};
}

from_outcomes! {
    Done of ();
    Policy of PlantPolicy;
    Version of VersionOutcome;
    Run of RunOutcome;
    Lot of LotOutcome;
    Lots of Vec<LotOutcome>;
    Transform of TransformOutcome;
    Inspection of InspectionOutcome;
    Reading of ReadingOutcome;
    Deviation of DeviationOutcome;
    Buffer of BufferOutcome;
    Lease of LeaseOutcome;
}

macro_rules! outcomes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }
    )+};
}

outcomes! {
    /// A flow version after a command.
    VersionOutcome {
        /// The version.
        version_id: VersionId,
        /// Its number.
        number: u32,
        /// Its state.
        status: VersionStatus,
        /// The hash of its graph's text: the base of the next save.
        graph_sha256: Digest,
    }
    /// A run after a command.
    RunOutcome {
        /// The run.
        run_id: RunId,
        /// Its code.
        code: Box<str>,
        /// Its state.
        status: RunStatus,
        /// Where it is.
        step: Step,
    }
    /// A lot after a command.
    LotOutcome {
        /// The lot.
        lot_id: LotId,
        /// Its code, for the label.
        code: Box<str>,
        /// Its state.
        status: LotStatus,
        /// What is left of it.
        remaining_kg: Kilograms,
    }
    /// The lots a transform made.
    TransformOutcome {
        /// In the order of the command.
        outputs: Vec<LotOutcome>,
    }
    /// An inspection and what it did to its lot.
    InspectionOutcome {
        /// The inspection.
        inspection_id: InspectionId,
        /// The lot.
        lot: LotOutcome,
    }
    /// A reading and how it was judged.
    ReadingOutcome {
        /// The reading.
        reading_id: ReadingId,
        /// Whether it was outside its limit.
        violation: bool,
        /// The deviation it opened or joined.
        deviation_id: Option<DeviationId>,
        /// How it looks at a glance.
        badge: Option<Badge>,
    }
    /// A deviation after a command.
    DeviationOutcome {
        /// The deviation.
        deviation_id: DeviationId,
        /// Its state.
        status: DeviationStatus,
    }
    /// A buffer after a command.
    BufferOutcome {
        /// The buffer.
        buffer_id: BufferId,
        /// Its code.
        code: Box<str>,
        /// What it holds.
        stock_kg: Kilograms,
        /// Whether it is stopped.
        on_hold: bool,
    }
    /// A leased block of code numbers.
    LeaseOutcome {
        /// The first number.
        first: u64,
        /// How many.
        count: u32,
    }
}

/// An applied command left what it is about in the World.
fn there<T>(found: Result<Option<&T>, Stop>) -> Result<&T, Stop> {
    found?.ok_or_else(|| Rejection::Internal {}.into())
}

impl VersionOutcome {
    pub(super) fn of(world: &World, id: VersionId) -> Result<Self, Stop> {
        let version = there(world.version(id))?;
        let (number, status, graph_sha256) = (version.number, version.status, version.graph_sha256);
        Ok(Self {
            version_id: id,
            number,
            status,
            graph_sha256,
        })
    }
}

impl RunOutcome {
    pub(super) fn of(world: &World, id: RunId) -> Result<Self, Stop> {
        let run = there(world.run(id))?;
        Ok(Self {
            run_id: id,
            code: run.code.clone(),
            status: run.status,
            step: run.step,
        })
    }
}

impl LotOutcome {
    pub(super) fn of(world: &World, id: LotId) -> Result<Self, Stop> {
        let lot = there(world.lot(id))?;
        Ok(Self {
            lot_id: id,
            code: lot.code.clone(),
            status: lot.status,
            remaining_kg: lot.remaining(),
        })
    }
}

impl InspectionOutcome {
    pub(super) fn of(world: &World, id: InspectionId, lot: LotId) -> Result<Self, Stop> {
        Ok(Self {
            inspection_id: id,
            lot: LotOutcome::of(world, lot)?,
        })
    }
}

impl ReadingOutcome {
    pub(super) fn of(world: &World, id: ReadingId) -> Result<Self, Stop> {
        let reading = there(world.reading(id))?;
        let (violation, deviation_id, badge) =
            (reading.violation, reading.deviation_id, reading.badge);
        Ok(Self {
            reading_id: id,
            violation,
            deviation_id,
            badge,
        })
    }
}

impl DeviationOutcome {
    pub(super) fn of(world: &World, id: DeviationId) -> Result<Self, Stop> {
        Ok(Self {
            deviation_id: id,
            status: there(world.deviation(id))?.status(),
        })
    }
}

impl BufferOutcome {
    pub(super) fn of(world: &World, id: BufferId) -> Result<Self, Stop> {
        let buffer = there(world.buffer(id))?;
        let (stock_kg, on_hold) = (buffer.stock.quantity(), buffer.hold.is_some());
        Ok(Self {
            buffer_id: id,
            code: buffer.code.clone(),
            stock_kg,
            on_hold,
        })
    }
}
