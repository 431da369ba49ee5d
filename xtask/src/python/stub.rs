//! The types of the native module, as an editor and a type checker read them.
use super::{
    classes::{Class, Classes},
    rust,
    text::{Text, listed},
    types,
};

/// `_native.pyi`.
pub(super) fn file(classes: &Classes) -> String {
    let sets = format!("from foodwms.enums import (\n{})\n", listed(&classes.sets));
    let mut text = Text::starting(&include_str!("native_head.pyi").replace("# enums\n", &sets));
    for class in classes.all() {
        stub(&mut text, class);
    }
    text.finish()
}

fn stub(text: &mut Text, class: &Class) {
    text.gap();
    text.line(0, "@final");
    text.line(0, format_args!("class {}(Value):", class.name));
    text.doc(1, &class.doc);
    let names = class.attributes.iter();
    let names = names.map(|one| format!("\"{}\",", types::field_name(&one.name)));
    let names = names.collect::<Vec<_>>().join(" ");
    text.line(1, format_args!("__match_args__ = ({names})"));
    if let Some(tag) = &class.tag {
        text.line(1, format_args!("type: ClassVar[Literal[\"{tag}\"]]"));
    }
    constructor(text, class);
    for attribute in &class.attributes {
        let name = types::field_name(&attribute.name);
        text.line(1, "@property");
        text.line(
            1,
            format_args!("def {name}(self) -> {}:", attribute.read_type()),
        );
        text.doc(2, &attribute.doc);
    }
    text.line(1, "@staticmethod");
    text.line(
        1,
        format_args!("def from_json(data: str | bytes, /) -> {}:", class.name),
    );
    text.doc(2, "From its JSON form, as text or bytes.");
}

fn constructor(text: &mut Text, class: &Class) {
    let given: Vec<String> = rust::makers(class)
        .map(|one| format!("{},", one.parameter()))
        .collect();
    if given.is_empty() {
        return text.line(1, "def __new__(cls) -> Self: ...");
    }
    text.line(1, "def __new__(");
    text.lines(2, ["cls,", "*,"]);
    text.lines(2, given);
    text.line(1, ") -> Self: ...");
}
