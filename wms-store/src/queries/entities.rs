//! Rows of all entities but lots, locked by id where an intent says so.
use super::{Conn, Run, locked};
use crate::{
    error::Error,
    rows::{date, id},
    schema::{
        BufferRow, DeviationRow, FlowRow, GraphRow, InspectionRow, PolicyRow, ReadingRow, RunRow,
        SequenceRow, SiteRow, VersionRow, buffers, code_sequences, deviations, flow_versions,
        flows, graphs, inspections, policies, readings, runs, sites,
    },
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use wms_core::{
    audit::Digest,
    ids::{TenantId, VersionId},
    quality::{ReadingKind, Subject},
    world::{Intent, Sequence},
};

macro_rules! by_id {
    ($($(#[$doc:meta])* $name:ident: $row:ident in $table:ident;)+) => {$(
        $(#[$doc])*
        pub(super) async fn $name(
            c: &Conn,
            tenant: TenantId,
            ids: Vec<IdValue>,
            intent: Option<Intent>,
        ) -> Result<Vec<$row>, Error> {
            if ids.is_empty() {
                return Ok(Vec::new());
            }
            let query = $table::table
                .filter($table::tenant_id.eq(id(tenant)))
                .filter($table::id.eq_any(ids))
                .order($table::id)
                .select($row::as_select());
            Ok(locked!(c, intent, query)?)
        }
    )+};
}

by_id! {
    /// Flows.
    flow_rows: FlowRow in flows;
    /// Versions.
    version_rows: VersionRow in flow_versions;
    /// Runs.
    run_rows: RunRow in runs;
    /// Buffers.
    buffer_rows: BufferRow in buffers;
    /// Inspections.
    inspection_rows: InspectionRow in inspections;
    /// Readings.
    reading_rows: ReadingRow in readings;
    /// Deviations.
    deviation_rows: DeviationRow in deviations;
}

/// The policy, if the tenant set one.
pub(super) async fn policy_row(c: &Conn, tenant: TenantId) -> Result<Option<PolicyRow>, Error> {
    let query = policies::table
        .filter(policies::tenant_id.eq(id(tenant)))
        .select(PolicyRow::as_select());
    Ok(query.load(c).await?.pop())
}

/// Sites. What is only relied on of a site never changes, so only whoever changes it locks it.
pub(super) async fn site_rows(
    c: &Conn,
    tenant: TenantId,
    codes: Vec<String>,
    intent: Option<Intent>,
) -> Result<Vec<SiteRow>, Error> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let intent = intent.filter(|intent| *intent == Intent::Change);
    let query = sites::table
        .filter(sites::tenant_id.eq(id(tenant)))
        .filter(sites::code.eq_any(codes))
        .order(sites::code)
        .select(SiteRow::as_select());
    Ok(locked!(c, intent, query)?)
}

/// The versions of flows by number, without discarded ones.
pub(super) async fn version_ids(
    c: &Conn,
    tenant: TenantId,
    flows: Vec<IdValue>,
) -> Result<Vec<(IdValue, VersionId)>, Error> {
    let query = flow_versions::table
        .filter(flow_versions::tenant_id.eq(id(tenant)))
        .filter(flow_versions::flow_id.eq_any(flows))
        .filter(flow_versions::discarded.eq(false))
        .order((flow_versions::flow_id, flow_versions::number))
        .select((flow_versions::flow_id, flow_versions::id));
    let found: Vec<(IdValue, IdValue)> = query.load(c).await?;
    Ok(found
        .into_iter()
        .map(|(flow, version)| (flow, VersionId::new(version.0)))
        .collect())
}

/// Graphs by the hashes of their texts.
pub(super) async fn graph_rows(
    c: &Conn,
    tenant: TenantId,
    hashes: &[Digest],
) -> Result<Vec<GraphRow>, Error> {
    let hashes: Vec<Vec<u8>> = hashes.iter().map(crate::rows::hash).collect();
    let query = graphs::table
        .filter(graphs::tenant_id.eq(id(tenant)))
        .filter(graphs::sha256.eq_any(hashes))
        .select(GraphRow::as_select());
    Ok(query.load(c).await?)
}

/// The runs on a version that have not ended, oldest first.
pub(super) async fn open_runs(
    c: &Conn,
    tenant: TenantId,
    version: VersionId,
) -> Result<Vec<RunRow>, Error> {
    let query = runs::table
        .filter(runs::tenant_id.eq(id(tenant)))
        .filter(runs::version_id.eq(id(version)))
        .filter(runs::status.eq_any(["IDLE", "RUNNING", "HOLD"]))
        .order(runs::place)
        .select(RunRow::as_select());
    Ok(query.load(c).await?)
}

/// The runs that have codes.
pub(super) async fn run_ids_by_code(
    c: &Conn,
    tenant: TenantId,
    codes: Vec<String>,
) -> Result<Vec<(String, IdValue)>, Error> {
    let query = runs::table
        .filter(runs::tenant_id.eq(id(tenant)))
        .filter(runs::code.eq_any(codes))
        .select((runs::code, runs::id));
    Ok(query.load(c).await?)
}

/// The last number of a sequence; none before the first.
pub(super) async fn last_number(
    c: &Conn,
    tenant: TenantId,
    sequence: Sequence,
) -> Result<Option<i64>, Error> {
    let query = code_sequences::table
        .filter(code_sequences::tenant_id.eq(id(tenant)))
        .filter(code_sequences::prefix.eq(sequence.prefix.as_str()))
        .filter(code_sequences::day.eq(date(sequence.day)))
        .filter(code_sequences::site.eq(sequence.site.to_string()))
        .select(SequenceRow::as_select());
    let intent = Some(Intent::Change);
    let rows: Vec<SequenceRow> = locked!(c, intent, query)?;
    Ok(rows.into_iter().next().map(|row| row.last_number))
}

/// The buffer of a site that has a code.
pub(super) async fn buffer_by_code(
    c: &Conn,
    tenant: TenantId,
    site: String,
    code: String,
) -> Result<Option<IdValue>, Error> {
    let query = buffers::table
        .filter(buffers::tenant_id.eq(id(tenant)))
        .filter(buffers::site.eq(site))
        .filter(buffers::code.eq(code))
        .select(buffers::id);
    let found: Vec<IdValue> = query.load(c).await?;
    Ok(found.into_iter().next())
}

/// The OPEN deviation that a reading of a kind opened on a lot or buffer.
pub(super) async fn open_deviation(
    c: &Conn,
    tenant: TenantId,
    (subject, kind): (Subject, ReadingKind),
    intent: Option<Intent>,
) -> Result<Option<DeviationRow>, Error> {
    let open = deviations::table
        .filter(deviations::tenant_id.eq(id(tenant)))
        .filter(deviations::kind.eq(kind.as_str()))
        .filter(deviations::closed_at.is_null())
        .select(DeviationRow::as_select());
    let rows: Vec<DeviationRow> = match subject {
        Subject::Lot(lot) => {
            let query = open.filter(deviations::lot_id.eq(id(lot)));
            locked!(c, intent, query)?
        }
        Subject::Buffer(buffer) => {
            let query = open.filter(deviations::buffer_id.eq(id(buffer)));
            locked!(c, intent, query)?
        }
    };
    Ok(rows.into_iter().next())
}
