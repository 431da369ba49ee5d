//! The transform: lots out of lots, all or nothing (rule book, section 6).
use super::{
    Act, CommandType, Decide, LotOutcome, NewLot, TransformOutcome,
    act::shaped,
    codes::{Wanted, lot_codes},
    lots::{guard_running, guard_step},
    usage::{self, Taking},
};
use crate::{
    amount::{Kilograms, Ratio},
    error::{Rejection, Warning},
    event::{Event, LotsTransformed, TransformInput, TransformLoss, TransformOutput},
    genealogy::{Link, LinkMethod, allocate},
    ids::{LotId, RunId},
    inventory::MoveKind,
    lot::{LossKind, Lot, LotTransition, LotType, Sku, Species, guard, guard_released},
    policy::PlantPolicy,
    run::{Run, Step},
    site::SiteCode,
    time::Day,
    wire::{Field, FieldInfo, Fields, Place, nested, record},
    world::{Claim, Draft, Key, Stop, World, ensure},
};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};

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
fn check_lists(transform: &Transform) -> Result<(), Rejection> {
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

/// An input as it was found.
struct Used<'a> {
    lot: &'a Lot,
    quantity: Kilograms,
    lost: Kilograms,
}

impl Used<'_> {
    fn net(&self) -> Kilograms {
        self.quantity - self.lost
    }
}

/// An output as it will be.
struct Made<'a> {
    lot_id: LotId,
    lot_type: LotType,
    weight: Kilograms,
    day: Day,
    species: Option<Species>,
    sku: Option<Sku>,
    stored: Option<&'a Lot>,
    new: Option<&'a NewLot>,
}

impl Decide for Transform {
    shaped!(|command| check_lists(command));

    fn footprint(&self) -> Vec<Claim> {
        let lots = self
            .inputs
            .iter()
            .map(|input| input.lot_id)
            .chain(self.outputs.iter().map(|output| output.lot_id));
        let codes = self
            .outputs
            .iter()
            .filter_map(|output| output.new.as_ref()?.code.as_ref());
        let codes = codes.map(|code| Claim::rely(Key::LotCode(code.as_str().into())));
        let first = [Claim::rely(Key::Links), Claim::rely(Key::Run(self.run_id))];
        let lots = lots.flat_map(|lot| {
            [
                Claim::change(Key::Lot(lot)),
                Claim::change(Key::StoresOf(lot)),
            ]
        });
        first.into_iter().chain(lots).chain(codes).collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        plant.want(self.footprint())?;
        let run = plant.run(self.run_id)?;
        let today = plant.site(run.site)?.production_day(plant.ctx.at);
        let inputs = self.inputs(plant)?;
        let mut outputs = self.outputs(plant, today)?;
        let policy = plant.policy()?;

        guard_existing(run, &inputs, &outputs)?;
        let step = guard_steps(run, &outputs)?;
        guard_site(run, &inputs, &outputs)?;
        guard_usable(&inputs, policy, today)?;
        inherit_size(step, &inputs, &mut outputs)?;
        guard_parents(&inputs, &outputs)?;
        inherit_species(policy, &inputs, &mut outputs)?;
        guard_fresh_mix(&inputs, &outputs)?;
        guard_backlog(policy, step, &inputs, &outputs)?;
        let takings = guard_quantities(plant, &inputs)?;
        let low_yield = guard_balance(policy, &inputs, &outputs)?;
        let links = self.links(&inputs, &outputs)?;
        let codes = codes(plant, run.site, today, &outputs)?;

        let transformed = self.event(step, &outputs, links);
        let created = created(&outputs, run.site, today, codes);
        let used: Vec<LotId> = inputs.iter().map(|input| input.lot.id).collect();
        low_yield
            .into_iter()
            .for_each(|warning| plant.warn(warning));
        created.into_iter().try_for_each(|lot| plant.record(lot))?;
        let cause = plant.next_event_id();
        plant.record(transformed)?;
        usage::record_moves(plant, &takings, MoveKind::Consume, None, cause)?;
        used.into_iter()
            .try_for_each(|lot| usage::consume_if_empty(plant, lot, ""))
    }
}

