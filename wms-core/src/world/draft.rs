//! One command at work: what it read from the World, what it changed on top.
//!
//! Dropped, nothing has happened; taken, its final rows are what is left to write.
use super::{Changes, Claim, LotSet, Sequence, Stop, World, overlay::Overlay};
use crate::{
    audit::{ChainEntry, Digest, EntityRef, Head, Recorded, Writer},
    code::CanonicalCode,
    command::Context,
    error::{Rejection, Warning},
    event::{Event, Stamp},
    flow::{Flow, FlowGraph, FlowVersion},
    genealogy::Link,
    ids::{
        BufferId, DeviationId, EventId, FlowId, InspectionId, LotId, MoveId, ReadingId, RunId,
        TenantId, VersionId,
    },
    inventory::{Buffer, Dispatch, StockMove},
    lot::Lot,
    policy::{PlantPolicy, PolicyState},
    quality::{Deviation, Inspection, Reading, ReadingKind, Subject},
    run::Run,
    site::{Site, SiteCode},
};
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug)]
pub(crate) struct Draft<'w> {
    world: &'w World,
    pub(crate) ctx: &'w Context<'w>,
    policy: Option<PolicyState>,
    sites: Overlay<SiteCode, Site>,
    flows: Overlay<FlowId, Flow>,
    versions: Overlay<VersionId, FlowVersion>,
    graphs: Vec<Arc<FlowGraph>>,
    runs: Overlay<RunId, Run>,
    sequences: BTreeMap<Sequence, u64>,
    lots: Overlay<LotId, Lot>,
    buffers: Overlay<BufferId, Buffer>,
    inspections: Overlay<InspectionId, Inspection>,
    readings: Overlay<ReadingId, Reading>,
    deviations: Overlay<DeviationId, Deviation>,
    links: Vec<Link>,
    moves: Vec<StockMove>,
    dispatches: Vec<Dispatch>,
    events: Vec<Event>,
    recorded: Vec<Recorded>,
    warnings: Vec<Warning>,
    writer: Writer,
    /// An event named an entity nobody read: a defect of the library, or a log that is not whole.
    astray: bool,
}

macro_rules! entities {
    ($($table:ident: $find:ident, $get:ident, $put:ident, $change:ident, $id:ty, $type:ty, $name:literal;)+) => {$(
        pub(crate) fn $find(&self, id: $id) -> Result<Option<&$type>, Stop> {
            match self.$table.get(&id) {
                Some(row) => Ok(Some(row)),
                None => self.world.$get(id),
            }
        }

        #[allow(dead_code, reason = "one shape for every kind of entity")]
        pub(crate) fn $get(&self, id: $id) -> Result<&$type, Stop> {
            self.$find(id)?.ok_or_else(|| Rejection::not_found($name, id).into())
        }

        #[allow(dead_code, reason = "one shape for every kind of entity")]
        pub(crate) fn $put(&mut self, id: $id, row: $type) {
            self.$table.put(id, row);
        }

        #[allow(dead_code, reason = "one shape for every kind of entity")]
        pub(crate) fn $change(&mut self, id: $id, change: impl FnOnce(&mut $type)) {
            if self.$table.get(&id).is_none() {
                match self.world.$get(id) {
                    Ok(Some(row)) => self.$table.put(id, row.clone()),
                    _ => self.astray = true,
                }
            }
            if let Some(row) = self.$table.get_mut(&id) {
                change(row);
            }
        }
    )+};
}

impl<'w> Draft<'w> {
    pub(crate) fn on(world: &'w World, ctx: &'w Context<'w>) -> Self {
        Self {
            world,
            ctx,
            policy: None,
            sites: Overlay::default(),
            flows: Overlay::default(),
            versions: Overlay::default(),
            graphs: Vec::new(),
            runs: Overlay::default(),
            sequences: BTreeMap::new(),
            lots: Overlay::default(),
            buffers: Overlay::default(),
            inspections: Overlay::default(),
            readings: Overlay::default(),
            deviations: Overlay::default(),
            links: Vec::new(),
            moves: Vec::new(),
            dispatches: Vec::new(),
            events: Vec::new(),
            recorded: Vec::new(),
            warnings: Vec::new(),
            writer: Writer::new(),
            astray: false,
        }
    }

    entities! {
        sites: find_site, site, put_site, change_site, SiteCode, Site, "site";
        flows: find_flow, flow, put_flow, change_flow, FlowId, Flow, "flow";
        versions: find_stored_version, version, put_version, change_version, VersionId, FlowVersion, "version";
        runs: find_run, run, put_run, change_run, RunId, Run, "run";
        lots: find_lot, lot, put_lot, change_lot, LotId, Lot, "lot";
        buffers: find_buffer, buffer, put_buffer, change_buffer, BufferId, Buffer, "buffer";
        inspections: find_inspection, inspection, put_inspection, change_inspection, InspectionId, Inspection, "inspection";
        readings: find_reading, reading, put_reading, change_reading, ReadingId, Reading, "reading";
        deviations: find_deviation, deviation, put_deviation, change_deviation, DeviationId, Deviation, "deviation";
    }

