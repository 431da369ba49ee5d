//! Every message exists in both languages, speaks them, and names only facts there are (rule book, section 12).
use std::collections::BTreeSet;
use wms_core::{
    error::{Catalogue, Code, WarningCode},
    vocabulary::Language,
};

/// Every code with the names of its facts.
fn codes() -> Vec<(&'static str, &'static [&'static str])> {
    let codes = Code::ALL.map(|code| (code.as_str(), code.detail_names()));
    let warnings = WarningCode::ALL.map(|code| (code.as_str(), code.detail_names()));
    codes.into_iter().chain(warnings).collect()
}

/// The names in braces.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let opened = template.split('{').skip(1);
    opened
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect()
}

/// The words of four letters and more, names in backticks left out.
fn words(template: &str) -> BTreeSet<String> {
    let spoken = template.split('`').step_by(2);
    let words = spoken.flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    let long = words.filter(|word| word.chars().count() >= 4);
    long.map(str::to_lowercase).collect()
}

#[test]
fn no_message_is_missing_in_either_language() {
    for (code, _) in codes() {
        for language in Language::ALL {
            let template = language.template(code);
            assert!(
                template.is_some_and(|text| !text.trim().is_empty()),
                "{code} in {}",
                language.tag()
            );
        }
    }
}

#[test]
fn a_message_names_only_facts_that_come_with_its_code() {
    for (code, details) in codes() {
        let details: BTreeSet<&str> = details.iter().copied().collect();
        for language in Language::ALL {
            let named = language
                .template(code)
                .map(placeholders)
                .unwrap_or_default();
            let unknown: Vec<_> = named.difference(&details).collect();
            assert!(
                unknown.is_empty(),
                "{code} in {}: {unknown:?}",
                language.tag()
            );
        }
    }
}

#[test]
fn hungarian_is_not_english() {
    for (code, _) in codes() {
        let [hu, en] = [Language::Hu, Language::En]
            .map(|language| language.template(code).map(words).unwrap_or_default());
        let shared: Vec<_> = hu.intersection(&en).collect();
        assert!(shared.is_empty(), "{code}: {shared:?} stand in both");
    }
}
