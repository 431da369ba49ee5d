//! Holds: opened by hand or by a recall, ended by a manager (rule book, sections 4 and 8).
use super::{
    Act, CommandType, Decide, LotOutcome,
    act::{outcome_by, shaped},
    usage,
};
use crate::{
    error::Rejection,
    event::{Event, HoldResolved, LotHeld, LotRejected, LotReleased, LotRequarantined},
    ids::{DeviationId, HoldId, LotId},
    lot::{Hold, HoldCause, Lot, LotTransition, guard},
    quality::guard_limits,
    text::Reason,
    wire::record,
    world::{Claim, Draft, Key, LotSet, Stop, World, ensure},
};
use std::collections::BTreeSet;

/// Why a hold is opened; the same on every lot it is opened on.
#[derive(Debug, Clone)]
pub(super) struct Opening {
    pub(super) hold_id: HoldId,
    pub(super) cause: HoldCause,
    pub(super) cause_id: HoldId,
    pub(super) reason: Option<Box<str>>,
    pub(super) deviation_id: Option<DeviationId>,
}

impl Opening {
    /// Opens the hold on a lot; its id is unique within the lot.
    pub(super) fn on(&self, plant: &mut Draft<'_>, lot_id: LotId) -> Result<(), Stop> {
        let had = plant.lot(lot_id)?.holds.iter();
        ensure!(
            had.clone().all(|hold| hold.id != self.hold_id),
            Rejection::already_exists("hold", self.hold_id)
        );
        plant.record(LotHeld {
            lot_id,
            hold_id: self.hold_id,
            cause: self.cause,
            cause_id: self.cause_id,
            reason: self.reason.clone(),
            deviation_id: self.deviation_id,
        })
    }

    /// The same hold from upstream, on every descendant that a hold can stop (rule book, section 7), in code
    /// order; `skip` names those that have one already.
    pub(super) fn on_descendants(
        &self,
        plant: &mut Draft<'_>,
        lot: LotId,
        skip: impl Fn(&Lot) -> bool,
    ) -> Result<(), Stop> {
        let upstream = Self {
            cause: HoldCause::Upstream,
            cause_id: self.hold_id,
            ..self.clone()
        };
        upstream.on_open_descendants(plant, lot, skip)
    }

    fn on_open_descendants(
        &self,
        plant: &mut Draft<'_>,
        lot: LotId,
        skip: impl Fn(&Lot) -> bool,
    ) -> Result<(), Stop> {
        let held = plant
            .open_descendants(lot)?
            .into_iter()
            .filter(|lot| !skip(lot))
            .map(|lot| lot.id);
        held.collect::<Vec<_>>()
            .into_iter()
            .try_for_each(|lot| self.on(plant, lot))
    }
}

record! {
    /// Holds a lot: somebody who may inspect sees a reason to stop it.
    pub struct HoldLot {
        /// The lot.
        lot_id: LotId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for HoldLot {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![Claim::change(Key::Lot(self.lot_id))]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        guard(
            plant.lot(self.lot_id)?,
            LotTransition::Hold,
            CommandType::HoldLot,
        )?;

        by_key(plant, HoldCause::Manual, &self.reason).on(plant, self.lot_id)
    }
}

/// A hold whose cause is the command itself.
fn by_key(plant: &Draft<'_>, cause: HoldCause, reason: &Reason) -> Opening {
    let hold_id = plant.ctx.key.into();
    Opening {
        hold_id,
        cause,
        cause_id: hold_id,
        reason: Some(reason.as_str().into()),
        deviation_id: None,
    }
}

record! {
    /// Holds a lot and every descendant that a hold can stop, in one transaction: no descendant made meanwhile
    /// escapes.
    pub struct RecallHold {
        /// The lot.
        lot_id: LotId,
        /// Why.
        reason: Reason,
        ; default
        /// Whether the lot itself is held too.
        include_self (with_include_self): bool = true,
    }
}

impl Decide for RecallHold {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Links),
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::OpenDescendants(self.lot_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let lot = plant.lot(self.lot_id)?;
        guard(lot, LotTransition::Recall, CommandType::RecallHold)?;
        let held = self.include_self && lot.status.is_open();

        let opening = by_key(plant, HoldCause::Recall, &self.reason);
        if held {
            opening.on(plant, self.lot_id)?;
        }
        opening.on_open_descendants(plant, self.lot_id, |_| false)
    }
}

