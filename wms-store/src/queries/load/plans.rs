//! What the plant is: policy, sites, flows with their versions, runs.
use super::{
    super::{super::lock_tenant, Conn, claims::Claims, entities as rows},
    Loader,
};
use crate::{
    error::Error,
    rows::id,
    schema::{FlowRow, PolicyRow, RunRow, SiteRow, VersionRow},
    sql::IdValue,
};
use futures_util::{future::try_join_all, try_join};
use std::collections::{BTreeSet, HashMap};
use wms_core::{
    audit::Digest,
    flow::FlowVersion,
    ids::{FlowId, RunId, TenantId, VersionId},
    policy::PolicyState,
    site::SiteCode,
    world::World,
};

/// The rows of a round, and what of it was asked for: what is asked for and not found is not there.
pub(super) struct Plans {
    grounds: Grounds,
    flows: Flows,
    work: Work,
}

struct Grounds {
    policy: Option<Option<PolicyRow>>,
    sites: Vec<SiteRow>,
    asked: Vec<SiteCode>,
}

#[derive(Default)]
struct Flows {
    rows: Vec<FlowRow>,
    versions: Vec<(IdValue, VersionId)>,
    asked: Vec<FlowId>,
}

struct Work {
    versions: Vec<VersionRow>,
    asked: Vec<VersionId>,
    /// Versions whose graphs are wanted, too.
    judging: Vec<VersionRow>,
    runs: Vec<RunRow>,
    asked_runs: Vec<RunId>,
    /// Runs that lots are judged by; not locked, since what is read of them never changes.
    behind: Vec<RunRow>,
    sites: Vec<SiteRow>,
    run_codes: HashMap<String, RunId>,
    asked_codes: Vec<Box<str>>,
    open_runs: Vec<(VersionId, Vec<RunRow>)>,
}

fn ids<T: crate::rows::Identified + Copy>(all: &BTreeSet<T>) -> Vec<IdValue> {
    all.iter().copied().map(id).collect()
}

impl Plans {
    /// One trip, unless flows are wanted: which versions they have in work and in force shows with their rows.
    pub(super) async fn fetch(c: &Conn, tenant: TenantId, wanted: &Claims) -> Result<Self, Error> {
        let mut versions = wanted.versions.ids.clone();
        let (grounds, flows, work) = if wanted.loads_flows() {
            let grounds = Grounds::fetch(c, tenant, wanted).await?;
            let flows = Flows::fetch(c, tenant, wanted).await?;
            for flow in &flows.rows {
                let named = flow.in_work.into_iter().chain(flow.published);
                versions.extend(named.map(|id| VersionId::new(id.0)));
            }
            let work = Work::fetch(c, tenant, wanted, versions).await?;
            (grounds, flows, work)
        } else {
            let (grounds, work) = try_join!(
                Grounds::fetch(c, tenant, wanted),
                Work::fetch(c, tenant, wanted, versions)
            )?;
            (grounds, Flows::default(), work)
        };
        Ok(Self {
            grounds,
            flows,
            work,
        })
    }
}

impl Grounds {
    async fn fetch(c: &Conn, tenant: TenantId, wanted: &Claims) -> Result<Self, Error> {
        let asked: Vec<SiteCode> = wanted.sites.ids.iter().copied().collect();
        let codes = asked.iter().map(ToString::to_string).collect();
        let policy = async {
            match wanted.policy {
                Some(_) => rows::policy_row(c, tenant).await.map(Some),
                None => Ok(None),
            }
        };
        let ((), policy, sites) = try_join!(
            lock_tenant(c, tenant, wanted.links, wanted.policy),
            policy,
            rows::site_rows(c, tenant, codes, wanted.sites.intent)
        )?;
        Ok(Self {
            policy,
            sites,
            asked,
        })
    }
}

impl Flows {
    /// Flows by id, and those of versions.
    async fn fetch(c: &Conn, tenant: TenantId, wanted: &Claims) -> Result<Self, Error> {
        let asked = wanted.flows.to_vec();
        let mut flows: BTreeSet<IdValue> = asked.iter().copied().map(id).collect();
        // A version's flow never changes: it is looked up before the locks.
        let of = ids(&wanted.flows_of);
        let versions = rows::version_rows(c, tenant, of, None).await?;
        flows.extend(versions.iter().map(|row| row.flow_id));
        let flows: Vec<IdValue> = flows.into_iter().collect();
        let (rows, versions) = try_join!(
            rows::flow_rows(c, tenant, flows.clone(), wanted.flows.intent),
            rows::version_ids(c, tenant, flows)
        )?;
        Ok(Self {
            rows,
            versions,
            asked,
        })
    }
}

