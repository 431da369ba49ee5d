//! Plants to play scripts against: in memory, or in a database of `wms-store`.

use chrono::{DateTime, Utc};
use futures_executor::block_on;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;
use wms_core::ids::TenantId;
use wms_core::plant::ManualClock;
use wms_store::{Database, OpenError, Options, Tenant};

use crate::Host;
use crate::memory::MemoryHost;

/// Where scripts find a fresh plant each.
#[derive(Debug)]
pub enum Store {
    /// A plant in memory each.
    Memory,
    /// A database in memory each.
    SqliteInMemory,
    /// A file each, beside this one, which stays as it was.
    SqliteFile(SqliteFile),
    /// A tenant each of one database.
    Shared(Shared),
}

/// A migrated file that each script gets a copy of.
#[derive(Debug)]
pub struct SqliteFile {
    template: Temporary,
    copies: AtomicU32,
}

/// A database that many tenants share, and the clock it reads.
#[derive(Debug)]
pub struct Shared {
    database: Database,
    clock: ManualClock,
}

impl Store {
    /// `memory`, `sqlite::memory:`, `sqlite:PATH` or `postgres://…`.
    ///
    /// # Errors
    /// The database cannot be opened or brought up to date.
    pub fn open(url: &str) -> Result<Self, OpenError> {
        if url == "memory" {
            return Ok(Self::Memory);
        }
        if url == "sqlite::memory:" {
            return Ok(Self::SqliteInMemory);
        }
        if let Some(path) = url.strip_prefix("sqlite:") {
            let template = Temporary(PathBuf::from(format!("{path}.scripts")));
            template.remove();
            // A migrated file is complete: nothing of it stands beside it.
            connect(&template.url(), &ManualClock::at(start()))?;
            let copies = AtomicU32::new(0);
            return Ok(Self::SqliteFile(SqliteFile { template, copies }));
        }
        let clock = ManualClock::at(start());
        let database = connect(url, &clock)?;
        Ok(Self::Shared(Shared { database, clock }))
    }

    /// A fresh plant.
    ///
    /// # Errors
    /// The database cannot be opened.
    pub fn host(&self, now: DateTime<Utc>) -> Result<Box<dyn Host>, OpenError> {
        let clock = ManualClock::at(now.into());
        match self {
            Self::Memory => Ok(Box::new(MemoryHost::new(now))),
            Self::SqliteInMemory => {
                let database = connect("sqlite::memory:", &clock)?;
                Ok(Box::new(StoreHost::new(&database, clock, None)))
            }
            Self::SqliteFile(file) => {
                let copy = file.copy()?;
                let database = connect(&copy.url(), &clock)?;
                Ok(Box::new(StoreHost::new(&database, clock, Some(copy))))
            }
            Self::Shared(shared) => {
                let clock = shared.clock.clone();
                clock.set(now.into());
                Ok(Box::new(StoreHost::new(&shared.database, clock, None)))
            }
        }
    }
}

impl SqliteFile {
    fn copy(&self) -> Result<Temporary, OpenError> {
        let number = self.copies.fetch_add(1, Ordering::Relaxed);
        let template = &self.template.0;
        let copy = Temporary(PathBuf::from(format!("{}.{number}", template.display())));
        copy.remove();
        std::fs::copy(template, &copy.0)
            .map_err(|error| OpenError::Unavailable(error.to_string()))?;
        Ok(copy)
    }
}

fn start() -> wms_core::time::Instant {
    DateTime::UNIX_EPOCH.into()
}

fn connect(url: &str, clock: &ManualClock) -> Result<Database, OpenError> {
    let options = Options::default().with_clock(clock.clone());
    block_on(async {
        let database = Database::connect(url, options).await?;
        database.migrate().await?;
        Ok(database)
    })
}

/// A database file that goes when it is dropped, with what SQLite keeps beside it.
#[derive(Debug)]
struct Temporary(PathBuf);

impl Temporary {
    fn url(&self) -> String {
        format!("sqlite:{}", self.0.display())
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm"] {
            // What is not there need not go.
            drop(std::fs::remove_file(Path::new(&format!(
                "{}{end}",
                self.0.display()
            ))));
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.remove();
    }
}

impl Store {
    /// Whether several scripts may be played at the same time: each has a database and a clock of its own.
    #[must_use]
    pub const fn is_parallel(&self) -> bool {
        !matches!(self, Self::Shared(_))
    }
}

/// A tenant's plant as a host.
#[derive(Debug)]
pub struct StoreHost {
    tenant: Tenant,
    clock: ManualClock,
    _file: Option<Temporary>,
}

impl StoreHost {
    fn new(database: &Database, clock: ManualClock, file: Option<Temporary>) -> Self {
        Self {
            tenant: database.tenant(TenantId::new(Uuid::now_v7())),
            clock,
            _file: file,
        }
    }
}

impl Host for StoreHost {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock.set(now.into());
    }

    fn execute(&mut self, envelope: &str) -> String {
        block_on(self.tenant.execute_json(envelope))
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        block_on(self.tenant.ask_json(query))
    }
}
