//! Flows and their versions.
use super::{
    super::{Run, entities},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::id,
    schema::{FlowRow, flows},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use std::collections::HashMap;
use wms_core::ids::{FlowId, VersionId};

impl Gather<'_> {
    pub(super) async fn all_flows(&mut self) -> Result<(), Error> {
        let query = flows::table
            .filter(flows::tenant_id.eq(id(self.tenant)))
            .order((flows::recorded_at, flows::place))
            .select(FlowRow::as_select());
        let rows = query.load(self.c).await?;
        self.flows(rows).await.map(drop)
    }

    /// Flows of rows with their versions' ids, which are given back.
    async fn flows(&mut self, rows: Vec<FlowRow>) -> Result<Vec<VersionId>, Error> {
        let ids: Vec<IdValue> = rows.iter().map(|row| row.id).collect();
        let versions = entities::version_ids(self.c, self.tenant, ids).await?;
        let mut of_flow: HashMap<IdValue, Vec<VersionId>> = HashMap::new();
        for (flow, version) in &versions {
            of_flow.entry(*flow).or_default().push(*version);
        }
        for row in rows {
            let of_flow = of_flow.remove(&row.id).unwrap_or_default();
            self.rows.flows.push(row.into_flow(of_flow)?);
        }
        Ok(versions.into_iter().map(|(_, version)| version).collect())
    }

    pub(super) async fn version_with_graph(&mut self, version: VersionId) -> Result<(), Error> {
        self.policy().await?;
        self.versions(vec![id(version)]).await
    }

    pub(super) async fn versions_of(&mut self, flow: FlowId) -> Result<(), Error> {
        self.policy().await?;
        let ids = vec![id(flow)];
        let rows = entities::flow_rows(self.c, self.tenant, ids, None).await?;
        let versions = self.flows(rows).await?;
        self.versions(versions.into_iter().map(id).collect()).await
    }
}