impl Work {
    async fn fetch(
        c: &Conn,
        tenant: TenantId,
        wanted: &Claims,
        versions: BTreeSet<VersionId>,
    ) -> Result<Self, Error> {
        let runs = ids(&wanted.runs.ids);
        let judged_by = ids(&wanted.judged_by);
        let planned: Vec<IdValue> = ids(&wanted.plans_of_runs)
            .into_iter()
            .chain(judged_by.iter().copied())
            .collect();
        let with_site = runs.iter().chain(&judged_by).copied().collect();
        let asked_codes: Vec<Box<str>> = wanted.run_codes.iter().cloned().collect();
        let codes = asked_codes.iter().map(ToString::to_string).collect();
        let open_runs = wanted.open_runs.iter().map(|version| async {
            let open = rows::open_runs(c, tenant, *version).await?;
            Ok((*version, open))
        });
        let (versions_found, of_versions, runs_found, behind, of_runs, sites, run_codes, open_runs) =
            try_join!(
                rows::version_rows(c, tenant, ids(&versions), wanted.versions.intent),
                rows::version_rows(c, tenant, ids(&wanted.graphs_of), None),
                rows::run_rows(c, tenant, runs, wanted.runs.intent),
                rows::run_rows(c, tenant, judged_by, None),
                rows::versions_of_runs(c, tenant, planned),
                rows::sites_of_runs(c, tenant, with_site),
                rows::run_ids_by_code(c, tenant, codes),
                try_join_all(open_runs)
            )?;
        Ok(Self {
            versions: versions_found,
            asked: versions.into_iter().collect(),
            judging: of_versions.into_iter().chain(of_runs).collect(),
            runs: runs_found,
            asked_runs: wanted.runs.to_vec(),
            behind,
            sites,
            run_codes,
            asked_codes,
            open_runs,
        })
    }

    /// Puts it into the World, and gives the hashes of the graphs behind it.
    fn into_world(self, world: &mut World) -> Result<Vec<Digest>, Error> {
        load_sites(world, self.sites)?;
        load_versions(world, self.versions)?;
        let asked = self.asked.into_iter();
        asked.for_each(|id| world.load_version(id, None));
        let judging = load_versions(world, self.judging)?;
        load_runs(world, self.runs)?;
        let asked = self.asked_runs.into_iter();
        asked.for_each(|id| world.load_run(id, None));
        load_runs(world, self.behind)?;
        for code in self.asked_codes {
            let run = self.run_codes.get(&*code).copied();
            world.load_run_code(code, run);
        }
        for (version, open) in self.open_runs {
            let open = open.into_iter().map(RunRow::into_run);
            world.load_open_runs(version, open.collect::<Result<_, _>>()?);
        }
        Ok(judging)
    }
}

pub(super) fn load_sites(world: &mut World, rows: Vec<SiteRow>) -> Result<(), Error> {
    for row in rows {
        let site = row.into_site()?;
        world.load_site(site.code, Some(site));
    }
    Ok(())
}

pub(super) fn load_runs(world: &mut World, rows: Vec<RunRow>) -> Result<(), Error> {
    for row in rows {
        let run = row.into_run()?;
        world.load_run(run.id, Some(run));
    }
    Ok(())
}

/// Versions, and the hashes of their graphs.
pub(super) fn load_versions(
    world: &mut World,
    rows: Vec<VersionRow>,
) -> Result<Vec<Digest>, Error> {
    let versions = rows.into_iter().map(VersionRow::into_version);
    let versions = versions.collect::<Result<Vec<FlowVersion>, _>>()?;
    let hashes: BTreeSet<Digest> = versions.iter().map(|one| one.graph_sha256).collect();
    for version in versions {
        world.load_version(version.id, Some(version));
    }
    Ok(hashes.into_iter().collect())
}

impl Loader<'_> {
    pub(super) async fn take_plans(&mut self, plans: Option<Plans>) -> Result<(), Error> {
        let Some(plans) = plans else {
            return Ok(());
        };
        if let Some(row) = plans.grounds.policy {
            let policy = row.map(PolicyRow::into_policy).transpose()?;
            self.world
                .load_policy(policy.unwrap_or_else(PolicyState::default));
        }
        load_sites(&mut self.world, plans.grounds.sites)?;
        let asked = plans.grounds.asked.into_iter();
        asked.for_each(|code| self.world.load_site(code, None));
        self.take_flows(plans.flows)?;
        let hashes = plans.work.into_world(&mut self.world)?;
        self.load_graphs(hashes).await
    }

    fn take_flows(&mut self, flows: Flows) -> Result<(), Error> {
        let mut of_flow: HashMap<IdValue, Vec<VersionId>> = HashMap::new();
        for (flow, version) in flows.versions {
            of_flow.entry(flow).or_default().push(version);
        }
        for row in flows.rows {
            let versions = of_flow.remove(&row.id).unwrap_or_default();
            let flow = row.into_flow(versions)?;
            self.world.load_flow(flow.id, Some(flow));
        }
        let asked = flows.asked.into_iter();
        asked.for_each(|flow| self.world.load_flow(flow, None));
        Ok(())
    }
}
