//! Filling a World with what a round of claims stands for: `World::supply` in SQL, in the lock order.
use super::{
    Conn, Run,
    before::Before,
    claims::{Claims, Class, Found},
    entities as rows, genealogy, lots as lot_rows,
};
use crate::{
    error::Error,
    rows::id,
    schema::{DeviationRow, RunRow, VersionRow, lots, runs},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl};
use std::collections::{BTreeSet, HashMap};
use wms_core::{
    audit::Digest,
    code::CanonicalCode,
    code::Prefix,
    flow::FlowVersion,
    ids::{LotId, RunId, TenantId, VersionId},
    lot::Lot,
    policy::PolicyState,
    run::Run as RunEntity,
    site::SiteCode,
    world::{Claim, Intent, LotSet, Sequence, World},
};

/// What a transaction holds of a tenant's plant.
pub(super) struct Loader<'c> {
    pub(super) c: &'c Conn,
    pub(super) tenant: TenantId,
    pub(super) world: World,
    pub(super) before: Before,
    /// The last class that was locked.
    held: Option<Class>,
}

impl<'c> Loader<'c> {
    pub(super) fn new(c: &'c Conn, tenant: TenantId) -> Self {
        Self {
            c,
            tenant,
            world: World::partial(tenant),
            before: Before::default(),
            held: None,
        }
    }

    /// Locks and loads what claims stand for.
    ///
    /// Locks that come before one that is held cannot be waited for: the transaction begins again with them.
    pub(super) async fn load(&mut self, claims: &[Claim]) -> Result<(), Error> {
        let wanted = Claims::of(claims);
        if super::ROW_LOCKS {
            let first = wanted.classes().min();
            if first.is_some_and(|first| self.held.is_some_and(|held| first <= held)) {
                return Err(Error::Again(claims.to_vec()));
            }
            self.held = wanted.classes().max().max(self.held);
        }
        super::super::lock_tenant(self.c, self.tenant, wanted.links, wanted.policy).await?;
        self.load_plans(&wanted).await?;
        self.load_runs(&wanted).await?;
        for sequence in &wanted.sequences {
            self.load_sequence(*sequence).await?;
        }
        self.load_lots(&wanted).await?;
        self.load_buffers(&wanted).await?;
        self.load_quality(&wanted).await
    }

    async fn load_plans(&mut self, wanted: &Claims) -> Result<(), Error> {
        if wanted.policy.is_some() {
            let row = rows::policy_row(self.c, self.tenant).await?;
            let policy = row.map(|row| row.into_policy()).transpose()?;
            self.world
                .load_policy(policy.unwrap_or_else(PolicyState::default));
        }
        self.load_sites(&wanted.sites.ids, wanted.sites.intent)
            .await?;
        self.load_flows(wanted).await?;
        let hashes: Vec<Digest> = wanted.graphs.iter().copied().collect();
        self.load_graphs(hashes).await?;
        self.load_graphs_of(wanted.graphs_of.iter().copied().collect())
            .await
    }

    async fn load_sites(
        &mut self,
        codes: &BTreeSet<SiteCode>,
        intent: Option<Intent>,
    ) -> Result<(), Error> {
        let names = codes.iter().map(ToString::to_string).collect();
        let found = rows::site_rows(self.c, self.tenant, names, intent).await?;
        for row in found {
            let site = row.into_site()?;
            self.world.load_site(site.code, Some(site));
        }
        codes
            .iter()
            .for_each(|code| self.world.load_site(*code, None));
        Ok(())
    }

