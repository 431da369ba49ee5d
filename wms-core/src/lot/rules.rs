use super::{Lot, LotTransition};
use crate::{
    command::CommandType,
    error::{LotRef, Rejection},
    world::Stop,
};

/// How a lot's state is named in a refusal.
pub(crate) fn state(lot: &Lot) -> &'static str {
    if lot.voided {
        "VOIDED"
    } else {
        lot.status.as_str()
    }
}

/// The lot's state must allow the command (rule book, section 4).
pub(crate) fn guard(
    lot: &Lot,
    transition: LotTransition,
    command: CommandType,
) -> Result<(), Rejection> {
    if !lot.voided && lot.status.allows(transition) {
        return Ok(());
    }
    Err(invalid(lot, command))
}

/// A voided lot is refused by every command.
pub(crate) fn guard_not_voided(lot: &Lot, command: CommandType) -> Result<(), Rejection> {
    if lot.voided {
        Err(invalid(lot, command))
    } else {
        Ok(())
    }
}

fn invalid(lot: &Lot, command: CommandType) -> Rejection {
    Rejection::InvalidTransition {
        entity: "lot",
        id: lot.id.to_string(),
        state: state(lot),
        command: command.as_str(),
    }
}

/// How many lots in the way a refusal names at most.
const NAMED: usize = 20;

/// Refuses if there is any lot in the way: those in code order, at most 20, and how many there are.
pub(crate) fn refusal(
    lots: &mut [&Lot],
    refuse: impl FnOnce(Vec<LotRef>, usize) -> Rejection,
) -> Result<(), Stop> {
    if lots.is_empty() {
        return Ok(());
    }
    lots.sort_by(|a, b| crate::code::order(&a.code, &b.code));
    let named = lots.iter().take(NAMED);
    let named = named
        .map(|lot| LotRef {
            id: lot.id,
            code: lot.code.clone(),
            status: lot.status,
        })
        .collect();
    Err(refuse(named, lots.len()).into())
}

/// Only RELEASED lots are used; a voided one is no lot at all.
pub(crate) fn guard_released(lots: &[&Lot], command: CommandType) -> Result<(), Stop> {
    lots.iter()
        .try_for_each(|lot| guard_not_voided(lot, command))?;
    let mut others: Vec<&Lot> = lots
        .iter()
        .copied()
        .filter(|lot| !lot.status.allows(LotTransition::BecomeInput))
        .collect();
    refusal(&mut others, |lots, count| Rejection::LotNotReleased {
        lots,
        count,
    })
}
