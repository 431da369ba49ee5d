use super::*;
use crate::event::{Event, RunHeld, RunStarted};
use crate::ids::RunId;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

#[test]
fn the_canonical_text_sorts_fields_and_escapes_as_rfc_8785_says() {
    #[derive(Serialize)]
    struct Thing {
        zebra: &'static str,
        apple: Option<u8>,
        list: [i64; 3],
        map: BTreeMap<&'static str, bool>,
    }
    let thing = Thing {
        zebra: "a\"b\\c/d\u{8}\u{c}\n\r\t\u{1f}\u{7f}é\u{1F969}",
        apple: None,
        list: [1, -2, i64::MIN],
        map: [
            ("\u{20ac}", true),
            ("\r", false),
            ("\u{1F600}", true),
            ("\u{fb33}", false),
        ]
        .into(),
    };
    let text = tagged("thing", 2, &thing).unwrap();
    let expected = concat!(
        r#"{"apple":null,"list":[1,-2,-9223372036854775808],"#,
        // RFC 8785, section 3.2.3: UTF-16 code units, so the emoji stands before U+FB33.
        "\"map\":{\"\\r\":false,\"\u{20ac}\":true,\"\u{1F600}\":true,\"\u{fb33}\":false},",
        r#""type":"thing","v":2,"zebra":"a\"b\\c/d\b\f\n\r\t\u001f"#,
        "\u{7f}é\u{1F969}\"}"
    );
    assert_eq!(text, expected);
    assert!(tagged("thing", 1, &1.5).is_err() && tagged("thing", 1, &[0.0]).is_err());
}

#[test]
fn names_that_begin_alike_stand_in_the_order_of_what_follows() {
    let names = ["", "\"", "A", "\u{1F600}", "\u{fb33}"].map(|end| format!("12345678{end}"));
    let map: BTreeMap<&str, u8> = names.iter().map(String::as_str).zip(0..).collect();
    let written = names.iter().zip(0..).map(|(name, n)| {
        let name = name.replace('"', "\\\"");
        format!("\"{name}\":{n},")
    });
    let expected = format!("{{{}\"type\":\"names\"}}", written.collect::<String>());
    assert_eq!(tagged("names", 0, &map).unwrap(), expected);
}

#[test]
fn an_event_is_read_back_from_its_text() {
    let held: Event = RunHeld {
        run_id: RunId::new(Uuid::from_u128(7)),
        reason: "line down".into(),
    }
    .into();
    let text = held.to_text().unwrap();
    let id = "00000000-0000-0000-0000-000000000007";
    assert_eq!(
        text,
        format!(r#"{{"reason":"line down","run_id":"{id}","type":"run_held","v":1}}"#)
    );
    assert_eq!(Event::from_text(&text).unwrap(), held);
    assert!(
        Event::from_text(&text.replace("\"v\":1", "\"v\":2")).is_err(),
        "a newer form is not guessed at"
    );
    assert!(Event::from_text("{}").is_err());
}

type Chained = Vec<(String, Vec<ChainEntry>)>;

/// A log of one run's stream, with its head.
fn log() -> (Chained, (EntityRef, Head)) {
    let run_id = RunId::new(Uuid::from_u128(7));
    let entity = EntityRef::Run(run_id);
    let events: [Event; 3] = [
        RunStarted { run_id }.into(),
        RunHeld {
            run_id,
            reason: "line down".into(),
        }
        .into(),
        RunHeld {
            run_id,
            reason: "line down again".into(),
        }
        .into(),
    ];
    let mut head = Head::default();
    let chained = events.iter().map(|event| {
        let text = event.to_text().unwrap();
        head = head.next(&Digest::of(text.as_bytes()));
        (text, vec![ChainEntry { entity, head }])
    });
    let log = chained.collect();
    (log, (entity, head))
}

fn verify(
    log: &[(String, Vec<ChainEntry>)],
    head: (EntityRef, Head),
    checkpoint: Option<&str>,
) -> Verification {
    let mut verifier = Verifier::new(checkpoint);
    log.iter()
        .for_each(|(text, chain)| verifier.read(text, chain));
    verifier.finish([head])
}

#[test]
fn an_untouched_log_verifies_and_finds_its_checkpoints() {
    let (log, head) = log();
    let whole = verify(&log, head, None);
    assert_eq!(
        (whole.events, whole.streams, &whole.first_broken),
        (3, 1, &None)
    );
    let earlier = verify(&log[..2], (head.0, log[1].1[0].head), None).checkpoint;
    assert_eq!(verify(&log, head, Some(&earlier)).first_broken, None);
    assert_eq!(
        verify(&log, head, Some(&whole.checkpoint)).first_broken,
        None
    );
    for foreign in ["2:00", "nonsense", &earlier.replacen('2', "1", 1)] {
        let found = verify(&log, head, Some(foreign)).first_broken.unwrap();
        assert_eq!((found.stream, found.version), (None, 0), "{foreign}");
    }
}

#[test]
fn the_first_break_is_named() {
    let (log, head) = log();
    let broken_at = |log: &[(String, Vec<ChainEntry>)]| {
        let broken = verify(log, head, None)
            .first_broken
            .expect("the log was tampered with");
        assert_eq!(broken.stream, Some(head.0));
        broken.version
    };
    let mut changed = log.clone();
    changed[1].0 = changed[1].0.replace("line down", "line up");
    assert_eq!(broken_at(&changed), 2);
    let mut removed = log.clone();
    removed.remove(1);
    assert_eq!(broken_at(&removed), 2);
    let mut reordered = log.clone();
    reordered.swap(1, 2);
    assert_eq!(broken_at(&reordered), 2);
    let mut inserted = log.clone();
    inserted.insert(1, log[0].clone());
    assert_eq!(broken_at(&inserted), 2);
    assert_eq!(
        broken_at(&log[..2]),
        3,
        "a cut-off tail shows by the entity's head"
    );
    let mut unlinked = log.clone();
    unlinked[2].1.clear();
    let broken = verify(&unlinked, head, None).first_broken.unwrap();
    assert_eq!(
        broken.why,
        "the event is linked to other things than it changed"
    );
}