    /// Flows, the versions asked for, and of the flow of a version those in work and in force.
    async fn load_flows(&mut self, wanted: &Claims) -> Result<(), Error> {
        let mut flows: BTreeSet<IdValue> = wanted.flows.ids.iter().copied().map(id).collect();
        if !wanted.flows_of.is_empty() {
            // A version's flow never changes: it is looked up before the locks.
            let of = wanted.flows_of.iter().copied().map(id).collect();
            let versions = rows::version_rows(self.c, self.tenant, of, None).await?;
            flows.extend(versions.iter().map(|row| row.flow_id));
        }
        let mut versions: BTreeSet<IdValue> = wanted.versions.ids.iter().copied().map(id).collect();
        let ids: Vec<IdValue> = flows.iter().copied().collect();
        if !ids.is_empty() {
            let intent = wanted.flows.intent;
            let found = rows::flow_rows(self.c, self.tenant, ids.clone(), intent).await?;
            let mut of_flow: HashMap<IdValue, Vec<VersionId>> = HashMap::new();
            for (flow, version) in rows::version_ids(self.c, self.tenant, ids).await? {
                of_flow.entry(flow).or_default().push(version);
            }
            for row in found {
                let of_flow = of_flow.remove(&row.id).unwrap_or_default();
                let flow = row.into_flow(of_flow)?;
                versions.extend(flow.in_work.into_iter().chain(flow.published).map(id));
                self.world.load_flow(flow.id, Some(flow));
            }
        }
        for flow in &wanted.flows.ids {
            self.world.load_flow(*flow, None);
        }
        self.load_versions(versions.into_iter().collect(), wanted.versions.intent)
            .await
            .map(drop)
    }

    async fn load_versions(
        &mut self,
        ids: Vec<IdValue>,
        intent: Option<Intent>,
    ) -> Result<Vec<FlowVersion>, Error> {
        let found = rows::version_rows(self.c, self.tenant, ids.clone(), intent).await?;
        let versions = found.into_iter().map(VersionRow::into_version);
        let versions = versions.collect::<Result<Vec<_>, _>>()?;
        for version in &versions {
            self.world.load_version(version.id, Some(version.clone()));
        }
        for missing in ids {
            self.world.load_version(VersionId::new(missing.0), None);
        }
        Ok(versions)
    }

    async fn load_graphs_of(&mut self, versions: Vec<VersionId>) -> Result<(), Error> {
        if versions.is_empty() {
            return Ok(());
        }
        let ids = versions.into_iter().map(id).collect();
        let versions = self.load_versions(ids, None).await?;
        let hashes = versions.iter().map(|version| version.graph_sha256);
        self.load_graphs(hashes.collect()).await
    }

    async fn load_graphs(&mut self, hashes: Vec<Digest>) -> Result<(), Error> {
        if hashes.is_empty() {
            return Ok(());
        }
        for row in rows::graph_rows(self.c, self.tenant, &hashes).await? {
            self.world.load_graph(row.into_graph()?);
        }
        Ok(())
    }

    async fn load_runs(&mut self, wanted: &Claims) -> Result<(), Error> {
        let ids = wanted.runs.to_vec();
        let runs = self.load_runs_by_id(ids, wanted.runs.intent).await?;
        if !wanted.run_codes.is_empty() {
            let codes = wanted.run_codes.iter().map(ToString::to_string).collect();
            let found = rows::run_ids_by_code(self.c, self.tenant, codes).await?;
            for (code, run) in found {
                self.world
                    .load_run_code(code.into(), Some(RunId::new(run.0)));
            }
            for code in &wanted.run_codes {
                self.world.load_run_code(code.clone(), None);
            }
        }
        for version in &wanted.open_runs {
            let open = rows::open_runs(self.c, self.tenant, *version).await?;
            let open = open.into_iter().map(RunRow::into_run);
            self.world
                .load_open_runs(*version, open.collect::<Result<_, _>>()?);
        }
        let planned = runs
            .iter()
            .filter(|run| wanted.plans_of_runs.contains(&run.id));
        let versions: BTreeSet<VersionId> = planned.map(|run| run.version_id).collect();
        self.load_graphs_of(versions.into_iter().collect()).await
    }

    async fn load_runs_by_id(
        &mut self,
        ids: Vec<RunId>,
        intent: Option<Intent>,
    ) -> Result<Vec<RunEntity>, Error> {
        let keys = ids.iter().copied().map(id).collect();
        let found = rows::run_rows(self.c, self.tenant, keys, intent).await?;
        let runs = found.into_iter().map(RunRow::into_run);
        let runs = runs.collect::<Result<Vec<_>, _>>()?;
        let sites = runs.iter().map(|run| run.site).collect();
        self.load_sites(&sites, None).await?;
        for run in &runs {
            self.world.load_run(run.id, Some(run.clone()));
        }
        ids.into_iter().for_each(|id| self.world.load_run(id, None));
        Ok(runs)
    }

