//! Envelopes, one after the other.
use crate::{input, plant::WatchedPlant};
use std::cell::Cell;

thread_local! {
    /// The plant of the run before, if that applied nothing: a plant takes longer to make than a refusal.
    static UNTOUCHED: Cell<Option<WatchedPlant>> = const { Cell::new(None) };
}

/// More than any seed needs; keeps one run short.
const MAX_ENVELOPES: usize = 32;

/// Reads envelopes, one a line, and executes them on a plant with the canonical flow and a started run.
///
/// * An accepted envelope, written as JSON, is read back to an equal one with an equal digest; a malformed one
///   is refused with category `invalid`. No field of an accepted one stands twice.
/// * Every answer is JSON with a status, and `check` gives the same one.
/// * A refusal leaves an equal World; an applied command is in the log and is replayed when sent again.
/// * In the end the audit log verifies, and replaying it from nothing gives an equal World.
pub fn envelope(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let mut plant = UNTOUCHED.take().unwrap_or_else(canonical);
    let before = plant.applied();
    for line in text.lines().take(MAX_ENVELOPES) {
        plant.run(line);
    }
    if plant.applied() == before {
        UNTOUCHED.set(Some(plant));
    } else {
        plant.is_sound();
    }
}

fn canonical() -> WatchedPlant {
    WatchedPlant::after(
        r#"{"name": "a started run", "clock": "2026-01-15T06:00:00Z", "plant": "canonical", "steps": [{"goto_step": 1}]}"#,
    )
}
