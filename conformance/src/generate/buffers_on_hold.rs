//! What a buffer on hold still allows: nothing, but that a manager moves lots out (section 7).

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{REASON, pass, raw_buffer, receive, register, transform};

/// An act that would put something into `$dock` or take something out of it.
type Act = (&'static str, fn() -> Value);

const ACTS: [Act; 6] = [
    ("receive", || receive("$lot", "$dock", "10")),
    ("transfer-in", || transfer("$yard", "$dock")),
    ("transfer-out", || transfer("$dock", "$yard")),
    (
        "consume",
        || json!({"type": "consume_stock", "lot_id": "$lot", "buffer_id": "$dock", "quantity_kg": "10"}),
    ),
    ("transform", || transform("$lot", "$deb", "DEB", "60")),
    (
        "write-off",
        || json!({"type": "write_off", "lot_id": "$lot", "kind": "SPILL", "reason": REASON, "quantity_kg": "60"}),
    ),
];

pub(super) fn scripts() -> Vec<Generated> {
    ["ADMIN", "MANAGER", "OPERATOR"]
        .iter()
        .flat_map(|role| ACTS.iter().map(move |act| script(role, act)))
        .collect()
}

fn script(role: &str, (act, command): &Act) -> Generated {
    let rescue = *act == "transfer-out" && role != "OPERATOR";
    // 100 kg: 40 at the line, then 30 in each buffer; the one on hold is next, so what takes 60 needs it.
    let scene = Scene::new()
        .go_to(2)
        .act("OPERATOR", raw_buffer("$dock", "DOCK"))
        .act("OPERATOR", raw_buffer("$yard", "YARD"))
        .act("OPERATOR", register("$lot", "100"))
        .act("AUDITOR", pass("$lot", "$lot", Some("SURFACE")))
        .act("OPERATOR", receive("$lot", "$dock", "30"))
        .later("PT1M", "OPERATOR", receive("$lot", "$yard", "30"))
        .act("AUDITOR", warm());
    let path = format!("inventory/on-hold/{act}-by-{}.json", role.to_lowercase());
    let name = format!("{} by {role} with a buffer on hold", act.replace('-', " "));
    let view = json!({"type": "get_lot", "lot": "$lot"});
    if rescue {
        let hold = json!({"cause": "TEMPERATURE", "cause_id": "$warm", "reason": null});
        scene
            .act(role, command())
            .sees(view, json!({"status": "HOLD", "holds": [hold]}))
            .save(path, format!("{name}: a rescue, the lot goes on HOLD"))
    } else {
        let error = json!({"code": "BUFFER_ON_HOLD", "category": "rule", "details": {"buffer_id": "$dock"}});
        scene
            .refused(role, command(), error)
            .sees(
                view,
                json!({"status": "RELEASED", "line_kg": "40", "remaining_kg": "100"}),
            )
            .save(path, format!("{name}: BUFFER_ON_HOLD"))
    }
}

fn transfer(from: &str, to: &str) -> Value {
    json!({"type": "transfer_stock", "lot_id": "$lot", "from_buffer_id": from,
        "to_buffer_id": to, "quantity_kg": "10"})
}

fn warm() -> Value {
    json!({"type": "record_reading", "reading_id": "$warm", "buffer_id": "$dock",
        "kind": "AMBIENT", "temperature_c": "9"})
}
