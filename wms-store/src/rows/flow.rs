use super::{Of, Stamped, big, doc, hash, id, time};
use crate::{
    error::Error,
    schema::{FlowRow, GraphRow, VersionRow},
    sql::IdValue,
};
use std::sync::Arc;
use wms_core::{
    flow::{Flow, FlowGraph, FlowVersion},
    ids::{FlowId, TenantId, UserId, VersionId},
};

impl FlowRow {
    pub(crate) fn of(tenant: TenantId, flow: &Flow, place: i64) -> Result<Self, Error> {
        let of = Of::new("flows", &flow.id);
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = flow.created.into();
        Ok(Self {
            tenant_id: id(tenant),
            id: id(flow.id),
            place,
            name: doc::write(&flow.name),
            description: flow.description.as_deref().map(str::to_owned),
            last_number: of.number(flow.last_number)?,
            in_work: flow.in_work.map(id),
            published: flow.published.map(id),
            created_at,
            recorded_at,
            created_by,
            head_version: big(flow.head.version),
            head_hash: hash(&flow.head.hash),
        })
    }

    /// The flow with its versions, by number and without discarded ones.
    pub(crate) fn into_flow(self, versions: Vec<VersionId>) -> Result<Flow, Error> {
        let of = Of::new("flows", &self.id.0);
        let version = |id: IdValue| VersionId::new(id.0);
        Ok(Flow {
            id: FlowId::new(self.id.0),
            name: of.doc(&self.name)?,
            last_number: of.number(self.last_number)?,
            versions,
            in_work: self.in_work.map(version),
            published: self.published.map(version),
            created: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            head: of.head(self.head_version, &self.head_hash)?,
            description: self.description.map(String::into_boxed_str),
        })
    }
}

impl VersionRow {
    pub(crate) fn of(tenant: TenantId, version: &FlowVersion, place: i64) -> Result<Self, Error> {
        let of = Of::new("flow_versions", &version.id);
        let Stamped {
            created_at,
            recorded_at,
            created_by,
        } = version.created.into();
        Ok(Self {
            tenant_id: id(tenant),
            id: id(version.id),
            place,
            flow_id: id(version.flow_id),
            number: of.number(version.number)?,
            status: version.status.to_string(),
            discarded: version.discarded,
            graph_sha256: hash(&version.graph_sha256),
            editors: doc::write(&version.editors),
            created_at,
            recorded_at,
            created_by,
            submitted_at: version.submitted_at.map(time),
            decided_by: version.decided_by.map(id),
            published_at: version.published_at.map(time),
            head_version: big(version.head.version),
            head_hash: hash(&version.head.hash),
        })
    }

    pub(crate) fn into_version(self) -> Result<FlowVersion, Error> {
        let of = Of::new("flow_versions", &self.id.0);
        let instant = |at: Option<_>| at.map(|at| of.instant(at)).transpose();
        Ok(FlowVersion {
            id: VersionId::new(self.id.0),
            flow_id: FlowId::new(self.flow_id.0),
            number: of.number(self.number)?,
            status: of.text(&self.status)?,
            discarded: self.discarded,
            graph_sha256: of.digest(&self.graph_sha256)?,
            editors: of.doc(&self.editors)?,
            created: of.stamp(self.created_at, self.recorded_at, self.created_by)?,
            submitted_at: instant(self.submitted_at)?,
            decided_by: self.decided_by.map(|id| UserId::new(id.0)),
            published_at: instant(self.published_at)?,
            head: of.head(self.head_version, &self.head_hash)?,
        })
    }
}

impl GraphRow {
    pub(crate) fn of(tenant: TenantId, graph: &FlowGraph) -> Self {
        Self {
            tenant_id: id(tenant),
            sha256: hash(&graph.sha256()),
            graph: graph.text().to_owned(),
        }
    }

    /// The graph, if its text still has its hash.
    pub(crate) fn into_graph(self) -> Result<Arc<FlowGraph>, Error> {
        let name: String = self
            .sha256
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let of = Of::new("graphs", &name);
        let graph = FlowGraph::parse(&self.graph).map_err(|_| of.corrupt())?;
        if graph.sha256() == of.digest(&self.sha256)? {
            Ok(Arc::new(graph))
        } else {
            Err(of.corrupt())
        }
    }
}
