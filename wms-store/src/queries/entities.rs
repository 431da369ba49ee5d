//! Rows of all entities but lots, locked by id where an intent says so.
use super::{Conn, Run, listed, locked};
use crate::{
    error::Error,
    rows::{date, id},
    schema::{
        BufferRow, DeviationRow, FlowRow, GraphRow, InspectionRow, PolicyRow, ReadingRow, RunRow,
        SequenceRow, SiteRow, VersionRow, buffers, code_sequences, deviations, flow_versions,
        flows, graphs, inspections, lot_positions, lots, policies, readings, runs, sites,
    },
    sql::IdValue,
};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, NullableExpressionMethods, QueryDsl, SelectableHelper,
};
use std::collections::HashMap;
use wms_core::{
    audit::Digest,
    code::{CanonicalCode, Prefix},
    ids::{RunId, TenantId, VersionId},
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
                .filter($table::id.eq_any(listed(ids)))
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
}

macro_rules! behind {
    ($($(#[$doc:meta])* $name:ident: $row:ident in $table:ident by $key:ident of $from:ident.$column:ident;)+) => {$(
        $(#[$doc])*
        pub(super) async fn $name(
            c: &Conn,
            tenant: TenantId,
            ids: Vec<IdValue>,
        ) -> Result<Vec<$row>, Error> {
            if ids.is_empty() {
                return Ok(Vec::new());
            }
            let from = $from::table
                .filter($from::tenant_id.eq(id(tenant)))
                .filter($from::id.eq_any(listed(ids)));
            let query = $table::table
                .filter($table::tenant_id.eq(id(tenant)))
                .filter($table::$key.nullable().eq_any(from.select($from::$column.nullable())))
                .select($row::as_select());
            Ok(query.load_listed(c).await?)
        }
    )+};
}

// What other rows point to, found without knowing these: it travels in the same round trip.
behind! {
    /// The sites of runs.
    sites_of_runs: SiteRow in sites by code of runs.site;
    /// The sites of lots.
    sites_of_lots: SiteRow in sites by code of lots.site;
    /// The versions that runs follow.
    versions_of_runs: VersionRow in flow_versions by id of runs.version_id;
    /// The runs of lots.
    runs_of_lots: RunRow in runs by id of lots.run_id;
}

/// The versions that the runs of lots follow.
pub(super) async fn versions_of_lots(
    c: &Conn,
    tenant: TenantId,
    ids: Vec<IdValue>,
) -> Result<Vec<VersionRow>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let lots = lots::table
        .filter(lots::tenant_id.eq(id(tenant)))
        .filter(lots::id.eq_any(listed(ids)));
    let runs = runs::table
        .filter(runs::tenant_id.eq(id(tenant)))
        .filter(runs::id.nullable().eq_any(lots.select(lots::run_id)));
    let query = flow_versions::table
        .filter(flow_versions::tenant_id.eq(id(tenant)))
        .filter(flow_versions::id.eq_any(runs.select(runs::version_id)))
        .select(VersionRow::as_select());
    Ok(query.load_listed(c).await?)
}

/// Deviations by id, and the OPEN ones that readings opened on some lots and buffers; all locked by id.
pub(super) async fn deviation_rows(
    c: &Conn,
    tenant: TenantId,
    (ids, lots, buffers): (Vec<IdValue>, Vec<IdValue>, Vec<IdValue>),
    intent: Option<Intent>,
) -> Result<Vec<DeviationRow>, Error> {
    if ids.is_empty() && lots.is_empty() && buffers.is_empty() {
        return Ok(Vec::new());
    }
    let about = deviations::lot_id
        .eq_any(listed(lots))
        .or(deviations::buffer_id.eq_any(listed(buffers)));
    let open = deviations::closed_at
        .is_null()
        .and(deviations::kind.is_not_null())
        .and(about);
    let query = deviations::table
        .filter(deviations::tenant_id.eq(id(tenant)))
        .filter(deviations::id.eq_any(listed(ids)).or(open))
        .order(deviations::id)
        .select(DeviationRow::as_select());
    Ok(locked!(c, intent, query)?)
}

/// The buffers that lots lie in, beside some by id, locked by id.
///
/// The lots are locked already: where they lie cannot change while this statement waits for a buffer.
pub(super) async fn buffers_of(
    c: &Conn,
    tenant: TenantId,
    (ids, lots): (Vec<IdValue>, Vec<IdValue>),
    intent: Option<Intent>,
) -> Result<Vec<BufferRow>, Error> {
    if lots.is_empty() {
        return buffer_rows(c, tenant, ids, intent).await;
    }
    let positions = lot_positions::table
        .filter(lot_positions::tenant_id.eq(id(tenant)))
        .filter(lot_positions::lot_id.eq_any(listed(lots)))
        .filter(lot_positions::quantity.gt(0))
        .select(lot_positions::buffer_id);
    let named = buffers::id.eq_any(listed(ids));
    let query = buffers::table
        .filter(buffers::tenant_id.eq(id(tenant)))
        .filter(named.or(buffers::id.eq_any(positions)))
        .order(buffers::id)
        .select(BufferRow::as_select());
    Ok(locked!(c, intent, query)?)
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
        .filter(sites::code.eq_any(listed(codes)))
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
        .filter(flow_versions::flow_id.eq_any(listed(flows)))
        .filter(flow_versions::discarded.eq(false))
        .order((flow_versions::flow_id, flow_versions::number))
        .select((flow_versions::flow_id, flow_versions::id));
    let found: Vec<(IdValue, IdValue)> = query.load_listed(c).await?;
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
        .filter(graphs::sha256.eq_any(listed(hashes)))
        .select(GraphRow::as_select());
    Ok(query.load_listed(c).await?)
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
    Ok(query.load_listed(c).await?)
}

/// The runs that have codes.
pub(super) async fn run_ids_by_code(
    c: &Conn,
    tenant: TenantId,
    codes: Vec<String>,
) -> Result<HashMap<String, RunId>, Error> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let query = runs::table
        .filter(runs::tenant_id.eq(id(tenant)))
        .filter(runs::code.eq_any(listed(codes)))
        .select((runs::code, runs::id));
    let found: Vec<(String, IdValue)> = query.load_listed(c).await?;
    let found = found.into_iter();
    Ok(found.map(|(code, id)| (code, RunId::new(id.0))).collect())
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

/// The codes of a sequence that stand on something they do not say.
pub(super) async fn stray_codes(
    c: &Conn,
    tenant: TenantId,
    sequence: Sequence,
) -> Result<Vec<String>, Error> {
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
    // The bare column, no bound value: only so does the index of stray codes serve, and not that of all codes.
    let codes = match sequence.prefix {
        Prefix::Run => {
            let query = runs::table
                .filter(runs::tenant_id.eq(id(tenant)))
                .filter(runs::stray_code)
                .filter(runs::code.ge(from))
                .filter(runs::code.lt(to))
                .select(runs::code);
            query.load(c).await?
        }
        Prefix::Lot(_) => {
            let query = lots::table
                .filter(lots::tenant_id.eq(id(tenant)))
                .filter(lots::stray_code)
                .filter(lots::code.ge(from))
                .filter(lots::code.lt(to))
                .select(lots::code);
            query.load(c).await?
        }
    };
    Ok(codes)
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
