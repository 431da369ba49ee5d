//! The same doors for hosts that do not wait asynchronously: each call blocks its thread until it is answered.
//!
//! No runtime is needed, and one that is there is not used: a call inside it blocks the thread it is on, as any
//! blocking call does, and never panics for it.
//!
//! ```
//! use wms_core::{actor::{Actor, Role}, command::DefineSite, ids::{TenantId, UserId}, query::GetSite,
//!     site::SiteCode, text::Text, time::TimeZone};
//! use wms_store::{Options, blocking::Database};
//! # use uuid::Uuid;
//!
//! let database = Database::connect("sqlite::memory:", Options::default())?;
//! database.migrate()?;
//! let plant = database.tenant(TenantId::NONE);
//!
//! let admin = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
//! let site: SiteCode = "DUNA".parse()?;
//! let zone: TimeZone = "Europe/Budapest".parse()?;
//! let name = Text::new("Dunai üzem", "Danube plant");
//! plant.session(&admin).run(DefineSite::new(site, name, zone))?;
//!
//! assert_eq!(plant.ask(&GetSite::new(site))?.time_zone.to_string(), "Europe/Budapest");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
mod database;
mod session;
mod tenant;
mod wait;

pub use database::Database;
pub use session::Session;
pub use tenant::Tenant;

use wait::wait;
