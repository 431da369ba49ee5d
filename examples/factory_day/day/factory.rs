//! The plant with what the host keeps beside it: its clock, its people, codes by their ids.
use super::ids::Ids;
use super::people::People;
use crate::table::{LotCode, RunCode};
use core::fmt::Display;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;
use wms_core::{
    actor::{Actor, Role},
    command::{Command, Envelope},
    error::Rejection,
    event::Event,
    ids::{BufferId, CommandKey, DeviationId, HoldId, LotId, RunId, TenantId, VersionId},
    plant::{Answer, ManualClock, Plant, SequentialIds},
    quality::Subject,
    site::SiteCode,
    time::Instant,
};

/// What happened on the way, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) commands: u64,
    pub(crate) events: usize,
    pub(crate) warnings: usize,
}

/// A command of the day, and how the plant in memory took it: how many events it left, or why none.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) envelope: Envelope,
    pub(crate) verdict: Result<usize, Rejection>,
}

/// The row whose commands are told, and how many of them were.
#[derive(Debug, Default)]
struct Telling {
    row: String,
    commands: u32,
}

/// A deviation as the day met it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deviated {
    pub(crate) id: DeviationId,
    pub(crate) subject: Subject,
    pub(crate) is_open: bool,
}

/// A plant at work.
#[derive(Debug)]
pub(crate) struct Factory {
    pub(crate) plant: Plant,
    /// Every command, in order, for whoever keeps the day.
    pub(crate) told: Vec<Told>,
    pub(crate) tenant: TenantId,
    telling: Telling,
    clock: ManualClock,
    pub(super) ids: Ids,
    pub(crate) people: People,
    pub(crate) site: SiteCode,
    pub(super) version: Option<VersionId>,
    pub(super) lots: HashMap<LotCode, LotId>,
    pub(super) runs: HashMap<RunCode, RunId>,
    pub(super) buffers: HashMap<String, BufferId>,
    /// Every deviation, in the order they opened.
    pub(crate) deviations: Vec<Deviated>,
    pub(super) open_holds: BTreeSet<(LotId, HoldId)>,
    pub(crate) tally: Tally,
}

impl Factory {
    /// An empty plant whose clock shows the time of the first row.
    pub(crate) fn new(tenant: TenantId, site: SiteCode, opens_at: Instant) -> Self {
        let clock = ManualClock::at(opens_at);
        let mut ids = Ids::default();
        let people = People::new(&mut ids);
        Self {
            plant: Plant::of_tenant(tenant, clock.clone(), SequentialIds::default()),
            told: Vec::new(),
            tenant,
            telling: Telling::default(),
            clock,
            ids,
            people,
            site,
            version: None,
            lots: HashMap::new(),
            runs: HashMap::new(),
            buffers: HashMap::new(),
            deviations: Vec::new(),
            open_holds: BTreeSet::new(),
            tally: Tally::default(),
        }
    }

    /// The commands that follow are those of this row.
    pub(super) fn tell(&mut self, row: impl Display) {
        let row = row.to_string();
        self.telling = Telling { row, commands: 0 };
    }

    /// Runs a command as it happened then.
    pub(super) fn act(
        &mut self,
        actor: Actor,
        at: Instant,
        command: impl Into<Command>,
    ) -> Result<Answer, Rejection> {
        let envelope = Envelope::new(self.next_key(), actor, command).at(at);
        self.clock.set(at);
        let answer = self.plant.execute(&envelope);
        let verdict = answer.as_ref().map(|answer| answer.events.len());
        let verdict = verdict.map_err(Clone::clone);
        self.told.push(Told { envelope, verdict });
        let answer = answer?;
        self.tally.commands += 1;
        self.tally.events += answer.events.len();
        self.tally.warnings += answer.warnings.len();
        answer.events.iter().for_each(|event| self.note(event));
        Ok(answer)
    }

    /// A key that the same row of the same day gives again, whenever the day is run: nothing is done twice.
    fn next_key(&mut self) -> CommandKey {
        let Telling { row, commands } = &mut self.telling;
        *commands += 1;
        let name = format!("{row}/{commands}");
        CommandKey::new(Uuid::new_v5(&self.tenant.as_uuid(), name.as_bytes()))
    }

    /// What the host remembers of an event: what is open, and must be closed by somebody.
    fn note(&mut self, event: &Event) {
        match event {
            Event::DeviationOpened(opened) => {
                let lot = opened.lot_id.map(Subject::Lot);
                let subject = lot.or(opened.buffer_id.map(Subject::Buffer));
                let id = opened.deviation_id;
                self.deviations.extend(subject.map(|subject| Deviated {
                    id,
                    subject,
                    is_open: true,
                }));
            }
            Event::DeviationClosed(closed) => {
                let mut known = self.deviations.iter_mut();
                if let Some(known) = known.find(|known| known.id == closed.deviation_id) {
                    known.is_open = false;
                }
            }
            Event::LotHeld(held) => {
                self.open_holds.insert((held.lot_id, held.hold_id));
            }
            Event::HoldResolved(resolved) => {
                self.open_holds.remove(&(resolved.lot_id, resolved.hold_id));
            }
            _ => {}
        }
    }

    /// Somebody the files name, in the role that the file is written by.
    pub(super) fn person(&mut self, name: &str, role: Role) -> Actor {
        self.people.named(name, role, &mut self.ids)
    }

    /// The id of a lot; one that no command made yet is not found there either.
    pub(super) fn lot(&mut self, code: LotCode) -> LotId {
        let ids = &mut self.ids;
        *self.lots.entry(code).or_insert_with(|| ids.next())
    }

    pub(super) fn run(&mut self, code: RunCode) -> RunId {
        let ids = &mut self.ids;
        *self.runs.entry(code).or_insert_with(|| ids.next())
    }

    pub(super) fn buffer(&mut self, code: &str) -> BufferId {
        if let Some(known) = self.buffers.get(code) {
            return *known;
        }
        let id = self.ids.next();
        self.buffers.insert(code.to_owned(), id);
        id
    }

    /// The runs, by code.
    pub(crate) fn runs_by_code(&self) -> Vec<(RunCode, RunId)> {
        let mut runs: Vec<_> = self.runs.iter().map(|(code, id)| (*code, *id)).collect();
        runs.sort();
        runs
    }
}
