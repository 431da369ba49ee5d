//! Every lot type tried as a parent of every other (section 6 of the rule book).

use serde_json::json;

use super::scene::{Generated, Scene};
use super::vocabulary::{LOT_TYPES, all_types, lot_of, transform};

/// Who may come from whom, in the rule book's order.
const PARENTS: [(&str, &[&str]); 12] = [
    ("RAW", &[]),
    ("DEB", &["RAW"]),
    ("BULK", &["DEB", "RAW"]),
    ("MIX", &["BULK", "RAW", "MIX"]),
    ("SKW15", &["MIX"]),
    ("SKW30", &["MIX"]),
    ("FRZ15", &["SKW15"]),
    ("FRZ30", &["SKW30"]),
    ("FG15", &["FRZ15"]),
    ("FG30", &["FRZ30"]),
    ("PAL", &["FG15", "FG30"]),
    ("SHIP", &["PAL"]),
];

pub(super) fn scripts() -> Vec<Generated> {
    PARENTS.iter().map(script).collect()
}

fn script((child, parents): &(&str, &[&str])) -> Generated {
    let scene = LOT_TYPES
        .iter()
        .fold(all_types(Scene::new()), |scene, parent| {
            let output = format!("$out_of_{}", parent.to_lowercase());
            let command = transform(&lot_of(parent), &output, child, "1");
            if parents.contains(parent) {
                scene.act("OPERATOR", command)
            } else if sizes_differ(child, parent) {
                // The SKU lock of steps 7, 8 and 9 is asked before the parent table.
                scene.refused(
                    "OPERATOR",
                    command,
                    json!({"code": "SKU_MIXED", "details": {"found": ["15", "30"]}}),
                )
            } else {
                let details = if in_type_order(parents) {
                    json!({"child": child, "parent": parent, "allowed": parents})
                } else {
                    json!({"child": child, "parent": parent})
                };
                scene.refused(
                    "OPERATOR",
                    command,
                    json!({"code": "ILLEGAL_PARENT_TYPE", "details": details}),
                )
            }
        });
    let path = format!("transforms/parents/{}.json", child.to_lowercase());
    scene.save(
        path,
        format!("who may become {child}: every lot type tried as its parent"),
    )
}

/// Whether the table names the parents in the order of the lot types: only then
/// is it clear in which order a refusal lists them.
fn in_type_order(parents: &[&str]) -> bool {
    let place = |parent: &&str| LOT_TYPES.iter().position(|lot_type| lot_type == parent);
    parents.is_sorted_by_key(place)
}

/// Whether the sizes of the two differ where the SKU lock asks. A pallet carries
/// the size of its contents, here 15.
fn sizes_differ(child: &str, parent: &str) -> bool {
    let size = |lot_type: &str| match lot_type {
        "PAL" => Some("15"),
        _ => ["15", "30"]
            .into_iter()
            .find(|size| lot_type.ends_with(size)),
    };
    let locked = child.starts_with("FRZ") || child.starts_with("FG");
    locked && size(parent).is_some_and(|parent| size(child) != Some(parent))
}
