use super::super::{Conn, before::Before, entities, lots as lot_rows};
use crate::{
    error::Error,
    rows::id,
    schema::{LotRow, VersionRow},
    sql::IdValue,
};
use std::collections::{BTreeSet, HashSet};
use wms_core::{
    flow::FlowVersion,
    ids::{BufferId, LotId, RunId, TenantId},
    policy::PolicyState,
    run::Run as RunEntity,
    site::SiteCode,
    world::{Changes, World},
};

/// The rows a question looks at, in the order they came about.
pub(super) struct Gather<'c> {
    pub(super) c: &'c Conn,
    pub(super) tenant: TenantId,
    pub(super) rows: Changes,
    pub(super) before: Before,
    seen: HashSet<IdValue>,
    world: World,
}

impl<'c> Gather<'c> {
    pub(super) fn new(c: &'c Conn, tenant: TenantId) -> Self {
        Self {
            c,
            tenant,
            rows: Changes::default(),
            before: Before::default(),
            seen: HashSet::new(),
            world: World::complete(tenant),
        }
    }

    /// What is gathered came about before what is gathered from now on.
    pub(super) fn settle(&mut self) {
        self.world.put(core::mem::take(&mut self.rows));
    }

    pub(super) fn into_world(mut self) -> World {
        self.settle();
        self.world
    }

    /// Lots by id, in the order given, each once.
    pub(super) async fn lots(&mut self, ids: &[IdValue]) -> Result<(), Error> {
        let new: Vec<IdValue> = ids
            .iter()
            .copied()
            .filter(|id| self.seen.insert(*id))
            .collect();
        let mut found =
            lot_rows::lots_by_id(self.c, self.tenant, &new, None, &mut self.before).await?;
        let lots = new.iter().filter_map(|id| found.remove(&LotId::new(id.0)));
        self.rows.lots.extend(lots);
        Ok(())
    }

    /// Lots whose rows were read already, in their order.
    pub(super) async fn lots_of_rows(&mut self, rows: Vec<LotRow>) -> Result<(), Error> {
        let new = rows.into_iter().filter(|row| self.seen.insert(row.id));
        let lots =
            lot_rows::with_holds(self.c, self.tenant, new.collect(), &mut self.before).await?;
        self.rows.lots.extend(lots);
        Ok(())
    }

    pub(super) async fn policy(&mut self) -> Result<(), Error> {
        let row = entities::policy_row(self.c, self.tenant).await?;
        let policy = row.map(|row| row.into_policy()).transpose()?;
        self.rows.policy = Some(policy.unwrap_or_else(PolicyState::default));
        Ok(())
    }

    pub(super) async fn sites(
        &mut self,
        codes: impl IntoIterator<Item = SiteCode>,
    ) -> Result<(), Error> {
        let codes = codes.into_iter().map(|code| code.to_string()).collect();
        for row in entities::site_rows(self.c, self.tenant, codes, None).await? {
            self.rows.sites.push(row.into_site()?);
        }
        Ok(())
    }

    pub(super) async fn run(&mut self, run: RunId) -> Result<Option<RunEntity>, Error> {
        Ok(self.runs([run]).await?.pop())
    }

    pub(super) async fn runs(
        &mut self,
        ids: impl IntoIterator<Item = RunId>,
    ) -> Result<Vec<RunEntity>, Error> {
        let ids = ids.into_iter().map(id).collect();
        let found = entities::run_rows(self.c, self.tenant, ids, None).await?;
        let runs = found.into_iter().map(|row| row.into_run());
        let runs = runs.collect::<Result<Vec<_>, _>>()?;
        self.rows.runs.extend(runs.iter().cloned());
        Ok(runs)
    }

    pub(super) async fn buffers(
        &mut self,
        ids: impl IntoIterator<Item = BufferId>,
    ) -> Result<(), Error> {
        let ids: BTreeSet<IdValue> = ids.into_iter().map(id).collect();
        let ids = ids.into_iter().collect();
        for row in entities::buffer_rows(self.c, self.tenant, ids, None).await? {
            self.rows.buffers.push(row.into_buffer()?);
        }
        Ok(())
    }

    /// Versions with their graphs.
    pub(super) async fn versions(&mut self, ids: Vec<IdValue>) -> Result<(), Error> {
        let found = entities::version_rows(self.c, self.tenant, ids, None).await?;
        let versions = found.into_iter().map(VersionRow::into_version);
        let mut versions: Vec<FlowVersion> = versions.collect::<Result<_, _>>()?;
        let hashes: BTreeSet<_> = versions.iter().map(|one| one.graph_sha256).collect();
        let hashes: Vec<_> = hashes.into_iter().collect();
        for row in entities::graph_rows(self.c, self.tenant, &hashes).await? {
            self.rows.graphs.push(row.into_graph()?);
        }
        self.rows.versions.append(&mut versions);
        Ok(())
    }
}
