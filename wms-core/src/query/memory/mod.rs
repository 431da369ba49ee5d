//! How the in-memory plant answers: entities selected and ordered here, computed by the views.
mod audit;
mod deviations;
mod flows;
mod genealogy;
mod inventory;
mod lots;
mod picking;
mod quality;
mod reports;
mod runs;

use super::{Items, Page, Query, page::not_given_out};
use crate::{
    error::Rejection,
    lot::Lot,
    plant::Plant,
    time::Instant,
    world::{Stop, Table},
};
use serde::Serialize;
use std::hash::Hash;
use uuid::Uuid;

/// A typed query: what it is on the wire, and what it is answered with.
pub trait Ask: Into<Query> + Clone {
    /// The view it is answered with.
    type Answer: Serialize;

    /// Answers from a plant in memory, once the query's shape was checked.
    ///
    /// # Errors
    /// `NOT_FOUND` for a thing that is not there, `INVALID_INPUT` for a cursor of another query.
    fn answer(&self, plant: &Plant) -> Result<Self::Answer, Rejection>;
}

/// A page of a table, newest first by time of record.
fn page_of<I, T, V>(
    query: &Query,
    page: Option<&Page>,
    table: &Table<I, T>,
    keep: impl Fn(&T) -> bool,
    (id, view): (impl Fn(&T) -> Uuid, impl Fn(&T) -> V),
) -> Result<Items<V>, Rejection>
where
    I: Eq + Hash + Copy + From<Uuid>,
{
    let page = page.cloned().unwrap_or_default();
    let last = page.after.map(|cursor| cursor.last_of(query)).transpose()?;
    let slot = last
        .map(|last| table.slot(&I::from(last)).ok_or_else(not_given_out))
        .transpose()?;
    let kept = table.newest_first(slot).filter(|row| keep(row));
    let found: Vec<&T> = kept.take(usize::from(page.limit) + 1).collect();
    let Items { items, next } = Items::of(query, page.limit, found, |row| id(row));
    Ok(Items {
        items: items.into_iter().map(view).collect(),
        next,
    })
}

/// `from` inclusive, `to` exclusive, by time of record.
fn within(recorded_at: Instant, from: Option<Instant>, to: Option<Instant>) -> bool {
    from.is_none_or(|from| from <= recorded_at) && to.is_none_or(|to| recorded_at < to)
}

/// Whether a filter is absent, or met.
fn meets<T: PartialEq>(filter: Option<T>, value: T) -> bool {
    filter.is_none_or(|wanted| wanted == value)
}

/// In code order.
fn by_code(lots: &mut [&Lot]) {
    lots.sort_by(|a, b| crate::code::order(&a.code, &b.code));
}

/// A complete World refuses, and never misses anything.
fn complete<T>(found: Result<T, Stop>) -> Result<T, Rejection> {
    found.map_err(|stop| match stop {
        Stop::Rejected(rejection) => *rejection,
        Stop::Missing(_) => Rejection::Internal {},
    })
}
