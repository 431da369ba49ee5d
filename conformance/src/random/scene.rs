//! What a story starts with: the canonical plant of a script, with its run at the story's first step.

use wms_core::command::Envelope;

use crate::{
    names::{Actor, Names},
    plant,
    script::{PlantKind, Script},
};

/// The clock of every story.
pub(super) const CLOCK: &str = "2026-01-15T06:00:00Z";

/// The envelopes of the set-up, as the runner of scripts sends them.
pub(super) fn envelopes(first_step: u8) -> Vec<Envelope> {
    let names = Names::of(&script());
    let mut commands: Vec<_> = plant::commands(PlantKind::Canonical)
        .into_iter()
        .map(|set_up| (set_up.role, set_up.command))
        .collect();
    commands.extend((0..first_step).map(|step| {
        let advance =
            serde_json::json!({"type": "advance_run", "run_id": "$run", "expected_step": step});
        ("MANAGER", advance)
    }));
    let envelopes = commands
        .into_iter()
        .enumerate()
        .map(|(n, (role, command))| {
            let user = Actor::parse(role).map(|actor| actor.user_id());
            let envelope = serde_json::json!({
                "key": format!("00000000-0000-7000-b000-{n:012x}"),
                "actor": {"user_id": user, "role": role},
                "command": names.resolve(&command).unwrap_or_default(),
            });
            let read = Envelope::from_json(&envelope.to_string());
            read.unwrap_or_else(|error| unreachable!("the set-up is well-formed: {error}"))
        });
    envelopes.collect()
}

fn script() -> Script {
    let text =
        format!(r#"{{"name": "a story", "clock": "{CLOCK}", "plant": "canonical", "steps": []}}"#);
    crate::parse(&text).unwrap_or_else(|error| unreachable!("the head is well-formed: {error}"))
}
