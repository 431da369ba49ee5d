//! Lots: rows with their holds and positions.
use super::{CHUNK, Conn, Run, before::Before, claims::Found, locked};
use crate::{
    error::Error,
    rows::id,
    schema::{HoldRow, LotRow, PositionRow, lot_holds, lot_positions, lots},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use futures_util::try_join;
use std::collections::HashMap;
use wms_core::{
    ids::{LotId, TenantId},
    lot::Lot,
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
            .filter(lots::id.eq_any(ids.to_vec()))
            .order(lots::id)
            .select(LotRow::as_select());
        let rows: Vec<LotRow> = locked!(c, intent, query)?;
        all.extend(rows);
    }
    Ok(all)
}

/// Lots of rows that are locked already, with their holds and positions, in the order of the rows.
pub(super) async fn with_holds(
    c: &Conn,
    tenant: TenantId,
    rows: Vec<LotRow>,
    before: &mut Before,
) -> Result<Vec<Lot>, Error> {
    let ids: Vec<IdValue> = rows.iter().map(|row| row.id).collect();
    for lot in &ids {
        // Loaded a second time in one transaction, they are what they were.
        before.holds.remove(&LotId::new(lot.0));
        before.positions.remove(&LotId::new(lot.0));
    }
    for ids in ids.chunks(CHUNK) {
        let holds = lot_holds::table
            .filter(lot_holds::tenant_id.eq(id(tenant)))
            .filter(lot_holds::lot_id.eq_any(ids.to_vec()))
            .order((lot_holds::lot_id, lot_holds::number))
            .select(HoldRow::as_select());
        let positions = lot_positions::table
            .filter(lot_positions::tenant_id.eq(id(tenant)))
            .filter(lot_positions::lot_id.eq_any(ids.to_vec()))
            .filter(lot_positions::quantity.gt(0))
            .order((lot_positions::lot_id, lot_positions::number))
            .select(PositionRow::as_select());
        let (holds, positions): (Vec<HoldRow>, Vec<PositionRow>) =
            try_join!(holds.load(c), positions.load(c))?;
        for hold in holds {
            let lot = LotId::new(hold.lot_id.0);
            before.holds.entry(lot).or_default().push(hold);
        }
        for position in positions {
            let lot = LotId::new(position.lot_id.0);
            before.positions.entry(lot).or_default().push(position);
        }
    }
    rows.into_iter().map(|row| whole(row, before)).collect()
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

/// The lots of some ids by id, none missing that is there.
pub(super) async fn lots_by_id(
    c: &Conn,
    tenant: TenantId,
    ids: &[IdValue],
    intent: Option<Intent>,
    before: &mut Before,
) -> Result<HashMap<LotId, Lot>, Error> {
    let rows = lot_rows(c, tenant, ids, intent).await?;
    let lots = with_holds(c, tenant, rows, before).await?;
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
        Found::OfRun(run, step, states) => {
            let states: Vec<&str> = states.iter().map(|status| status.as_str()).collect();
            let steps: Vec<i16> = match step {
                Some(step) => vec![step.number().into()],
                None => (0..=10).collect(),
            };
            let query = lots::table
                .filter(lots::tenant_id.eq(id(tenant)))
                .filter(lots::run_id.eq(id(*run)))
                .filter(lots::step.eq_any(steps))
                .filter(lots::status.eq_any(states))
                .select(lots::id);
            Ok(query.load(c).await?)
        }
    }
}

/// The lots that have codes.
pub(super) async fn by_codes(
    c: &Conn,
    tenant: TenantId,
    codes: Vec<String>,
) -> Result<HashMap<String, LotId>, Error> {
    let query = lots::table
        .filter(lots::tenant_id.eq(id(tenant)))
        .filter(lots::code.eq_any(codes))
        .select((lots::code, lots::id));
    let found: Vec<(String, IdValue)> = query.load(c).await?;
    Ok(found
        .into_iter()
        .map(|(code, id)| (code, LotId::new(id.0)))
        .collect())
}
