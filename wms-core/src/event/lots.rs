//! Events of lots: their making, their use, their holds.
use super::events;
use crate::{
    amount::{Celsius, Kilograms},
    genealogy::Link,
    ids::{DeviationId, HoldId, InspectionId, LotId, RunId},
    inventory::Consignee,
    lot::{HoldCause, LossKind, LotType, Sku, Species, Storage, Supplier},
    run::Step,
    site::SiteCode,
    text::Metadata,
    time::Day,
};

events! {
    /// A lot's label exists.
    LotCreated {
        /// The lot.
        lot_id: LotId,
        /// Its code.
        code: Box<str>,
        /// What it is.
        lot_type: LotType,
        /// How it is kept.
        storage: Storage,
        /// The animal it comes from.
        species: Option<Species>,
        /// Its site.
        site: SiteCode,
        /// The whole of it.
        weight_kg: Kilograms,
        /// How many pieces it counts.
        pieces: Option<u32>,
        /// The day it was made.
        production_day: Day,
        /// The last day it may be used.
        best_before: Option<Day>,
        /// Who delivered it.
        supplier: Option<Supplier>,
        /// The temperature on the delivery's note.
        temperature_c: Option<Celsius>,
        /// The host's own facts: the text of a JSON object.
        metadata: Option<Metadata>,
    }
    /// A lot's goods are here.
    LotRegistered {
        /// The lot.
        lot_id: LotId,
        /// The run that received it.
        run_id: RunId,
    }
    /// Lots were made out of lots: outputs land in QUARANTINE at their step.
    LotsTransformed {
        /// The run.
        run_id: RunId,
        /// The step of the outputs.
        step: Step,
        /// What was used of which lot, losses included.
        inputs: Vec<TransformInput>,
        /// The lots made.
        outputs: Vec<TransformOutput>,
        /// The kilograms of each parent in each child.
        links: Vec<Link>,
        /// What was lost of the inputs' kilograms.
        losses: Vec<TransformLoss>,
    }
    /// Kilograms used of a lot.
    TransformInput {
        /// The lot.
        lot_id: LotId,
        /// What was used of it, losses included.
        quantity_kg: Kilograms,
    }
    /// A lot made by a transform, with what it has of its parents.
    TransformOutput {
        /// The lot.
        lot_id: LotId,
        /// Its species: given, or inherited.
        species: Option<Species>,
        /// Its size: of its type, or of a pallet's contents.
        sku: Option<Sku>,
    }
    /// Kilograms of an input that went into no child.
    TransformLoss {
        /// The input.
        lot_id: LotId,
        /// What became of them.
        kind: LossKind,
        /// How many.
        quantity_kg: Kilograms,
    }
    /// Nothing is left of a lot.
    LotConsumed {
        /// The lot.
        lot_id: LotId,
    }
    /// Kilograms of a lot went into no child.
    LotWrittenOff {
        /// The lot.
        lot_id: LotId,
        /// What became of them.
        kind: LossKind,
        /// How many.
        quantity_kg: Kilograms,
        /// Why.
        reason: Box<str>,
        /// The document that proves it.
        document: Option<Box<str>>,
    }
    /// Kilograms of a lot left to a consignee.
    LotDispatched {
        /// The lot.
        lot_id: LotId,
        /// How many.
        quantity_kg: Kilograms,
        /// To whom.
        consignee: Consignee,
        /// On what.
        vehicle: Option<Box<str>>,
    }
    /// A consumed lot, and all that came of it, is done with.
    LotFinished {
        /// The lot.
        lot_id: LotId,
    }
    /// A label was made by mistake.
    LotVoided {
        /// The lot.
        lot_id: LotId,
        /// Why.
        reason: Box<str>,
    }
    /// A lot is free to be used.
    LotReleased {
        /// The lot.
        lot_id: LotId,
        /// The inspection that released it; none at the end of its last hold.
        inspection_id: Option<InspectionId>,
    }
    /// A lot is unfit.
    LotRejected {
        /// The lot.
        lot_id: LotId,
        /// The inspection that rejected it; none when a manager confirmed it.
        inspection_id: Option<InspectionId>,
        /// Why.
        reason: Box<str>,
    }
    /// A hold was opened on a lot.
    LotHeld {
        /// The lot.
        lot_id: LotId,
        /// The hold.
        hold_id: HoldId,
        /// Why.
        cause: HoldCause,
        /// The inspection, the reading, else the command's key.
        cause_id: HoldId,
        /// In words.
        reason: Option<Box<str>>,
        /// The deviation behind it.
        deviation_id: Option<DeviationId>,
    }
    /// A hold of a lot ended.
    HoldResolved {
        /// The lot.
        lot_id: LotId,
        /// The hold.
        hold_id: HoldId,
        /// How.
        resolution: Box<str>,
    }
    /// A lot waits for its inspection again.
    LotRequarantined {
        /// The lot.
        lot_id: LotId,
    }
}
