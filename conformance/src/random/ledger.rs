//! What a bookkeeper who knows no rule would write down from the events alone.
//!
//! The storyteller looks things up here, and the properties hold the plant's own rows against it: it is a
//! second reading of the events, as plain as can be, that shares no code with the library's.

use std::collections::{BTreeMap, BTreeSet};

use wms_core::{
    amount::Kilograms,
    audit::Digest,
    event::Event,
    flow::VersionStatus,
    ids::{
        BufferId, DeviationId, FlowId, HoldId, InspectionId, LotId, ReadingId, RunId, VersionId,
    },
    lot::{LotStatus, LotType, Sku, Storage},
    quality::Subject,
    run::{RunStatus, Step},
    site::SiteCode,
    time::Day,
};

/// What is known of a lot.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct LotLine {
    pub code: Box<str>,
    pub lot_type: LotType,
    pub storage: Storage,
    pub sku: Option<Sku>,
    pub site: SiteCode,
    pub run: Option<RunId>,
    pub status: LotStatus,
    pub voided: bool,
    pub weight: Kilograms,
    pub used: Kilograms,
    pub lost: Kilograms,
    pub dispatched: Kilograms,
    pub stored: BTreeMap<BufferId, Kilograms>,
    pub open_holds: BTreeSet<HoldId>,
    pub past_holds: BTreeSet<HoldId>,
    pub production_day: Day,
}

impl LotLine {
    /// What is left of it.
    #[must_use]
    pub fn left(&self) -> Kilograms {
        self.weight - self.used - self.lost - self.dispatched
    }

    /// What is left and in no buffer.
    #[must_use]
    pub fn at_the_line(&self) -> Kilograms {
        self.left() - self.stored.values().copied().sum()
    }
}

/// A link from a parent to a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct LinkLine {
    pub parent: LotId,
    pub child: LotId,
    pub quantity: Kilograms,
    /// What the parent was when it was used.
    pub parent_was: LotStatus,
}

/// What is known of a run.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct RunLine {
    pub version: VersionId,
    pub site: SiteCode,
    pub status: RunStatus,
    pub step: u8,
    /// Every step it went by one event, from and to.
    pub went: Vec<(u8, u8)>,
}

/// What is known of a flow version.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct VersionLine {
    pub flow: FlowId,
    pub status: VersionStatus,
    pub graph: Digest,
    /// The graph it was published with.
    pub published_as: Option<Digest>,
}

/// What is known of a buffer.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct BufferLine {
    pub site: SiteCode,
    pub accepts: Vec<LotType>,
    pub active: bool,
    pub on_hold: bool,
}

/// What is known of a deviation.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the fields of the events")]
pub struct DeviationLine {
    pub subject: Option<Subject>,
    pub open: bool,
}

/// The whole book.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "one map for each kind of thing")]
pub struct Ledger {
    pub sites: BTreeSet<SiteCode>,
    pub lots: BTreeMap<LotId, LotLine>,
    pub links: Vec<LinkLine>,
    pub runs: BTreeMap<RunId, RunLine>,
    pub versions: BTreeMap<VersionId, VersionLine>,
    pub buffers: BTreeMap<BufferId, BufferLine>,
    pub deviations: BTreeMap<DeviationId, DeviationLine>,
    pub inspections: BTreeSet<InspectionId>,
    pub readings: BTreeSet<ReadingId>,
}

impl Ledger {
    /// Writes an event down.
    pub fn learn(&mut self, event: &Event) {
        match event {
            Event::SiteDefined(e) => {
                self.sites.insert(e.site);
            }
            Event::InspectionRecorded(e) => {
                self.inspections.insert(e.inspection_id);
            }
            Event::ReadingRecorded(e) => {
                self.readings.insert(e.reading_id);
            }
            _ => {
                self.learn_flow(event);
                self.learn_run(event);
                self.learn_lot(event);
                self.learn_use(event);
                self.learn_stock(event);
            }
        }
    }

