//! The types of the native module, as an editor and a type checker read them.
use super::{
    classes::{Class, Classes},
    docstring, rust, types,
};

const HEAD: &str = include_str!("native_head.pyi");

/// `_native.pyi`.
pub(super) fn file(classes: &Classes) -> String {
    let mut text = HEAD.to_owned();
    let sets: Vec<String> = classes
        .sets
        .iter()
        .map(|name| format!("    {name},\n"))
        .collect();
    let imports = format!("from foodwms.enums import (\n{})\n", sets.concat());
    text = text.replace("# enums\n", &imports);
    for class in classes.all() {
        text += &stub(class);
    }
    text
}

fn stub(class: &Class) -> String {
    let mut text = format!("\n@final\nclass {}(Value):\n", class.name);
    text += &docstring("    ", &class.doc);
    let names: Vec<String> = class
        .attributes
        .iter()
        .map(|attribute| format!("\"{}\", ", types::field_name(&attribute.name)))
        .collect();
    let names = names.concat();
    let names = names.strip_suffix(' ').unwrap_or_default();
    text += &format!("    __match_args__ = ({names})\n");
    text += &constructor(class);
    for attribute in &class.attributes {
        let name = types::field_name(&attribute.name);
        text += &format!(
            "    @property\n    def {name}(self) -> {}:\n",
            attribute.read_type()
        );
        text += &docstring("        ", &attribute.doc);
    }
    text + "    @staticmethod\n    def from_json(data: str | bytes, /) -> Self:\n        \
            \"\"\"From its JSON form, as text or bytes.\"\"\"\n"
}

fn constructor(class: &Class) -> String {
    let given: Vec<String> = rust::makers(class)
        .map(|attribute| attribute.parameter())
        .collect();
    if given.is_empty() {
        return "    def __new__(cls) -> Self: ...\n".to_owned();
    }
    let given: Vec<String> = given
        .iter()
        .map(|one| format!("        {one},\n"))
        .collect();
    format!(
        "    def __new__(\n        cls,\n        *,\n{}    ) -> Self: ...\n",
        given.concat()
    )
}
