//! Executors that hold only what they loaded, as a store's transaction does.
use crate::claims;
use wms_conformance::random::Ledger;
use wms_core::{
    actor::Permissions,
    command::{Decision, Envelope, decide},
    error::{Rejection, Warning},
    event::Event,
    plant::Plant,
    time::Instant,
    world::{Changes, Claim, Stop, World},
};

/// What an answer says; which executor gave it does not show.
pub(crate) type Said = Result<(Vec<Event>, Vec<Warning>), Rejection>;

/// A decision with the claims that were made on the way, and how many rounds it took.
type Decided = (Result<Box<Changes>, Rejection>, Vec<Claim>, u32);

/// More rounds than any command needs.
const PATIENCE: u32 = 4;

/// Decides on a World, loading from another what is asked for.
fn decide_loading(
    world: &mut World,
    from: &World,
    envelope: &Envelope,
    now: Instant,
) -> Result<Decided, String> {
    let mut claims = Vec::new();
    let mut wanted = envelope.footprint();
    for round in 1..=PATIENCE {
        wanted
            .iter()
            .for_each(|claim| world.supply(&claim.key, from));
        claims.append(&mut wanted);
        match decide(world, envelope, None, now, &Permissions::default()) {
            Ok(Decision::Apply(changes)) => return Ok((Ok(changes), claims, round)),
            Ok(Decision::Replay) => return Err("a replay of a key nobody claimed".to_owned()),
            Err(Stop::Rejected(rejection)) => return Ok((Err(*rejection), claims, round)),
            Err(Stop::Missing(more)) => wanted = more,
        }
    }
    Err(format!("after {PATIENCE} rounds still missing: {wanted:?}"))
}

/// One command on a World of its own; whatever it changes was claimed to be changed.
pub(crate) fn decide_alone(
    plant: &Plant,
    ledger: &Ledger,
    envelope: &Envelope,
) -> Result<(Said, u32), String> {
    let mut world = World::partial(plant.world().tenant());
    let (decided, made, rounds) = decide_loading(&mut world, plant.world(), envelope, plant.now())?;
    if let Ok(changes) = &decided {
        claims::cover(&made, changes, ledger)?;
    }
    Ok((said(decided), rounds))
}

/// Commands decided one after the other on one World that grows, to be written at the end.
pub(crate) struct Batch {
    /// The database as the batch found it.
    found: World,
    world: World,
}

impl Batch {
    pub(crate) fn on(world: &World) -> Self {
        Self {
            found: world.clone(),
            world: World::partial(world.tenant()),
        }
    }

    pub(crate) fn decide(&mut self, envelope: &Envelope, now: Instant) -> Result<Said, String> {
        let (decided, _, _) = decide_loading(&mut self.world, &self.found, envelope, now)?;
        if let Ok(changes) = &decided {
            let mut changes = changes.as_ref().clone();
            changes.recorded.clear();
            self.world.put(changes);
        }
        Ok(said(decided))
    }
}

fn said(decided: Result<Box<Changes>, Rejection>) -> Said {
    decided.map(|changes| (changes.events, changes.warnings))
}
