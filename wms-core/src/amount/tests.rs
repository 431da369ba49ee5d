use super::*;
use proptest::prelude::*;
use rust_decimal::Decimal;

#[test]
fn spellings_of_one_weight_are_one_weight() {
    for (text, grams) in [
        ("12.5", 12_500),
        ("12.500", 12_500),
        ("0", 0),
        ("0.001", 1),
        ("10000", 10_000_000),
    ] {
        assert_eq!(text.parse(), Ok(Kilograms::from_grams(grams)), "{text}");
    }
}

#[test]
fn what_is_no_weight_is_refused() {
    for text in [
        "",
        ".",
        "1.",
        ".5",
        "+1",
        "-1",
        "01",
        "00.1",
        "1e3",
        "1E3",
        "1,5",
        "NaN",
        " 1",
        "1 ",
        "1.2345",
        "1_0",
        "٣",
        "9223372036854775808",
    ] {
        assert!(text.parse::<Kilograms>().is_err(), "{text}");
    }
}

#[test]
fn a_temperature_has_one_decimal_and_a_range() {
    for (text, tenths) in [
        ("-18", -180),
        ("-0.5", -5),
        ("4.0", 40),
        ("100", 1000),
        ("-50", -500),
        ("0", 0),
    ] {
        assert_eq!(
            text.parse::<Celsius>().map(Celsius::tenths),
            Ok(tenths),
            "{text}"
        );
    }
    for text in [
        "100.1",
        "-50.1",
        "1.23",
        "--1",
        "- 1",
        "+4",
        "4,0",
        "",
        "99999999999999999999",
    ] {
        assert!(text.parse::<Celsius>().is_err(), "{text}");
    }
}

#[test]
fn the_limit_of_a_mass_balance_is_rounded_down_and_an_expected_yield_up() {
    let two_percent: Ratio = "0.02".parse().unwrap();
    assert_eq!(
        two_percent.grown(Kilograms::from_grams(99)),
        Kilograms::from_grams(100)
    );
    assert_eq!(
        two_percent.share_rounded_up(Kilograms::from_grams(51)),
        Kilograms::from_grams(2)
    );
    assert_eq!(
        Ratio::ZERO.share_rounded_up(Kilograms::from_grams(51)),
        Kilograms::ZERO
    );
    assert!("1.000001".parse::<Ratio>().is_err());
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(grams in 0..i64::MAX, tenths in -500_i16..=1000) {
        let weight = Kilograms::from_grams(grams);
        prop_assert_eq!(weight.to_string().parse(), Ok(weight));
        prop_assert_eq!(Kilograms::try_from(weight.to_decimal()), Ok(weight));
        let temperature = Celsius::from_tenths(tenths).unwrap();
        prop_assert_eq!(temperature.to_string().parse(), Ok(temperature));
        prop_assert_eq!(Celsius::try_from(temperature.to_decimal()), Ok(temperature));
    }

    #[test]
    fn a_decimal_beyond_a_gram_is_never_rounded(mantissa in 1_i64..1_000_000) {
        let exact = Decimal::new(mantissa, 4);
        prop_assert_eq!(Kilograms::try_from(exact).is_ok(), mantissa % 10 == 0);
    }
}
