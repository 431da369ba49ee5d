//! Lots: rows with their holds and positions.
use super::{
    CHUNK, Conn, Run,
    before::Before,
    claims::{At, Found},
    listed, locked,
};
use crate::{
    error::Error,
    rows::id,
    schema::{HoldRow, LotRow, PositionRow, genealogy_links, lot_holds, lot_positions, lots, runs},
    sql::IdValue,
};
use diesel::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, SelectableHelper};
use futures_util::try_join;
use std::collections::HashMap;
use wms_core::{
    ids::{LotId, TenantId},
    lot::{Lot, LotStatus},
    world::Intent,
};

/// The rows of lots, locked by id where an intent says so.
pub(super) async fn lot_rows(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
    intent: Option<Intent>,
) -> Result<Vec<LotRow>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let query = lots::table
            .filter(lots::tenant_id.eq(id(tenant)))
            .filter(lots::id.eq_any(listed(ids.to_vec())))
            .order(lots::id)
            .select(LotRow::as_select());
        let rows: Vec<LotRow> = locked!(c, intent, query)?;
        all.extend(rows);
    }
    Ok(all)
}

/// The rows of lots, and after them what lies around each: its holds, and where it is.
#[derive(Debug, Default)]
pub(super) struct Parts {
    rows: Vec<LotRow>,
    holds: Vec<HoldRow>,
    positions: Vec<PositionRow>,
}

impl Parts {
    /// The lots in the order of their rows. What was found is remembered, so that only what changes is written.
    pub(super) fn into_lots(self, before: &mut Before) -> Result<Vec<Lot>, Error> {
        for row in &self.rows {
            // Loaded a second time in one transaction, they are what they were.
            before.holds.remove(&LotId::new(row.id.0));
            before.positions.remove(&LotId::new(row.id.0));
        }
        for hold in self.holds {
            let lot = LotId::new(hold.lot_id.0);
            before.holds.entry(lot).or_default().push(hold);
        }
        for position in self.positions {
            let lot = LotId::new(position.lot_id.0);
            before.positions.entry(lot).or_default().push(position);
        }
        let rows = self.rows.into_iter();
        rows.map(|row| whole(row, before)).collect()
    }
}

/// Lots by id with what lies around them: all in one round trip, unless they are too many for one statement.
pub(super) async fn parts(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
    intent: Option<Intent>,
) -> Result<Parts, Error> {
    if ids.is_empty() {
        return Ok(Parts::default());
    }
    let (rows, (holds, positions)) = if ids.len() > CHUNK {
        // Locks before anything else: holds and positions are read once all are held.
        let rows = lot_rows(c, tenant, ids, intent).await?;
        (rows, around(c, tenant, ids).await?)
    } else {
        try_join!(lot_rows(c, tenant, ids, intent), around(c, tenant, ids))?
    };
    Ok(Parts {
        rows,
        holds,
        positions,
    })
}

/// The holds and positions of lots.
async fn around(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
) -> Result<(Vec<HoldRow>, Vec<PositionRow>), Error> {
    let (mut all_holds, mut all_positions) = (Vec::new(), Vec::new());
    for ids in ids.chunks(CHUNK) {
        let holds = lot_holds::table
            .filter(lot_holds::tenant_id.eq(id(tenant)))
            .filter(lot_holds::lot_id.eq_any(listed(ids.to_vec())))
            .order((lot_holds::lot_id, lot_holds::number))
            .select(HoldRow::as_select());
        let positions = lot_positions::table
            .filter(lot_positions::tenant_id.eq(id(tenant)))
            .filter(lot_positions::lot_id.eq_any(listed(ids.to_vec())))
            .filter(lot_positions::quantity.gt(0))
            .order((lot_positions::lot_id, lot_positions::number))
            .select(PositionRow::as_select());
        let (holds, positions): (Vec<HoldRow>, Vec<PositionRow>) =
            try_join!(holds.load_listed(c), positions.load_listed(c))?;
        all_holds.extend(holds);
        all_positions.extend(positions);
    }
    Ok((all_holds, all_positions))
}

fn whole(row: LotRow, before: &Before) -> Result<Lot, Error> {
    let lot = LotId::new(row.id.0);
    let holds = before.holds.get(&lot).into_iter().flatten().cloned();
    let positions = before.positions.get(&lot).into_iter().flatten().cloned();
    row.into_lot(
        holds.map(HoldRow::into_hold).collect::<Result<_, _>>()?,
        positions
            .map(PositionRow::into_position)
            .collect::<Result<_, _>>()?,
    )
}

