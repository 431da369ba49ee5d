//! Whether a key needs loading: symbolic keys are followed as far as the World goes.
use super::{Key, LotSet, Stop, World};
use crate::ids::{RunId, VersionId};

impl World {
    /// Whether a key needs no loading.
    pub(crate) fn knows(&self, key: &Key) -> bool {
        self.complete || !matches!(self.look_for(key), Err(Stop::Missing(_)))
    }

    /// Looks for what a key stands for.
    fn look_for(&self, key: &Key) -> Result<(), Stop> {
        match key {
            Key::Links => Ok(()),
            Key::Policy => self.policy().map(drop),
            Key::Site(id) => self.site(*id).map(drop),
            Key::Flow(id) => self.flow(*id).map(drop),
            Key::Version(id) => self.version(*id).map(drop),
            Key::Graph(id) => self.graph(*id).map(drop),
            Key::Run(id) => self.run(*id).map(drop),
            Key::RunCode(code) => self.run_by_code(code).map(drop),
            Key::OpenRuns(id) => self.open_runs(*id).map(drop),
            Key::Sequence(id) => self.sequence(*id).map(drop),
            Key::Lot(id) => self.lot(*id).map(drop),
            Key::LotCode(code) => self.lot_by_code(code).map(drop),
            Key::Lots(set) => self.lot_set(*set).map(drop),
            Key::OpenDescendants(id) => self.open_descendants(*id).map(drop),
            Key::OpenChildren(id) => self.open_children(*id).map(drop),
            Key::FlowOf(id) => self.flow_of(*id),
            Key::GraphOf(id) => self.graph_of(*id),
            Key::PlanOfRun(id) => self.plan_of_run(*id),
            Key::PlanOfLot(id) => match self.lot(*id)?.and_then(|lot| lot.run_id) {
                Some(run) => self.plan_of_run(run),
                None => Ok(()),
            },
            Key::StopsRun(id) => match self.run(*id)? {
                Some(run) => self.lot_set(LotSet::InTheWay(*id, run.step)).map(drop),
                None => Ok(()),
            },
            Key::KeepsRun(id) => match self.run(*id)? {
                Some(run) => self.lot_set(LotSet::MadeAt(*id, run.step)).map(drop),
                None => Ok(()),
            },
            Key::StoresOf(id) => {
                let positions = self.lot(*id)?.into_iter().flat_map(|lot| &lot.positions);
                positions
                    .map(|position| position.buffer_id)
                    .try_for_each(|buffer| self.buffer(buffer).map(drop))
            }
            Key::Buffer(id) => self.buffer(*id).map(drop),
            Key::BufferCode(site, code) => self.buffer_by_code(*site, code).map(drop),
            Key::Inspection(id) => self.inspection(*id).map(drop),
            Key::Reading(id) => self.reading(*id).map(drop),
            Key::Deviation(id) => self.deviation(*id).map(drop),
            Key::OpenDeviation(subject, kind) => self.open_deviation(*subject, *kind).map(drop),
        }
    }

    fn flow_of(&self, version: VersionId) -> Result<(), Stop> {
        let Some(version) = self.version(version)? else {
            return Ok(());
        };
        let Some(flow) = self.flow(version.flow_id)? else {
            return Ok(());
        };
        flow.in_work
            .into_iter()
            .chain(flow.published)
            .try_for_each(|id| self.version(id).map(drop))
    }

    fn graph_of(&self, version: VersionId) -> Result<(), Stop> {
        let Some(version) = self.version(version)? else {
            return Ok(());
        };
        self.graph(version.graph_sha256).map(drop)
    }

    fn plan_of_run(&self, run: RunId) -> Result<(), Stop> {
        let Some(run) = self.run(run)? else {
            return Ok(());
        };
        self.graph_of(run.version_id)
    }
}
