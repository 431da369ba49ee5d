use super::{Ask, complete};
use crate::{
    error::Rejection,
    flow::FlowVersion,
    ids::VersionId,
    plant::Plant,
    policy::PlantPolicy,
    query::{
        FlowSummary, GetPolicy, GetSite, GetVersion, ListFlows, ListVersions, SiteView, VersionView,
    },
};

impl Ask for GetSite {
    type Answer = SiteView;
    fn answer(&self, plant: &Plant) -> Result<SiteView, Rejection> {
        let site = plant.world().sites.get(&self.site);
        site.map(SiteView::from)
            .ok_or_else(|| Rejection::not_found("site", self.site))
    }
}

impl Ask for GetPolicy {
    type Answer = PlantPolicy;
    fn answer(&self, plant: &Plant) -> Result<PlantPolicy, Rejection> {
        Ok(complete(plant.world().policy())?.policy.clone())
    }
}

impl Ask for ListFlows {
    type Answer = Vec<FlowSummary>;
    fn answer(&self, plant: &Plant) -> Result<Vec<FlowSummary>, Rejection> {
        Ok(plant
            .world()
            .flows
            .newest_first(None)
            .map(FlowSummary::from)
            .collect())
    }
}

/// A version that was not discarded.
pub(super) fn version(plant: &Plant, id: VersionId) -> Result<&FlowVersion, Rejection> {
    let version = plant
        .world()
        .versions
        .get(&id)
        .filter(|version| !version.discarded);
    version.ok_or_else(|| Rejection::not_found("version", id))
}

pub(super) fn version_view(plant: &Plant, version: &FlowVersion) -> Result<VersionView, Rejection> {
    let hash = version.graph_sha256;
    let graph = complete(plant.world().graph(hash))?;
    let graph = graph.ok_or_else(|| Rejection::StoreCorrupt {
        table: "graphs".to_owned(),
        id: hash.to_string(),
    })?;
    Ok(VersionView::of(
        version,
        graph,
        complete(plant.world().policy())?.policy.strict_canonical,
    ))
}

impl Ask for GetVersion {
    type Answer = VersionView;
    fn answer(&self, plant: &Plant) -> Result<VersionView, Rejection> {
        version_view(plant, version(plant, self.version_id)?)
    }
}

impl Ask for ListVersions {
    type Answer = Vec<VersionView>;
    fn answer(&self, plant: &Plant) -> Result<Vec<VersionView>, Rejection> {
        let flow = plant.world().flows.get(&self.flow_id);
        let flow = flow.ok_or_else(|| Rejection::not_found("flow", self.flow_id))?;
        flow.versions
            .iter()
            .rev()
            .map(|id| version_view(plant, version(plant, *id)?))
            .collect()
    }
}