/// Lots of rows that were read already, in the order of the rows.
pub(super) async fn with_holds(
    c: &Conn,
    tenant: TenantId,
    rows: Vec<LotRow>,
    before: &mut Before,
) -> Result<Vec<Lot>, Error> {
    let ids: Vec<IdValue> = rows.iter().map(|row| row.id).collect();
    let (holds, positions) = around(c, tenant, &ids).await?;
    let parts = Parts {
        rows,
        holds,
        positions,
    };
    parts.into_lots(before)
}

/// The lots of some ids by id, none missing that is there.
pub(super) async fn lots_by_id(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
    intent: Option<Intent>,
    before: &mut Before,
) -> Result<HashMap<LotId, Lot>, Error> {
    let lots = parts(c, tenant, ids, intent).await?.into_lots(before)?;
    Ok(lots.into_iter().map(|lot| (lot.id, lot)).collect())
}

/// The ids of a set's lots, not locked yet.
pub(super) async fn ids_of_set(
    c: &Conn,
    tenant: TenantId,
    set: &Found,
) -> Result<Vec<IdValue>, Error> {
    match set {
        Found::Having(hold) => {
            let query = lot_holds::table
                .filter(lot_holds::tenant_id.eq(id(tenant)))
                .filter(lot_holds::id.eq(id(*hold)))
                .select(lot_holds::lot_id);
            Ok(query.load(c).await?)
        }
        Found::OfRun(run, at, states) => {
            let states: Vec<&str> = states.iter().map(|status| status.as_str()).collect();
            let of_run = lots::table
                .filter(lots::tenant_id.eq(id(tenant)))
                .filter(lots::run_id.eq(id(*run)))
                .filter(lots::status.eq_any(listed(states)))
                .select(lots::id);
            Ok(match at {
                At::Any => of_run.load_listed(c).await?,
                At::Step(step) => {
                    let step = i16::from(step.number());
                    of_run.filter(lots::step.eq(step)).load_listed(c).await?
                }
                At::RunsOwn => {
                    let step = runs::table
                        .filter(runs::tenant_id.eq(id(tenant)))
                        .filter(runs::id.eq(id(*run)))
                        .select(runs::step);
                    of_run
                        .filter(lots::step.eq_any(step))
                        .load_listed(c)
                        .await?
                }
            })
        }
    }
}

/// Of some lots those in one of these states, not locked yet.
pub(super) async fn in_states(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
    states: &[LotStatus],
) -> Result<Vec<IdValue>, Error> {
    let states: Vec<&str> = states.iter().map(|status| status.as_str()).collect();
    let mut all = Vec::new();
    for ids in ids.chunks(CHUNK) {
        let query = lots::table
            .filter(lots::tenant_id.eq(id(tenant)))
            .filter(lots::id.eq_any(listed(ids.to_vec())))
            .filter(lots::status.eq_any(listed(states.clone())))
            .select(lots::id);
        all.extend(query.load_listed::<IdValue>(c).await?);
    }
    Ok(all)
}

/// The children of some lots that are in one of these states, each behind its parent; not locked yet.
pub(super) async fn children_in_states(
    c: &Conn,
    tenant: TenantId,
    parents: Vec<IdValue>,
    states: &[LotStatus],
) -> Result<Vec<(IdValue, IdValue)>, Error> {
    if parents.is_empty() {
        return Ok(Vec::new());
    }
    let states: Vec<&str> = states.iter().map(|status| status.as_str()).collect();
    let children = lots::tenant_id
        .eq(genealogy_links::tenant_id)
        .and(lots::id.eq(genealogy_links::child_id));
    let query = genealogy_links::table
        .inner_join(lots::table.on(children))
        .filter(genealogy_links::tenant_id.eq(id(tenant)))
        .filter(genealogy_links::parent_id.eq_any(listed(parents)))
        .filter(lots::status.eq_any(listed(states)))
        .select((genealogy_links::parent_id, genealogy_links::child_id));
    Ok(query.load_listed(c).await?)
}

/// The lots that have codes.
pub(super) async fn by_codes(
    c: &Conn,
    tenant: TenantId,
    codes: Vec<String>,
) -> Result<HashMap<String, LotId>, Error> {
    if codes.is_empty() {
        return Ok(HashMap::new());
    }
    let query = lots::table
        .filter(lots::tenant_id.eq(id(tenant)))
        .filter(lots::code.eq_any(listed(codes)))
        .select((lots::code, lots::id));
    let found: Vec<(String, IdValue)> = query.load_listed(c).await?;
    Ok(found
        .into_iter()
        .map(|(code, id)| (code, LotId::new(id.0)))
        .collect())
}