record! {
    /// Ends holds: all open ones of a lot, one hold on every lot that has it, or one hold of one lot.
    pub struct ResolveHold {
        /// The manager's words.
        resolution: Reason,
        ; optional
        /// The lot.
        lot_id (with_lot_id): LotId,
        /// The hold.
        hold_id (with_hold_id): HoldId,
    }
}

impl Decide for ResolveHold {
    shaped!(|command| {
        let named = command.lot_id.is_some() || command.hold_id.is_some();
        ensure!(
            named,
            Rejection::input("lot_id", "a lot or a hold is needed")
        );
        Ok(())
    });

    fn footprint(&self) -> Vec<Claim> {
        let lot = self.lot_id.map(|lot| Claim::change(Key::Lot(lot)));
        let hold = self
            .hold_id
            .map(|hold| Claim::change(Key::Lots(LotSet::Having(hold))));
        lot.into_iter().chain(hold).collect()
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        let ending = self.ending(plant)?;
        let ends: Vec<Ended> = ending.iter().map(Ending::ended).collect();
        let judged = ends
            .iter()
            .filter(|ended| ended.becomes_released)
            .map(|ended| Claim::rely(Key::PlanOfLot(ended.lot_id)));
        let behind = ending
            .iter()
            .flat_map(|ending| &ending.holds)
            .filter_map(|hold| hold.deviation_id);
        plant.want(judged.chain(behind.map(|id| Claim::rely(Key::Deviation(id)))))?;
        guard_deviations(plant, &ending)?;
        let released = ending.iter().zip(&ends);
        let released = released.filter(|(_, ended)| ended.becomes_released);
        let released: Vec<&Lot> = released.map(|(ending, _)| ending.lot).collect();
        guard_limits(plant, &released)?;

        for Ended {
            lot_id,
            hold_ids,
            is_last,
            becomes_released,
        } in ends
        {
            let resolution: Box<str> = self.resolution.as_str().into();
            for hold_id in hold_ids {
                plant.record(HoldResolved {
                    lot_id,
                    hold_id,
                    resolution: resolution.clone(),
                })?;
            }
            match (is_last, becomes_released) {
                (true, true) => plant.record(LotReleased {
                    lot_id,
                    inspection_id: None,
                })?,
                (true, false) => plant.record(LotRequarantined { lot_id })?,
                (false, _) => {}
            }
        }
        Ok(())
    }
}

/// The holds of one lot that end.
struct Ending<'a> {
    lot: &'a Lot,
    holds: Vec<&'a Hold>,
}

/// What becomes of a lot when they have.
struct Ended {
    lot_id: LotId,
    hold_ids: Vec<HoldId>,
    is_last: bool,
    becomes_released: bool,
}

impl Ending<'_> {
    /// RELEASED if it had been before, or if an inspection held it: the resolution is then the disposition. A
    /// recall, manual, upstream or temperature hold never stands in for an inspection that has not happened.
    fn ended(&self) -> Ended {
        let is_last = self.lot.open_holds().count() == self.holds.len();
        let inspected = self
            .lot
            .holds
            .iter()
            .any(|hold| hold.cause == HoldCause::Inspection);
        Ended {
            lot_id: self.lot.id,
            hold_ids: self.holds.iter().map(|hold| hold.id).collect(),
            is_last,
            becomes_released: is_last && (self.lot.was_released || inspected),
        }
    }
}

