//! A story on every store at the same time.
use crate::common::{questions, server, story::open_at};
use futures_executor::block_on;
use serde_json::Value;
use std::{
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;
use uuid::Uuid;
use wms_conformance::random::{Roll, Story, Teller, Transcript, Turn};
use wms_core::{
    command::Envelope,
    error::Rejection,
    ids::TenantId,
    plant::{Answer, ManualClock, Plant, SequentialIds},
};
use wms_store::{Database, Tenant};

/// The databases, which read one clock.
pub(crate) struct Stores {
    databases: Vec<(&'static str, Database)>,
    clock: ManualClock,
    _folder: TempDir,
}

impl Stores {
    /// A SQLite file and the PostgreSQL server that `scripts/pg-cluster` starts. Nothing is skipped.
    pub(crate) fn open() -> Self {
        let folder = TempDir::new().unwrap();
        let clock = ManualClock::at(Teller::default().now());
        let file = format!("sqlite:{}", folder.path().join("plants.db").display());
        let databases = [("SQLite", file), ("PostgreSQL", server())];
        Self {
            databases: databases
                .map(|(name, url)| (name, open_at(&url, &clock)))
                .into(),
            clock,
            _folder: folder,
        }
    }
}

type Answered = Result<Answer, Rejection>;

/// One story's plant in each of them.
pub(crate) struct Stage<'s> {
    stores: &'s Stores,
    memory: Plant,
    tenants: Vec<(&'static str, Tenant)>,
    teller: Teller,
}

impl<'s> Stage<'s> {
    pub(crate) fn open(stores: &'s Stores, story: &Story) -> Self {
        let (id, teller) = (TenantId::new(Uuid::now_v7()), Teller::default());
        stores.clock.set(teller.now());
        let tenants = stores.databases.iter();
        let mut stage = Self {
            stores,
            memory: Plant::of_tenant(id, stores.clock.clone(), SequentialIds::default()),
            tenants: tenants
                .map(|(name, database)| (*name, database.tenant(id)))
                .collect(),
            teller,
        };
        for envelope in stage.teller.set_up(story.first_step) {
            let answer = stage.execute(&envelope).unwrap().unwrap();
            stage.teller.learn(&answer.events);
        }
        stage
    }

    /// Executes on every store; the answers are equal.
    fn execute(&mut self, envelope: &Envelope) -> Result<Answered, String> {
        let expected = self.memory.execute(envelope);
        for (name, tenant) in &self.tenants {
            let answer = block_on(tenant.execute(envelope));
            differ(name, &envelope.to_json(), &expected, &answer)?;
        }
        Ok(expected)
    }

    pub(crate) fn turn(&mut self, roll: &Roll, transcript: &mut Transcript) -> Result<(), String> {
        let turn = self.teller.turn(roll);
        self.stores.clock.set(self.teller.now());
        let answered = self.execute(&turn.envelope);
        let answer = answered.inspect_err(|_| transcript.break_off(&turn))?;
        transcript.tell(&turn, &answer);
        self.teller.hear(&turn.envelope, &answer);
        Ok(())
    }

    /// The clock stands; memory goes first, then each store takes the same envelopes in batches.
    pub(crate) fn play_as_batches(&mut self, story: &Story) -> Result<(), String> {
        let (mut envelopes, mut expected) = (Vec::new(), Vec::new());
        for roll in &story.rolls {
            let Turn { envelope, .. } = self.teller.turn(roll);
            let answer = self.memory.execute(&envelope);
            self.teller.hear(&envelope, &answer);
            envelopes.push(envelope);
            expected.push(answer);
        }
        for (name, tenant) in &self.tenants {
            let answers = block_on(tenant.execute_many(envelopes.clone(), |_| ()));
            let pairs = envelopes.iter().zip(expected.iter().zip(&answers));
            for (envelope, (expected, answer)) in pairs {
                differ(name, &envelope.to_json(), expected, answer)?;
            }
        }
        Ok(())
    }

    /// Every query about everything there is gives the same text, page by page.
    pub(crate) fn compare_what_is_there(&self) -> Result<(), String> {
        for first in questions::about(&self.teller.ledger) {
            let expected = questions::pages(&first, |asked| self.memory.ask_json(asked));
            for (name, tenant) in &self.tenants {
                if let Some(parts) = difference(tenant, &first, &expected) {
                    return Err(format!("{name} answers otherwise to {first}: {parts}"));
                }
            }
        }
        Ok(())
    }
}

/// How a store's answer differs, where it does. What of the log is settled waits for whatever else is at work on
/// the server, so it is given time to get there.
fn difference(tenant: &Tenant, first: &Value, expected: &Value) -> Option<String> {
    let follows = ["verify_audit", "changes"]
        .iter()
        .any(|kind| first["type"] == **kind);
    let ends = Instant::now() + if follows { SETTLES } else { Duration::ZERO };
    loop {
        let found = questions::pages(first, |asked| block_on(tenant.ask_json(asked)));
        let parts = questions::difference(expected, &found, "");
        if parts.is_none() || Instant::now() >= ends {
            return parts;
        }
        thread::sleep(Duration::from_millis(10));
    }
}

/// No transaction of these tests lasts that long.
const SETTLES: Duration = Duration::from_secs(20);

fn differ<T: PartialEq + core::fmt::Debug>(
    store: &str,
    about: &str,
    expected: &T,
    found: &T,
) -> Result<(), String> {
    if expected == found {
        return Ok(());
    }
    Err(format!(
        "{store} answers otherwise to {about}:\nmemory: {expected:?}\n{store}: {found:?}"
    ))
}
