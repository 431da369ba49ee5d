//! What a transform says: inputs, outputs, losses, a given allocation.
use crate::{
    amount::Kilograms,
    command::{NewLot, usage},
    error::Rejection,
    ids::{LotId, RunId},
    lot::LossKind,
    policy::PlantPolicy,
    wire::{Field, FieldInfo, Fields, Place, nested, record},
    world::ensure,
};
use serde_json::value::RawValue;
use std::collections::BTreeSet;

record! {
    /// Makes one or more child lots out of one or more parents in one run.
    pub struct Transform {
        /// The run.
        run_id: RunId,
        /// What is used, at most 200 lots.
        inputs: Vec<Input>,
        /// What is made, at most 500 lots, and 10 000 pairs with the inputs.
        outputs: Vec<Output>,
        ; optional
        /// The kilograms of each input in each output, where they were weighed.
        allocation (with_allocation): Vec<Allocated>,
        ; default
        /// What is lost of the inputs' kilograms.
        losses (with_losses): Vec<Loss> = Vec::new(),
    }
}

record! {
    /// Kilograms used of a lot, losses included.
    pub struct Input {
        /// The lot.
        lot_id: LotId,
        /// How many.
        quantity_kg: Kilograms,
    }
}
nested!(Input, "input", check_input);

record! {
    /// Kilograms of an input that go into no output.
    pub struct Loss {
        /// The input.
        lot_id: LotId,
        /// What becomes of them.
        kind: LossKind,
        /// How many.
        quantity_kg: Kilograms,
    }
}
nested!(Loss, "loss", check_loss);

record! {
    /// Weighed kilograms of an input in an output.
    pub struct Allocated {
        /// The input.
        input: LotId,
        /// The output.
        output: LotId,
        /// How many.
        quantity_kg: Kilograms,
    }
}
nested!(Allocated, "allocation", check_allocated);

fn check_input(input: &Input, place: &Place<'_>) -> Result<(), Rejection> {
    usage::quantity(input.quantity_kg, place.field("quantity_kg"))
}

fn check_loss(loss: &Loss, place: &Place<'_>) -> Result<(), Rejection> {
    usage::quantity(loss.quantity_kg, place.field("quantity_kg"))
}

fn check_allocated(part: &Allocated, place: &Place<'_>) -> Result<(), Rejection> {
    usage::quantity(part.quantity_kg, place.field("quantity_kg"))
}

/// A lot to be made: new, or CREATED before.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(not(feature = "exhaustive"), non_exhaustive)]
pub struct Output {
    /// The lot.
    pub lot_id: LotId,
    /// What it is, when it does not exist yet.
    #[serde(flatten)]
    pub new: Option<NewLot>,
}

impl Output {
    /// Its fields as wire.md names them, beside those of [`NewLot`].
    pub const FIELDS: &'static [FieldInfo] = &[FieldInfo {
        name: "lot_id",
        kind: "id",
        required: true,
    }];

    /// A lot whose label exists.
    #[must_use]
    pub fn created(lot_id: impl Into<LotId>) -> Self {
        Self {
            lot_id: lot_id.into(),
            new: None,
        }
    }

    /// A lot that does not exist yet.
    #[must_use]
    pub fn new(lot_id: impl Into<LotId>, lot: NewLot) -> Self {
        Self {
            lot_id: lot_id.into(),
            new: Some(lot),
        }
    }
}

impl Output {
    /// Reads it from a JSON object of its own.
    ///
    /// # Errors
    /// What of category `invalid` its shape breaks, with the path of the field.
    pub fn from_json(json: &str) -> Result<Self, Rejection> {
        crate::wire::read_alone(json)
    }
}

impl Field for Output {
    const KIND: &'static str = "output";

    fn read(value: &RawValue, place: &Place<'_>) -> Result<Self, Rejection> {
        let mut fields = Fields::read(value, place)?;
        let output = Self {
            lot_id: fields.required("lot_id")?,
            new: NewLot::take_if_given(&mut fields)?,
        };
        fields.finish()?;
        Ok(output)
    }
    fn check(&self, place: &Place<'_>) -> Result<(), Rejection> {
        self.new.iter().try_for_each(|lot| lot.check_shape(place))
    }
    fn check_policy(&self, place: &Place<'_>, policy: &PlantPolicy) -> Result<(), Rejection> {
        self.new
            .iter()
            .try_for_each(|lot| lot.check_fields_policy(place, policy))
    }
}

const MAX_INPUTS: usize = 200;
const MAX_OUTPUTS: usize = 500;
const MAX_PAIRS: usize = 10_000;

/// What holds between the lists: their sizes, nothing twice, nothing that is no input or output.
pub(super) fn check_lists(transform: &Transform) -> Result<(), Rejection> {
    let (inputs, outputs) = (transform.inputs.len(), transform.outputs.len());
    ensure!(
        inputs <= MAX_INPUTS,
        Rejection::input("inputs", "at most 200")
    );
    ensure!(
        (1..=MAX_OUTPUTS).contains(&outputs),
        Rejection::input("outputs", "1 to 500")
    );
    ensure!(
        inputs * outputs <= MAX_PAIRS,
        Rejection::input("outputs", "at most 10 000 pairs of an input and an output")
    );
    ensure!(
        transform.losses.len() <= MAX_PAIRS,
        Rejection::input("losses", "at most 10 000")
    );

    let used = once("inputs", transform.inputs.iter().map(|input| input.lot_id))?;
    let made = once(
        "outputs",
        transform.outputs.iter().map(|output| output.lot_id),
    )?;
    let stray = transform
        .losses
        .iter()
        .find(|loss| !used.contains(&loss.lot_id));
    ensure!(
        stray.is_none(),
        Rejection::input("losses", "a loss is of an input")
    );
    let allocation = transform.allocation.as_deref().unwrap_or_default();
    let stray = allocation
        .iter()
        .find(|part| !used.contains(&part.input) || !made.contains(&part.output));
    ensure!(
        stray.is_none(),
        Rejection::input("allocation", "an allocation is of an input to an output")
    );
    once(
        "allocation",
        allocation.iter().map(|part| (part.input, part.output)),
    )?;
    Ok(())
}

fn once<T: Ord>(
    list: &'static str,
    things: impl Iterator<Item = T>,
) -> Result<BTreeSet<T>, Rejection> {
    let mut seen = BTreeSet::new();
    for (n, thing) in things.enumerate() {
        ensure!(
            seen.insert(thing),
            Rejection::input(Place::ROOT.field(list).item(n), "stands twice in the list")
        );
    }
    Ok(seen)
}
