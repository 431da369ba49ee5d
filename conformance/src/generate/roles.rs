//! Every role with every command (section 3 of the rule book).
//!
//! One script per command: first the roles that may not, then each role that
//! may, on something of its own. What a set-up needs is done by roles that may.

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{
    REASON, ROLES, create, create_run, pass, raw_buffer, receive, register, transform,
};
use super::{runs, versions};

/// Brings about what a command needs; `n` keeps the things of one role apart.
type Prepare = fn(Scene, n: &str) -> Scene;
/// The command, on what was prepared.
type Give = fn(n: &str) -> Value;
/// A command's row: its type and what sets it apart from another row of that
/// type, the initials of the roles that may, set-up and command.
type Row = (&'static str, &'static str, Prepare, Give);

#[rustfmt::skip]
const ROWS: [Row; 42] = [
    ("define_site", "A", nothing, |n| json!({"type": "define_site", "site": site(n), "name": {"en": "Site"}, "time_zone": "Europe/Budapest"})),
    ("set_policy", "A", nothing, |_| json!({"type": "set_policy", "policy": {"hard_capacity": true}})),
    ("create_flow", "AMO", nothing, |n| versions::create_flow(&id("f", n), &id("v", n))),
    ("save_draft", "AMO", draft, |n| versions::give("save_draft", &id("v", n))),
    ("submit_version", "AMO", draft, |n| versions::give("submit_version", &id("v", n))),
    ("approve_version", "AM", review, |n| versions::give("approve_version", &id("v", n))),
    ("reject_version", "AM", review, |n| versions::give("reject_version", &id("v", n))),
    ("deprecate_version", "A", published, |n| versions::give("deprecate_version", &id("v", n))),
    ("fork_version", "AMO", published, |n| json!({"type": "fork_version", "version_id": id("fork", n), "from_version_id": id("v", n)})),
    ("create_run", "AMO", nothing, |n| create_run(&id("r", n))),
    ("start_run", "AMO", idle, |n| runs::give("start_run", &id("r", n))),
    ("advance_run", "AMO", running, |n| runs::give("advance_run", &id("r", n))),
    ("hold_run", "AMO", running, |n| runs::give("hold_run", &id("r", n))),
    ("complete_run", "AMO", at_step_10, |n| runs::give("complete_run", &id("r", n))),
    ("resume_run", "AM", on_hold, |n| runs::give("resume_run", &id("r", n))),
    ("abort_run", "AM", running, |n| runs::give("abort_run", &id("r", n))),
    ("roll_back_run", "AM", at_step_1, |n| runs::give("roll_back_run", &id("r", n))),
    ("archive_run", "AM", long_aborted, |n| runs::give("archive_run", &id("r", n))),
    ("create_lot", "AMO", nothing, |n| create(&id("lot", n), "RAW", "10")),
    ("register_lot", "AMO", at_receipt, |n| register(&id("lot", n), "10")),
    ("transform", "AMO", meat, |n| transform(&id("lot", n), &id("deb", n), "DEB", "50")),
    ("write_off", "AMO", meat, |n| json!({"type": "write_off", "lot_id": id("lot", n), "kind": "SAMPLE", "reason": REASON, "quantity_kg": "1"})),
    ("finish_lot", "AMO", consumed, |n| json!({"type": "finish_lot", "lot_id": id("lot", n)})),
    ("dispatch_lot", "AMO", goods, |n| json!({"type": "dispatch_lot", "lot_id": id("fg", n), "consignee": {"name": "Kebab Kft."}})),
    ("lease_codes", "AMO", nothing, |_| json!({"type": "lease_codes", "prefix": "RAW", "site": "DUNA", "day": "2026-01-15", "count": 5, "device_id": "$device"})),
    ("void_lot", "A", label, |n| on_lot("void_lot", n)),
    ("resolve_hold", "AM", held, |n| json!({"type": "resolve_hold", "lot_id": id("lot", n), "resolution": REASON})),
    ("confirm_reject", "AM", held, |n| on_lot("confirm_reject", n)),
    ("recall_hold", "AM", meat, |n| on_lot("recall_hold", n)),
    ("create_buffer", "AMO", nothing, |n| raw_buffer(&id("dock", n), &format!("DOCK {n}"))),
    ("update_buffer capacity", "AMO", nothing, |_| json!({"type": "update_buffer", "buffer_id": "$LK", "capacity_kg": "900"})),
    ("update_buffer range", "AM", nothing, |_| json!({"type": "update_buffer", "buffer_id": "$LK", "temp_max_c": "5"})),
    ("receive_stock", "AMO", dock, |n| receive(&id("lot", n), &id("dock", n), "10")),
    ("transfer_stock", "AMO", stored, |n| json!({"type": "transfer_stock", "lot_id": id("lot", n), "from_buffer_id": id("dock", n), "to_buffer_id": id("yard", n), "quantity_kg": "10"})),
    ("consume_stock", "AMO", stored, |n| json!({"type": "consume_stock", "lot_id": id("lot", n), "buffer_id": id("dock", n), "quantity_kg": "10"})),
    ("lift_buffer_hold", "AM", warm_buffer, |n| json!({"type": "lift_buffer_hold", "buffer_id": id("dock", n), "resolution": REASON})),
    ("record_inspection", "AMUO", fresh_meat, |n| pass(&id("lot", n), &id("i", n), Some("SURFACE"))),
    ("hold_lot", "AMUO", meat, |n| on_lot("hold_lot", n)),
    ("record_reading of a lot", "AMUO", meat, |n| reading(n, "lot_id", &id("lot", n), "SURFACE", "2")),
    ("record_reading of a buffer", "AMUO", dock, |n| reading(n, "buffer_id", &id("dock", n), "AMBIENT", "2")),
    ("record_corrective_action of a lot", "AMU", warm_meat, action),
    ("record_corrective_action of a buffer", "AMU", warm_dock, action),
];