impl ResolveHold {
    /// What ends, by lot in code order.
    fn ending<'a>(&self, plant: &'a Draft<'_>) -> Result<Vec<Ending<'a>>, Stop> {
        let named = self.lot_id.map(|lot| plant.lot(lot)).transpose()?;
        let having = self
            .hold_id
            .map(|hold| plant.lot_set(LotSet::Having(hold)))
            .transpose()?;
        let unknown = || {
            Rejection::not_found(
                "hold",
                self.hold_id
                    .map(|hold| hold.to_string())
                    .unwrap_or_default(),
            )
        };
        ensure!(
            having.as_ref().is_none_or(|lots| !lots.is_empty()),
            unknown()
        );
        if let Some(lot) = named {
            guard(lot, LotTransition::ResolveHold, CommandType::ResolveHold)?;
        }
        let lots = match named {
            Some(lot) => vec![lot],
            None => having.unwrap_or_default(),
        };
        let ends = |hold: &&Hold| self.hold_id.is_none_or(|id| id == hold.id);
        let ending = lots.into_iter().map(|lot| Ending {
            lot,
            holds: lot.open_holds().filter(ends).collect(),
        });
        let ending: Vec<_> = ending.filter(|ending| !ending.holds.is_empty()).collect();
        ensure!(!ending.is_empty(), unknown());
        Ok(ending)
    }
}

/// The deviation behind an INSPECTION, TEMPERATURE or UPSTREAM hold is CLOSED, where there is one.
fn guard_deviations(plant: &Draft<'_>, ending: &[Ending<'_>]) -> Result<(), Stop> {
    if !plant.policy()?.require_corrective_action {
        return Ok(());
    }
    let behind = ending
        .iter()
        .flat_map(|ending| &ending.holds)
        .filter_map(|hold| hold.deviation_id);
    let mut deviations = Vec::new();
    let mut seen = BTreeSet::new();
    for id in behind.filter(|id| seen.insert(*id)) {
        if plant.deviation(id)?.is_open() {
            deviations.push(id);
        }
    }
    ensure!(
        deviations.is_empty(),
        Rejection::DeviationOpen { deviations }
    );
    Ok(())
}

record! {
    /// Rejects a lot in hold for good; what came of it is held.
    pub struct ConfirmReject {
        /// The lot.
        lot_id: LotId,
        /// Why.
        reason: Reason,
    }
}

impl Decide for ConfirmReject {
    shaped!();

    fn footprint(&self) -> Vec<Claim> {
        vec![
            Claim::change(Key::Links),
            Claim::change(Key::Lot(self.lot_id)),
            Claim::change(Key::OpenDescendants(self.lot_id)),
        ]
    }

    fn decide(&self, plant: &mut Draft<'_>) -> Result<(), Stop> {
        guard(
            plant.lot(self.lot_id)?,
            LotTransition::ConfirmReject,
            CommandType::ConfirmReject,
        )?;
        let holds_descendants = plant.policy()?.hold_descendants;

        let reason = self.reason.as_str();
        usage::resolve_all(plant, self.lot_id, reason)?;
        plant.record(LotRejected {
            lot_id: self.lot_id,
            inspection_id: None,
            reason: reason.into(),
        })?;
        if holds_descendants {
            by_key(plant, HoldCause::Upstream, &self.reason).on_descendants(
                plant,
                self.lot_id,
                |_| false,
            )?;
        }
        Ok(())
    }
}

outcome_by!(LotOutcome by lot_id: HoldLot, ConfirmReject);

/// The lots whose holds were opened or ended, each once, in the order of the events.
fn touched(world: &World, events: &[Event]) -> Result<Vec<LotOutcome>, Stop> {
    let lots = events.iter().filter_map(|event| match event {
        Event::LotHeld(held) => Some(held.lot_id),
        Event::HoldResolved(resolved) => Some(resolved.lot_id),
        _ => None,
    });
    let mut seen = BTreeSet::new();
    lots.filter(|lot| seen.insert(*lot))
        .map(|lot| LotOutcome::of(world, lot))
        .collect()
}

impl Act for RecallHold {
    /// The lots now held.
    type Outcome = Vec<LotOutcome>;
    const TYPE: CommandType = CommandType::RecallHold;
    fn outcome(&self, world: &World, events: &[Event]) -> Result<Vec<LotOutcome>, Stop> {
        touched(world, events)
    }
}

impl Act for ResolveHold {
    /// The lots whose holds ended.
    type Outcome = Vec<LotOutcome>;
    const TYPE: CommandType = CommandType::ResolveHold;
    fn outcome(&self, world: &World, events: &[Event]) -> Result<Vec<LotOutcome>, Stop> {
        touched(world, events)
    }
}
