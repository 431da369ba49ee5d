//! The genealogy, level by level: as fast as a recursive statement, and the same on both databases.
use super::{CHUNK, Conn, Run, listed};
use crate::{
    error::Error,
    rows::id,
    schema::{LinkRow, genealogy_links},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use std::collections::HashSet;
use wms_core::{genealogy::Link, ids::TenantId};

/// The links to the children of some lots.
pub(super) async fn links_down(
    c: &Conn,
    tenant: TenantId,
    parents: &[IdValue],
) -> Result<Vec<LinkRow>, Error> {
    let mut links = Vec::new();
    for parents in parents.chunks(CHUNK) {
        let query = genealogy_links::table
            .filter(genealogy_links::tenant_id.eq(id(tenant)))
            .filter(genealogy_links::parent_id.eq_any(listed(parents.to_vec())))
            .select(LinkRow::as_select());
        links.extend(query.load_listed(c).await?);
    }
    Ok(links)
}

/// The links to the parents of some lots.
pub(super) async fn links_up(
    c: &Conn,
    tenant: TenantId,
    children: &[IdValue],
) -> Result<Vec<LinkRow>, Error> {
    let mut links = Vec::new();
    for children in children.chunks(CHUNK) {
        let query = genealogy_links::table
            .filter(genealogy_links::tenant_id.eq(id(tenant)))
            .filter(genealogy_links::child_id.eq_any(listed(children.to_vec())))
            .select(LinkRow::as_select());
        links.extend(query.load_listed(c).await?);
    }
    Ok(links)
}

/// The children of some lots, of several of them more than once.
async fn children(c: &Conn, tenant: TenantId, parents: &[IdValue]) -> Result<Vec<IdValue>, Error> {
    let mut all = Vec::new();
    for parents in parents.chunks(CHUNK) {
        let query = genealogy_links::table
            .filter(genealogy_links::tenant_id.eq(id(tenant)))
            .filter(genealogy_links::parent_id.eq_any(listed(parents.to_vec())))
            .select(genealogy_links::child_id);
        all.extend(query.load_listed::<IdValue>(c).await?);
    }
    Ok(all)
}

/// Every lot below one, without it.
pub(super) async fn descendants(
    c: &Conn,
    tenant: TenantId,
    root: IdValue,
) -> Result<Vec<IdValue>, Error> {
    let mut seen = HashSet::from([root]);
    let (mut level, mut all) = (vec![root], Vec::new());
    while !level.is_empty() {
        let below = children(c, tenant, &level).await?;
        level = below
            .into_iter()
            .filter(|child| seen.insert(*child))
            .collect();
        all.extend_from_slice(&level);
    }
    Ok(all)
}

/// Rows to links.
pub(super) fn links_of(rows: Vec<LinkRow>) -> Result<Vec<Link>, Error> {
    rows.into_iter().map(LinkRow::into_link).collect()
}