pub(super) fn scripts() -> Vec<Generated> {
    ROWS.iter().map(script).collect()
}

fn script((row, initials, prepare, give): &Row) -> Generated {
    let may = |role: &str| {
        let initial = if role == "AUDITOR" {
            'U'
        } else {
            role.chars().next().unwrap_or(' ')
        };
        initials.contains(initial)
    };
    let allowed: Vec<&str> = ROLES.into_iter().filter(|role| may(role)).collect();
    let command = row.split(' ').next().unwrap_or_default();
    let scene = ROLES.iter().filter(|role| !may(role)).fold(
        prepare(Scene::new(), "of_nobody"),
        |scene, role| {
            let details = json!({"action": command, "role": role, "allowed": allowed});
            let error = json!({"code": "FORBIDDEN", "category": "forbidden", "details": details});
            scene.refused(role, give("of_nobody"), error)
        },
    );
    let scene = allowed.iter().fold(scene, |scene, role| {
        let n = format!("of_{}", role.to_lowercase());
        prepare(scene, &n).act(role, give(&n))
    });
    scene.save(
        format!("roles/by-command/{}.json", row.replace(['_', ' '], "-")),
        format!("{row} by {} and nobody else", allowed.join(", ")),
    )
}

fn id(what: &str, n: &str) -> String {
    format!("${what}_{n}")
}

fn site(n: &str) -> &str {
    if n == "of_nobody" { "NONE" } else { "TISZ" }
}

fn on_lot(command: &str, n: &str) -> Value {
    json!({"type": command, "lot_id": id("lot", n), "reason": REASON})
}

fn reading(n: &str, about: &str, of: &str, kind: &str, degrees: &str) -> Value {
    json!({"type": "record_reading", "reading_id": id("t", n), about: of, "kind": kind, "temperature_c": degrees})
}

fn action(n: &str) -> Value {
    json!({"type": "record_corrective_action", "deviation_id": id("t", n), "action": REASON})
}

fn nothing(scene: Scene, _: &str) -> Scene {
    scene
}

fn draft(scene: Scene, n: &str) -> Scene {
    scene.act(
        "OPERATOR#2",
        versions::create_flow(&id("f", n), &id("v", n)),
    )
}

fn review(scene: Scene, n: &str) -> Scene {
    draft(scene, n).act("OPERATOR#2", versions::give("submit_version", &id("v", n)))
}

fn published(scene: Scene, n: &str) -> Scene {
    review(scene, n).act("MANAGER", versions::give("approve_version", &id("v", n)))
}