impl Transform {
    fn inputs<'a>(&self, plant: &'a Draft<'_>) -> Result<Vec<Used<'a>>, Stop> {
        let lost = |lot| {
            self.losses
                .iter()
                .filter(move |loss| loss.lot_id == lot)
                .map(|loss| loss.quantity_kg)
                .sum()
        };
        let found = |input: &Input| {
            Ok(Used {
                lot: plant.lot(input.lot_id)?,
                quantity: input.quantity_kg,
                lost: lost(input.lot_id),
            })
        };
        self.inputs.iter().map(found).collect()
    }

    fn outputs<'a>(&'a self, plant: &'a Draft<'_>, today: Day) -> Result<Vec<Made<'a>>, Stop> {
        // Things that are not there answer before things that are there and should not be.
        let found = |output: &'a Output| match (plant.find_lot(output.lot_id)?, &output.new) {
            (None, None) => Err(Rejection::not_found("lot", output.lot_id).into()),
            (stored, new) => Ok((output.lot_id, stored, new.as_ref())),
        };
        let found = self
            .outputs
            .iter()
            .map(found)
            .collect::<Result<Vec<_>, Stop>>()?;
        for (n, (_, stored, new)) in found.iter().enumerate() {
            let why = "the lot exists: the fields of a new one must be absent";
            let place = Place::ROOT;
            let place = place.field("outputs");
            ensure!(
                stored.is_none() || new.is_none(),
                Rejection::input(place.item(n), why)
            );
        }
        let made = found
            .into_iter()
            .filter_map(|(lot_id, stored, new)| Made::of(lot_id, stored, new, today));
        Ok(made.collect())
    }

    /// The kilograms of each input in each output: given, or shared out by output weight.
    fn links(&self, inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<Vec<Link>, Stop> {
        let Some(allocation) = &self.allocation else {
            let weights: Vec<Kilograms> = outputs.iter().map(|output| output.weight).collect();
            let shared = inputs.iter().flat_map(|input| {
                let shares = allocate(input.net(), &weights);
                outputs
                    .iter()
                    .zip(shares)
                    .map(|(output, quantity_kg)| Link {
                        parent: input.lot.id,
                        child: output.lot_id,
                        quantity_kg,
                        method: LinkMethod::Allocated,
                    })
            });
            return Ok(shared.collect());
        };
        guard_allocation(allocation, inputs, outputs)?;
        let given = allocation.iter().map(|part| Link {
            parent: part.input,
            child: part.output,
            quantity_kg: part.quantity_kg,
            method: LinkMethod::Measured,
        });
        Ok(given.collect())
    }

    fn event(&self, step: Step, outputs: &[Made<'_>], links: Vec<Link>) -> LotsTransformed {
        let inputs = self.inputs.iter();
        let losses = self.losses.iter();
        LotsTransformed {
            run_id: self.run_id,
            step,
            inputs: inputs
                .map(|input| TransformInput {
                    lot_id: input.lot_id,
                    quantity_kg: input.quantity_kg,
                })
                .collect(),
            outputs: outputs
                .iter()
                .map(|output| TransformOutput {
                    lot_id: output.lot_id,
                    species: output.species,
                    sku: output.sku,
                })
                .collect(),
            links,
            losses: losses
                .map(|loss| TransformLoss {
                    lot_id: loss.lot_id,
                    kind: loss.kind,
                    quantity_kg: loss.quantity_kg,
                })
                .collect(),
        }
    }
}

impl<'a> Made<'a> {
    fn of(
        lot_id: LotId,
        stored: Option<&'a Lot>,
        new: Option<&'a NewLot>,
        today: Day,
    ) -> Option<Self> {
        let made = match (stored, new) {
            (Some(lot), _) => Self {
                lot_id,
                lot_type: lot.lot_type,
                weight: lot.weight,
                day: lot.production_day,
                species: lot.species,
                sku: lot.sku,
                stored,
                new: None,
            },
            (None, Some(lot)) => Self {
                lot_id,
                lot_type: lot.lot_type,
                weight: lot.weight_kg,
                day: lot.day_or(today),
                species: lot.species,
                sku: lot.lot_type.sku(),
                stored: None,
                new,
            },
            (None, None) => return None,
        };
        Some(made)
    }
}

/// 1: the run is RUNNING, outputs are new or CREATED, there is an input.
fn guard_existing(run: &Run, inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
    guard_running(run)?;
    let stored = outputs.iter().filter_map(|output| output.stored);
    for lot in stored {
        guard(lot, LotTransition::BecomeOutput, CommandType::Transform)?;
    }
    let lot_type = outputs
        .first()
        .map_or(LotType::Raw, |output| output.lot_type);
    ensure!(!inputs.is_empty(), Rejection::ParentsRequired { lot_type });
    Ok(())
}

/// 2: all outputs belong to one step, not ahead of the run's.
fn guard_steps(run: &Run, outputs: &[Made<'_>]) -> Result<Step, Stop> {
    let step = outputs
        .first()
        .map_or(Step::START, |output| output.lot_type.step());
    for output in outputs {
        let lot_type = output.lot_type;
        ensure!(
            lot_type.step() == step,
            Rejection::WrongStep {
                lot_type,
                step: lot_type.step(),
                run_step: run.step
            }
        );
        guard_step(lot_type, run)?;
    }
    Ok(step)
}

/// 3: inputs, CREATED outputs and run are of one site.
fn guard_site(run: &Run, inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
    let lots = inputs
        .iter()
        .map(|input| input.lot)
        .chain(outputs.iter().filter_map(|output| output.stored));
    for lot in lots {
        ensure!(
            lot.site == run.site,
            Rejection::SiteMismatch {
                expected: run.site,
                actual: lot.site
            }
        );
    }
    Ok(())
}

/// 4: every input is RELEASED, and not past its best-before.
fn guard_usable(inputs: &[Used<'_>], policy: &PlantPolicy, today: Day) -> Result<(), Stop> {
    guard_released(
        &inputs.iter().map(|input| input.lot).collect::<Vec<_>>(),
        CommandType::Transform,
    )?;
    for input in inputs.iter().filter(|_| policy.refuse_expired) {
        guard_not_expired(input.lot, today)?;
    }
    Ok(())
}

/// Not past its best-before on today's day at the site.
pub(super) fn guard_not_expired(lot: &Lot, today: Day) -> Result<(), Rejection> {
    match lot.best_before {
        Some(best_before) if lot.is_expired(today) => Err(Rejection::LotExpired {
            lot_id: lot.id,
            best_before,
        }),
        _ => Ok(()),
    }
}

/// 5: at steps 7, 8 and 9 everything with a size has one size; a pallet takes that of its contents.
fn inherit_size(step: Step, inputs: &[Used<'_>], outputs: &mut [Made<'_>]) -> Result<(), Stop> {
    if ![Step::FREEZING, Step::PACKAGING, Step::PALLETIZING].contains(&step) {
        return Ok(());
    }
    let sizes: BTreeSet<Sku> = inputs
        .iter()
        .filter_map(|input| input.lot.sku)
        .chain(outputs.iter().filter_map(|output| output.sku))
        .collect();
    ensure!(
        sizes.len() <= 1,
        Rejection::SkuMixed {
            found: sizes.iter().map(|sku| sku.as_str()).collect()
        }
    );
    for pallet in outputs
        .iter_mut()
        .filter(|output| output.lot_type == LotType::Pal)
    {
        pallet.sku = sizes.first().copied();
    }
    Ok(())
}

fn pairs<'a, 'b>(
    inputs: &'a [Used<'b>],
    outputs: &'a [Made<'b>],
) -> impl Iterator<Item = (&'a Used<'b>, &'a Made<'b>)> {
    inputs
        .iter()
        .flat_map(move |input| outputs.iter().map(move |output| (input, output)))
}

/// 6: the parent table, for every pair.
fn guard_parents(inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
    for (input, output) in pairs(inputs, outputs) {
        let (child, parent) = (output.lot_type, input.lot.lot_type);
        let allowed = child.parents();
        ensure!(
            allowed.contains(&parent),
            Rejection::IllegalParentType {
                child,
                parent,
                allowed: allowed.to_vec()
            }
        );
    }
    Ok(())
}

/// 7: with segregation one species; outputs inherit it, a given one stands where inputs have none.
fn inherit_species(
    policy: &PlantPolicy,
    inputs: &[Used<'_>],
    outputs: &mut [Made<'_>],
) -> Result<(), Stop> {
    let of_inputs: BTreeSet<Species> = inputs
        .iter()
        .filter_map(|input| input.lot.species)
        .collect();
    if policy.species_segregation {
        guard_one_species(&of_inputs)?;
        // A given one has only the inputs' to agree with: outputs of several species may leave inputs of none.
        for given in outputs
            .iter()
            .filter_map(|output| output.species)
            .filter(|_| !of_inputs.is_empty())
        {
            guard_one_species(&of_inputs.iter().copied().chain([given]).collect())?;
        }
    }
    let inherited = of_inputs.first().copied().filter(|_| of_inputs.len() == 1);
    for output in outputs {
        output.species = output.species.or(inherited);
    }
    Ok(())
}

fn guard_one_species(found: &BTreeSet<Species>) -> Result<(), Rejection> {
    let mut names: Vec<_> = found.iter().map(|species| species.as_str()).collect();
    names.sort_unstable();
    ensure!(found.len() <= 1, Rejection::SpeciesMixed { found: names });
    Ok(())
}

/// 8: a MIX parent has the child's production day, for every pair.
fn guard_fresh_mix(inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
    for (input, output) in
        pairs(inputs, outputs).filter(|(input, _)| input.lot.lot_type == LotType::Mix)
    {
        let (day, required_day) = (input.lot.production_day, output.day);
        ensure!(
            day == required_day,
            Rejection::MixNotSameDay {
                lot_id: input.lot.id,
                day,
                required_day
            }
        );
    }
    Ok(())
}

/// 9: a parent is not younger than the child and, but at freezing, not too old, for every pair.
fn guard_backlog(
    policy: &PlantPolicy,
    step: Step,
    inputs: &[Used<'_>],
    outputs: &[Made<'_>],
) -> Result<(), Stop> {
    for (input, output) in pairs(inputs, outputs) {
        let age_days = output.day.days_since(input.lot.production_day);
        let max_age_days = max_age(policy, step, input.lot);
        let fits = age_days >= 0 && max_age_days.is_none_or(|max| age_days <= i64::from(max));
        ensure!(
            fits,
            Rejection::BacklogNotAllowed {
                lot_id: input.lot.id,
                age_days,
                max_age_days
            }
        );
    }
    Ok(())
}

/// Freezing asks for no age; nor does RAW that is not chilled, whose best-before decides.
fn max_age(policy: &PlantPolicy, step: Step, parent: &Lot) -> Option<u32> {
    let keeps = parent.lot_type == LotType::Raw && parent.storage != crate::lot::Storage::Chilled;
    if step == Step::FREEZING || keeps {
        None
    } else {
        policy.max_age_days.get(&parent.lot_type).copied()
    }
}

/// 10: enough is left of every input, and what must leave a buffer leaves none on hold.
fn guard_quantities(plant: &Draft<'_>, inputs: &[Used<'_>]) -> Result<Vec<Taking>, Stop> {
    inputs
        .iter()
        .try_for_each(|input| usage::guard_left(input.lot, input.quantity))?;
    let takings: Vec<Taking> = inputs
        .iter()
        .map(|input| usage::plan(input.lot, input.quantity))
        .collect();
    usage::guard_takings(plant, &takings)?;
    Ok(takings)
}

/// 11: losses are part of their input, and outputs are explained by inputs.
fn guard_balance(
    policy: &PlantPolicy,
    inputs: &[Used<'_>],
    outputs: &[Made<'_>],
) -> Result<Option<Warning>, Stop> {
    for input in inputs {
        let (input_kg, loss_kg) = (input.quantity, input.lost);
        ensure!(
            loss_kg <= input_kg,
            Rejection::LossExceedsInput {
                lot_id: input.lot.id,
                input_kg,
                loss_kg
            }
        );
    }
    let inputs_kg: Kilograms = inputs.iter().map(Used::net).sum();
    let outputs_kg: Kilograms = outputs.iter().map(|output| output.weight).sum();
    let of_types = |shares: &BTreeMap<LotType, Ratio>| -> BTreeSet<Ratio> {
        outputs
            .iter()
            .map(|output| shares.get(&output.lot_type).copied().unwrap_or_default())
            .collect()
    };
    let limit_kg = of_types(&policy.max_gain)
        .last()
        .copied()
        .unwrap_or_default()
        .grown(inputs_kg);
    ensure!(
        outputs_kg <= limit_kg,
        Rejection::MassBalance {
            inputs_kg,
            outputs_kg,
            limit_kg
        }
    );
    let expected_kg = of_types(&policy.min_yield)
        .first()
        .copied()
        .unwrap_or_default()
        .share_rounded_up(inputs_kg);
    Ok((outputs_kg < expected_kg).then_some(Warning::YieldLow {
        inputs_kg,
        outputs_kg,
        expected_kg,
    }))
}

/// 12: a given allocation adds up to each input less its losses, and every output has a parent.
fn guard_allocation(
    allocation: &[Allocated],
    inputs: &[Used<'_>],
    outputs: &[Made<'_>],
) -> Result<(), Rejection> {
    for input in inputs {
        let parts = allocation.iter().filter(|part| part.input == input.lot.id);
        let actual_kg: Kilograms = parts.map(|part| part.quantity_kg).sum();
        let expected_kg = input.net();
        ensure!(
            actual_kg == expected_kg,
            Rejection::AllocationMismatch {
                lot_id: input.lot.id,
                expected_kg,
                actual_kg
            }
        );
    }
    for output in outputs {
        let has_parent = allocation.iter().any(|part| part.output == output.lot_id);
        ensure!(
            has_parent,
            Rejection::AllocationMismatch {
                lot_id: output.lot_id,
                expected_kg: output.weight,
                actual_kg: Kilograms::ZERO,
            }
        );
    }
    Ok(())
}

/// 13: the codes of the new outputs.
fn codes(
    plant: &Draft<'_>,
    site: SiteCode,
    today: Day,
    outputs: &[Made<'_>],
) -> Result<Vec<Box<str>>, Stop> {
    let new = outputs.iter().filter_map(|output| output.new);
    let wanted: Vec<Wanted<'_>> = new
        .map(|lot| Wanted {
            given: lot.code.as_ref(),
            sequence: lot.sequence(site, today),
        })
        .collect();
    lot_codes(plant, &wanted)
}

fn created(
    outputs: &[Made<'_>],
    site: SiteCode,
    today: Day,
    codes: Vec<Box<str>>,
) -> Vec<crate::event::LotCreated> {
    let new = outputs
        .iter()
        .filter_map(|output| Some((output.lot_id, output.new?)));
    new.zip(codes)
        .map(|((lot_id, lot), code)| lot.created(lot_id, site, today, code))
        .collect()
}

impl Act for Transform {
    type Outcome = TransformOutcome;
    const TYPE: CommandType = CommandType::Transform;
    fn outcome(&self, world: &World, _: &[Event]) -> Result<TransformOutcome, Stop> {
        let outputs = self
            .outputs
            .iter()
            .map(|output| LotOutcome::of(world, output.lot_id));
        Ok(TransformOutcome {
            outputs: outputs.collect::<Result<_, _>>()?,
        })
    }
}
