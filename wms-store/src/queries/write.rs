//! The final rows of the touched entities and the log, one statement per table.
use super::{super::write_rows, Conn, before::Before};
use crate::{
    error::Error,
    row::{Mode, Row},
    rows::{big, entity_value, id},
    schema::{
        BufferRow, ChainRow, CommandRow, DeviationRow, DispatchRow, EventRow, FlowRow, GraphRow,
        HoldRow, InspectionRow, LinkRow, LotRow, MoveRow, PolicyRow, PositionRow, ReadingRow,
        RunRow, SequenceRow, SiteRow, VersionRow,
    },
    sql::IdValue,
};
use futures_util::try_join;
use std::collections::{BTreeMap, HashMap, HashSet};
use wms_core::{
    audit::{EntityRef, Head},
    ids::{LotId, TenantId},
    lot::Lot,
    world::{Changes, Sequence},
};

/// How many rows of a kind one command can make: places count commands, and rows within a command.
const PLACES: i64 = 1 << 16;

/// Where the rows of a command begin, by its number.
pub(super) const fn place_of(command: i64) -> i64 {
    command.saturating_mul(PLACES)
}

/// A row as it is after the group, with the version it had before; 0: it is new.
#[derive(Debug)]
struct Touched<R> {
    row: R,
    was: i64,
}

/// The touched rows of a table, in the order they were first touched.
#[derive(Debug)]
struct Table<R> {
    rows: Vec<Touched<R>>,
    index: HashMap<IdValue, usize>,
}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            index: HashMap::new(),
        }
    }
}

impl<R: Row> Table<R> {
    /// A later row of the same entity takes the place of the earlier one, but keeps what that one was.
    fn put(&mut self, id: IdValue, row: R, was: i64, keep: impl FnOnce(&R, &mut R)) {
        match self.index.get(&id).and_then(|n| self.rows.get_mut(*n)) {
            Some(known) => {
                let before = core::mem::replace(&mut known.row, row);
                keep(&before, &mut known.row);
            }
            None => {
                self.index.insert(id, self.rows.len());
                self.rows.push(Touched { row, was });
            }
        }
    }

    async fn write(self, c: &Conn) -> Result<(), Error> {
        let (new, known): (Vec<_>, Vec<_>) = self.rows.into_iter().partition(|one| one.was == 0);
        let new: Vec<R> = new.into_iter().map(|one| one.row).collect();
        let (known, was): (Vec<R>, Vec<i64>) =
            known.into_iter().map(|one| (one.row, one.was)).unzip();
        try_join!(
            write_rows(c, Mode::Insert, &new, &[]),
            write_rows(c, Mode::Update, &known, &was)
        )?;
        Ok(())
    }
}

/// What a group of applied commands leaves to write.
#[derive(Debug)]
pub(super) struct Batch {
    tenant: TenantId,
    commands: Vec<CommandRow>,
    events: Vec<EventRow>,
    chain: Vec<ChainRow>,
    policy: Table<PolicyRow>,
    sites: Table<SiteRow>,
    flows: Table<FlowRow>,
    versions: Table<VersionRow>,
    graphs: Vec<GraphRow>,
    runs: Table<RunRow>,
    sequences: BTreeMap<Sequence, u64>,
    lots: Table<LotRow>,
    /// The holds and positions of each touched lot, as they are now.
    held: HashMap<LotId, (Vec<HoldRow>, Vec<PositionRow>)>,
    links: Vec<LinkRow>,
    buffers: Table<BufferRow>,
    moves: Vec<MoveRow>,
    dispatches: Vec<DispatchRow>,
    inspections: Vec<InspectionRow>,
    readings: Vec<ReadingRow>,
    deviations: Table<DeviationRow>,
}

/// How many rows a command writes, but for holds and positions.
pub(super) fn rows_of(changes: &Changes) -> usize {
    let chain = changes.recorded.iter().map(|event| 1 + event.chain.len());
    let plans = changes.sites.len() + changes.flows.len() + changes.versions.len();
    let work = changes.runs.len() + changes.lots.len() + changes.links.len();
    let stock = changes.buffers.len() + changes.moves.len() + changes.dispatches.len();
    let quality = changes.inspections.len() + changes.readings.len() + changes.deviations.len();
    chain.sum::<usize>() + plans + work + stock + quality
}

/// How many events of a command changed each entity: from the head it has now follows the one it had.
struct Steps(HashMap<EntityRef, u64>);

impl Steps {
    fn was(&self, entity: EntityRef, head: Head) -> i64 {
        let steps = self.0.get(&entity).copied().unwrap_or(0);
        big(head.version.saturating_sub(steps))
    }
}

impl Batch {
    pub(super) fn new(tenant: TenantId) -> Self {
        Self {
            tenant,
            commands: Vec::new(),
            events: Vec::new(),
            chain: Vec::new(),
            policy: Table::default(),
            sites: Table::default(),
            flows: Table::default(),
            versions: Table::default(),
            graphs: Vec::new(),
            runs: Table::default(),
            sequences: BTreeMap::new(),
            lots: Table::default(),
            held: HashMap::new(),
            links: Vec::new(),
            buffers: Table::default(),
            moves: Vec::new(),
            dispatches: Vec::new(),
            inspections: Vec::new(),
            readings: Vec::new(),
            deviations: Table::default(),
        }
    }