fn idle(scene: Scene, n: &str) -> Scene {
    scene.act("OPERATOR", create_run(&id("r", n)))
}

fn running(scene: Scene, n: &str) -> Scene {
    idle(scene, n).act("OPERATOR", runs::give("start_run", &id("r", n)))
}

fn at_step_1(scene: Scene, n: &str) -> Scene {
    running(scene, n).act("OPERATOR", runs::give("advance_run", &id("r", n)))
}

fn at_step_10(scene: Scene, n: &str) -> Scene {
    (0..10).fold(running(scene, n), |scene, _| {
        scene.act("OPERATOR", runs::give("advance_run", &id("r", n)))
    })
}

fn on_hold(scene: Scene, n: &str) -> Scene {
    running(scene, n).act("OPERATOR", runs::give("hold_run", &id("r", n)))
}

fn long_aborted(scene: Scene, n: &str) -> Scene {
    let aborted = running(scene, n).act("MANAGER", runs::give("abort_run", &id("r", n)));
    aborted.later("P31D", "OPERATOR", create(&id("label", n), "RAW", "10"))
}

fn at_receipt(scene: Scene, _: &str) -> Scene {
    scene.go_to(1)
}

fn label(scene: Scene, n: &str) -> Scene {
    scene.act("OPERATOR", create(&id("lot", n), "RAW", "100"))
}

fn fresh_meat(scene: Scene, n: &str) -> Scene {
    scene
        .go_to(2)
        .act("OPERATOR", register(&id("lot", n), "100"))
}

fn meat(scene: Scene, n: &str) -> Scene {
    let lot = id("lot", n);
    fresh_meat(scene, n).act("AUDITOR", pass(&lot, &lot, Some("SURFACE")))
}

fn consumed(scene: Scene, n: &str) -> Scene {
    let lot = id("lot", n);
    meat(scene, n).act(
        "OPERATOR",
        json!({"type": "write_off", "lot_id": lot, "kind": "SPILL", "reason": REASON}),
    )
}

fn held(scene: Scene, n: &str) -> Scene {
    fresh_meat(scene, n).act("AUDITOR", on_lot("hold_lot", n))
}

fn warm_meat(scene: Scene, n: &str) -> Scene {
    meat(scene, n).act(
        "AUDITOR",
        reading(n, "lot_id", &id("lot", n), "SURFACE", "5"),
    )
}

fn dock(scene: Scene, n: &str) -> Scene {
    label(scene, n).act("OPERATOR", raw_buffer(&id("dock", n), &format!("DOCK {n}")))
}

fn warm_dock(scene: Scene, n: &str) -> Scene {
    dock(scene, n).act(
        "AUDITOR",
        reading(n, "buffer_id", &id("dock", n), "AMBIENT", "5"),
    )
}

fn warm_buffer(scene: Scene, n: &str) -> Scene {
    warm_dock(scene, n).act("AUDITOR", action(n))
}

fn stored(scene: Scene, n: &str) -> Scene {
    let lot = id("lot", n);
    meat(scene, n)
        .act("OPERATOR", raw_buffer(&id("dock", n), &format!("DOCK {n}")))
        .act("OPERATOR", raw_buffer(&id("yard", n), &format!("YARD {n}")))
        .act("OPERATOR", receive(&lot, &id("dock", n), "50"))
}

/// A released lot of finished goods; the run is at step 10.
fn goods(scene: Scene, n: &str) -> Scene {
    let steps = [
        ("mix", "MIX", None),
        ("skw", "SKW15", None),
        ("frz", "FRZ15", Some("CORE")),
        ("fg", "FG15", None),
    ];
    let scene = scene
        .go_to(10)
        .act("OPERATOR", register(&id("lot", n), "100"));
    let scene = scene.act(
        "AUDITOR",
        pass(&id("lot", n), &id("lot", n), Some("SURFACE")),
    );
    let chain = steps.iter().fold(
        (scene, id("lot", n)),
        |(scene, parent), (what, lot_type, kind)| {
            let lot = id(what, n);
            let scene = scene
                .act("OPERATOR", transform(&parent, &lot, lot_type, "100"))
                .act("AUDITOR", pass(&lot, &lot, *kind));
            (scene, lot)
        },
    );
    chain.0
}
