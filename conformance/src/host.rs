//! What a script is played against.

use chrono::{DateTime, Utc};

/// Any implementation of the rules, reached through its JSON doors.
///
/// A host starts with nothing: the runner makes the plant a script asks for.
pub trait Host {
    /// Sets the store's clock.
    fn set_clock(&mut self, now: DateTime<Utc>);

    /// Executes an envelope and gives the answer's JSON: `{"status": "applied" | "replayed", …}`
    /// or `{"status": "rejected", "error": {…}}`.
    fn execute(&mut self, envelope: &str) -> String;

    /// Asks a query and gives the answer's JSON.
    ///
    /// # Errors
    /// The wire's error object (`{"code", "category", "message", "details"}`) as JSON text.
    fn ask(&mut self, query: &str) -> Result<String, String>;
}