    /// Whether no command was applied yet.
    pub(super) const fn is_empty(&self) -> bool {
        self.commands.is_empty()
    }

    /// Adds an applied command.
    pub(super) fn take(
        &mut self,
        command: CommandRow,
        changes: &Changes,
        before: &Before,
    ) -> Result<(), Error> {
        let first = place_of(command.number);
        let place = |n: usize| first + big(n as u64).min(PLACES - 1);
        let mut steps = HashMap::new();
        for recorded in &changes.recorded {
            for entry in &recorded.chain {
                *steps.entry(entry.entity).or_insert(0) += 1;
            }
        }
        let steps = Steps(steps);
        self.take_log(command, changes);
        self.take_plans(changes, &steps, place)?;
        self.take_goods(changes, before, &steps, place);
        self.take_quality(changes, &steps, place);
        Ok(())
    }

    fn take_log(&mut self, command: CommandRow, changes: &Changes) {
        self.commands.push(command);
        for (recorded, event) in changes.recorded.iter().zip(&changes.events) {
            self.events.push(EventRow::of(self.tenant, recorded, event));
            let entries = recorded.chain.iter().enumerate();
            self.chain
                .extend(entries.map(|(n, entry)| ChainRow::of(self.tenant, recorded, n, entry)));
        }
    }

