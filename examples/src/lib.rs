//! The programs stand beside this folder; here the examples of the README and of the book are compiled.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../docs/src/rust.md")]
struct RustGuide;

#[cfg(doctest)]
#[doc = include_str!("../../docs/src/errors.md")]
struct ErrorsGuide;
