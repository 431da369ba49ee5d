//! The guards of a transform, numbered as in the rule book, section 6.
use super::{
    parts::{Made, Used},
    record::Allocated,
};
use crate::{
    amount::{Kilograms, Ratio},
    command::{
        CommandType,
        lots::{guard_running, guard_step},
        usage::{self, Taking},
    },
    error::{Rejection, Warning},
    lot::{Lot, LotTransition, LotType, Sku, Species, guard, guard_released},
    policy::PlantPolicy,
    run::{Run, Step},
    time::Day,
    world::{Draft, Stop, ensure},
};
use std::collections::{BTreeMap, BTreeSet};

/// 1: the run is RUNNING, outputs are new or CREATED, there is an input.
pub(super) fn guard_existing(
    run: &Run,
    inputs: &[Used<'_>],
    outputs: &[Made<'_>],
) -> Result<(), Stop> {
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
pub(super) fn guard_steps(run: &Run, outputs: &[Made<'_>]) -> Result<Step, Stop> {
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
pub(super) fn guard_site(run: &Run, inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
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
pub(super) fn guard_usable(
    inputs: &[Used<'_>],
    policy: &PlantPolicy,
    today: Day,
) -> Result<(), Stop> {
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
pub(in crate::command) fn guard_not_expired(lot: &Lot, today: Day) -> Result<(), Rejection> {
    match lot.best_before {
        Some(best_before) if lot.is_expired(today) => Err(Rejection::LotExpired {
            lot_id: lot.id,
            best_before,
        }),
        _ => Ok(()),
    }
}

/// 5: at steps 7, 8 and 9 everything with a size has one size; a pallet takes that of its contents.
pub(super) fn inherit_size(
    step: Step,
    inputs: &[Used<'_>],
    outputs: &mut [Made<'_>],
) -> Result<(), Stop> {
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
pub(super) fn guard_parents(inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
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
pub(super) fn inherit_species(
    policy: &PlantPolicy,
    inputs: &[Used<'_>],
    outputs: &mut [Made<'_>],
) -> Result<(), Stop> {
    let of_inputs: BTreeSet<Species> = inputs
        .iter()
        .filter_map(|input| input.lot.species)
        .collect();
    if policy.species_segregation {
        // A given one has only the inputs' to agree with: outputs of several species may leave inputs of none.
        let given = outputs.iter().filter_map(|output| output.species);
        let given = given.filter(|_| !of_inputs.is_empty());
        guard_one_species(&of_inputs.iter().copied().chain(given).collect())?;
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
pub(super) fn guard_fresh_mix(inputs: &[Used<'_>], outputs: &[Made<'_>]) -> Result<(), Stop> {
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
pub(super) fn guard_backlog(
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
pub(super) fn guard_quantities(
    plant: &Draft<'_>,
    inputs: &[Used<'_>],
) -> Result<Vec<Taking>, Stop> {
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
pub(super) fn guard_balance(
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
pub(super) fn guard_allocation(
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
