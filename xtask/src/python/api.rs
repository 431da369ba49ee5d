//! Every command and every query as a method, with its types: the async half and the blocking half alike.
use super::{
    classes::{Attribute, Class, Classes},
    rust, types,
};
use crate::answers::{Answer, answer};
use wms_core::query::QueryType;

/// Whether a method is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Async,
    Blocking,
}

impl Mode {
    const fn def(self) -> &'static str {
        match self {
            Self::Async => "async def",
            Self::Blocking => "def",
        }
    }

    const fn wait(self) -> &'static str {
        match self {
            Self::Async => "await ",
            Self::Blocking => "",
        }
    }
}

/// `_api.py`, `_blocking_api.py`.
pub(super) fn file(classes: &Classes, mode: Mode) -> String {
    let sets: Vec<String> = classes
        .sets
        .iter()
        .map(|name| format!("    {name},\n"))
        .collect();
    let head = match mode {
        Mode::Async => include_str!("api_head.py"),
        Mode::Blocking => include_str!("blocking_api_head.py"),
    };
    let names = classes.all().map(|class| format!("    {},\n", class.name));
    let names: String = names.collect();
    let mut text = head.replace("    # enums\n", &sets.concat());
    text = text.replace("    # classes\n", &names);
    for class in &classes.commands {
        text += &command(class, &classes.outcomes[&class.name], mode);
    }
    for (query, class) in QueryType::ALL.into_iter().zip(&classes.queries) {
        text += &query_method(query, class, mode);
    }
    text
}

/// The lines of a signature and of the call that takes the same names.
fn passed(attributes: &[&Attribute]) -> (String, String) {
    let parameters = attributes
        .iter()
        .map(|one| format!("        {},\n", one.parameter()));
    let names = attributes.iter().map(|one| types::field_name(&one.name));
    let names = names.map(|name| format!("                {name}={name},\n"));
    (parameters.collect(), names.collect())
}

/// The comment of a method: what it does, and what each name means.
fn docstring(class: &Class, attributes: &[&Attribute], more: &str) -> String {
    let mut text = format!("        \"\"\"{}\n", class.doc);
    if !attributes.is_empty() {
        text += "\n        Args:\n";
        for one in attributes {
            let name = types::field_name(&one.name);
            let default = one.default.as_ref();
            let otherwise = default.map(|value| format!(" ({value} where it is left out)"));
            let otherwise = otherwise.unwrap_or_default();
            text += &format!("            {name}: {}{otherwise}\n", one.doc);
        }
    }
    text + more + "        \"\"\"\n"
}

fn command(class: &Class, outcome: &str, mode: Mode) -> String {
    let attributes: Vec<&Attribute> = rust::makers(class).collect();
    let (parameters, names) = passed(&attributes);
    let (def, wait) = (mode.def(), mode.wait());
    let name = class.tag.as_deref().unwrap_or_default();
    let outcome = match outcome {
        "()" => "None".to_owned(),
        "Vec<LotOutcome>" => "Sequence[LotOutcome]".to_owned(),
        other => other.to_owned(),
    };
    let more = "            key: The idempotency key: a repeat under it is answered as the first time.\n\
                \x20           at: The time of the act, when it is not now.\n\n\
                \x20       Raises:\n            WmsError: The first check that failed; nothing changed.\n";
    format!(
        "\n    {def} {name}(\n        self,\n        actor: Actor,\n        *,\n{parameters}        \
         key: UUID | str | None = None,\n        at: datetime | None = None,\n    ) -> Applied[{outcome}]:\n{}        \
         return {wait}self._run(\n            actor,\n            {}(\n{names}            ),\n            key,\n            \
         at,\n        )\n",
        docstring(class, &attributes, more),
        class.name,
    )
}

fn query_method(query: QueryType, class: &Class, mode: Mode) -> String {
    let paged = class.attributes.iter().any(|one| one.kind.base() == "Page");
    let attributes: Vec<&Attribute> = rust::makers(class)
        .filter(|one| one.kind.base() != "Page")
        .collect();
    let (required, optional): (Vec<&Attribute>, Vec<&Attribute>) =
        attributes.iter().partition(|one| one.required);
    let (first, mut names) = passed(&required);
    let (mut rest, more) = passed(&optional);
    names += &more;
    let mut about = String::new();
    if paged {
        rest += "        after: str | None = None,\n        limit: int | None = None,\n";
        names += "                page=_page(after, limit),\n";
        about += "            after: Where the page before ended: its `next`.\n            limit: How many items, 1 to 1000.\n";
    }
    let star = if rest.is_empty() { "" } else { "        *,\n" };
    let found = match answer(query) {
        Answer::One(view) => types::read(&crate::model::Kind::Named(view.to_owned())),
        Answer::List(view) => format!("Sequence[{view}]"),
        Answer::Page(view) => format!("Page[{view}]"),
    };
    let (def, wait) = (mode.def(), mode.wait());
    let name = class.tag.as_deref().unwrap_or_default();
    format!(
        "\n    {def} {name}(\n        self,\n{first}{star}{rest}    ) -> {found}:\n{}        found: {found} = {wait}self._ask(\n            \
         {}(\n{names}            )\n        )\n        return found\n",
        docstring(class, &attributes, &about),
        class.name,
    )
}
