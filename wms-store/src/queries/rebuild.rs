//! A plant from its log: each command replayed by core, and written as if it had just been decided.
use super::{
    super::{raise_numbers, write_rows},
    Conn, Run,
    before::Before,
    write::{Batch, holds},
};
use crate::{
    audit::{AuditError, Entry, Lines, Message, Moved, Reader},
    error::Error,
    row::Mode,
    rows::{big, id},
    schema::{GraphRow, PositionRow, commands},
};
use diesel::{ExpressionMethods, QueryDsl};
use std::collections::{HashMap, HashSet};
use wms_core::{
    ids::{LotId, TenantId},
    plant::Replay,
    world::{Changes, Sequence},
};

/// How many commands are written at a time.
const STRIDE: usize = 1_000;

/// Rebuilds an empty tenant inside the transaction that the caller opened.
pub(crate) async fn rebuild(c: &Conn, tenant: TenantId, lines: Lines) -> Result<Moved, Error> {
    if count(c, tenant).await? > 0 {
        return Err(AuditError::NotEmpty { tenant }.into());
    }
    let mut reader = Reader::begin(tenant, lines)?;
    let mut rebuilder = Rebuilder::new(c, tenant);
    while let Some(message) = reader.next()? {
        match message {
            Message::Graph(graph) => {
                let row = GraphRow::of(tenant, &graph);
                write_rows(c, Mode::Insert, &[row], &[]).await?;
                rebuilder.replay.graph(graph);
            }
            Message::Command(entry) => rebuilder.command(*entry).await?,
        }
    }
    rebuilder.flush().await?;
    raise_numbers(c, rebuilder.last_number).await?;
    let moved = reader.moved();
    // Somebody else wrote to the tenant meanwhile: that is no longer the plant of the log.
    if u64::try_from(count(c, tenant).await?).ok() == Some(moved.commands) {
        Ok(moved)
    } else {
        Err(AuditError::NotEmpty { tenant }.into())
    }
}

async fn count(c: &Conn, tenant: TenantId) -> Result<i64, Error> {
    let query = commands::table
        .filter(commands::tenant_id.eq(id(tenant)))
        .select(diesel::dsl::count_star());
    let found: Vec<i64> = query.load(c).await?;
    Ok(found.into_iter().sum())
}

/// A plant that grows from its log.
struct Rebuilder<'c> {
    c: &'c Conn,
    tenant: TenantId,
    replay: Replay,
    batch: Batch,
    before: Before,
    /// Where lots lie, as the database has it.
    positions: HashMap<LotId, Vec<PositionRow>>,
    /// The lots and sequences that the batch has touched, and how many commands are in it.
    lots: HashSet<LotId>,
    sequences: Vec<(Sequence, u64)>,
    pending: usize,
    last_number: i64,
}

impl<'c> Rebuilder<'c> {
    fn new(c: &'c Conn, tenant: TenantId) -> Self {
        Self {
            c,
            tenant,
            replay: Replay::new(tenant),
            batch: Batch::new(tenant),
            before: Before::default(),
            positions: HashMap::new(),
            lots: HashSet::new(),
            sequences: Vec::new(),
            pending: 0,
            last_number: 0,
        }
    }

    async fn command(&mut self, entry: Entry) -> Result<(), Error> {
        let Entry { row, events, line } = entry;
        let altered = |why: String| AuditError::Altered { line, why };
        let changes = self.replay.command(&events);
        let changes = changes.map_err(|error| altered(error.to_string()))?;
        if changes.recorded != events {
            return Err(
                altered("an event or its links are not what was recorded".to_owned()).into(),
            );
        }
        // What left a buffer shows by what the transaction found there: no two commands of one lot share one.
        let stored = |lot: &&wms_core::lot::Lot| self.lots.contains(&lot.id);
        if self.pending >= STRIDE || changes.lots.iter().any(|lot| stored(&lot)) {
            self.flush().await?;
        }
        self.last_number = self.last_number.max(row.number);
        self.remember(&changes);
        self.batch.take(row, &changes, &self.before)?;
        for lot in &changes.lots {
            let positions = self.batch.positions_of(lot.id).to_vec();
            if positions.is_empty() {
                self.positions.remove(&lot.id);
            } else {
                self.positions.insert(lot.id, positions);
            }
        }
        self.pending += 1;
        self.replay.put(changes);
        Ok(())
    }

    /// What the database holds of the lots that a command touches.
    fn remember(&mut self, changes: &Changes) {
        for lot in &changes.lots {
            self.lots.insert(lot.id);
            if let Some(known) = self.replay.world().lot_row(lot.id) {
                let holds = holds(self.tenant, known);
                self.before.holds.insert(lot.id, holds);
            }
            if let Some(known) = self.positions.get(&lot.id) {
                self.before.positions.insert(lot.id, known.clone());
            }
        }
        self.sequences.extend(changes.sequences.iter().copied());
    }

    async fn flush(&mut self) -> Result<(), Error> {
        self.batch.write(self.c, &self.before).await?;
        self.before.holds.clear();
        self.before.positions.clear();
        for (sequence, last) in self.sequences.drain(..) {
            self.before.sequences.insert(sequence, Some(big(last)));
        }
        self.lots.clear();
        self.pending = 0;
        Ok(())
    }
}
