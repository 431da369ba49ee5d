//! Traces: level by level, of each lot what the answer shows and nothing else, without a World.
use super::super::{CHUNK, Conn, Run, listed, lots as lot_rows};
use crate::{
    error::Error,
    rows::{Of, id},
    schema::{genealogy_links, lots},
    sql::{Date, Id, IdValue, Word},
    stable::Stable,
};
use diesel::{
    ExpressionMethods, QueryDsl, QueryableByName, sql_query,
    sql_types::{BigInt, Text},
};
use futures_util::try_join;
use std::collections::{HashMap, hash_map::Entry};
use wms_core::{
    amount::Kilograms,
    error::Rejection,
    genealogy::{Direction, LinkMethod, Slot},
    ids::{LotId, TenantId},
    lot::{Lot, LotStatus, LotType},
    query::{LotName, PlacedLink, Trace, TraceView, TracedLot},
    site::SiteCode,
};

/// Parent, child, grams, method.
type LinkParts = (IdValue, IdValue, i64, Word<LinkMethod>);
/// Id, code, type, status, site, production day; weight, used, dispatched, lost in grams.
type LotParts = (
    IdValue,
    String,
    Word<LotType>,
    Word<LotStatus>,
    Word<SiteCode>,
    Date,
    (i64, i64, i64, i64),
);

/// Answers a trace.
pub(super) async fn trace(c: &Conn, tenant: TenantId, ask: &Trace) -> Result<TraceView, Error> {
    let Some(mut around) = Around::of(c, tenant, &ask.lot).await? else {
        return Err(Error::from(Rejection::NotFound {
            entity: "lot",
            id: ask.lot.as_str().to_owned(),
        }));
    };
    if ask.direction != Direction::Forward {
        around.walk(Direction::Backward, ask.depth).await?;
    }
    if ask.direction != Direction::Backward {
        around.walk(Direction::Forward, ask.depth).await?;
    }
    around.fetch_lots().await?;
    // Every link between lots of the answer counts: two at the edge may be linked to each other, and a lot above to
    // one below, past the traced one.
    if ask.depth.is_some() || ask.direction == Direction::Both {
        around.all_links().await?;
    }
    around.into_view()
}

/// A lot, and what was found around it so far.
struct Around<'c> {
    c: &'c Conn,
    tenant: TenantId,
    /// The place of each lot in the list below.
    places: HashMap<IdValue, Slot>,
    found: Vec<Found>,
    /// Of how many of them it is known what they look like.
    fetched: usize,
    links: Vec<PlacedLink>,
}

/// A lot on the way.
struct Found {
    id: IdValue,
    distance: u32,
    lot: Option<TracedLot>,
}

impl<'c> Around<'c> {
    /// A lot by its id, else by its code.
    async fn of(c: &'c Conn, tenant: TenantId, name: &LotName) -> Result<Option<Self>, Error> {
        let mut around = Self {
            c,
            tenant,
            places: HashMap::new(),
            found: Vec::new(),
            fetched: 0,
            links: Vec::new(),
        };
        if let Some(root) = name.id().map(id) {
            let rows = lot_parts(c, tenant, &[root]).await?;
            if !rows.is_empty() {
                around.place(root, 0)?;
                around.take_lots(rows)?;
                return Ok(Some(around));
            }
        }
        let names = vec![name.as_str().to_owned()];
        let found = lot_rows::by_codes(c, tenant, names).await?;
        let Some(root) = found.into_values().next().map(id) else {
            return Ok(None);
        };
        around.place(root, 0)?;
        Ok(Some(around))
    }

    /// The place of a lot; true: it is new.
    fn place(&mut self, lot: IdValue, distance: u32) -> Result<(Slot, bool), Error> {
        // INVARIANT: fewer than 2^32 lots: their ids alone would take 64 GiB.
        let next = Slot::try_from(self.found.len()).map_err(|_| Rejection::Internal {})?;
        match self.places.entry(lot) {
            Entry::Occupied(known) => Ok((*known.get(), false)),
            Entry::Vacant(free) => {
                free.insert(next);
                self.found.push(Found {
                    id: lot,
                    distance,
                    lot: None,
                });
                Ok((next, true))
            }
        }
    }

    /// Goes one way from the lot: as far as asked, or along all there is.
    async fn walk(&mut self, direction: Direction, depth: Option<u32>) -> Result<(), Error> {
        let root = self.found.first().map(|root| root.id);
        let root = root.ok_or(Rejection::Internal {})?;
        if depth.is_none()
            && let Some(links) = few_links(self.c, self.tenant, direction, root).await?
        {
            return self.walk_links(root, direction, links);
        }
        self.walk_levels(root, direction, depth).await
    }

