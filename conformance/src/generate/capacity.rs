//! What every default buffer accepts and holds (section 9 of the rule book).

use serde_json::{Value, json};

use super::scene::{Generated, Scene};
use super::vocabulary::{LOT_TYPES, create, lot_of, receive};

/// Code, what it accepts, capacity, range.
const BUFFERS: [(&str, &[&str], u64, &str, &str); 6] = [
    ("LK", &["DEB", "BULK"], 1000, "1", "4"),
    ("MIX", &["MIX"], 500, "2", "4"),
    ("SKW15", &["SKW15"], 300, "2", "4"),
    ("SKW30", &["SKW30"], 300, "2", "4"),
    ("FRZ", &["FRZ15", "FRZ30"], 800, "-25", "-18"),
    ("PAL", &["PAL"], 2000, "-22", "-18"),
];

pub(super) fn scripts() -> Vec<Generated> {
    BUFFERS
        .iter()
        .flat_map(|(code, accepts, capacity, min, max)| {
            [
                accepting(code, accepts),
                filling(code, accepts, *capacity),
                hard(code, accepts, *capacity),
                range(code, min, max),
            ]
        })
        .collect()
}

/// A lot of every type is received: those accepted, one after the other, and the rest refused.
fn accepting(code: &str, accepts: &[&str]) -> Generated {
    let buffer = format!("${code}");
    let scene = LOT_TYPES.iter().fold(
        Scene::with_policy(json!({"buffer_sku_lock": false})),
        |scene, lot_type| {
            let lot = format!("{}_lot", lot_of(lot_type));
            let scene = scene.act("OPERATOR", create(&lot, lot_type, "10"));
            if accepts.contains(lot_type) {
                scene.act("OPERATOR", receive(&lot, &buffer, "10"))
            } else {
                let details =
                    json!({"buffer_id": buffer, "lot_type": lot_type, "accepts": accepts});
                scene.refused(
                    "OPERATOR",
                    receive(&lot, &buffer, "10"),
                    json!({"code": "BUFFER_TYPE_NOT_ALLOWED", "details": details}),
                )
            }
        },
    );
    let stock = accepts.len() * 10;
    scene
        .sees(
            summary(&buffer),
            json!({"stock_kg": stock.to_string(), "lots": accepts.len()}),
        )
        .save(
            format!("inventory/buffers/{}-accepts.json", code.to_lowercase()),
            format!(
                "buffer {code} accepts {} and nothing else",
                accepts.join(" and ")
            ),
        )
}

/// Up to the capacity without a word, past it with a warning.
fn filling(code: &str, accepts: &[&str], capacity: u64) -> Generated {
    let buffer = format!("${code}");
    filled(Scene::new(), code, accepts, capacity)
        .answers(
            "OPERATOR",
            receive("$one_more", &buffer, "0.001"),
            json!({"warnings": [{"code": "OVER_CAPACITY", "details": over(&buffer, capacity)}]}),
        )
        .sees(
            summary(&buffer),
            json!({"stock_kg": format!("{capacity}.001")}),
        )
        .save(
            format!("inventory/buffers/{}-capacity.json", code.to_lowercase()),
            format!("buffer {code} holds {capacity} kg: a gram more is OVER_CAPACITY"),
        )
}

/// With `hard_capacity` an operator is stopped, and nothing came in.
fn hard(code: &str, accepts: &[&str], capacity: u64) -> Generated {
    let buffer = format!("${code}");
    filled(
        Scene::with_policy(json!({"hard_capacity": true})),
        code,
        accepts,
        capacity,
    )
    .refused(
        "OPERATOR",
        receive("$one_more", &buffer, "0.001"),
        json!({"code": "BUFFER_FULL", "details": over(&buffer, capacity)}),
    )
    .sees(summary(&buffer), json!({"stock_kg": capacity.to_string()}))
    .save(
        format!(
            "inventory/buffers/{}-hard-capacity.json",
            code.to_lowercase()
        ),
        format!("with hard_capacity buffer {code} takes {capacity} kg and not a gram more"),
    )
}

/// Both ends of the range are inside, a tenth of a degree beyond is not.
fn range(code: &str, min: &str, max: &str) -> Generated {
    let buffer = format!("${code}");
    let reading = |name: &str, degrees: &str| {
        json!({"type": "record_reading", "reading_id": name, "buffer_id": buffer,
            "kind": "AMBIENT", "temperature_c": degrees})
    };
    let beyond = |end: &str, warmer: bool| match (end.strip_prefix('-'), warmer) {
        // A tenth warmer than −18 is −17.9; a tenth colder than 1 is 0.9.
        (Some(degrees), true) => format!(
            "-{}.9",
            degrees.parse::<u32>().unwrap_or_default().saturating_sub(1)
        ),
        (Some(degrees), false) => format!("-{degrees}.1"),
        (None, true) => format!("{end}.1"),
        (None, false) => format!(
            "{}.9",
            end.parse::<u32>().unwrap_or_default().saturating_sub(1)
        ),
    };
    let scene = Scene::new()
        .act("AUDITOR", reading("$coldest", min))
        .act("AUDITOR", reading("$warmest", max))
        .sees(
            summary(&buffer),
            json!({"on_hold": false, "temp_min_c": min, "temp_max_c": max}),
        );
    let violation = json!({"events": [{"type": "reading_recorded"}, {"type": "deviation_opened"}, {"type": "buffer_held"}]});
    let lift = json!({"type": "lift_buffer_hold", "buffer_id": buffer, "resolution": super::vocabulary::REASON});
    let act = json!({"type": "record_corrective_action", "deviation_id": "$too_warm", "action": super::vocabulary::REASON});
    scene
        .answers("AUDITOR", reading("$too_warm", &beyond(max, true)), violation.clone())
        .sees(summary(&buffer), json!({"on_hold": true}))
        .act("MANAGER", act)
        .act("MANAGER", lift)
        .sees(summary(&buffer), json!({"on_hold": false}))
        .answers("AUDITOR", reading("$too_cold", &beyond(min, false)), violation)
        .sees(summary(&buffer), json!({"on_hold": true}))
        .save(
            format!("inventory/buffers/{}-range.json", code.to_lowercase()),
            format!("buffer {code}: {min} to {max} °C are inside, a tenth beyond either end puts it on hold"),
        )
}

/// A buffer filled to its capacity, and a lot of one gram at the line, `$one_more`.
fn filled(scene: Scene, code: &str, accepts: &[&str], capacity: u64) -> Scene {
    let lot_type = accepts.first().copied().unwrap_or_default();
    scene
        .act("OPERATOR", create("$full", lot_type, &capacity.to_string()))
        .act("OPERATOR", create("$one_more", lot_type, "0.001"))
        .answers(
            "OPERATOR",
            receive("$full", &format!("${code}"), &capacity.to_string()),
            json!({"warnings": []}),
        )
}

fn over(buffer: &str, capacity: u64) -> Value {
    json!({"buffer_id": buffer, "capacity_kg": capacity.to_string(), "would_hold_kg": format!("{capacity}.001")})
}

fn summary(buffer: &str) -> Value {
    json!({"type": "buffer_summary", "buffer_id": buffer})
}