    fn take_plans(
        &mut self,
        changes: &Changes,
        steps: &Steps,
        place: impl Fn(usize) -> i64,
    ) -> Result<(), Error> {
        let tenant = self.tenant;
        if let Some(policy) = &changes.policy {
            let entity = EntityRef::Policy(tenant);
            let was = steps.was(entity, policy.head);
            let row = PolicyRow::of(tenant, policy);
            self.policy.put(entity_value(entity), row, was, |_, _| {});
        }
        for (n, site) in changes.sites.iter().enumerate() {
            let entity = EntityRef::Site(site.code);
            let was = steps.was(entity, site.head);
            let row = SiteRow::of(tenant, site, place(n));
            self.sites
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
        for (n, flow) in changes.flows.iter().enumerate() {
            let entity = EntityRef::Flow(flow.id);
            let was = steps.was(entity, flow.head);
            let row = FlowRow::of(tenant, flow, place(n))?;
            self.flows
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
        for (n, version) in changes.versions.iter().enumerate() {
            let entity = EntityRef::Version(version.id);
            let was = steps.was(entity, version.head);
            let row = VersionRow::of(tenant, version, place(n))?;
            self.versions
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
        for (n, run) in changes.runs.iter().enumerate() {
            let entity = EntityRef::Run(run.id);
            let was = steps.was(entity, run.head);
            let row = RunRow::of(tenant, run, place(n));
            self.runs
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
        let graphs = changes.graphs.iter();
        self.graphs
            .extend(graphs.map(|graph| GraphRow::of(tenant, graph)));
        self.sequences.extend(changes.sequences.iter().copied());
        Ok(())
    }

    fn take_goods(
        &mut self,
        changes: &Changes,
        before: &Before,
        steps: &Steps,
        place: impl Fn(usize) -> i64,
    ) {
        let tenant = self.tenant;
        for (n, lot) in changes.lots.iter().enumerate() {
            let entity = EntityRef::Lot(lot.id);
            let was = steps.was(entity, lot.head);
            let row = LotRow::of(tenant, lot, place(n));
            self.lots.put(entity_value(entity), row, was, |a, b| {
                b.place = a.place;
                b.run_place = a.run_place.or(b.run_place);
            });
            let earlier = self.held.get(&lot.id).map(|(_, positions)| positions);
            let was_at = earlier.or_else(|| before.positions.get(&lot.id));
            let positions = positions(tenant, lot, was_at.map_or(&[], Vec::as_slice), place(n));
            self.held.insert(lot.id, (holds(tenant, lot), positions));
        }
        for (n, buffer) in changes.buffers.iter().enumerate() {
            let entity = EntityRef::Buffer(buffer.id);
            let was = steps.was(entity, buffer.head);
            let row = BufferRow::of(tenant, buffer, place(n));
            self.buffers
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
        let links = changes.links.iter();
        self.links
            .extend(links.map(|link| LinkRow::of(tenant, link)));
        let moves = changes.moves.iter().enumerate();
        self.moves
            .extend(moves.map(|(n, moved)| MoveRow::of(tenant, moved, place(n))));
        let dispatches = changes.dispatches.iter().enumerate();
        self.dispatches
            .extend(dispatches.map(|(n, sent)| DispatchRow::of(tenant, sent, place(n))));
    }

    fn take_quality(&mut self, changes: &Changes, steps: &Steps, place: impl Fn(usize) -> i64) {
        let tenant = self.tenant;
        let inspections = changes.inspections.iter().enumerate();
        self.inspections
            .extend(inspections.map(|(n, one)| InspectionRow::of(tenant, one, place(n))));
        let readings = changes.readings.iter().enumerate();
        self.readings
            .extend(readings.map(|(n, one)| ReadingRow::of(tenant, one, place(n))));
        for (n, deviation) in changes.deviations.iter().enumerate() {
            let entity = EntityRef::Deviation(deviation.id);
            let was = steps.was(entity, deviation.head);
            let row = DeviationRow::of(tenant, deviation, place(n));
            self.deviations
                .put(entity_value(entity), row, was, |a, b| b.place = a.place);
        }
    }

    /// Where a lot that was touched lies now, as it will be written.
    pub(super) fn positions_of(&self, lot: LotId) -> &[PositionRow] {
        let held = self.held.get(&lot);
        held.map_or(&[], |(_, positions)| positions)
    }

    /// Writes it all, what is referred to before what refers to it.
    pub(super) async fn write(&mut self, c: &Conn, before: &Before) -> Result<(), Error> {
        let all = core::mem::replace(self, Self::new(self.tenant));
        let (holds, positions) = all.changed_holds(before);
        let (new, known) = all.changed_sequences(before);
        let (known, was): (Vec<_>, Vec<_>) = known.into_iter().unzip();
        // Polled in this order, they run in this order: a row comes before what refers to it.
        let log = async {
            try_join!(
                write_rows(c, Mode::Insert, &all.commands, &[]),
                write_rows(c, Mode::Insert, &all.events, &[]),
                write_rows(c, Mode::Insert, &all.chain, &[])
            )
        };
        let plans = async {
            try_join!(
                all.policy.write(c),
                all.sites.write(c),
                write_rows(c, Mode::Keep, &all.graphs, &[]),
                all.flows.write(c),
                all.versions.write(c),
                all.runs.write(c),
                write_rows(c, Mode::Insert, &new, &[]),
                write_rows(c, Mode::Update, &known, &was)
            )
        };
        let goods = async {
            try_join!(
                all.lots.write(c),
                all.buffers.write(c),
                write_rows(c, Mode::Upsert, &holds, &[]),
                write_rows(c, Mode::Upsert, &positions, &[]),
                write_rows(c, Mode::Insert, &all.links, &[]),
                write_rows(c, Mode::Insert, &all.moves, &[]),
                write_rows(c, Mode::Insert, &all.dispatches, &[])
            )
        };
        let quality = async {
            try_join!(
                write_rows(c, Mode::Insert, &all.inspections, &[]),
                write_rows(c, Mode::Insert, &all.readings, &[]),
                all.deviations.write(c)
            )
        };
        try_join!(log, plans, goods, quality)?;
        Ok(())
    }

    /// The holds and positions that are not as they were; what left a buffer stays there as 0 g.
    fn changed_holds(&self, before: &Before) -> (Vec<HoldRow>, Vec<PositionRow>) {
        let (mut holds, mut positions) = (Vec::new(), Vec::new());
        for (lot, (now_held, now_at)) in &self.held {
            let had = before.holds.get(lot).map_or(&[][..], Vec::as_slice);
            holds.extend(now_held.iter().filter(|hold| !had.contains(hold)).cloned());
            let was_at = before.positions.get(lot).map_or(&[][..], Vec::as_slice);
            positions.extend(now_at.iter().filter(|now| !was_at.contains(now)).cloned());
            let here: HashSet<IdValue> = now_at.iter().map(|now| now.buffer_id).collect();
            let gone = was_at.iter().filter(|was| !here.contains(&was.buffer_id));
            positions.extend(gone.map(|was| PositionRow {
                quantity: 0,
                ..was.clone()
            }));
        }
        (holds, positions)
    }

    fn changed_sequences(&self, before: &Before) -> (Vec<SequenceRow>, Vec<(SequenceRow, i64)>) {
        let (mut new, mut known) = (Vec::new(), Vec::new());
        for (sequence, last) in &self.sequences {
            let row = SequenceRow::of(self.tenant, *sequence, *last);
            match before.sequences.get(sequence).copied().flatten() {
                Some(was) => known.push((row, was)),
                None => new.push(row),
            }
        }
        (new, known)
    }
}

pub(super) fn holds(tenant: TenantId, lot: &Lot) -> Vec<HoldRow> {
    let holds = lot.holds.iter().enumerate();
    holds
        .map(|(n, hold)| HoldRow::of(tenant, lot.id, n, hold))
        .collect()
}

/// What lay in a buffer already keeps its place there; what left it and comes back is the last to enter.
fn positions(tenant: TenantId, lot: &Lot, was_at: &[PositionRow], new: i64) -> Vec<PositionRow> {
    let entry_in = |buffer: IdValue| {
        let mut was_at = was_at.iter();
        was_at
            .find(|was| was.buffer_id == buffer)
            .map_or(new, |was| was.entry)
    };
    let positions = lot.positions.iter().enumerate();
    positions
        .map(|(n, position)| {
            let entry = entry_in(id(position.buffer_id));
            PositionRow::of(tenant, lot.id, n, position, entry)
        })
        .collect()
}
