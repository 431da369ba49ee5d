//! How bytes are read as texts.
use core::fmt::{Debug, Display};
use core::str::FromStr;

/// The bytes as a text. Hosts hand over texts only, so anything else says nothing about the library.
pub(crate) fn text(data: &[u8]) -> Option<&str> {
    core::str::from_utf8(data).ok()
}

/// Reads a text; whoever is refused is told something.
pub(crate) fn parsed<T: FromStr<Err: Display>>(text: &str) -> Option<T> {
    match text.parse() {
        Ok(value) => Some(value),
        Err(error) => {
            assert!(!error.to_string().is_empty(), "a refusal without a word");
            None
        }
    }
}

/// What is parsed is printed to a text that is parsed back to the same. Answers the printed text.
pub(crate) fn comes_back<T>(value: &T) -> String
where
    T: FromStr<Err: Debug> + Display + PartialEq + Debug,
{
    let printed = value.to_string();
    match printed.parse::<T>() {
        Ok(again) => assert_eq!(again, *value, "`{printed}` is read as another"),
        Err(error) => unreachable!("`{printed}`, printed from {value:?}: {error:?}"),
    }
    printed
}

/// A type with one spelling only: what is parsed is printed as it was given.
pub(crate) fn is_spelled_once<T>(text: &str)
where
    T: FromStr<Err: Display + Debug> + Display + PartialEq + Debug,
{
    if let Some(value) = parsed::<T>(text) {
        assert_eq!(comes_back(&value), text);
    }
}
