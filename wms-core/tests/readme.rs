//! The example that people see first is the one that is compiled.
#![expect(clippy::unwrap_used, reason = "a test")]

fn example(readme: &str) -> &str {
    let (_, rest) = readme.split_once("<!-- example -->").unwrap();
    rest.split_once("<!-- /example -->").unwrap().0
}

#[test]
fn both_readmes_show_the_same_example() {
    let root = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md"));
    assert_eq!(
        example(&root.unwrap()),
        example(include_str!("../README.md"))
    );
}
