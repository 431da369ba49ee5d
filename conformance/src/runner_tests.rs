use serde_json::{Value, json};

use super::*;
use crate::script::parse;

/// Answers what it was given, in order, and notes what it was asked.
#[derive(Default)]
struct FakeHost {
    answers: Vec<Value>,
    heard: Vec<Value>,
    clock: Option<DateTime<Utc>>,
}

impl FakeHost {
    fn that_answers(mut answers: Vec<Value>) -> Self {
        answers.reverse();
        Self {
            answers,
            ..Self::default()
        }
    }

    fn hear(&mut self, text: &str) -> Value {
        self.heard.push(serde_json::from_str(text).unwrap());
        self.answers
            .pop()
            .unwrap_or_else(|| json!({"status": "applied", "events": []}))
    }
}

impl Host for FakeHost {
    fn set_clock(&mut self, now: DateTime<Utc>) {
        self.clock = Some(now);
    }

    fn execute(&mut self, envelope: &str) -> String {
        self.hear(envelope).to_string()
    }

    fn ask(&mut self, query: &str) -> Result<String, String> {
        let answer = self.hear(query);
        match answer.get("code") {
            Some(_) => Err(answer.to_string()),
            None => Ok(answer.to_string()),
        }
    }
}

fn script(plant: &str, steps: Value) -> Script {
    let text =
        json!({"name": "n", "clock": "2026-01-15T06:00:00Z", "plant": plant, "steps": steps});
    parse(&text.to_string()).unwrap()
}

fn play(host: &mut FakeHost, steps: Value) -> Result<(), String> {
    run(&script("empty", steps), host).map_err(|failure| failure.to_string())
}

#[test]
fn a_command_is_sent_as_an_envelope() {
    let mut host = FakeHost::default();
    let steps = json!([
        {"as": "AUDITOR#2", "key": "$k", "at": "2026-01-15T05:00:00Z", "after": "PT10M",
         "do": {"type": "hold_lot", "lot_id": "$a", "graph": {"z": 1, "a": 2}}},
        {"do": {"type": "start_run"}}
    ]);
    play(&mut host, steps).unwrap();
    assert_eq!(
        host.heard[0].to_string(),
        json!({"v": 1, "key": "00000000-0000-7000-8000-000000000001",
            "actor": {"user_id": "00000000-0000-7000-9000-000000000013", "role": "AUDITOR"},
            "at": "2026-01-15T05:00:00Z",
            "command": {"type": "hold_lot", "lot_id": "00000000-0000-7000-8000-000000000002", "graph": {"z": 1, "a": 2}}})
        .to_string()
    );
    assert_eq!(host.heard[1]["key"], "00000000-0000-7000-a000-000000000001");
    assert_eq!(host.heard[1]["actor"]["role"], "OPERATOR");
    assert_eq!(
        host.clock.unwrap().to_rfc3339(),
        "2026-01-15T06:10:00+00:00"
    );
}

#[test]
fn a_command_without_expectation_must_be_applied() {
    let refused = json!({"status": "rejected", "error": {"code": "NOT_FOUND"}});
    let replayed = json!({"status": "replayed", "events": []});
    let step = json!([{"do": {}}]);
    let failure = play(
        &mut FakeHost::that_answers(vec![refused.clone()]),
        step.clone(),
    )
    .unwrap_err();
    assert_eq!(
        failure,
        "step 0: expected an applied command, got {\"code\":\"NOT_FOUND\"}"
    );
    assert!(play(&mut FakeHost::that_answers(vec![replayed.clone()]), step).is_err());
    let asked_for = json!([{"do": {}, "ok": {"status": "replayed"}}]);
    assert_eq!(
        play(
            &mut FakeHost::that_answers(vec![replayed]),
            asked_for.clone()
        ),
        Ok(())
    );
    assert!(play(&mut FakeHost::that_answers(vec![refused]), asked_for).is_err());
}

