//! A plant in a database: SQLite or PostgreSQL under the rules of [`wms_core`].
//!
//! ```
//! use wms_core::{actor::{Actor, Role}, command::DefineSite, ids::{TenantId, UserId}, query::GetSite,
//!     site::SiteCode, text::Text, time::TimeZone};
//! use wms_store::{Database, Options};
//! # use uuid::Uuid;
//!
//! # futures_executor::block_on(async {
//! let database = Database::connect("sqlite::memory:", Options::default()).await?;
//! database.migrate().await?;
//! let plant = database.tenant(TenantId::NONE);
//!
//! let admin = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
//! let site: SiteCode = "DUNA".parse()?;
//! let zone: TimeZone = "Europe/Budapest".parse()?;
//! let name = Text::new("Dunai üzem", "Danube plant");
//! plant.session(&admin).run(DefineSite::new(site, name, zone)).await?;
//!
//! let found = plant.ask(&GetSite::new(site)).await?;
//! assert_eq!(found.time_zone.to_string(), "Europe/Budapest");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```
#![allow(
    clippy::duplicate_mod,
    reason = "the queries are compiled once per database"
)]
mod answer;
mod ask;
mod audit;
mod backup;
pub mod blocking;
mod database;
mod error;
#[cfg(feature = "sqlite")]
pub mod fork;
mod graphs;
mod group;
mod options;
mod per_process;
#[cfg(feature = "postgres")]
mod postgres;
mod retry;
mod row;
mod rows;
mod schema;
mod session;
mod setting;
mod sql;
#[cfg(feature = "sqlite")]
mod sqlite;
mod stable;
mod telemetry;
mod tenant;
mod tenant_audit;
mod work;

pub use ask::Question;
pub use audit::{AuditError, Moved};
pub use backup::{Backup, BackupError};
pub use database::Database;
pub use error::OpenError;
pub use options::{Options, system_time};
pub use per_process::PerProcess;
pub use session::Session;
pub use telemetry::describe_metrics;
pub use tenant::Tenant;
