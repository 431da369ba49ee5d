//! What must hold whatever comes in: one function per fuzz target.
//!
//! Each takes any bytes and panics where a promise of the library is broken; bytes that are no text, or
//! that the library refuses, are as good as any. The folder `fuzz_targets/` lets cargo-fuzz call them on
//! nightly; `tests/replay.rs` runs every file of `corpus/` through them on stable.

mod answer;
mod codes;
mod decimals;
mod envelope;
mod graph;
mod input;
mod once;
mod plant;
mod query;
mod scripts;
mod target;
mod times;

pub use codes::codes;
pub use decimals::decimals;
pub use envelope::envelope;
pub use graph::graph;
pub use query::query;
pub use scripts::scripts;
pub use times::times;

#[cfg(fuzzing)]
#[doc(hidden)]
pub use libfuzzer_sys;
#[cfg(not(fuzzing))]
#[doc(hidden)]
pub use target::run_files;
