//! Every state of a flow version with every command.

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{REASON, small_graph};

const STATES: [&str; 4] = ["DRAFT", "REVIEW", "PUBLISHED", "DEPRECATED"];

/// A command, the states it may be given in, the state it leads to, and how it
/// is refused in any other. A fork leaves the version it is made from alone.
const COMMANDS: [(&str, &[&str], &str, &str); 7] = [
    ("save_draft", &["DRAFT"], "DRAFT", "FLOW_IMMUTABLE"),
    ("submit_version", &["DRAFT"], "REVIEW", "INVALID_TRANSITION"),
    (
        "approve_version",
        &["REVIEW"],
        "PUBLISHED",
        "INVALID_TRANSITION",
    ),
    ("reject_version", &["REVIEW"], "DRAFT", "INVALID_TRANSITION"),
    (
        "deprecate_version",
        &["PUBLISHED"],
        "DEPRECATED",
        "INVALID_TRANSITION",
    ),
    ("discard_draft", &["DRAFT"], "removed", "INVALID_TRANSITION"),
    (
        "fork_version",
        &["PUBLISHED", "DEPRECATED"],
        "",
        "DRAFT_EXISTS",
    ),
];

pub(super) fn scripts() -> Vec<Generated> {
    STATES
        .iter()
        .flat_map(|state| COMMANDS.iter().map(move |row| script(state, row)))
        .collect()
}

fn script(state: &str, (command, from, to, refusal): &(&str, &[&str], &str, &str)) -> Generated {
    let path = format!("states/version/{}-{command}.json", state.to_lowercase());
    let scene = reach(state);
    let view = json!({"type": "get_version", "version_id": "$v"});
    if from.contains(&state) {
        let scene = scene.act("ADMIN", give(command, "$v"));
        let name = format!("{command} of a version in {state}");
        return match *to {
            "removed" => scene
                .then(|scene| scene.refused_query(view, "NOT_FOUND"))
                .save(path, format!("{name}: it is removed")),
            "" => scene
                .sees(view, json!({"status": state}))
                .sees(
                    json!({"type": "get_version", "version_id": "$fork"}),
                    json!({"status": "DRAFT", "number": 2}),
                )
                .save(
                    path,
                    format!("{name}: a new DRAFT, the version stays as it is"),
                ),
            _ => scene
                .sees(view, json!({"status": to}))
                .save(path, format!("{name}: it is {to}")),
        };
    }
    let details = match *refusal {
        "INVALID_TRANSITION" => {
            json!({"entity": "version", "id": "$v", "state": state, "command": command})
        }
        _ => json!({"version_id": "$v", "status": state}),
    };
    scene
        .refused(
            "ADMIN",
            give(command, "$v"),
            json!({"code": refusal, "category": "conflict", "details": details}),
        )
        .sees(view, json!({"status": state}))
        .save(
            path,
            format!("{command} of a version in {state}: {refusal}"),
        )
}

/// A flow of the OPERATOR's whose first version, `$v`, is in a state.
fn reach(state: &str) -> Scene {
    let scene = Scene::new().act("OPERATOR", create_flow("$f", "$v"));
    let submitted = |scene: Scene| scene.act("OPERATOR", give("submit_version", "$v"));
    let published = |scene| submitted(scene).act("MANAGER", give("approve_version", "$v"));
    match state {
        "REVIEW" => submitted(scene),
        "PUBLISHED" => published(scene),
        "DEPRECATED" => published(scene).act("ADMIN", give("deprecate_version", "$v")),
        _ => scene,
    }
}

/// A flow whose first version can be submitted.
pub(super) fn create_flow(flow: &str, version: &str) -> Value {
    json!({"type": "create_flow", "flow_id": flow, "version_id": version,
        "name": {"hu": "Próba", "en": "Trial"}, "graph": small_graph()})
}

/// The command, with whatever it must carry.
pub(super) fn give(command: &str, version: &str) -> Value {
    match command {
        "save_draft" => json!({"type": command, "version_id": version, "graph": small_graph()}),
        "reject_version" => json!({"type": command, "version_id": version, "reason": REASON}),
        "fork_version" => {
            json!({"type": command, "version_id": "$fork", "from_version_id": version})
        }
        _ => json!({"type": command, "version_id": version}),
    }
}
