//! The rules of a traceable food plant, decided purely.
//!
//! A **lot** is a quantity of one material; **runs** of published **flow versions** receive and transform
//! lots step by step; **QC gates** stop what has not passed; **buffers** hold stock; every change is an
//! **event** in an audit log whose streams are chained by SHA-256. This crate decides what may happen and
//! what follows from it. It has no clock, no randomness, no I/O: a host brings those (see [`plant::Plant`],
//! the in-memory engine, and `wms-store` for databases).
//!
//! ```
//! use wms_core::{
//!     actor::{Actor, Role},
//!     amount::Kilograms,
//!     command::{CreateLot, DefineSite, NewLot},
//!     ids::{LotId, UserId},
//!     lot::LotType,
//!     plant::{ManualClock, Plant, SequentialIds},
//!     site::SiteCode,
//!     text::Text,
//!     time::TimeZone,
//! };
//! use uuid::Uuid;
//!
//! let clock = ManualClock::at("2026-01-15T06:00:00Z".parse()?);
//! let mut plant = Plant::new(clock, SequentialIds::default());
//! let admin = Actor::new(UserId::new(Uuid::from_u128(1)), Role::Admin);
//! let site: SiteCode = "DUNA".parse()?;
//!
//! let budapest: TimeZone = "Europe/Budapest".parse()?;
//! plant.session(&admin).run(DefineSite::new(site, Text::new("Dunai üzem", "Danube plant"), budapest))?;
//!
//! let lot = LotId::new(Uuid::from_u128(7));
//! let label = CreateLot::new(lot, site, NewLot::new(LotType::Raw, "500".parse::<Kilograms>()?));
//! let applied = plant.session(&admin).run(label)?;
//! assert_eq!(&*applied.outcome.code, "RAW-20260115-DUNA-0001");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod actor;
pub mod amount;
pub mod audit;
pub mod code;
pub mod command;
pub mod error;
pub mod event;
pub mod flow;
pub mod genealogy;
pub mod ids;
pub mod inventory;
pub mod lot;
pub mod plant;
pub mod policy;
pub mod quality;
pub mod query;
pub mod run;
pub mod site;
pub mod text;
pub mod time;
pub mod vocabulary;
pub mod wire;
pub mod world;
