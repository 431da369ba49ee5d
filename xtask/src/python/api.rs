//! Every command and every query as a method, with its types: the async half and the blocking half alike.
use super::{
    areas::{self, AREAS, Area},
    classes::{Attribute, Class, Classes},
    imports, rust,
    text::{HEAD, Text},
    types,
};
use crate::{
    answers::{Answer, answer},
    model::Kind,
};
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

    /// The package of its methods.
    const fn package(self) -> &'static str {
        match self {
            Self::Async => "_api",
            Self::Blocking => "_blocking_api",
        }
    }

    /// What its plants are made of.
    const fn doors(self) -> &'static str {
        match self {
            Self::Async => include_str!("doors.py"),
            Self::Blocking => include_str!("blocking_doors.py"),
        }
    }

    const fn class(self) -> (&'static str, &'static str) {
        match self {
            Self::Async => (
                "PlantApi",
                "The commands and queries of a plant. A command once begun runs to its end, also when nobody waits for it.",
            ),
            Self::Blocking => (
                "BlockingPlantApi",
                "The commands and queries of a plant: each call waits, while other threads go on.",
            ),
        }
    }
}

/// `_api/`, `_blocking_api/`: a file of methods for each area, and the class of all of them.
pub(super) fn files(classes: &Classes, mode: Mode) -> Vec<(String, String)> {
    let all = classes.commands.iter().chain(&classes.queries);
    areas::check(all.map(word));
    let file = |name: &str, text: String| (format!("{}/{name}.py", mode.package()), text);
    let mut files: Vec<_> = AREAS
        .iter()
        .map(|area| file(area.module, methods(classes, area, mode)))
        .collect();
    files.push(file("doors", mode.doors().to_owned()));
    files.push(file("__init__", whole(mode)));
    files
}

/// The methods of an area.
fn methods(classes: &Classes, area: &Area, mode: Mode) -> String {
    let mut text = Text::default();
    text.line(0, format_args!("class {}(Doors):", area.class));
    text.doc(1, area.doc);
    text.gap();
    text.line(1, "__slots__ = ()");
    let queries = QueryType::ALL.into_iter().zip(&classes.queries);
    for class in classes
        .commands
        .iter()
        .filter(|class| area.has(word(class)))
    {
        command(&mut text, class, &classes.outcomes[&class.name], mode);
    }
    for (query, class) in queries.filter(|(_, class)| area.has(word(class))) {
        query_method(&mut text, query, class, mode);
    }
    let body = text.finish();
    let doors = format!("from foodwms.{}.doors import Doors\n", mode.package());
    let head = imports::of(&body, classes, &doors);
    format!("{HEAD}\"\"\"{}\"\"\"\n\n{head}\n\n{body}", area.doc)
}

/// The class with the methods of all areas.
fn whole(mode: Mode) -> String {
    let (class, doc) = mode.class();
    let mut text = Text::starting(HEAD);
    text.doc(0, doc);
    text.gap();
    let mut areas: Vec<&Area> = AREAS.iter().collect();
    areas.sort_by_key(|area| area.module);
    for area in areas {
        let from = (mode.package(), area.module, area.class);
        text.line(
            0,
            format_args!("from foodwms.{}.{} import {}", from.0, from.1, from.2),
        );
    }
    text.gap();
    text.line(0, format_args!("__all__ = [\"{class}\"]"));
    text.gap();
    text.gap();
    text.line(0, format_args!("class {class}("));
    text.lines(1, AREAS.iter().map(|area| format!("{},", area.class)));
    text.line(0, "):");
    text.doc(1, doc);
    text.gap();
    text.line(1, "__slots__ = ()");
    text.finish()
}

/// Its name on the wire.
fn word(class: &Class) -> &str {
    class.tag.as_deref().unwrap_or_default()
}

/// A method: what it takes, what it says of itself, what it calls.
struct Method<'c> {
    class: &'c Class,
    mode: Mode,
    /// The parameters, in order, as they are declared.
    parameters: Vec<String>,
    answer: String,
    /// What its docstring says of each parameter, and what else.
    about: Vec<String>,
    raises: Option<&'static str>,
    /// What the class is made of.
    made_of: Vec<String>,
}

