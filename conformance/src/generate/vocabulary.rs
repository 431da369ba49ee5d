//! Commands the tables have in common.

use serde_json::{Value, json};

use super::scene::Scene;

/// A reason, resolution, action or notes long enough for any default.
pub(super) const REASON: &str = "Checked by hand at the line";

/// All roles, in the rule book's order.
pub(super) const ROLES: [&str; 5] = ["ADMIN", "MANAGER", "AUDITOR", "OPERATOR", "VIEWER"];

/// The creatable lot types, in the rule book's order.
pub(super) const LOT_TYPES: [&str; 12] = [
    "RAW", "DEB", "BULK", "MIX", "SKW15", "SKW30", "FRZ15", "FRZ30", "FG15", "FG30", "PAL", "SHIP",
];

/// How a lot of each type but RAW is made: child, parent, and the kilograms of
/// the parent that go into it. Every lot keeps enough for what comes after it.
const MAKING: [(&str, &str, &str); 11] = [
    ("DEB", "RAW", "700"),
    ("BULK", "DEB", "600"),
    ("MIX", "BULK", "500"),
    ("SKW15", "MIX", "200"),
    ("SKW30", "MIX", "200"),
    ("FRZ15", "SKW15", "150"),
    ("FRZ30", "SKW30", "150"),
    ("FG15", "FRZ15", "100"),
    ("FG30", "FRZ30", "100"),
    ("PAL", "FG15", "50"),
    ("SHIP", "PAL", "25"),
];

/// The `$name` of the lot of a type in [`all_types`].
pub(super) fn lot_of(lot_type: &str) -> String {
    format!("${}", lot_type.to_lowercase())
}

/// A RELEASED lot of every type, named as in [`lot_of`]; the run is at step 10.
pub(super) fn all_types(scene: Scene) -> Scene {
    let scene = scene
        .go_to(10)
        .act("OPERATOR", register("$raw", "900"))
        .act("OPERATOR", pass("$raw", "$raw", Some("SURFACE")));
    MAKING.iter().fold(scene, |scene, (child, parent, kg)| {
        let reading = match *child {
            "FRZ15" | "FRZ30" => Some("CORE"),
            "SHIP" => Some("AMBIENT"),
            _ => None,
        };
        let lot = lot_of(child);
        scene
            .act("OPERATOR", transform(&lot_of(parent), &lot, child, kg))
            .act("OPERATOR", pass(&lot, &lot, reading))
    })
}

/// A new RAW lot of `$run`.
pub(super) fn register(lot: &str, kg: &str) -> Value {
    json!({"type": "register_lot", "lot_id": lot, "run_id": "$run",
        "lot_type": "RAW", "site": "DUNA", "weight_kg": kg})
}

/// A new label.
pub(super) fn create(lot: &str, lot_type: &str, kg: &str) -> Value {
    json!({"type": "create_lot", "lot_id": lot, "lot_type": lot_type, "site": "DUNA", "weight_kg": kg})
}

/// An inspection; its id is the lot's name with `_inspection` and the decision's first letter.
pub(super) fn inspect(lot: &str, decision: &str) -> Value {
    let mut command = json!({"type": "record_inspection",
        "inspection_id": format!("{lot}_inspection_{decision}"), "lot_id": lot,
        "inspection_type": "routine", "decision": decision});
    if decision != "PASS"
        && let Some(command) = command.as_object_mut()
    {
        command.insert("notes".to_owned(), json!(REASON));
    }
    command
}

/// A PASS with a reading inside every limit of its kind, where one is taken.
pub(super) fn pass(lot: &str, name: &str, reading: Option<&str>) -> Value {
    let mut command = json!({"type": "record_inspection",
        "inspection_id": format!("{name}_pass"), "lot_id": lot,
        "inspection_type": "routine", "decision": "PASS"});
    if let (Some(kind), Some(command)) = (reading, command.as_object_mut()) {
        let cold = if kind == "SURFACE" { "2" } else { "-20" };
        let readings =
            json!([{"reading_id": format!("{name}_reading"), "kind": kind, "temperature_c": cold}]);
        command.insert("readings".to_owned(), readings);
    }
    command
}

/// A transform of one input into one new output of the same weight, in `$run`.
pub(super) fn transform(input: &str, output: &str, lot_type: &str, kg: &str) -> Value {
    json!({"type": "transform", "run_id": "$run",
        "inputs": [{"lot_id": input, "quantity_kg": kg}],
        "outputs": [{"lot_id": output, "lot_type": lot_type, "weight_kg": kg}]})
}

/// A buffer for RAW lots.
pub(super) fn raw_buffer(buffer: &str, code: &str) -> Value {
    json!({"type": "create_buffer", "buffer_id": buffer, "code": code, "buffer_type": "DOCK",
        "site": "DUNA", "accepts": ["RAW"], "capacity_kg": "5000", "temp_max_c": "4"})
}

/// A stock move into a buffer.
pub(super) fn receive(lot: &str, buffer: &str, kg: &str) -> Value {
    json!({"type": "receive_stock", "lot_id": lot, "buffer_id": buffer, "quantity_kg": kg})
}

/// A run on the canonical version.
pub(super) fn create_run(run: &str) -> Value {
    json!({"type": "create_run", "run_id": run, "version_id": "$version", "site": "DUNA"})
}

/// A graph that can be submitted: a start, an end and the way between.
pub(super) fn small_graph() -> Value {
    let node = |id: &str| {
        json!({"id": id, "type": id, "position": {"x": 0, "y": 0},
            "data": {"label": {"hu": id, "en": id}, "nodeType": id}})
    };
    json!({"nodes": [node("start"), node("end")],
        "edges": [{"id": "way", "source": "start", "target": "end"}],
        "viewport": {"x": 0, "y": 0, "zoom": 1}})
}
