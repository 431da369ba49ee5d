use super::*;
use crate::lot::LotType;
use proptest::prelude::*;

#[test]
fn a_number_has_four_digits_and_grows_past_them() {
    for (text, number) in [
        ("RAW-20260115-DUNA-0001", 1),
        ("RAW-20260115-DUNA-9999", 9999),
        ("RAW-20260115-DUNA-10000", 10_000),
    ] {
        let code: CanonicalCode = text.parse().unwrap();
        assert_eq!((code.number, code.to_string().as_str()), (number, text));
    }
}

#[test]
fn what_has_not_the_shape_is_no_code() {
    for text in [
        "",
        "RAW",
        "RAW-20260115-DUNA",
        "RAW-20260115-DUNA-0000",
        "RAW-20260115-DUNA-001",
        "RAW-20260115-DUNA-01000",
        "RAW-20260115-duna-0001",
        "raw-20260115-DUNA-0001",
        "SKW-20260115-DUNA-0001",
        "MIX-20260115-DUNA-0001",
        "RAW-20260230-DUNA-0001",
        "RAW-2026-01-15-DUNA-0001",
        "RAW-20260115-DUNA-0001 ",
        "RAW-20260115-DUNA-0001-1",
        "RAW-20260115-DUNA-+001",
        "RAW-20260115-DUNA-99999999999999999999",
    ] {
        assert!(text.parse::<CanonicalCode>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn what_is_printed_is_parsed_back(number in 1_u64..1_000_000, ty in 0..12_usize, month in 1_u32..=12, day in 1_u32..=28) {
        let code = CanonicalCode {
            prefix: Prefix::Lot(LotType::CREATABLE[ty]),
            day: crate::time::Day::from_ymd(2026, month, day).unwrap(),
            site: "DUNA".parse().unwrap(),
            number,
        };
        prop_assert_eq!(code.to_string().parse(), Ok(code));
    }
}