    /// Asks for things that are needed together, so that a store loads them in one round.
    pub(crate) fn want(&self, claims: impl IntoIterator<Item = Claim>) -> Result<(), Stop> {
        let missing: Vec<Claim> = claims
            .into_iter()
            .filter(|claim| !self.world.knows(&claim.key))
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(Stop::Missing(missing))
        }
    }

    pub(crate) fn tenant(&self) -> TenantId {
        self.world.tenant
    }

    pub(crate) fn policy(&self) -> Result<&PlantPolicy, Stop> {
        match &self.policy {
            Some(state) => Ok(&state.policy),
            None => self.world.policy().map(|state| &state.policy),
        }
    }

    pub(crate) fn change_policy(&mut self, change: impl FnOnce(&mut PolicyState)) {
        match self.world.policy() {
            Ok(known) => change(self.policy.get_or_insert_with(|| known.clone())),
            Err(_) => self.astray = true,
        }
    }

    pub(crate) fn graph(&self, hash: Digest) -> Result<Arc<FlowGraph>, Stop> {
        if let Some(graph) = self.graphs.iter().find(|graph| graph.sha256() == hash) {
            return Ok(Arc::clone(graph));
        }
        self.world.graph(hash)?.cloned().ok_or_else(|| {
            Rejection::StoreCorrupt {
                table: "graphs".to_owned(),
                id: hash.to_string(),
            }
            .into()
        })
    }

    /// Keeps a graph under its hash; the events carry the hash alone.
    pub(crate) fn keep_graph(&mut self, graph: Arc<FlowGraph>) {
        self.graphs.push(graph);
    }

    pub(crate) fn run_by_code(&self, code: &str) -> Result<Option<RunId>, Stop> {
        match self.runs.iter().find(|run| &*run.code == code) {
            Some(run) => Ok(Some(run.id)),
            None => self.world.run_by_code(code),
        }
    }

    pub(crate) fn lot_by_code(&self, code: &str) -> Result<Option<LotId>, Stop> {
        match self.lots.iter().find(|lot| &*lot.code == code) {
            Some(lot) => Ok(Some(lot.id)),
            None => self.world.lot_by_code(code),
        }
    }

    pub(crate) fn buffer_by_code(
        &self,
        site: SiteCode,
        code: &str,
    ) -> Result<Option<BufferId>, Stop> {
        self.world.buffer_by_code(site, code)
    }

    pub(crate) fn sequence(&self, sequence: Sequence) -> Result<u64, Stop> {
        match self.sequences.get(&sequence) {
            Some(last) => Ok(*last),
            None => self.world.sequence(sequence),
        }
    }

    /// Whether a number beyond its sequence is taken, by a code that did not move the sequence.
    pub(crate) fn is_taken(&self, code: &CanonicalCode, text: &str) -> bool {
        self.world.is_taken(code, text)
    }

    /// Moves a sequence up to a number it has not reached yet.
    pub(crate) fn raise_sequence(&mut self, sequence: Sequence, to: u64) {
        match self.sequence(sequence) {
            Ok(last) if last < to => drop(self.sequences.insert(sequence, to)),
            Ok(_) => {}
            Err(_) => self.astray = true,
        }
    }

    pub(crate) fn open_runs(&self, version: VersionId) -> Result<&'w [RunId], Stop> {
        self.world.open_runs(version)
    }

    /// The OPEN deviation of readings of a kind, one opened by this very command included.
    pub(crate) fn open_deviation(
        &self,
        subject: Subject,
        kind: ReadingKind,
    ) -> Result<Option<DeviationId>, Stop> {
        let own = self
            .deviations
            .iter()
            .find(|own| own.subject == subject && own.kind == Some(kind) && own.is_open());
        match own {
            Some(own) => Ok(Some(own.id)),
            None => self.world.open_deviation(subject, kind),
        }
    }

    /// The lots of a set as they are now, in code order.
    pub(crate) fn lot_set(&self, set: LotSet) -> Result<Vec<&Lot>, Stop> {
        let own = self.lots.iter().map(|lot| lot.id);
        let mut ids: Vec<LotId> = self.world.lot_set(set)?.into_iter().chain(own).collect();
        ids.sort_unstable();
        ids.dedup();
        self.in_code_order(ids, |lot| set.contains(lot))
    }

    /// The descendants that a hold can stop, in code order.
    pub(crate) fn open_descendants(&self, lot: LotId) -> Result<Vec<&Lot>, Stop> {
        self.in_code_order(self.world.open_descendants(lot)?, |lot| {
            lot.status.is_open()
        })
    }

    /// The children that keep a lot from being finished, in code order.
    pub(crate) fn open_children(&self, lot: LotId) -> Result<Vec<&Lot>, Stop> {
        self.in_code_order(self.world.open_children(lot)?, |lot| !lot.status.is_final())
    }

    fn in_code_order(
        &self,
        ids: Vec<LotId>,
        keep: impl Fn(&Lot) -> bool,
    ) -> Result<Vec<&Lot>, Stop> {
        let mut lots = ids
            .into_iter()
            .map(|id| self.lot(id))
            .collect::<Result<Vec<_>, _>>()?;
        lots.retain(|lot| keep(lot));
        lots.sort_by(|a, b| crate::code::order(&a.code, &b.code));
        Ok(lots)
    }

    pub(crate) fn add_link(&mut self, link: Link) {
        self.links.push(link);
    }

    pub(crate) fn add_move(&mut self, moved: StockMove) {
        self.moves.push(moved);
    }

    pub(crate) fn add_dispatch(&mut self, dispatch: Dispatch) {
        self.dispatches.push(dispatch);
    }

    pub(crate) fn warn(&mut self, warning: Warning) {
        self.warnings.push(warning);
    }

    /// An event that cannot be applied to what is there.
    pub(crate) fn go_astray(&mut self) {
        self.astray = true;
    }

    /// When and by whom: what the events of this command stamp.
    pub(crate) fn stamp(&self) -> Stamp {
        Stamp {
            at: self.ctx.at,
            recorded_at: self.ctx.now,
            by: self.ctx.actor.user_id,
        }
    }

    /// The id of the next event to be recorded.
    pub(crate) fn next_event_id(&self) -> EventId {
        self.ctx.key.event_id(self.recorded.len())
    }

    /// The id of the next move to be recorded.
    pub(crate) fn next_move_id(&self) -> MoveId {
        self.ctx.key.move_id(self.moves.len())
    }

    /// Records what happened: applies it, so that later guards see it, and chains its text.
    pub(crate) fn record(&mut self, event: impl Into<Event>) -> Result<(), Stop> {
        let event = event.into();
        event.apply(self);
        let text: Box<str> = event.write(&mut self.writer)?.into();
        let digest = Digest::of(text.as_bytes());
        let chain = event
            .subjects()
            .into_iter()
            .map(|entity| self.chain(entity, &digest))
            .collect();
        if self.astray {
            return Err(Rejection::Internal {}.into());
        }
        self.recorded.push(Recorded {
            key: self.ctx.key,
            number: self.recorded.len(),
            actor: self.ctx.actor,
            at: self.ctx.at,
            recorded_at: self.ctx.now,
            text,
            chain,
        });
        self.events.push(event);
        Ok(())
    }

    fn chain(&mut self, entity: EntityRef, event: &Digest) -> ChainEntry {
        let mut head = Head::default();
        let mut advance = |stored: &mut Head| {
            *stored = stored.next(event);
            head = *stored;
        };
        match entity {
            EntityRef::Site(id) => self.change_site(id, |row| advance(&mut row.head)),
            EntityRef::Policy(_) => self.change_policy(|row| advance(&mut row.head)),
            EntityRef::Flow(id) => self.change_flow(id, |row| advance(&mut row.head)),
            EntityRef::Version(id) => self.change_version(id, |row| advance(&mut row.head)),
            EntityRef::Run(id) => self.change_run(id, |row| advance(&mut row.head)),
            EntityRef::Lot(id) => self.change_lot(id, |row| advance(&mut row.head)),
            EntityRef::Inspection(id) => self.change_inspection(id, |row| advance(&mut row.head)),
            EntityRef::Reading(id) => self.change_reading(id, |row| advance(&mut row.head)),
            EntityRef::Deviation(id) => self.change_deviation(id, |row| advance(&mut row.head)),
            EntityRef::Buffer(id) => self.change_buffer(id, |row| advance(&mut row.head)),
        }
        ChainEntry { entity, head }
    }

    /// What the command leaves to do.
    pub(crate) fn take(self) -> Changes {
        Changes {
            events: self.events,
            recorded: self.recorded,
            warnings: self.warnings,
            policy: self.policy,
            sites: self.sites.into_rows(),
            flows: self.flows.into_rows(),
            versions: self.versions.into_rows(),
            graphs: self.graphs,
            runs: self.runs.into_rows(),
            sequences: self.sequences.into_iter().collect(),
            lots: self.lots.into_rows(),
            links: self.links,
            buffers: self.buffers.into_rows(),
            moves: self.moves,
            dispatches: self.dispatches,
            inspections: self.inspections.into_rows(),
            readings: self.readings.into_rows(),
            deviations: self.deviations.into_rows(),
        }
    }
}

impl Draft<'_> {
    /// A version that was not discarded.
    pub(crate) fn find_version(&self, id: VersionId) -> Result<Option<&FlowVersion>, Stop> {
        Ok(self
            .find_stored_version(id)?
            .filter(|version| !version.discarded))
    }

    /// A version that was not discarded, which reads as not found.
    pub(crate) fn known_version(&self, id: VersionId) -> Result<&FlowVersion, Stop> {
        self.find_version(id)?
            .ok_or_else(|| Rejection::not_found("version", id).into())
    }
}
