use serde_json::json;

use super::*;

fn script(steps: Value) -> Result<Script, ScriptError> {
    parse(&json!({"name": "n", "clock": "2026-01-15T06:00:00Z", "steps": steps}).to_string())
}

#[test]
fn every_field_of_a_step_is_read() {
    let script = script(json!([
        {"goto_step": 4},
        {"as": "AUDITOR#2", "key": "$k", "at": "2026-01-15T05:00:00Z", "after": "PT10M",
         "do": {"type": "start_run"}, "ok": {"events": []}, "keep": {"$e": "events.0.id"}},
        {"ask": {"type": "get_policy"}, "after": "P1D", "error": {"code": "NOT_FOUND"}}
    ]))
    .unwrap();
    assert_eq!(script.plant, PlantKind::Empty);
    assert_eq!(script.steps[0], Step::GoTo(4));
    let Step::Do(step) = &script.steps[1] else {
        panic!("a command")
    };
    assert_eq!(step.actor, "AUDITOR#2");
    assert_eq!(step.key.as_deref(), Some("$k"));
    assert_eq!(step.after, TimeDelta::try_minutes(10));
    assert_eq!(
        step.outcome,
        Outcome::Ok {
            expected: Some(json!({"events": []})),
            keep: vec![("$e".to_owned(), "events.0.id".to_owned())]
        }
    );
    let Step::Ask(step) = &script.steps[2] else {
        panic!("a query")
    };
    assert_eq!(step.outcome, Outcome::Error(json!({"code": "NOT_FOUND"})));
}

#[test]
fn what_is_wrong_is_named_with_its_step() {
    let cases = [
        (
            json!([{"goto_step": 1}, {"do": {}, "then": 1}]),
            "step 1: unknown field `then`",
        ),
        (
            json!([{"goto_step": 11}]),
            "step 0: `goto_step` is `11`: 0 to 10",
        ),
        (
            json!([{"goto_step": 1, "as": "ADMIN"}]),
            "step 0: unknown field `as`",
        ),
        (
            json!([{"ask": {}, "as": "ADMIN"}]),
            "step 0: unknown field `as`",
        ),
        (
            json!([{"do": {}, "ok": {}, "error": {}}]),
            "step 0: both `ok` and `error`",
        ),
        (
            json!([{"do": {}, "after": "1 hour"}]),
            "step 0: `after` is no duration: `1 hour`",
        ),
        (
            json!([{}]),
            "step 0: neither `do` nor `ask` nor `goto_step`",
        ),
        (json!([7]), "step 0: no object"),
        (json!({}), "`steps` is no list"),
    ];
    for (steps, message) in cases {
        assert_eq!(script(steps).unwrap_err().to_string(), message);
    }
    assert!(parse("{").unwrap_err().to_string().starts_with("not JSON"));
    assert_eq!(parse("[]").unwrap_err().to_string(), "no object");
    assert_eq!(
        parse(r#"{"name": "n", "clock": "noon", "steps": []}"#)
            .unwrap_err()
            .to_string(),
        "`clock` is no RFC 3339 time: `noon`"
    );
}
