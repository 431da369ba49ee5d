//! Every state of a lot with everything that can be done to it.

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{
    REASON, all_types, create, inspect, pass, raw_buffer, receive, register, transform,
};

/// The statuses of a lot, and VOIDED, which is refused as a state of its own.
const STATES: [&str; 8] = [
    "CREATED",
    "QUARANTINE",
    "RELEASED",
    "HOLD",
    "REJECTED",
    "CONSUMED",
    "FINISHED",
    "VOIDED",
];

/// What becomes of a lot: its status stays, it is another, or the command is refused.
#[derive(Clone, Copy)]
enum Becomes {
    Same,
    Status(&'static str),
    Voided,
    Refused(&'static str),
}

use Becomes::{Refused, Same, Status, Voided};

const BAD: Becomes = Refused("INVALID_TRANSITION");
const LOCKED: Becomes = Refused("LOT_NOT_RELEASED");
const TAKEN: Becomes = Refused("ALREADY_EXISTS");
const EMPTY: Becomes = Refused("INSUFFICIENT_QUANTITY");

/// An act, and what becomes of a lot in each of [`STATES`] by it.
#[rustfmt::skip]
const ACTS: [(&str, [Becomes; 8]); 24] = [
    //                        CREATED              QUARANTINE          RELEASED            HOLD                REJECTED CONSUMED FINISHED  VOIDED
    ("create-lot",           [TAKEN,               TAKEN,              TAKEN,              TAKEN,              TAKEN,   TAKEN,   TAKEN,   TAKEN]),
    ("register-lot",         [Status("QUARANTINE"), BAD,               BAD,                BAD,                BAD,     BAD,     BAD,     BAD]),
    ("transform-as-output",  [Status("QUARANTINE"), BAD,               BAD,                BAD,                BAD,     BAD,     BAD,     BAD]),
    ("transform-as-input",   [LOCKED,              LOCKED,             Same,               LOCKED,             LOCKED,  LOCKED,  LOCKED,  BAD]),
    ("inspect-pass",         [BAD,                 Status("RELEASED"), Same,               Same,               BAD,     Same,    Same,    BAD]),
    ("inspect-hold",         [BAD,                 Status("HOLD"),     Status("HOLD"),     Same,               BAD,     Same,    Same,    BAD]),
    ("inspect-fail",         [BAD,                 Status("REJECTED"), Status("REJECTED"), Same,               BAD,     Same,    Same,    BAD]),
    ("hold-lot",             [BAD,                 Status("HOLD"),     Status("HOLD"),     Same,               BAD,     BAD,     BAD,     BAD]),
    ("recall-hold",          [BAD,                 Status("HOLD"),     Status("HOLD"),     Same,               Same,    Same,    Same,    BAD]),
    ("resolve-hold",         [BAD,                 BAD,                BAD,                Status("QUARANTINE"), BAD,   BAD,     BAD,     BAD]),
    ("confirm-reject",       [BAD,                 BAD,                BAD,                Status("REJECTED"), BAD,     BAD,     BAD,     BAD]),
    ("write-off-in-part",    [BAD,                 Same,               Same,               Same,               Same,    BAD,     BAD,     BAD]),
    ("write-off-all",        [BAD,                 Status("CONSUMED"), Status("CONSUMED"), Status("CONSUMED"), Same,    BAD,     BAD,     BAD]),
    ("finish-lot",           [BAD,                 BAD,                BAD,                BAD,                BAD,     Status("FINISHED"), BAD, BAD]),
    ("void-lot",             [Voided,              BAD,                BAD,                BAD,                BAD,     BAD,     BAD,     BAD]),
    ("dispatch-lot",         [LOCKED,              LOCKED,             Status("CONSUMED"), LOCKED,             LOCKED,  LOCKED,  LOCKED,  BAD]),
    ("receive-stock",        [Same,                Same,               Same,               Same,               Same,    BAD,     BAD,     BAD]),
    ("transfer-stock",       [Same,                Same,               Same,               Same,               Same,    EMPTY,   EMPTY,   BAD]),
    ("consume-stock",        [LOCKED,              LOCKED,             Same,               LOCKED,             LOCKED,  LOCKED,  LOCKED,  BAD]),
    ("reading-outside",      [Same,                Status("HOLD"),     Status("HOLD"),     Same,               Same,    Same,    Same,    BAD]),
    ("reading-inside",       [Same,                Same,               Same,               Same,               Same,    Same,    Same,    BAD]),
    ("inspect-pass-at-another-step", [BAD,         Same,               Same,               Same,               BAD,     Same,    Same,    BAD]),
    ("inspect-hold-at-another-step", [BAD,         Status("HOLD"),     Status("HOLD"),     Same,               BAD,     Same,    Same,    BAD]),
    ("inspect-fail-at-another-step", [BAD,         Status("REJECTED"), Status("REJECTED"), Same,               BAD,     Same,    Same,    BAD]),
];

pub(super) fn scripts() -> Vec<Generated> {
    STATES
        .iter()
        .enumerate()
        .flat_map(|(column, state)| {
            ACTS.iter().filter_map(move |(act, row)| {
                row.get(column).map(|becomes| script(state, act, *becomes))
            })
        })
        .collect()
}

fn script(state: &str, act: &str, becomes: Becomes) -> Generated {
    let path = format!("states/lot/{}-{act}.json", state.to_lowercase());
    let name = format!("{} of a lot in {state}", act.replace('-', " "));
    let (role, command) = give(state, act);
    let before = if state == "VOIDED" {
        json!({"voided": true, "status": "CREATED"})
    } else {
        json!({"voided": false, "status": state})
    };
    let view = json!({"type": "get_lot", "lot": "$lot"});
    let scene = reach(state, act);
    match becomes {
        Same => scene
            .act(role, command)
            .sees(view, before)
            .save(path, format!("{name}: it stays {state}")),
        Status(status) => scene
            .act(role, command)
            .sees(view, json!({"status": status}))
            .save(path, format!("{name}: it is {status}")),
        Voided => scene
            .act(role, command)
            .sees(view, json!({"status": "CREATED", "voided": true}))
            .save(path, format!("{name}: it is voided")),
        Refused(code) => scene
            .refused(
                role,
                command,
                json!({"code": code, "details": details(code, state)}),
            )
            .sees(view, before)
            .save(path, format!("{name}: {code}")),
    }
}

fn details(code: &str, state: &str) -> Value {
    match code {
        "INVALID_TRANSITION" => json!({"entity": "lot", "id": "$lot", "state": state}),
        "LOT_NOT_RELEASED" => json!({"lots": [{"id": "$lot", "status": state}], "count": 1}),
        "INSUFFICIENT_QUANTITY" => json!({"lot_id": "$lot", "available_kg": "0"}),
        _ => json!({"entity": "lot", "id": "$lot"}),
    }
}

/// A lot in a state, with goods in `$dock` where the act wants some there.
fn reach(state: &str, act: &str) -> Scene {
    let scene = Scene::new();
    if (state, act) == ("RELEASED", "dispatch-lot") {
        // Only finished goods are dispatched.
        return all_types(scene)
            .act("OPERATOR", transform("$frz15", "$lot", "FG15", "20"))
            .act("OPERATOR", pass("$lot", "$lot", None));
    }
    let scene = scene
        .act("OPERATOR", raw_buffer("$dock", "DOCK"))
        .act("OPERATOR", raw_buffer("$yard", "YARD"))
        .go_to(2);
    let stored = matches!(act, "transfer-stock" | "consume-stock") && state != "VOIDED";
    let store = |scene: Scene| {
        if stored {
            scene.act("OPERATOR", receive("$lot", "$dock", "50"))
        } else {
            scene
        }
    };
    let registered = |scene: Scene| store(scene.act("OPERATOR", register("$lot", "120")));
    let released = |scene| registered(scene).act("AUDITOR", pass("$lot", "$lot", Some("SURFACE")));
    let consumed = |scene| released(scene).act("OPERATOR", write_off(None));
    let scene = match state {
        "CREATED" | "VOIDED" if act == "transform-as-output" => {
            scene.act("OPERATOR", create("$lot", "DEB", "100"))
        }
        "CREATED" | "VOIDED" => store(scene.act("OPERATOR", create("$lot", "RAW", "120"))),
        "RELEASED" => released(scene),
        "HOLD" => registered(scene).act("OPERATOR", on_lot("hold_lot")),
        "REJECTED" => registered(scene).act("OPERATOR", inspect("$lot", "FAIL")),
        "CONSUMED" => consumed(scene),
        "FINISHED" => consumed(scene).act("OPERATOR", on_lot("finish_lot")),
        _ => registered(scene),
    };
    let scene = if state == "VOIDED" {
        scene.act("ADMIN", on_lot("void_lot"))
    } else {
        scene
    };
    if act == "transform-as-output" {
        return scene
            .act("OPERATOR", register("$meat", "200"))
            .act("OPERATOR", pass("$meat", "$meat", Some("SURFACE")));
    }
    scene
}

/// Who does the act, and the command that does it.
fn give(state: &str, act: &str) -> (&'static str, Value) {
    match act {
        "create-lot" => ("OPERATOR", create("$lot", "RAW", "120")),
        "register-lot" => (
            "OPERATOR",
            json!({"type": "register_lot", "lot_id": "$lot", "run_id": "$run"}),
        ),
        "transform-as-output" => (
            "OPERATOR",
            json!({"type": "transform", "run_id": "$run",
                "inputs": [{"lot_id": "$meat", "quantity_kg": "110"}], "outputs": [{"lot_id": "$lot"}]}),
        ),
        "transform-as-input" => ("OPERATOR", transform("$lot", "$child", "DEB", "40")),
        // The PASS that releases needs a reading of the receipt's limit.
        "inspect-pass" if state == "QUARANTINE" => {
            ("AUDITOR", pass("$lot", "$act", Some("SURFACE")))
        }
        "inspect-pass" => ("AUDITOR", pass("$lot", "$act", None)),
        "inspect-hold" => ("AUDITOR", inspection("HOLD", 1)),
        "inspect-fail" => ("AUDITOR", inspection("FAIL", 1)),
        "inspect-pass-at-another-step" => ("AUDITOR", inspection("PASS", 2)),
        "inspect-hold-at-another-step" => ("AUDITOR", inspection("HOLD", 2)),
        "inspect-fail-at-another-step" => ("AUDITOR", inspection("FAIL", 2)),
        "recall-hold" => ("MANAGER", on_lot("recall_hold")),
        "resolve-hold" => (
            "MANAGER",
            json!({"type": "resolve_hold", "lot_id": "$lot", "resolution": REASON}),
        ),
        "confirm-reject" => ("MANAGER", on_lot("confirm_reject")),
        "write-off-in-part" => ("OPERATOR", write_off(Some("1.5"))),
        "write-off-all" => ("OPERATOR", write_off(None)),
        "finish-lot" => ("OPERATOR", on_lot("finish_lot")),
        "void-lot" => ("ADMIN", on_lot("void_lot")),
        "dispatch-lot" => (
            "OPERATOR",
            json!({"type": "dispatch_lot", "lot_id": "$lot", "consignee": {"name": "Kebab Kft."}}),
        ),
        "receive-stock" => ("OPERATOR", receive("$lot", "$dock", "10")),
        "transfer-stock" => (
            "OPERATOR",
            json!({"type": "transfer_stock", "lot_id": "$lot", "from_buffer_id": "$dock",
                "to_buffer_id": "$yard", "quantity_kg": "10"}),
        ),
        "consume-stock" => (
            "OPERATOR",
            json!({"type": "consume_stock", "lot_id": "$lot", "buffer_id": "$dock", "quantity_kg": "10"}),
        ),
        "reading-outside" => ("AUDITOR", reading("4.1")),
        "reading-inside" => ("AUDITOR", reading("4")),
        _ => ("OPERATOR", on_lot("hold_lot")),
    }
}

fn inspection(decision: &str, step: u64) -> Value {
    json!({"type": "record_inspection", "inspection_id": "$act", "lot_id": "$lot", "step": step,
        "inspection_type": "routine", "decision": decision, "notes": REASON})
}

fn reading(degrees: &str) -> Value {
    json!({"type": "record_reading", "reading_id": "$t", "lot_id": "$lot",
        "kind": "SURFACE", "temperature_c": degrees})
}

fn on_lot(command: &str) -> Value {
    match command {
        "finish_lot" => json!({"type": command, "lot_id": "$lot"}),
        _ => json!({"type": command, "lot_id": "$lot", "reason": REASON}),
    }
}

fn write_off(kg: Option<&str>) -> Value {
    match kg {
        None => json!({"type": "write_off", "lot_id": "$lot", "kind": "TRIM", "reason": REASON}),
        Some(kg) => {
            json!({"type": "write_off", "lot_id": "$lot", "kind": "TRIM", "reason": REASON, "quantity_kg": kg})
        }
    }
}
