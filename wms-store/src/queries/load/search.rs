//! Lots that have to be found before they can be locked.
use super::super::{
    Conn,
    claims::{Asks, At, Claims, Found},
    genealogy, lots as lot_rows,
};
use crate::{error::Error, rows::id, sql::IdValue};
use futures_util::{future::try_join_all, try_join};
use std::collections::HashSet;
use wms_core::{
    ids::{LotId, RunId, TenantId},
    lot::{Lot, LotStatus},
    world::{LotSet, World},
};

/// What was found for each key that asks for lots by what they are.
#[derive(Debug, Default)]
pub(super) struct Search {
    sets: Vec<(Which, Vec<IdValue>)>,
    below: Vec<(LotId, Vec<IdValue>)>,
    children: Vec<(LotId, Vec<IdValue>)>,
}

/// A set of lots; that of a run hangs on the step where it is.
#[derive(Debug, Clone, Copy)]
enum Which {
    Set(LotSet),
    OfRun(Asks, RunId),
}

fn states(keep: impl Fn(LotStatus) -> bool) -> Vec<LotStatus> {
    let all = LotStatus::ALL.into_iter();
    all.filter(|status| keep(*status)).collect()
}

impl Search {
    /// Looks behind the locks of everything that comes before lots.
    pub(super) async fn fetch(
        c: &Conn,
        tenant: TenantId,
        wanted: &Claims,
        world: &World,
    ) -> Result<Self, Error> {
        let asked = |asks, run: &RunId| {
            // A run that this transaction changed is at another step than its row says.
            let step = world
                .run_row(*run)
                .map_or(At::RunsOwn, |run| At::Step(run.step));
            (Which::OfRun(asks, *run), Found::asked(asks, *run, step))
        };
        let stops = wanted.stops.iter().map(|run| asked(Asks::Stops, run));
        let keeps = wanted.keeps.iter().map(|run| asked(Asks::Keeps, run));
        let named = wanted.sets.iter();
        let named = named.map(|set| (Which::Set(*set), Found::of(*set)));
        let sets = named
            .chain(stops)
            .chain(keeps)
            .map(|(which, found)| async move {
                let ids = lot_rows::ids_of_set(c, tenant, &found).await?;
                Ok((which, ids))
            });
        let below = wanted.descendants.iter().map(|lot| async {
            let all = genealogy::descendants(c, tenant, id(*lot)).await?;
            let open = states(LotStatus::is_open);
            let open = lot_rows::in_states(c, tenant, &all, &open).await?;
            Ok((*lot, open))
        });
        let parents = wanted.children.iter().copied().map(id).collect();
        let unfinished = states(|status| !status.is_final());
        let (sets, below, pairs) = try_join!(
            try_join_all(sets),
            try_join_all(below),
            lot_rows::children_in_states(c, tenant, parents, &unfinished)
        )?;
        let children = wanted.children.iter().map(|lot| {
            let of = pairs.iter().filter(|(parent, _)| *parent == id(*lot));
            (*lot, of.map(|(_, child)| *child).collect())
        });
        Ok(Self {
            sets,
            below,
            children: children.collect(),
        })
    }

    /// All lots that were found, each once.
    pub(super) fn lots(&self) -> HashSet<IdValue> {
        let sets = self.sets.iter().map(|(_, ids)| ids);
        let below = self.below.iter().chain(&self.children);
        let all = sets.chain(below.map(|(_, ids)| ids));
        all.flatten().copied().collect()
    }

    /// Tells the World which of its lots, locked and loaded by now, belong together.
    pub(super) fn into_world(self, world: &mut World) {
        for (which, ids) in self.sets {
            let set = match which {
                Which::Set(set) => Some(set),
                Which::OfRun(asks, run) => world.run_row(run).map(|now| asks.at(run, now.step)),
            };
            if let Some(set) = set {
                let lots = of(world, &ids, |lot| set.contains(lot));
                world.load_lot_set(set, lots);
            }
        }
        for (lot, ids) in self.below {
            let open = of(world, &ids, |lot| lot.status.is_open());
            world.load_open_descendants(lot, open);
        }
        for (lot, ids) in self.children {
            let open = of(world, &ids, |lot| !lot.status.is_final());
            world.load_open_children(lot, open);
        }
    }
}

fn of(world: &World, ids: &[IdValue], keep: impl Fn(&Lot) -> bool) -> Vec<Lot> {
    let lots = ids.iter().filter_map(|id| world.lot_row(LotId::new(id.0)));
    lots.filter(|lot| keep(lot)).cloned().collect()
}
