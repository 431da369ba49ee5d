//! Conformance scripts.
use crate::{input, plant::WatchedPlant};
use wms_conformance::{format, parse};

/// A long script is a slow one, and says nothing a short one does not.
const MAX_STEPS: usize = 64;

/// Reads a conformance script and plays it in memory.
///
/// * What is parsed is written as scripts are written and parsed back to the same.
/// * Playing it ends, passed or failed; two plays end alike.
/// * Every promise of the `envelope` target holds for its commands; in the end the audit log verifies, and
///   replaying it from nothing gives an equal World.
pub fn scripts(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let script = match parse(text) {
        Ok(script) if script.steps.len() <= MAX_STEPS => script,
        Ok(_) => return,
        Err(error) => return assert!(!error.to_string().is_empty()),
    };
    if let Ok(value) = serde_json::from_str(text) {
        assert_eq!(parse(&format::script(&value)), Ok(script.clone()));
    }
    let mut plant = WatchedPlant::new(script.clock);
    let played = wms_conformance::run(&script, &mut plant);
    plant.is_sound();
    let again = wms_conformance::run(&script, &mut WatchedPlant::new(script.clock));
    assert_eq!(again, played, "{text}");
}