    fn learn_flow(&mut self, event: &Event) {
        match event {
            Event::VersionDrafted(e) => {
                let line = VersionLine {
                    flow: e.flow_id,
                    status: VersionStatus::Draft,
                    graph: e.graph_sha256,
                    published_as: None,
                };
                self.versions.insert(e.version_id, line);
            }
            Event::DraftSaved(e) => {
                self.version(e.version_id, |version| version.graph = e.graph_sha256);
            }
            Event::VersionSubmitted(e) => self.version(e.version_id, |version| {
                version.status = VersionStatus::Review;
            }),
            Event::VersionPublished(e) => self.version(e.version_id, |version| {
                version.status = VersionStatus::Published;
                version.published_as = Some(version.graph);
            }),
            Event::VersionRejected(e) => self.version(e.version_id, |version| {
                version.status = VersionStatus::Draft;
            }),
            Event::VersionDeprecated(e) => self.version(e.version_id, |version| {
                version.status = VersionStatus::Deprecated;
            }),
            Event::DraftDiscarded(e) => {
                self.versions.remove(&e.version_id);
            }
            Event::DeviationOpened(e) => {
                let line = DeviationLine {
                    subject: e.subject(),
                    open: true,
                };
                self.deviations.insert(e.deviation_id, line);
            }
            Event::DeviationClosed(e) => {
                if let Some(line) = self.deviations.get_mut(&e.deviation_id) {
                    line.open = false;
                }
            }
            _ => {}
        }
    }

    fn learn_run(&mut self, event: &Event) {
        let (run, status) = match event {
            Event::RunCreated(e) => {
                let line = RunLine {
                    version: e.version_id,
                    site: e.site,
                    status: RunStatus::Idle,
                    step: 0,
                    went: Vec::new(),
                };
                self.runs.insert(e.run_id, line);
                return;
            }
            Event::RunAdvanced(e) => return self.went(e.run_id, e.from_step, e.to_step),
            Event::RunRolledBack(e) => return self.went(e.run_id, e.from_step, e.to_step),
            Event::RunStarted(e) => (e.run_id, RunStatus::Running),
            Event::RunHeld(e) => (e.run_id, RunStatus::Hold),
            Event::RunResumed(e) => (e.run_id, RunStatus::Running),
            Event::RunCompleted(e) => (e.run_id, RunStatus::Completed),
            Event::RunAborted(e) => (e.run_id, RunStatus::Aborted),
            Event::RunArchived(e) => (e.run_id, RunStatus::Archived),
            _ => return,
        };
        if let Some(line) = self.runs.get_mut(&run) {
            line.status = status;
        }
    }

    fn went(&mut self, run: RunId, from: Step, to: Step) {
        if let Some(line) = self.runs.get_mut(&run) {
            line.step = to.number();
            line.went.push((from.number(), to.number()));
        }
    }

    fn learn_lot(&mut self, event: &Event) {
        let status = |lot: &mut LotLine, status| lot.status = status;
        match event {
            Event::LotCreated(e) => {
                let line = LotLine {
                    code: e.code.clone(),
                    lot_type: e.lot_type,
                    storage: e.storage,
                    sku: e.lot_type.sku(),
                    site: e.site,
                    run: None,
                    status: LotStatus::Created,
                    voided: false,
                    weight: e.weight_kg,
                    used: Kilograms::ZERO,
                    lost: Kilograms::ZERO,
                    dispatched: Kilograms::ZERO,
                    stored: BTreeMap::new(),
                    open_holds: BTreeSet::new(),
                    past_holds: BTreeSet::new(),
                    production_day: e.production_day,
                };
                self.lots.insert(e.lot_id, line);
            }
            Event::LotRegistered(e) => self.lot(e.lot_id, |lot| {
                lot.run = Some(e.run_id);
                lot.status = LotStatus::Quarantine;
            }),
            Event::LotVoided(e) => self.lot(e.lot_id, |lot| lot.voided = true),
            Event::LotReleased(e) => self.lot(e.lot_id, |lot| status(lot, LotStatus::Released)),
            Event::LotRequarantined(e) => {
                self.lot(e.lot_id, |lot| status(lot, LotStatus::Quarantine));
            }
            Event::LotRejected(e) => self.lot(e.lot_id, |lot| status(lot, LotStatus::Rejected)),
            Event::LotConsumed(e) => self.lot(e.lot_id, |lot| status(lot, LotStatus::Consumed)),
            Event::LotFinished(e) => self.lot(e.lot_id, |lot| status(lot, LotStatus::Finished)),
            Event::LotHeld(e) => self.lot(e.lot_id, |lot| {
                lot.status = LotStatus::Hold;
                lot.open_holds.insert(e.hold_id);
            }),
            Event::HoldResolved(e) => self.lot(e.lot_id, |lot| {
                lot.open_holds.remove(&e.hold_id);
                lot.past_holds.insert(e.hold_id);
            }),
            _ => {}
        }
    }

