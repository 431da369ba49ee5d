use crate::{
    command::{Command, Envelope},
    error::{Code, Rejection},
    query::Query,
};

const KEY: &str = "00000000-0000-7000-a000-000000000000";

fn envelope(command: &str) -> String {
    format!(
        r#"{{"key":"{KEY}","actor":{{"user_id":"{KEY}","role":"OPERATOR"}},"command":{command}}}"#
    )
}

fn refused(command: &str) -> (Code, String) {
    let rejection = Envelope::from_json(&envelope(command)).unwrap_err();
    let field = rejection
        .details()
        .get("field")
        .and_then(|field| field.as_str().map(str::to_owned));
    (rejection.code(), field.unwrap_or_default())
}

#[test]
fn an_error_names_the_path_of_its_field() {
    let output = |fields: &str| {
        format!(
            r#"{{"type":"transform","run_id":"{KEY}","inputs":[],"outputs":[{{"lot_id":"{KEY}"}},{{{fields}}}]}}"#
        )
    };
    let id = format!(r#""lot_id":"{KEY}""#);
    for (fields, code, path) in [
        ("", Code::InvalidInput, "outputs.1.lot_id"),
        (
            r#""lot_id":"no id""#,
            Code::InvalidInput,
            "outputs.1.lot_id",
        ),
        (
            &format!(r#"{id},"lot_type":"DEB""#),
            Code::InvalidInput,
            "outputs.1.weight_kg",
        ),
        (
            &format!(r#"{id},"lot_type":"DEB","weight_kg":"1e3""#),
            Code::InvalidWeight,
            "outputs.1.weight_kg",
        ),
        (
            &format!(r#"{id},"lot_type":"DEB","weight_kg":1.5"#),
            Code::InvalidInput,
            "outputs.1.weight_kg",
        ),
        (
            &format!(r#"{id},"colour":"red""#),
            Code::InvalidInput,
            "outputs.1.colour",
        ),
    ] {
        assert_eq!(
            refused(&output(fields)),
            (code, path.to_owned()),
            "{fields}"
        );
    }
}

#[test]
fn a_field_stands_once_and_null_is_absent() {
    let twice = format!(r#"{{"type":"start_run","run_id":"{KEY}","run_id":"{KEY}"}}"#);
    assert_eq!(refused(&twice), (Code::InvalidInput, "run_id".to_owned()));
    let twice = r#"{"type":"define_site","site":"DUNA","name":{"hu":"Duna","hu":"Tisza"},"time_zone":"Etc/UTC"}"#;
    assert_eq!(refused(twice), (Code::InvalidInput, "name.hu".to_owned()));
    let twice = r#"{"type":"set_policy","policy":{"max_gain":{"RAW":"0.1","RAW":"0.2"}}}"#;
    let field = "policy.max_gain.RAW".to_owned();
    assert_eq!(refused(twice), (Code::InvalidInput, field));
    let null =
        format!(r#"{{"type":"advance_run","run_id":"{KEY}","notes":null,"expected_step":null}}"#);
    let advance = Envelope::from_json(&envelope(&null)).unwrap();
    assert!(matches!(advance.command, Command::AdvanceRun(advance) if advance.notes.is_none()));
    let escaped = format!(r#"{{"type":"start_run","run\u005fid":"{KEY}"}}"#);
    assert!(
        Envelope::from_json(&envelope(&escaped)).is_ok(),
        "an escaped name is the same name"
    );
}

#[test]
fn an_envelope_of_a_newer_form_is_an_unsupported_version() {
    let start = envelope(&format!(r#"{{"type":"start_run","run_id":"{KEY}"}}"#));
    let with = |version: &str| {
        Envelope::from_json(&start.replacen('{', &format!(r#"{{"v":{version},"#), 1))
    };
    assert!(with("1").is_ok() && with("null").is_ok());
    assert!(matches!(
        with("2"),
        Err(Rejection::UnsupportedVersion { .. })
    ));
    for wrong in ["0", "-1", "1.0", "\"1\"", "true"] {
        assert!(
            matches!(with(wrong), Err(Rejection::InvalidInput { .. })),
            "{wrong}"
        );
    }
}

#[test]
fn what_is_written_is_read_back() {
    let lot = format!(
        r#"{{"type":"register_lot","lot_id":"{KEY}","run_id":"{KEY}","site":"DUNA","lot_type":"RAW","weight_kg":"12.500",
            "metadata":{{"b":1.50,"a":"é"}},"supplier":{{"name":"Gyulai Baromfi Zrt."}}}}"#
    );
    let graph =
        r#"{"type":"save_draft","version_id":"VID","graph":{ "nodes" : [ ] , "zoom":1.0 }}"#
            .replace("VID", KEY);
    for command in [lot, graph] {
        let read = Envelope::from_json(&envelope(&command)).unwrap();
        assert_eq!(Envelope::from_json(&read.to_json()).unwrap(), read);
    }
}

#[test]
fn a_query_is_read_and_written() {
    let json = r#"{"type":"list_lots","status":"HOLD","page":{"limit":7}}"#;
    let query = Query::from_json(json).unwrap();
    assert_eq!(Query::from_json(&query.to_text().unwrap()).unwrap(), query);
    assert!(Query::from_json(r#"{"type":"list_lots","page":{"limit":0}}"#).is_err());
    assert!(Query::from_json("[]").is_err() && Query::from_json("").is_err());
}
