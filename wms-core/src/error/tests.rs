use super::*;
use crate::vocabulary::Language;

#[test]
fn a_message_carries_the_facts_in_both_languages() {
    let refusal = Rejection::IllegalParentType {
        child: crate::lot::LotType::Mix,
        parent: crate::lot::LotType::Deb,
        allowed: crate::lot::LotType::Mix.parents().to_vec(),
    };
    for language in Language::ALL {
        let message = refusal.message(language);
        assert!(
            ["MIX", "DEB", "BULK"]
                .iter()
                .all(|fact| message.contains(fact)),
            "{message}"
        );
        assert!(!message.contains(['{', '}']), "{message}");
    }
    assert_eq!(refusal.to_string(), refusal.message(Language::En));
}

#[test]
fn an_empty_list_and_a_missing_fact_read_as_a_dash() {
    struct Words;
    impl Catalogue for Words {
        fn template(&self, _: &str) -> Option<&str> {
            Some("{list} {none} {gone} {lots}")
        }
    }
    let facts = serde_json::json!({"list": [], "none": null, "lots": [{"id": "x", "code": "RAW-1"}, {"code": "RAW-2"}]});
    let serde_json::Value::Object(facts) = facts else {
        unreachable!()
    };
    assert_eq!(
        Words.render("ANY", &facts).as_deref(),
        Some("– – – RAW-1, RAW-2")
    );
}

#[test]
fn a_hungarian_message_says_nothing_in_english() {
    let refusal = Rejection::not_found("hold", "7");
    assert_eq!(
        refusal.message(Language::Hu),
        "nem található: `zárolás`, azonosítója vagy kódja: `7`"
    );
    let malformed = Rejection::input("lot_id", "an id is a UUID text");
    assert!(!malformed.message(Language::Hu).contains("UUID text"));
    assert!(malformed.message(Language::En).contains("UUID text"));
}
