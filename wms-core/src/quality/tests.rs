use super::*;
use crate::{amount::Celsius, lot::Storage};

fn celsius(text: &str) -> Celsius {
    text.parse().unwrap()
}

#[test]
fn a_badge_changes_where_the_rule_book_says() {
    for (storage, temperature, badge) in [
        (Storage::Chilled, "-0.1", Some(Badge::Critical)),
        (Storage::Chilled, "0", Some(Badge::Ok)),
        (Storage::Chilled, "4", Some(Badge::Ok)),
        (Storage::Chilled, "4.1", Some(Badge::Warning)),
        (Storage::Chilled, "7", Some(Badge::Warning)),
        (Storage::Chilled, "7.1", Some(Badge::Critical)),
        (Storage::Frozen, "-50", Some(Badge::Ok)),
        (Storage::Frozen, "-18", Some(Badge::Ok)),
        (Storage::Frozen, "-17.9", Some(Badge::Warning)),
        (Storage::Frozen, "-10", Some(Badge::Warning)),
        (Storage::Frozen, "-9.9", Some(Badge::Critical)),
        (Storage::Ambient, "21", None),
    ] {
        assert_eq!(
            Badge::of(celsius(temperature), storage),
            badge,
            "{storage} {temperature}"
        );
    }
}

#[test]
fn exactly_at_an_end_is_inside_and_a_broken_limit_is_the_one_reported() {
    let range = |min: Option<&str>, max: Option<&str>| Range {
        min_c: min.map(celsius),
        max_c: max.map(celsius),
    };
    let wide = range(Some("-25"), Some("7"));
    let tight = range(None, Some("4"));
    assert!(
        wide.contains(celsius("-25"))
            && wide.contains(celsius("7"))
            && !wide.contains(celsius("7.1"))
    );
    assert_eq!(judge([wide, tight], celsius("4")), (Some(wide), false));
    assert_eq!(judge([wide, tight], celsius("4.1")), (Some(tight), true));
    assert_eq!(judge([], celsius("90")), (None, false));
}
