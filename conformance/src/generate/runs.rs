//! Every state of a run with every command.

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{REASON, create_run};

const STATES: [&str; 6] = [
    "IDLE",
    "RUNNING",
    "HOLD",
    "COMPLETED",
    "ABORTED",
    "ARCHIVED",
];

/// A command, the states it may be given in, and the state it leads to.
const COMMANDS: [(&str, &[&str], &str); 8] = [
    ("start_run", &["IDLE"], "RUNNING"),
    ("advance_run", &["RUNNING"], "RUNNING"),
    ("roll_back_run", &["RUNNING"], "RUNNING"),
    ("hold_run", &["RUNNING"], "HOLD"),
    ("resume_run", &["HOLD"], "RUNNING"),
    ("complete_run", &["RUNNING"], "COMPLETED"),
    ("abort_run", &["RUNNING", "HOLD"], "ABORTED"),
    ("archive_run", &["COMPLETED", "ABORTED"], "ARCHIVED"),
];

pub(super) fn scripts() -> Vec<Generated> {
    STATES
        .iter()
        .flat_map(|state| COMMANDS.iter().map(move |row| script(state, row)))
        .collect()
}

fn script(state: &str, (command, from, to): &(&str, &[&str], &str)) -> Generated {
    let run = if state == "IDLE" { "$idle" } else { "$run" };
    let allowed = from.contains(&state);
    let path = format!("states/run/{}-{command}.json", state.to_lowercase());
    // Complete asks for step 10, advance for one below, roll back for one above 0.
    let step = if *command == "complete_run" { 10 } else { 4 };
    let scene = Scene::new().then(|scene| reach(scene, state, step));
    let give = give(command, run);
    if allowed {
        scene
            .then(|scene| match *command {
                "archive_run" => scene.later("P31D", "ADMIN", give),
                _ => scene.act("ADMIN", give),
            })
            .sees(
                json!({"type": "get_run", "run_id": run}),
                json!({"status": to}),
            )
            .save(path, format!("{command} of a run in {state}: it is {to}"))
    } else {
        let details = json!({"entity": "run", "id": run, "state": state, "command": command});
        scene
            .refused(
                "ADMIN",
                give,
                json!({"code": "INVALID_TRANSITION", "category": "conflict", "details": details}),
            )
            .sees(
                json!({"type": "get_run", "run_id": run}),
                json!({"status": state}),
            )
            .save(
                path,
                format!("{command} of a run in {state}: INVALID_TRANSITION"),
            )
    }
}

/// Brings `$run` into a state; for IDLE a new run, `$idle`.
fn reach(scene: Scene, state: &str, step: u64) -> Scene {
    let given = |scene: Scene, command: &str| scene.act("ADMIN", give(command, "$run"));
    match state {
        "IDLE" => scene.act("OPERATOR", create_run("$idle")),
        "HOLD" => given(scene.go_to(step), "hold_run"),
        "COMPLETED" => given(scene.go_to(10), "complete_run"),
        "ABORTED" => given(scene.go_to(step), "abort_run"),
        "ARCHIVED" => given(scene, "abort_run").later("P31D", "ADMIN", give("archive_run", "$run")),
        _ => scene.go_to(step),
    }
}

/// The command, with whatever it must carry.
pub(super) fn give(command: &str, run: &str) -> Value {
    match command {
        "roll_back_run" | "hold_run" | "abort_run" => {
            json!({"type": command, "run_id": run, "reason": REASON})
        }
        "resume_run" => json!({"type": command, "run_id": run, "resolution": REASON}),
        _ => json!({"type": command, "run_id": run}),
    }
}