impl Method<'_> {
    /// Writes it; `call` is what is called, around the object of its class.
    fn write(&self, text: &mut Text, call: (&str, &[&str])) {
        let (class, (before, after)) = (self.class, call);
        let name = word(class);
        text.gap();
        text.line(1, format_args!("{} {name}(", self.mode.def()));
        text.line(2, "self,");
        text.lines(2, self.parameters.iter().map(|one| format!("{one},")));
        text.line(1, format_args!(") -> {}:", self.answer));
        self.docstring(text);
        let wait = self.mode.wait();
        text.line(2, format_args!("answer: {} = {wait}{before}", self.answer));
        text.line(3, format_args!("{}(", class.name));
        text.lines(4, self.made_of.iter().map(|one| format!("{one},")));
        text.line(3, "),");
        text.lines(3, after);
        text.line(2, ")");
        text.line(2, "return answer");
    }

    fn docstring(&self, text: &mut Text) {
        let doc = &self.class.doc;
        if self.about.is_empty() {
            return text.doc(2, doc);
        }
        text.line(2, format_args!("\"\"\"{doc}"));
        text.gap();
        text.line(2, "Args:");
        text.lines(3, &self.about);
        if let Some(raises) = self.raises {
            text.gap();
            text.line(2, "Raises:");
            text.line(3, raises);
        }
        text.line(2, "\"\"\"");
    }
}

fn about(attribute: &Attribute) -> String {
    let name = types::field_name(&attribute.name);
    let default = attribute.default.as_ref();
    let otherwise = default.map(|value| format!(" ({value} where it is left out)"));
    format!("{name}: {}{}", attribute.doc, otherwise.unwrap_or_default())
}

fn same_name(attribute: &Attribute) -> String {
    let name = types::field_name(&attribute.name);
    format!("{name}={name}")
}

fn command(text: &mut Text, class: &Class, outcome: &str, mode: Mode) {
    let attributes: Vec<&Attribute> = rust::makers(class).collect();
    let outcome = match outcome {
        "()" => "None".to_owned(),
        "Vec<LotOutcome>" => "Sequence[LotOutcome]".to_owned(),
        other => other.to_owned(),
    };
    let mut parameters = vec!["actor: Actor".to_owned(), "*".to_owned()];
    parameters.extend(attributes.iter().map(|one| one.parameter()));
    parameters.extend(
        [
            "key: UUID | str | None = None",
            "at: datetime | None = None",
        ]
        .map(str::to_owned),
    );
    let mut said: Vec<String> = vec!["actor: Who acts.".to_owned()];
    said.extend(attributes.iter().map(|one| about(one)));
    said.extend(
        [
            "key: The idempotency key: a repeat under it is answered as the first time.",
            "at: The time of the act, when it is not now.",
        ]
        .map(str::to_owned),
    );
    let method = Method {
        class,
        mode,
        parameters,
        answer: format!("Applied[{outcome}]"),
        about: said,
        raises: Some("WmsError: The first check that failed; nothing changed."),
        made_of: attributes.iter().map(|one| same_name(one)).collect(),
    };
    method.write(text, ("self._run(", &["actor,", "key,", "at,"]));
}

fn query_method(text: &mut Text, query: QueryType, class: &Class, mode: Mode) {
    let is_page = |one: &&Attribute| one.kind.base() == "Page";
    let paged = class.attributes.iter().any(|one| is_page(&one));
    let attributes: Vec<&Attribute> = rust::makers(class).filter(|one| !is_page(one)).collect();
    let (required, optional): (Vec<&Attribute>, Vec<&Attribute>) =
        attributes.iter().partition(|one| one.required);
    let mut named: Vec<String> = optional.iter().map(|one| one.parameter()).collect();
    let mut said: Vec<String> = attributes.iter().map(|one| about(one)).collect();
    let mut made_of: Vec<String> = attributes.iter().map(|one| same_name(one)).collect();
    if paged {
        named.extend(["after: str | None = None", "limit: int | None = None"].map(str::to_owned));
        said.push("after: Where the page before ended: its `next`.".to_owned());
        said.push("limit: How many items, 1 to 1000 (100 where it is left out).".to_owned());
        made_of.push("page=page(after, limit)".to_owned());
    }
    let mut parameters: Vec<String> = required.iter().map(|one| one.parameter()).collect();
    // What it is about may stand alone; a reader of the call sees the name of everything else.
    named.splice(0..0, parameters.drain(1.min(parameters.len())..));
    if !named.is_empty() {
        parameters.push("*".to_owned());
        parameters.append(&mut named);
    }
    let method = Method {
        class,
        mode,
        parameters,
        answer: match answer(query) {
            Answer::One(view) => types::read(&Kind::Named(view.to_owned())),
            Answer::List(view) => format!("Sequence[{view}]"),
            Answer::Page(view) => format!("Page[{view}]"),
        },
        about: said,
        raises: None,
        made_of,
    };
    method.write(text, ("self._ask(", &[]));
}
