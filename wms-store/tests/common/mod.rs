//! Databases to test against: a SQLite file, and the PostgreSQL server that `scripts/pg-cluster` starts. What else
//! several tests need stands in the modules.
#![allow(dead_code, reason = "each test uses a part")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

pub(crate) mod chance;
pub(crate) mod pg;
pub(crate) mod proxy;
pub(crate) mod questions;
pub(crate) mod story;

use diesel::{Connection, SqliteConnection, connection::SimpleConnection};
use futures_executor::block_on;
use tempfile::TempDir;
use uuid::Uuid;
use wms_conformance::plant::{self, SetUp};
use wms_conformance::script::PlantKind;
use wms_core::{
    actor::{Actor, Role},
    amount::Kilograms,
    command::{CreateLot, Envelope, NewLot, RegisterLot},
    ids::{CommandKey, LotId, RunId, TenantId, UserId},
    lot::LotType,
    plant::ManualClock,
    site::SiteCode,
};
use wms_store::{Database, Options, Tenant};

/// A migrated database with the canonical plant of one new tenant in it.
pub(crate) struct Plant {
    pub(crate) url: String,
    pub(crate) database: Database,
    pub(crate) tenant: Tenant,
    _folder: Option<TempDir>,
}

pub(crate) fn options() -> Options {
    let now = "2026-01-15T06:00:00Z".parse().unwrap();
    Options::default().with_clock(ManualClock::at(now))
}

/// The server of this test run. There must be one: nothing is skipped.
pub(crate) fn server() -> String {
    std::env::var("DATABASE_URL")
        .expect("these tests need PostgreSQL: scripts/pg-cluster cargo test -p wms-store")
}

pub(crate) fn open(url: &str) -> Database {
    block_on(async {
        let database = Database::connect(url, options()).await.unwrap();
        database.migrate().await.unwrap();
        database
    })
}

/// A handle with one connection, as little as can be.
pub(crate) fn open_as_it_is(url: &str) -> Database {
    block_on(Database::connect(url, options().with_connections(1))).unwrap()
}

impl Plant {
    pub(crate) fn sqlite() -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite:{}", folder.path().join("plant.db").display());
        Self::of(url, Some(folder))
    }

    /// The server tells this plant's connections from others by their name.
    pub(crate) fn postgres() -> Self {
        let url = server();
        let and = if url.contains('?') { '&' } else { '?' };
        Self::of(
            format!("{url}{and}application_name={}", Uuid::now_v7()),
            None,
        )
    }

    /// What the server calls this plant's connections.
    pub(crate) fn connections(&self) -> Option<String> {
        let (_, name) = self.url.split_once("application_name=")?;
        Some(name.to_owned())
    }

    pub(crate) fn each() -> [Self; 2] {
        [Self::sqlite(), Self::postgres()]
    }

    /// A new tenant of a database that is open already.
    pub(crate) fn in_database(database: Database, url: &str) -> Self {
        Self::new(database, url.to_owned(), None)
    }

    fn of(url: String, folder: Option<TempDir>) -> Self {
        Self::new(open(&url), url, folder)
    }

    fn new(database: Database, url: String, folder: Option<TempDir>) -> Self {
        let tenant = database.tenant(TenantId::new(Uuid::now_v7()));
        for SetUp { role, command } in plant::commands(PlantKind::Canonical) {
            let command = command.to_string();
            let names = [
                "LK", "MIX", "SKW15", "SKW30", "FRZ", "PAL", "flow", "version", "run",
            ];
            let command = (1..).zip(names).fold(command, |text, (n, name)| {
                text.replace(&format!("\"${name}\""), &format!("\"{}\"", named(n)))
            });
            let user = if role == "MANAGER" { 2 } else { 1 };
            let envelope = format!(
                r#"{{"key": "{}", "actor": {{"user_id": "{}", "role": "{role}"}}, "command": {command}}}"#,
                Uuid::now_v7(),
                Uuid::from_u128(user)
            );
            let answer = block_on(tenant.execute_json(&envelope));
            assert!(answer.starts_with(r#"{"status":"applied""#), "{answer}");
        }
        Self {
            url,
            database,
            tenant,
            _folder: folder,
        }
    }

    /// The same plant through a database handle of its own: another process, as far as the database sees.
    pub(crate) fn beside(&self) -> Tenant {
        open(&self.url).tenant(self.tenant.id())
    }

    /// Runs plain SQL as any client could, and says how it was refused.
    pub(crate) fn attack(&self, sql: &str) -> Result<(), String> {
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let mut c = SqliteConnection::establish(path).unwrap();
            c.batch_execute("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000")
                .unwrap();
            return c.batch_execute(sql).map_err(|error| error.to_string());
        }
        pg::Client::connect(&self.url).run(sql)
    }

    /// An id as this database writes it in SQL.
    pub(crate) fn literal(&self, id: Uuid) -> String {
        if self.url.starts_with("sqlite:") {
            format!("x'{}'", id.simple())
        } else {
            format!("'{id}'")
        }
    }

    pub(crate) fn verify(&self) {
        let found = block_on(self.tenant.ask(&wms_core::query::VerifyAudit::new())).unwrap();
        assert_eq!(found.first_broken, None);
    }
}

/// The n-th name of the canonical plant: 1–6 buffers, 7 flow, 8 version, 9 run.
pub(crate) fn named(n: u32) -> Uuid {
    Uuid::parse_str(&format!("00000000-0000-7000-8000-{n:012x}")).unwrap()
}

pub(crate) fn run_id() -> RunId {
    RunId::new(named(9))
}

pub(crate) fn actor(role: Role) -> Actor {
    Actor::new(
        UserId::new(Uuid::from_u128(if role == Role::Manager { 2 } else { 1 })),
        role,
    )
}

pub(crate) fn envelope(role: Role, command: impl Into<wms_core::command::Command>) -> Envelope {
    Envelope::new(CommandKey::new(Uuid::now_v7()), actor(role), command)
}

pub(crate) fn kg(kilograms: i32) -> Kilograms {
    Kilograms::from_kg(kilograms)
}

/// A RAW lot that is only a label.
pub(crate) fn label(lot: LotId) -> CreateLot {
    CreateLot::new(lot, site(), NewLot::new(LotType::Raw, kg(500)))
}

pub(crate) fn site() -> SiteCode {
    "DUNA".parse().unwrap()
}

pub(crate) fn new_lot() -> LotId {
    LotId::new(Uuid::now_v7())
}

pub(crate) fn register(lot: LotId) -> RegisterLot {
    RegisterLot::created(lot, run_id())
}