    fn learn_use(&mut self, event: &Event) {
        match event {
            Event::LotsTransformed(e) => {
                for output in &e.outputs {
                    self.lot(output.lot_id, |lot| {
                        lot.run = Some(e.run_id);
                        lot.sku = output.sku;
                        lot.status = LotStatus::Quarantine;
                    });
                }
                for link in &e.links {
                    let parent_was = self.lots.get(&link.parent).map(|lot| lot.status);
                    self.links.extend(parent_was.map(|parent_was| LinkLine {
                        parent: link.parent,
                        child: link.child,
                        quantity: link.quantity_kg,
                        parent_was,
                    }));
                    self.lot(link.parent, |lot| lot.used += link.quantity_kg);
                }
                for loss in &e.losses {
                    self.lot(loss.lot_id, |lot| lot.lost += loss.quantity_kg);
                }
            }
            Event::LotWrittenOff(e) => self.lot(e.lot_id, |lot| lot.lost += e.quantity_kg),
            Event::LotDispatched(e) => self.lot(e.lot_id, |lot| lot.dispatched += e.quantity_kg),
            _ => {}
        }
    }

    fn learn_stock(&mut self, event: &Event) {
        match event {
            Event::BufferCreated(e) => {
                let line = BufferLine {
                    site: e.site,
                    accepts: e.accepts.clone(),
                    active: true,
                    on_hold: false,
                };
                self.buffers.insert(e.buffer_id, line);
            }
            Event::BufferUpdated(e) => self.buffer(e.buffer_id, |buffer| {
                buffer.active = e.active.unwrap_or(buffer.active);
            }),
            Event::BufferHeld(e) => self.buffer(e.buffer_id, |buffer| buffer.on_hold = true),
            Event::BufferHoldLifted(e) => self.buffer(e.buffer_id, |buffer| buffer.on_hold = false),
            Event::StockMoved(e) => self.lot(e.lot_id, |lot| {
                if let Some(from) = e.from_buffer_id {
                    *lot.stored.entry(from).or_default() -= e.quantity_kg;
                }
                if let Some(to) = e.to_buffer_id {
                    *lot.stored.entry(to).or_default() += e.quantity_kg;
                }
                lot.stored.retain(|_, quantity| !quantity.is_zero());
            }),
            _ => {}
        }
    }

    fn lot(&mut self, id: LotId, change: impl FnOnce(&mut LotLine)) {
        if let Some(line) = self.lots.get_mut(&id) {
            change(line);
        }
    }

    fn version(&mut self, id: VersionId, change: impl FnOnce(&mut VersionLine)) {
        if let Some(line) = self.versions.get_mut(&id) {
            change(line);
        }
    }

    fn buffer(&mut self, id: BufferId, change: impl FnOnce(&mut BufferLine)) {
        if let Some(line) = self.buffers.get_mut(&id) {
            change(line);
        }
    }

    /// The lots that came of a lot, in any number of steps: found the slow way.
    #[must_use]
    pub fn descendants(&self, lot: LotId) -> BTreeSet<LotId> {
        let mut found = BTreeSet::new();
        loop {
            let children = self.links.iter().filter(|link| {
                (link.parent == lot || found.contains(&link.parent)) && !found.contains(&link.child)
            });
            let more: Vec<LotId> = children.map(|link| link.child).collect();
            if more.is_empty() {
                return found;
            }
            found.extend(more);
        }
    }
}
