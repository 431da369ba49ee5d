//! Filling a World with what a round of claims stands for: `World::supply` in SQL, in the lock order.
//!
//! A round is one trip to the database, two where lots have to be found before they can be locked: statements
//! that are polled together travel together, and the database runs them in the order they were first polled.
//! So the order of the futures in each `try_join!` here **is** the order of the locks.
mod goods;
mod held;
mod plans;
mod search;

use super::{Conn, before::Before, claims::Claims, entities as rows};
use crate::{error::Error, graphs::Graphs, rows::id, sql::IdValue};
use futures_util::try_join;
use goods::Goods;
use held::Held;
use plans::Plans;
use search::Search;
use std::collections::BTreeSet;
use wms_core::{
    audit::Digest,
    ids::TenantId,
    world::{Claim, World},
};

/// What a transaction holds of a tenant's plant.
pub(super) struct Loader<'c> {
    pub(super) c: &'c Conn,
    pub(super) tenant: TenantId,
    pub(super) world: World,
    pub(super) before: Before,
    graphs: &'c Graphs,
    held: Held,
}

impl<'c> Loader<'c> {
    pub(super) fn new(c: &'c Conn, tenant: TenantId, graphs: &'c Graphs) -> Self {
        Self {
            c,
            tenant,
            world: World::partial(tenant),
            before: Before::default(),
            graphs,
            held: Held::default(),
        }
    }

    /// Locks and loads what claims stand for. `last` travels with it, behind the locks.
    ///
    /// Locks that come before one that is held cannot be waited for: the transaction begins again with them.
    pub(super) async fn load<T>(
        &mut self,
        claims: &[Claim],
        last: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        let mut wanted = Claims::of(claims);
        self.follow(&mut wanted);
        let held_before = self.held.last();
        self.held.leave_out(&mut wanted);
        self.held.admit(&wanted, claims)?;

        let (c, tenant) = (self.c, self.tenant);
        let mut plans = Some(Plans::fetch(c, tenant, &wanted));
        let mut found = Search::default();
        if wanted.loads_flows() {
            // Which versions a flow has shows first: what comes later in the order waits for it.
            let early = maybe(plans.take()).await?;
            self.take_plans(early).await?;
        }
        if wanted.finds_lots() {
            let (early, searched) = try_join!(
                maybe(plans.take()),
                Search::fetch(c, tenant, &wanted, &self.world)
            )?;
            self.take_plans(early).await?;
            found = searched;
        }
        let mut lots: BTreeSet<IdValue> = wanted.lots.ids.iter().copied().map(id).collect();
        let intent = wanted.lots.intent;
        lots.extend(self.held.admit_found(&found.lots(), intent, held_before)?);
        let lots: Vec<IdValue> = lots.into_iter().collect();
        let goods = Goods::fetch(c, tenant, &wanted, &lots);
        let (plans, goods, last) = try_join!(maybe(plans), goods, last)?;
        self.take_plans(plans).await?;
        self.take_goods(&wanted, goods).await?;
        found.into_world(&mut self.world);
        let hashes: Vec<Digest> = wanted.graphs.iter().copied().collect();
        self.load_graphs(hashes).await?;
        Ok(last)
    }

    /// Follows symbolic keys as far as the World goes: what it knows may be newer than the database.
    fn follow(&self, wanted: &mut Claims) {
        let Claims {
            graphs_of,
            plans_of_runs,
            plans_of_lots,
            judged_by,
            stores_of,
            buffers,
            ..
        } = wanted;
        plans_of_lots.retain(|lot| {
            let known = self.world.lot_row(*lot);
            judged_by.extend(known.and_then(|lot| lot.run_id));
            known.is_none()
        });
        for runs in [plans_of_runs, judged_by] {
            runs.retain(|run| {
                let known = self.world.run_row(*run);
                graphs_of.extend(known.map(|run| run.version_id));
                known.is_none()
            });
        }
        stores_of.retain(|lot| {
            let known = self.world.lot_row(*lot);
            let positions = known.into_iter().flat_map(|lot| &lot.positions);
            buffers
                .ids
                .extend(positions.map(|position| position.buffer_id));
            known.is_none()
        });
    }

    /// Graphs by hash: another trip, where nobody read them before.
    async fn load_graphs(&mut self, hashes: Vec<Digest>) -> Result<(), Error> {
        let mut unread = Vec::new();
        for hash in hashes {
            match self.graphs.get(&hash) {
                Some(graph) => self.world.load_graph(graph),
                None => unread.push(hash),
            }
        }
        if unread.is_empty() {
            return Ok(());
        }
        for row in rows::graph_rows(self.c, self.tenant, &unread).await? {
            let graph = row.into_graph()?;
            self.graphs.keep(&graph);
            self.world.load_graph(graph);
        }
        Ok(())
    }
}

/// What is asked for only sometimes.
async fn maybe<T>(
    asked: Option<impl Future<Output = Result<T, Error>>>,
) -> Result<Option<T>, Error> {
    match asked {
        Some(asked) => asked.await.map(Some),
        None => Ok(None),
    }
}
