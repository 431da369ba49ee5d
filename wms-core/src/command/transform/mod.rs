//! The transform: lots out of lots, all or nothing (rule book, section 6).
mod guards;
mod parts;
mod record;

pub(super) use guards::guard_not_expired;
use guards::{
    guard_allocation, guard_backlog, guard_balance, guard_existing, guard_fresh_mix, guard_parents,
    guard_quantities, guard_site, guard_steps, guard_usable, inherit_size, inherit_species,
};
use parts::{Made, Used};
use record::check_lists;
pub use record::{Allocated, Input, Loss, Output, Transform};

use super::{
    Act, CommandType, Decide, LotOutcome, TransformOutcome,
    act::shaped,
    codes::{Wanted, lot_codes},
    usage,
};
use crate::{
    amount::Kilograms,
    error::Rejection,
    event::{Event, LotCreated, LotsTransformed, TransformInput, TransformLoss, TransformOutput},
    genealogy::{Link, LinkMethod, allocate},
    ids::LotId,
    inventory::MoveKind,
    run::Step,
    site::SiteCode,
    time::Day,
    wire::Place,
    world::{Claim, Draft, Key, Stop, World, ensure},
};

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
) -> Vec<LotCreated> {
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
