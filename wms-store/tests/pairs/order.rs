//! Pairs where either may come first, but the second must have seen the first. The log says who was first.
use crate::{
    Heard, ROUNDS, code_of,
    common::{Plant, actor, named, new_lot},
    one_of_two, together,
};
use futures_executor::block_on;
use serde_json::{Value, json};
use uuid::Uuid;
use wms_core::{actor::Role, command::Envelope, error::Code, query::GetLot};

fn command(role: Role, command: &Value) -> Envelope {
    let envelope = json!({
        "key": Uuid::now_v7(),
        "actor": {"user_id": actor(role).user_id, "role": role},
        "command": command,
    });
    Envelope::from_json(&envelope.to_string()).unwrap()
}

fn must(plant: &Plant, role: Role, wanted: &Value) {
    block_on(plant.tenant.execute(&command(role, wanted))).unwrap();
}

fn new_id() -> Uuid {
    new_lot().as_uuid()
}

/// A released lot of 100 kg of raw meat in the run.
fn meat(plant: &Plant) -> Uuid {
    let lot = new_id();
    must(
        plant,
        Role::Operator,
        &json!({"type": "register_lot", "lot_id": lot, "run_id": named(9), "lot_type": "RAW",
            "site": "DUNA", "weight_kg": "100"}),
    );
    pass(plant, lot, true);
    lot
}

fn pass(plant: &Plant, lot: Uuid, is_raw: bool) {
    let reading = json!({"reading_id": new_id(), "kind": "SURFACE", "temperature_c": "2"});
    let readings = if is_raw { vec![reading] } else { vec![] };
    must(
        plant,
        Role::Operator,
        &json!({"type": "record_inspection", "inspection_id": new_id(), "lot_id": lot,
            "inspection_type": "routine", "decision": "PASS", "readings": readings}),
    );
}

fn to_step(plant: &Plant, step: u8) {
    for _ in 0..step {
        let advance = json!({"type": "advance_run", "run_id": named(9)});
        must(plant, Role::Operator, &advance);
    }
}

/// Kilograms of a lot into a new one.
fn transform(from: Uuid, kilograms: u8, into: (Uuid, &str)) -> Value {
    json!({"type": "transform", "run_id": named(9),
        "inputs": [{"lot_id": from, "quantity_kg": kilograms.to_string()}],
        "outputs": [{"lot_id": into.0, "lot_type": into.1, "weight_kg": kilograms.to_string()}]})
}

/// The number of a command's first event in the log.
fn number_of(plant: &Plant, envelope: &Envelope) -> u64 {
    let mut asked = json!({"type": "audit_events", "page": {"limit": 200}});
    loop {
        let page = block_on(plant.tenant.ask_json(&asked.to_string())).unwrap();
        let page: Value = serde_json::from_str(&page).unwrap();
        let items = page.get("items").and_then(Value::as_array).unwrap();
        let key = json!(envelope.key);
        let numbers = items
            .iter()
            .filter(|item| item.get("key") == Some(&key))
            .filter_map(|item| item.get("sequence").and_then(Value::as_u64));
        if let Some(first) = numbers.min() {
            return first;
        }
        let next = page.get("next").filter(|next| next.is_string());
        let next = next.unwrap().clone();
        asked
            .pointer_mut("/page")
            .and_then(Value::as_object_mut)
            .unwrap()
            .insert("after".to_owned(), next);
    }
}

/// Both at once; says what each heard, and where both were applied whether the first one came first.
fn race(plant: &Plant, one: (Role, &Value), other: (Role, &Value)) -> (Heard, Heard, Option<bool>) {
    let one = command(one.0, one.1);
    let other = command(other.0, other.1);
    let (first, second) = together(plant, &one, &other);
    let both = first.is_ok() && second.is_ok();
    let before = both.then(|| number_of(plant, &one) < number_of(plant, &other));
    (first, second, before)
}

#[test]
fn two_transforms_never_share_the_last_kilograms() {
    for plant in Plant::each() {
        to_step(&plant, 2);
        for _ in 0..ROUNDS {
            let lot = meat(&plant);
            let [one, other] = [new_id(), new_id()]
                .map(|child| command(Role::Operator, &transform(lot, 60, (child, "DEB"))));
            let heard = together(&plant, &one, &other);
            one_of_two(&heard, Code::InsufficientQuantity);
        }
        plant.verify();
    }
}

#[test]
fn a_lot_on_hold_is_never_transformed() {
    for plant in Plant::each() {
        to_step(&plant, 2);
        for _ in 0..ROUNDS {
            let lot = meat(&plant);
            let hold = json!({"type": "hold_lot", "lot_id": lot, "reason": "looks strange to me"});
            let used = transform(lot, 60, (new_id(), "DEB"));
            let (transformed, held, used_first) =
                race(&plant, (Role::Operator, &used), (Role::Operator, &hold));
            held.unwrap();
            match used_first {
                Some(used_first) => assert!(used_first, "transformed while on hold"),
                None => assert_eq!(code_of(&transformed), Some(Code::LotNotReleased)),
            }
        }
        plant.verify();
    }
}