    /// The last number, and the numbers beyond it that stand on something they do not say.
    async fn load_sequence(&mut self, sequence: Sequence) -> Result<(), Error> {
        let last = rows::last_number(self.c, self.tenant, sequence).await?;
        self.before.sequences.entry(sequence).or_insert(last);
        let first = CanonicalCode {
            prefix: sequence.prefix,
            day: sequence.day,
            site: sequence.site,
            number: 1,
        };
        let first = first.to_string();
        let stem = first.rsplit_once('-').map_or("", |(stem, _)| stem);
        // `.` follows `-` in the order of bytes, which both databases compare codes by.
        let (from, to) = (format!("{stem}-"), format!("{stem}."));
        let codes: Vec<String> = match sequence.prefix {
            Prefix::Run => {
                let query = runs::table
                    .filter(runs::tenant_id.eq(id(self.tenant)))
                    .filter(runs::stray_code.eq(true))
                    .filter(runs::code.ge(from))
                    .filter(runs::code.lt(to))
                    .select(runs::code);
                query.load(self.c).await?
            }
            Prefix::Lot(_) => {
                let query = lots::table
                    .filter(lots::tenant_id.eq(id(self.tenant)))
                    .filter(lots::stray_code.eq(true))
                    .filter(lots::code.ge(from))
                    .filter(lots::code.lt(to))
                    .select(lots::code);
                query.load(self.c).await?
            }
        };
        let last = last.and_then(|last| u64::try_from(last).ok()).unwrap_or(0);
        let codes = codes
            .iter()
            .filter_map(|code| code.parse::<CanonicalCode>().ok());
        let beyond = codes
            .map(|code| code.number)
            .filter(|number| *number > last);
        self.world.load_sequence(sequence, last, beyond);
        Ok(())
    }

    /// Lots of all claims are found first, then locked together by id.
    async fn load_lots(&mut self, wanted: &Claims) -> Result<(), Error> {
        if !wanted.lot_codes.is_empty() {
            let codes = wanted.lot_codes.iter().map(ToString::to_string).collect();
            let found = lot_rows::by_codes(self.c, self.tenant, codes).await?;
            for code in &wanted.lot_codes {
                self.world
                    .load_lot_code(code.clone(), found.get(&**code).copied());
            }
        }
        let mut all: BTreeSet<IdValue> = wanted.lots.ids.iter().copied().map(id).collect();
        let mut sets = Vec::new();
        for set in self.sets(wanted) {
            let ids = lot_rows::ids_of_set(self.c, self.tenant, &Found::of(set)).await?;
            all.extend(ids.iter().copied());
            sets.push((set, ids));
        }
        let (mut below, mut children) = (Vec::new(), Vec::new());
        for lot in &wanted.descendants {
            let ids = genealogy::descendants(self.c, self.tenant, id(*lot)).await?;
            all.extend(ids.iter().copied());
            below.push((*lot, ids));
        }
        for lot in &wanted.children {
            let links = genealogy::links_down(self.c, self.tenant, &[id(*lot)]).await?;
            let ids: Vec<IdValue> = links.iter().map(|link| link.child_id).collect();
            all.extend(ids.iter().copied());
            children.push((*lot, ids));
        }
        if all.is_empty() && sets.is_empty() && below.is_empty() && children.is_empty() {
            return Ok(());
        }
        let all: Vec<IdValue> = all.into_iter().collect();
        let intent = wanted.lots.intent;
        let found =
            lot_rows::lots_by_id(self.c, self.tenant, &all, intent, &mut self.before).await?;
        let sites = found.values().map(|lot| lot.site).collect();
        self.load_sites(&sites, None).await?;
        let of = |ids: &[IdValue], keep: &dyn Fn(&Lot) -> bool| -> Vec<Lot> {
            let lots = ids.iter().filter_map(|id| found.get(&LotId::new(id.0)));
            lots.filter(|lot| keep(lot)).cloned().collect()
        };
        for (set, ids) in sets {
            self.world
                .load_lot_set(set, of(&ids, &|lot| set.contains(lot)));
        }
        for (lot, ids) in below {
            let open = of(&ids, &|lot| lot.status.is_open());
            self.world.load_open_descendants(lot, open);
        }
        for (lot, ids) in children {
            let open = of(&ids, &|lot| !lot.status.is_final());
            self.world.load_open_children(lot, open);
        }
        for lot in &wanted.lots.ids {
            self.world.load_lot(*lot, found.get(lot).cloned());
        }
        self.load_plans_of_lots(wanted, &found).await
    }

