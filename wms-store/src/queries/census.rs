//! What is only known by counting.
use super::{Conn, Run};
use crate::{
    error::Error,
    rows::{Of, id},
    schema::lots,
};
use diesel::{ExpressionMethods, QueryDsl, dsl::count_star};
use wms_core::{ids::TenantId, lot::LotStatus};

/// How many lots of each status a tenant has, voided ones left out.
pub(super) async fn lots_by_status(
    c: &Conn,
    tenant: TenantId,
) -> Result<Vec<(LotStatus, u64)>, Error> {
    let query = lots::table
        .filter(lots::tenant_id.eq(id(tenant)))
        .filter(lots::voided.eq(false))
        .group_by(lots::status)
        .select((lots::status, count_star()));
    let found: Vec<(String, i64)> = query.load(c).await?;
    let of = Of::new("lots", &tenant);
    let counted = found
        .into_iter()
        .map(|(status, count)| Ok((of.text(&status)?, of.number(count)?)));
    counted.collect()
}
