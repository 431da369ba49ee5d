//! Stores, and the books of a day in one.
use super::keep::{Kept, keep};
use crate::day::Factory;
use crate::problem::Failure;
use futures_executor::block_on;
use indicatif::ProgressBar;
use wms_core::{
    error::Rejection,
    plant::{ManualClock, Plant},
};
use wms_store::{Database, Options, Question, Tenant};

/// Where days are kept.
#[derive(Debug)]
pub(crate) enum Store {
    /// Nowhere: the day is gone with the program.
    Memory,
    /// In a database; the clock shows the times of the files.
    Database {
        database: Database,
        clock: ManualClock,
    },
}

/// The books of one day, to be asked.
#[derive(Debug)]
pub(crate) enum Books<'f> {
    Plant(&'f Plant),
    Tenant(Tenant),
}

impl Store {
    /// `memory`, `sqlite:PATH`, `sqlite::memory:` or `postgres://…`; a new database gets its tables.
    pub(crate) fn open(url: &str) -> Result<Self, Failure> {
        if url == "memory" {
            return Ok(Self::Memory);
        }
        let clock = ManualClock::at(chrono::DateTime::UNIX_EPOCH.into());
        let options = Options::default().with_clock(clock.clone());
        let opened = block_on(async {
            let database = Database::connect(url, options).await?;
            database.migrate().await?;
            Ok(database)
        });
        let why = |error: wms_store::OpenError| Failure::Store(error.to_string());
        let database = opened.map_err(why)?;
        Ok(Self::Database { database, clock })
    }

    /// Writes into the books what they do not have yet of a day that went well in memory.
    pub(crate) fn keep<'f>(
        &self,
        factory: &'f Factory,
        progress: &ProgressBar,
    ) -> Result<(Books<'f>, Kept), Failure> {
        match self {
            Self::Memory => Ok((Books::Plant(&factory.plant), Kept::default())),
            Self::Database { database, clock } => {
                let tenant = database.tenant(factory.tenant);
                let kept = keep(&tenant, clock, &factory.told, progress)?;
                Ok((Books::Tenant(tenant), kept))
            }
        }
    }
}

impl Books<'_> {
    /// Answers a query.
    pub(crate) fn ask<Q: Question>(&self, query: &Q) -> Result<Q::Answer, Rejection> {
        match self {
            Self::Plant(plant) => plant.ask(query),
            Self::Tenant(tenant) => block_on(tenant.ask(query)),
        }
    }
}