    /// The sets asked for; those of a run are at the step where it is.
    fn sets(&self, wanted: &Claims) -> Vec<LotSet> {
        let step_of = |run: &RunId| self.world.run_row(*run).map(|run| run.step);
        let stops = wanted.stops.iter();
        let stops = stops.filter_map(|run| Some(LotSet::InTheWay(*run, step_of(run)?)));
        let keeps = wanted.keeps.iter();
        let keeps = keeps.filter_map(|run| Some(LotSet::MadeAt(*run, step_of(run)?)));
        wanted
            .sets
            .iter()
            .copied()
            .chain(stops)
            .chain(keeps)
            .collect()
    }

    /// What a lot's run is judged by never changes, so its run is read without a lock.
    async fn load_plans_of_lots(
        &mut self,
        wanted: &Claims,
        found: &HashMap<LotId, Lot>,
    ) -> Result<(), Error> {
        let planned = wanted.plans_of_lots.iter().filter_map(|lot| {
            let here = self.world.lot_row(*lot).or_else(|| found.get(lot));
            here.and_then(|lot| lot.run_id)
        });
        let runs: BTreeSet<RunId> = planned.collect();
        if runs.is_empty() {
            return Ok(());
        }
        let runs = self
            .load_runs_by_id(runs.into_iter().collect(), None)
            .await?;
        let versions: BTreeSet<VersionId> = runs.iter().map(|run| run.version_id).collect();
        self.load_graphs_of(versions.into_iter().collect()).await
    }

    async fn load_buffers(&mut self, wanted: &Claims) -> Result<(), Error> {
        let mut ids: BTreeSet<IdValue> = wanted.buffers.ids.iter().copied().map(id).collect();
        for lot in &wanted.stores_of {
            let positions = self.world.lot_row(*lot).into_iter();
            let positions = positions.flat_map(|lot| &lot.positions);
            ids.extend(positions.map(|position| id(position.buffer_id)));
        }
        let intent = wanted.buffers.intent;
        let ids = ids.into_iter().collect();
        for row in rows::buffer_rows(self.c, self.tenant, ids, intent).await? {
            let buffer = row.into_buffer()?;
            self.world.load_buffer(buffer.id, Some(buffer));
        }
        for buffer in &wanted.buffers.ids {
            self.world.load_buffer(*buffer, None);
        }
        for (site, code) in &wanted.buffer_codes {
            let found =
                rows::buffer_by_code(self.c, self.tenant, site.to_string(), code.to_string())
                    .await?;
            let found = found.map(|id| wms_core::ids::BufferId::new(id.0));
            self.world.load_buffer_code(*site, code.clone(), found);
        }
        Ok(())
    }

    async fn load_quality(&mut self, wanted: &Claims) -> Result<(), Error> {
        let ids = wanted.inspections.iter().copied().map(id).collect();
        for row in rows::inspection_rows(self.c, self.tenant, ids, None).await? {
            let inspection = row.into_inspection()?;
            self.world.load_inspection(inspection.id, Some(inspection));
        }
        for inspection in &wanted.inspections {
            self.world.load_inspection(*inspection, None);
        }
        let ids = wanted.readings.iter().copied().map(id).collect();
        for row in rows::reading_rows(self.c, self.tenant, ids, None).await? {
            let reading = row.into_reading()?;
            self.world.load_reading(reading.id, Some(reading));
        }
        for reading in &wanted.readings {
            self.world.load_reading(*reading, None);
        }
        let intent = wanted.deviations.intent;
        let ids = wanted.deviations.ids.iter().copied().map(id).collect();
        for row in rows::deviation_rows(self.c, self.tenant, ids, intent).await? {
            let deviation = row.into_deviation()?;
            self.world.load_deviation(deviation.id, Some(deviation));
        }
        for deviation in &wanted.deviations.ids {
            self.world.load_deviation(*deviation, None);
        }
        for (subject, kind) in &wanted.open_deviations {
            let row = rows::open_deviation(self.c, self.tenant, (*subject, *kind), intent).await?;
            let deviation = row.map(DeviationRow::into_deviation).transpose()?;
            self.world.load_open_deviation(*subject, *kind, deviation);
        }
        Ok(())
    }
}