    /// Goes along links that are all there.
    fn walk_links(
        &mut self,
        root: IdValue,
        direction: Direction,
        links: Vec<LinkParts>,
    ) -> Result<(), Error> {
        let mut onward: HashMap<IdValue, Vec<LinkParts>> = HashMap::new();
        for link in links {
            let (from, _) = ends(direction, &link);
            onward.entry(from).or_default().push(link);
        }
        let (mut level, mut distance) = (vec![root], 0);
        while !level.is_empty() {
            distance += 1;
            let links = level.drain(..).filter_map(|lot| onward.remove(&lot));
            let links: Vec<LinkParts> = links.flatten().collect();
            for link in links {
                level.extend(self.step(direction, distance, link)?);
            }
        }
        Ok(())
    }

    /// Goes along one link; gives the lot it leads to where that is new.
    fn step(
        &mut self,
        direction: Direction,
        distance: u32,
        link: LinkParts,
    ) -> Result<Option<IdValue>, Error> {
        let (_, reached) = ends(direction, &link);
        let (_, is_new) = self.place(reached, distance)?;
        self.take_link(link)?;
        Ok(is_new.then_some(reached))
    }

    /// Asks level by level. With each level's links travels what the lots of the level before look like: the database
    /// looks for the ones while the others are read.
    async fn walk_levels(
        &mut self,
        root: IdValue,
        direction: Direction,
        depth: Option<u32>,
    ) -> Result<(), Error> {
        let (c, tenant) = (self.c, self.tenant);
        let (mut level, mut distance) = (vec![root], 0);
        while !level.is_empty() && depth.is_none_or(|depth| distance < depth) {
            // In the order of the index: neighbours lie together.
            level.sort_unstable();
            let unseen = self.unfetched();
            let (links, lots) = try_join!(
                link_parts(c, tenant, direction, &level),
                lot_parts(c, tenant, &unseen)
            )?;
            self.take_lots(lots)?;
            distance += 1;
            level.clear();
            self.links.reserve(links.len());
            for link in links {
                level.extend(self.step(direction, distance, link)?);
            }
        }
        Ok(())
    }

    /// A link between two lots that have their places.
    fn take_link(&mut self, (parent, child, grams, method): LinkParts) -> Result<(), Error> {
        let place = |lot| self.places.get(lot).copied().ok_or(Rejection::Internal {});
        let link = PlacedLink {
            parent: place(&parent)?,
            child: place(&child)?,
            quantity_kg: Kilograms::from_grams(grams),
            method: Of::new("genealogy_links", &child.0).some(method.0)?,
        };
        self.links.push(link);
        Ok(())
    }

    /// Those whose looks are not known yet.
    fn unfetched(&self) -> Vec<IdValue> {
        let unfetched = self.found.iter().skip(self.fetched);
        let mut ids: Vec<IdValue> = unfetched.map(|found| found.id).collect();
        ids.sort_unstable();
        ids
    }

    async fn fetch_lots(&mut self) -> Result<(), Error> {
        let rows = lot_parts(self.c, self.tenant, &self.unfetched()).await?;
        self.take_lots(rows)
    }

    /// What all lots placed so far look like.
    fn take_lots(&mut self, rows: Vec<LotParts>) -> Result<(), Error> {
        self.fetched = self.found.len();
        for row in rows {
            let place = self.places.get(&row.0).map(|place| *place as usize);
            let found = place.and_then(|place| self.found.get_mut(place));
            let found = found.ok_or(Rejection::Internal {})?;
            found.lot = Some(traced(row, found.distance)?);
        }
        Ok(())
    }

    /// All links between lots of the answer, instead of those on the way.
    async fn all_links(&mut self) -> Result<(), Error> {
        let mut ids: Vec<IdValue> = self.places.keys().copied().collect();
        ids.sort_unstable();
        self.links.clear();
        for link in link_parts(self.c, self.tenant, Direction::Backward, &ids).await? {
            // A parent may be no lot of the answer.
            if self.places.contains_key(&link.0) {
                self.take_link(link)?;
            }
        }
        Ok(())
    }

    fn into_view(self) -> Result<TraceView, Error> {
        let mut lots = Vec::with_capacity(self.found.len());
        for found in self.found {
            lots.push(Of::new("lots", &found.id.0).some(found.lot)?);
        }
        Ok(TraceView::of_rows(lots, self.links).ok_or(Rejection::Internal {})?)
    }
}

