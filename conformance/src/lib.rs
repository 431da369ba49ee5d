//! The acceptance scripts of the rule book, and the runner that plays them.
//!
//! A script is one JSON file: a clock, a policy, a plant to start with, and
//! steps that execute a command, ask a query or move the run on, each with
//! what must come of it. The folder `scripts/` holds the suite; every host and
//! every store runs the same files through the [`Host`] trait, which knows
//! nothing but JSON. So a host passes when it *speaks* the rules, whatever
//! language it is written in.
//!
//! * [`script`] reads a file, [`names`] gives `$names` and `@ROLES` their ids;
//! * [`plant`] sets up what a script starts with, [`runner`] plays the steps;
//! * [`matching`] compares an answer with what the script expects of it;
//! * [`mod@random`] tells plausible days by chance, for properties;
//! * [`memory`] and, with the feature `store`, `store` are the hosts of the workspace: the plant in memory, and
//!   every database;
//! * [`files`] finds scripts in folders, [`mod@format`] writes them, [`generate`]
//!   makes those that are matrices.

pub mod duration;
pub mod failure;
pub mod files;
pub mod format;
pub mod generate;
pub mod graphs;
pub mod host;
pub mod matching;
pub mod memory;
pub mod names;
pub mod plant;
pub mod random;
pub mod runner;
pub mod script;
#[cfg(feature = "store")]
pub mod store;

pub use failure::Failure;
pub use host::Host;
pub use runner::run;
pub use script::{Script, ScriptError, parse};