#[test]
fn no_child_escapes_a_recall() {
    for plant in Plant::each() {
        to_step(&plant, 3);
        for _ in 0..ROUNDS {
            let (lot, deboned, bulk) = (meat(&plant), new_id(), new_id());
            must(
                &plant,
                Role::Operator,
                &transform(lot, 60, (deboned, "DEB")),
            );
            pass(&plant, deboned, false);
            let recall =
                json!({"type": "recall_hold", "lot_id": lot, "reason": "called back by vendor"});
            let used = transform(deboned, 60, (bulk, "BULK"));
            let (transformed, recalled, _) =
                race(&plant, (Role::Operator, &used), (Role::Manager, &recall));
            recalled.unwrap();
            if let Err(refused) = transformed {
                assert_eq!(refused.code(), Code::LotNotReleased);
                continue;
            }
            let child = block_on(
                plant
                    .tenant
                    .ask(&GetLot::new(wms_core::ids::LotId::new(bulk))),
            );
            assert_eq!(child.unwrap().status.as_str(), "HOLD", "a child escaped");
        }
        plant.verify();
    }
}

#[test]
fn a_run_never_leaves_a_step_while_a_transform_makes_a_lot_there_unseen() {
    for plant in Plant::each() {
        to_step(&plant, 2);
        let lot = meat(&plant);
        let used = transform(lot, 60, (new_id(), "DEB"));
        let advance = json!({"type": "advance_run", "run_id": named(9)});
        let (transformed, advanced, used_first) =
            race(&plant, (Role::Operator, &used), (Role::Operator, &advance));
        transformed.unwrap();
        match used_first {
            Some(used_first) => assert!(!used_first, "a lot in quarantine was overlooked"),
            None => assert_eq!(code_of(&advanced), Some(Code::QcPending)),
        }
    }
}

#[test]
fn two_saves_of_one_draft_do_not_overwrite_each_other() {
    for plant in Plant::each() {
        let draft = new_id();
        let fork =
            json!({"type": "fork_version", "version_id": draft, "from_version_id": named(8)});
        must(&plant, Role::Operator, &fork);
        let asked = json!({"type": "get_version", "version_id": draft});
        let version = block_on(plant.tenant.ask_json(&asked.to_string())).unwrap();
        let version: Value = serde_json::from_str(&version).unwrap();
        let [one, other] = ["Morning", "Evening"].map(|name| {
            let text = version.get("graph").and_then(Value::as_str).unwrap();
            let mut graph: Value = serde_json::from_str(text).unwrap();
            let label = graph.pointer_mut("/nodes/0/data/label").unwrap();
            *label = json!({"en": name});
            let save = json!({"type": "save_draft", "version_id": draft, "graph": graph,
                "base_sha256": version.get("graph_sha256")});
            command(Role::Operator, &save)
        });
        one_of_two(&together(&plant, &one, &other), Code::StaleDraft);
    }
}

#[test]
fn a_policy_counts_for_what_comes_after_it() {
    for plant in Plant::each() {
        to_step(&plant, 2);
        for _ in 0..ROUNDS {
            let set = |hard: bool| json!({"type": "set_policy", "policy": {"hard_capacity": hard}});
            must(&plant, Role::Admin, &set(false));
            let (lot, buffer) = (meat(&plant), new_id());
            must(
                &plant,
                Role::Operator,
                &json!({"type": "create_buffer", "buffer_id": buffer, "code": buffer.to_string(),
                    "buffer_type": "COLD", "site": "DUNA", "accepts": ["RAW"], "capacity_kg": "50",
                    "temp_min_c": "0", "temp_max_c": "4"}),
            );
            let receive = json!({"type": "receive_stock", "lot_id": lot, "buffer_id": buffer,
                "quantity_kg": "100"});
            let (received, set, received_first) = race(
                &plant,
                (Role::Operator, &receive),
                (Role::Admin, &set(true)),
            );
            set.unwrap();
            match received_first {
                Some(received_first) => assert!(received_first, "the policy was overlooked"),
                None => assert_eq!(code_of(&received), Some(Code::BufferFull)),
            }
        }
        plant.verify();
    }
}

#[test]
fn a_hold_ends_only_after_the_corrective_action() {
    for plant in Plant::each() {
        to_step(&plant, 2);
        for _ in 0..ROUNDS {
            let (lot, reading) = (meat(&plant), new_id());
            for (reading, temperature) in [(reading, "9"), (new_id(), "2")] {
                let read = json!({"type": "record_reading", "reading_id": reading, "lot_id": lot,
                    "kind": "SURFACE", "temperature_c": temperature});
                must(&plant, Role::Operator, &read);
            }
            let act = json!({"type": "record_corrective_action", "deviation_id": reading,
                "action": "cooled down within the hour"});
            let resolve =
                json!({"type": "resolve_hold", "lot_id": lot, "resolution": "cooled and checked"});
            let (acted, resolved, acted_first) =
                race(&plant, (Role::Manager, &act), (Role::Manager, &resolve));
            acted.unwrap();
            match acted_first {
                Some(acted_first) => assert!(acted_first, "the hold ended under the deviation"),
                None => assert_eq!(code_of(&resolved), Some(Code::DeviationOpen)),
            }
        }
        plant.verify();
    }
}