#[test]
fn an_error_is_matched_by_subset() {
    let refused = json!({"status": "rejected", "error": {"code": "STALE_STEP", "details": {"expected": 3, "actual": 2}}});
    let expected = json!([{"do": {}, "error": {"code": "STALE_STEP", "details": {"actual": 2}}}]);
    assert_eq!(
        play(
            &mut FakeHost::that_answers(vec![refused.clone()]),
            expected.clone()
        ),
        Ok(())
    );
    let other = json!([{"do": {}}, {"do": {}, "error": {"code": "NOT_FOUND"}}]);
    assert_eq!(
        play(
            &mut FakeHost::that_answers(vec![json!({"status": "applied"}), refused]),
            other
        )
        .unwrap_err(),
        "step 1: expected \"NOT_FOUND\", got \"STALE_STEP\" (at error.code)"
    );
    let failure = play(&mut FakeHost::default(), expected).unwrap_err();
    assert!(failure.starts_with("step 0: expected error {"), "{failure}");
}

#[test]
fn a_query_is_matched_and_its_parts_are_kept() {
    let mut host = FakeHost::that_answers(vec![
        json!({"items": [{"id": 7}], "next": "cursor"}),
        json!({"code": "INVALID_INPUT"}),
        json!({"status": "applied"}),
    ]);
    let steps = json!([
        {"ask": {"type": "list_lots"}, "keep": {"$c": "next", "$i": "items.0.id"}, "ok": {"items": [{}]}},
        {"ask": {"after": "$c"}, "error": {"code": "INVALID_INPUT"}},
        {"do": {"number": "$i"}}
    ]);
    play(&mut host, steps).unwrap();
    assert_eq!(host.heard[1], json!({"after": "cursor"}));
    assert_eq!(host.heard[2]["command"], json!({"number": 7}));
}

#[test]
fn what_a_script_gets_wrong_is_a_failure() {
    for (steps, expected) in [
        (json!([{"as": "COOK", "do": {}}]), "a role"),
        (json!([{"key": "k", "do": {}}]), "a `$name`"),
        (
            json!([{"ask": {}, "keep": {"$c": "nowhere"}}]),
            "a part at `nowhere`",
        ),
        (
            json!([{"do": {"a": "$c"}}, {"ask": {}, "keep": {"$c": "next"}}]),
            "a name that stands for something",
        ),
        (
            json!([{"ask": {}, "ok": {"a": 1}}]),
            "expected 1, got nothing",
        ),
    ] {
        let failure = play(&mut FakeHost::default(), steps).unwrap_err();
        assert!(failure.contains(expected), "{failure}");
    }
}

#[test]
fn the_canonical_plant_is_made_by_commands_then_comes_the_policy() {
    let mut host = FakeHost::default();
    let mut script = script("canonical", json!([]));
    script.policy = json!({"hard_capacity": true});
    run(&script, &mut host).unwrap();
    let types: Vec<_> = host
        .heard
        .iter()
        .map(|e| e["command"]["type"].as_str().unwrap())
        .collect();
    assert_eq!(types[0], "define_site");
    assert_eq!(types[1..7], ["create_buffer"; 6]);
    assert_eq!(
        types[7..],
        [
            "create_flow",
            "submit_version",
            "approve_version",
            "create_run",
            "start_run",
            "set_policy"
        ]
    );
    assert_eq!(
        host.heard[1]["command"]["buffer_id"],
        "00000000-0000-7000-8000-000000000001"
    );
    assert_eq!(host.heard[9]["actor"]["role"], "MANAGER");
    assert_eq!(
        host.heard[12]["command"]["policy"],
        json!({"hard_capacity": true})
    );
}

#[test]
fn going_to_a_step_advances_from_where_the_run_is() {
    let applied = json!({"status": "applied"});
    let mut host = FakeHost::that_answers(vec![
        json!({"step": 1}),
        applied.clone(),
        applied,
        json!({"step": 3}),
        json!({"step": 4}),
    ]);
    let steps = json!([{"goto_step": 3}, {"goto_step": 3}, {"goto_step": 3}]);
    let failure = play(&mut host, steps).unwrap_err();
    assert!(
        failure.starts_with("step 2: expected a run at step 0 to 3"),
        "{failure}"
    );
    assert_eq!(host.heard.len(), 5);
    assert_eq!(host.heard[1]["command"]["expected_step"], 1);
    assert_eq!(host.heard[1]["actor"]["role"], "MANAGER");
    assert_ne!(host.heard[1]["key"], host.heard[2]["key"]);
}
