//! Codes, ids and names.
use crate::input;
use core::str::FromStr;
use wms_core::{
    audit::{Digest, EntityType},
    code::{CanonicalCode, GivenCode, Prefix},
    event::EventType,
    ids::LotId,
    lot::{LossKind, LotStatus, LotType},
    query::Cursor,
    site::SiteCode,
};

/// Reads a code, an id, a name of a vocabulary or a cursor, a line each.
///
/// * Codes, sites, prefixes, names and cursors have one spelling: what is parsed is printed as it was given.
/// * Ids and hashes are read in capitals too and printed in small letters.
/// * Two codes of one prefix, day and site stand in the order of their numbers.
pub fn codes(data: &[u8]) {
    let Some(text) = input::text(data) else {
        return;
    };
    let mut last: Option<CanonicalCode> = None;
    for line in text.lines() {
        input::is_spelled_once::<CanonicalCode>(line);
        input::is_spelled_once::<Prefix>(line);
        input::is_spelled_once::<SiteCode>(line);
        input::is_spelled_once::<LotType>(line);
        input::is_spelled_once::<LotStatus>(line);
        input::is_spelled_once::<LossKind>(line);
        input::is_spelled_once::<EntityType>(line);
        input::is_spelled_once::<EventType>(line);
        is_read_in_capitals_too::<LotId>(line);
        is_read_in_capitals_too::<Digest>(line);
        if let Ok(cursor) = line.parse::<Cursor>() {
            assert_eq!(cursor.to_string(), line);
        }
        let code = GivenCode::new(line).canonical();
        assert_eq!(code, line.parse().ok(), "a given code is read like any");
        if let (Some(one), Some(other)) = (last, code) {
            are_in_order(one, other);
        }
        last = code.or(last);
    }
}

fn is_read_in_capitals_too<T>(line: &str)
where
    T: FromStr<Err: core::fmt::Display + core::fmt::Debug>
        + core::fmt::Display
        + PartialEq
        + core::fmt::Debug,
{
    if let Some(value) = input::parsed::<T>(line) {
        assert_eq!(input::comes_back(&value), line.to_ascii_lowercase());
        assert_eq!(line.to_ascii_uppercase().parse().ok(), Some(value));
    }
}

fn are_in_order(one: CanonicalCode, other: CanonicalCode) {
    assert_eq!(one == other, one.to_string() == other.to_string());
    assert_eq!(one.cmp(&other), other.cmp(&one).reverse());
    if (one.prefix, one.day, one.site) == (other.prefix, other.day, other.site) {
        assert_eq!(one.cmp(&other), one.number.cmp(&other.number));
    }
}