fn traced(row: LotParts, distance: u32) -> Result<TracedLot, Error> {
    let (id, code, lot_type, status, site, day, (weight, used, dispatched, lost)) = row;
    let of = Of::new("lots", &id.0);
    let [weight, used, dispatched, lost] =
        [weight, used, dispatched, lost].map(Kilograms::from_grams);
    Ok(TracedLot {
        lot_id: LotId::new(id.0),
        code: code.into_boxed_str(),
        lot_type: of.some(lot_type.0)?,
        status: of.some(status.0)?,
        site: of.some(site.0)?,
        production_day: of.day(day)?,
        weight_kg: weight,
        remaining_kg: Lot::left_of(weight, used, lost, dispatched),
        distance,
    })
}

/// Where a link comes from and where it leads, on this way.
fn ends(direction: Direction, (parent, child, ..): &LinkParts) -> (IdValue, IdValue) {
    match direction {
        Direction::Backward => (*child, *parent),
        _ => (*parent, *child),
    }
}

/// So many links are found by one statement, in one trip. It stops as soon as there are more: those come level by
/// level, which takes a trip each, and is quicker for many.
const FEW: usize = 2_000;

#[derive(QueryableByName)]
struct FoundLink {
    #[diesel(sql_type = Id)]
    parent_id: IdValue,
    #[diesel(sql_type = Id)]
    child_id: IdValue,
    #[diesel(sql_type = BigInt)]
    quantity: i64,
    #[diesel(sql_type = Text)]
    method: Word<LinkMethod>,
}

/// All links on the way from a lot; none: they are more than a few.
async fn few_links(
    c: &Conn,
    tenant: TenantId,
    direction: Direction,
    root: IdValue,
) -> Result<Option<Vec<LinkParts>>, Error> {
    let (from, to) = match direction {
        Direction::Backward => ("child_id", "parent_id"),
        _ => ("parent_id", "child_id"),
    };
    let text = format!(
        "WITH RECURSIVE reached (parent_id, child_id, quantity, method) AS (
            SELECT parent_id, child_id, quantity, method FROM genealogy_links WHERE tenant_id = $1 AND {from} = $2
            UNION SELECT l.parent_id, l.child_id, l.quantity, l.method
            FROM reached r JOIN genealogy_links l ON l.tenant_id = $1 AND l.{from} = r.{to}
        ) SELECT parent_id, child_id, quantity, method FROM reached LIMIT {}",
        FEW + 1
    );
    let query = sql_query(text)
        .bind::<Id, _>(id(tenant))
        .bind::<Id, _>(root);
    let found: Vec<FoundLink> = Stable(query).load(c).await?;
    let links = found
        .into_iter()
        .map(|link| (link.parent_id, link.child_id, link.quantity, link.method));
    let links: Vec<LinkParts> = links.collect();
    Ok((links.len() <= FEW).then_some(links))
}

/// The links of some lots, one way.
async fn link_parts(
    c: &Conn,
    tenant: TenantId,
    direction: Direction,
    from: &[IdValue],
) -> Result<Vec<LinkParts>, Error> {
    let mut all = Vec::new();
    for from in from.chunks(CHUNK) {
        let links = genealogy_links::table
            .filter(genealogy_links::tenant_id.eq(id(tenant)))
            .select((
                genealogy_links::parent_id,
                genealogy_links::child_id,
                genealogy_links::quantity,
                genealogy_links::method,
            ));
        let from = listed(from.to_vec());
        let found: Vec<LinkParts> = match direction {
            Direction::Backward => {
                let links = links.filter(genealogy_links::child_id.eq_any(from));
                links.load_listed(c).await?
            }
            _ => {
                let links = links.filter(genealogy_links::parent_id.eq_any(from));
                links.load_listed(c).await?
            }
        };
        all.extend(found);
    }
    Ok(all)
}

/// Of some lots what a trace shows.
async fn lot_parts(c: &Conn, tenant: TenantId, ids: &[IdValue]) -> Result<Vec<LotParts>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for ids in ids.chunks(CHUNK) {
        let query = lots::table
            .filter(lots::tenant_id.eq(id(tenant)))
            .filter(lots::id.eq_any(listed(ids.to_vec())))
            .select((
                lots::id,
                lots::code,
                lots::lot_type,
                lots::status,
                lots::site,
                lots::production_day,
                (lots::weight, lots::used, lots::dispatched, lots::lost),
            ));
        let found: Vec<LotParts> = query.load_listed(c).await?;
        all.extend(found);
    }
    Ok(all)
}
