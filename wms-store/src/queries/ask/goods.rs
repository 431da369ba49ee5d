//! Lots, recalls, buffers, picking.
use super::{
    super::{Run, entities, genealogy, lots as lot_rows},
    gather::Gather,
};
use crate::{
    error::Error,
    rows::id,
    schema::{BufferRow, DispatchRow, LinkRow, LotRow, buffers, dispatches, lot_positions, lots},
    sql::IdValue,
};
use diesel::{ExpressionMethods, QueryDsl, SelectableHelper};
use std::collections::{BTreeSet, HashSet};
use wms_core::{
    ids::{BufferId, RunId},
    query::{LotName, Pick, Recall},
    site::SiteCode,
};

impl Gather<'_> {
    /// A lot by its id, else by its code.
    pub(super) async fn lot(&mut self, name: &LotName) -> Result<Option<IdValue>, Error> {
        if let Some(by_id) = name.id().map(id) {
            self.lots(&[by_id]).await?;
            if !self.rows.lots.is_empty() {
                return Ok(Some(by_id));
            }
        }
        let names = vec![name.as_str().to_owned()];
        let found = lot_rows::by_codes(self.c, self.tenant, names).await?;
        let by_code = found.into_values().next().map(id);
        if let Some(lot) = by_code {
            self.lots(&[lot]).await?;
        }
        Ok(by_code)
    }

    /// Links, each once; those to lots that are not gathered are of no account.
    pub(super) fn links(&mut self, mut links: Vec<LinkRow>) -> Result<(), Error> {
        links.sort_unstable_by_key(|link| (link.parent_id, link.child_id));
        links.dedup_by_key(|link| (link.parent_id, link.child_id));
        self.rows.links.extend(genealogy::links_of(links)?);
        Ok(())
    }

    /// The descendants of some lots with the links on the way there.
    pub(super) async fn below(&mut self, roots: &[IdValue]) -> Result<(), Error> {
        let mut seen: HashSet<IdValue> = roots.iter().copied().collect();
        let (mut level, mut links) = (roots.to_vec(), Vec::new());
        while !level.is_empty() {
            let down = genealogy::links_down(self.c, self.tenant, &level).await?;
            let children = down.iter().map(|link| link.child_id);
            level = children.filter(|lot| seen.insert(*lot)).collect();
            links.extend(down);
        }
        let found: BTreeSet<IdValue> = links.iter().map(|link| link.child_id).collect();
        let found: Vec<IdValue> = found.into_iter().collect();
        self.lots(roots).await?;
        self.lots(&found).await?;
        self.links(links)
    }

    /// All links of every descendant count in its share, also those from lots outside.
    pub(super) async fn recall(&mut self, ask: &Recall) -> Result<(), Error> {
        let Some(root) = self.lot(&ask.lot).await? else {
            return Ok(());
        };
        let mut below = genealogy::descendants(self.c, self.tenant, root).await?;
        below.sort_unstable();
        let links = genealogy::links_up(self.c, self.tenant, &below).await?;
        let parents: BTreeSet<IdValue> = links.iter().map(|link| link.parent_id).collect();
        let parents: Vec<IdValue> = parents.into_iter().collect();
        self.lots(&below).await?;
        self.lots(&parents).await?;
        self.links(links)?;
        below.push(root);
        self.dispatches(&below).await
    }

    async fn dispatches(&mut self, lots: &[IdValue]) -> Result<(), Error> {
        let mut all: Vec<DispatchRow> = Vec::new();
        for lots in lots.chunks(super::super::CHUNK) {
            let query = dispatches::table
                .filter(dispatches::tenant_id.eq(id(self.tenant)))
                .filter(dispatches::lot_id.eq_any(lots.to_vec()))
                .select(DispatchRow::as_select());
            all.extend(query.load(self.c).await?);
        }
        all.sort_unstable_by_key(|sent| sent.place);
        for sent in all {
            self.rows.dispatches.push(sent.into_dispatch()?);
        }
        Ok(())
    }

    pub(super) async fn buffers_of(&mut self, site: Option<SiteCode>) -> Result<(), Error> {
        let mut query = buffers::table
            .filter(buffers::tenant_id.eq(id(self.tenant)))
            .order(buffers::place)
            .select(BufferRow::as_select())
            .into_boxed();
        if let Some(site) = site {
            query = query.filter(buffers::site.eq(site.to_string()));
        }
        for row in query.load(self.c).await? {
            self.rows.buffers.push(row.into_buffer()?);
        }
        Ok(())
    }

    pub(super) async fn buffer_contents(&mut self, buffer: BufferId) -> Result<(), Error> {
        self.buffers([buffer]).await?;
        let query = lot_positions::table
            .filter(lot_positions::tenant_id.eq(id(self.tenant)))
            .filter(lot_positions::buffer_id.eq(id(buffer)))
            .filter(lot_positions::quantity.gt(0))
            .order(lot_positions::entry)
            .select(lot_positions::lot_id);
        let lots: Vec<IdValue> = query.load(self.c).await?;
        self.lots(&lots).await
    }

    /// The lots of a run in the order they joined it.
    pub(super) async fn lots_of_run(&mut self, run: RunId) -> Result<Vec<IdValue>, Error> {
        let query = lots::table
            .filter(lots::tenant_id.eq(id(self.tenant)))
            .filter(lots::run_id.eq(id(run)))
            .order(lots::run_place)
            .select(LotRow::as_select());
        let rows: Vec<LotRow> = query.load(self.c).await?;
        let ids = rows.iter().map(|row| row.id).collect();
        self.lots_of_rows(rows).await?;
        Ok(ids)
    }

    pub(super) async fn run_buffers(&mut self, run: RunId) -> Result<(), Error> {
        self.run(run).await?;
        self.lots_of_run(run).await?;
        self.stores_of_lots().await
    }

    /// The buffers that the gathered lots lie in.
    async fn stores_of_lots(&mut self) -> Result<(), Error> {
        let positions = self.rows.lots.iter().flat_map(|lot| &lot.positions);
        let ids: BTreeSet<BufferId> = positions.map(|position| position.buffer_id).collect();
        self.buffers(ids).await
    }

    pub(super) async fn pick(&mut self, ask: &Pick) -> Result<(), Error> {
        self.policy().await?;
        self.sites([ask.site]).await?;
        let query = lots::table
            .filter(lots::tenant_id.eq(id(self.tenant)))
            .filter(lots::site.eq(ask.site.to_string()))
            .filter(lots::lot_type.eq(ask.lot_type.as_str()))
            .filter(lots::status.eq("RELEASED"))
            .order(lots::place)
            .select(LotRow::as_select());
        let rows = query.load(self.c).await?;
        self.lots_of_rows(rows).await?;
        self.stores_of_lots().await?;
        let known = |wanted: &BufferId| self.rows.buffers.iter().any(|one| one.id == *wanted);
        match ask.buffer_id.filter(|wanted| !known(wanted)) {
            Some(named) => self.buffers([named]).await,
            None => Ok(()),
        }
    }

    /// Deviations, inspections and readings of their own kind stand in `entities`.
    pub(super) async fn inspection(
        &mut self,
        inspection: wms_core::ids::InspectionId,
    ) -> Result<(), Error> {
        let ids = vec![id(inspection)];
        for row in entities::inspection_rows(self.c, self.tenant, ids, None).await? {
            self.rows.inspections.push(row.into_inspection()?);
        }
        Ok(())
    }
}
