//! Genealogy: who came from whom, with how many kilograms (rule book, section 6).
mod allocation;
mod balance;
mod graph;
mod link;
mod shares;
#[cfg(test)]
mod tests;
mod walk;

pub use allocation::allocate;
pub use balance::{LossOf, RunBalance, StepBalance};
pub use graph::{Genealogy, Slot};
pub use link::{Link, LinkMethod};
pub use shares::concerned;
pub use walk::{Direction, Walk, walk};
