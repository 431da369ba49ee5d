//! The scripts that are matrices, made from tables.
//!
//! Every pair of a state and a command, of a role and a command, of a parent
//! and a child is a script or a step of one; here stand the tables they come
//! from, read off the rule book, not off the library. The files are committed
//! like any other; `cargo run -p wms-conformance --bin generate-scripts` writes
//! them anew, and a test holds them against what would be written.

mod buffers_on_hold;
mod capacity;
mod lots;
mod parents;
mod roles;
mod runs;
mod scene;
mod versions;
mod vocabulary;

pub use scene::Generated;

/// Every generated script.
#[must_use]
pub fn all() -> Vec<Generated> {
    [
        versions::scripts(),
        runs::scripts(),
        lots::scripts(),
        roles::scripts(),
        parents::scripts(),
        capacity::scripts(),
        buffers_on_hold::scripts(),
    ]
    .concat()
}

/// Every (state, command) pair of the three state machines, as the path of its script.
#[must_use]
pub fn state_pairs() -> Vec<String> {
    [versions::scripts(), runs::scripts(), lots::scripts()]
        .concat()
        .into_iter()
        .map(|generated| generated.path)
        .collect()
}
