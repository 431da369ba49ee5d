//! The page of the views, and which of them answers a query.

use super::{
    markdown::{code, table, words},
    wire_type,
};
use crate::{
    answers::{Answer, answer},
    model::{Field, Model},
};
use std::collections::BTreeSet;
use wms_core::query::QueryType;

/// What answers a query, with a link to it.
pub(super) fn answered_with(query: QueryType) -> String {
    let answer = answer(query);
    let name = answer.view();
    let link = match name {
        "PlantPolicy" => "[the policy](rules.md#policy)".to_owned(),
        "MassBalanceView" => {
            "[lot balance](views.md#lot-balance) or [run balance](views.md#run-balance-view)"
                .to_owned()
        }
        _ => format!(
            "[{}](views.md#{})",
            words(name),
            words(name).replace(' ', "-")
        ),
    };
    match answer {
        Answer::One(_) => link,
        Answer::List(_) => format!("a list of {link}"),
        Answer::Page(_) => format!("a page of {link}"),
    }
}

pub(super) fn page(model: &Model) -> String {
    let mut page = String::from(INTRODUCTION);
    let mut waiting: Vec<String> = QueryType::ALL
        .map(|query| answer(query).view().to_owned())
        .into();
    waiting.retain(|name| name != "PlantPolicy");
    let mut shown = BTreeSet::new();
    waiting.reverse();
    while let Some(name) = waiting.pop() {
        if !shown.insert(name.clone()) {
            continue;
        }
        if name == "MassBalanceView" {
            waiting.extend(["RunBalanceView".to_owned(), "LotBalance".to_owned()]);
            continue;
        }
        let fields = &model.record(&name).fields;
        let mut rows: Vec<_> = fields
            .iter()
            .map(|field| row(model, &name, field))
            .collect();
        if name == "Issue" {
            let message = [
                "`message`",
                "text",
                "What is wrong, and what would be accepted.",
            ];
            rows.insert(4, message.map(str::to_owned));
        }
        page += &format!(
            "\n## {}\n\n{}",
            words(&name),
            table(["field", "type", ""], &rows)
        );
        let parts = fields.iter().map(|field| field.kind.base().to_owned());
        waiting.extend(parts.filter(|part| is_view(model, part)).rev());
    }
    page
}

fn row(model: &Model, view: &str, field: &Field) -> [String; 3] {
    let base = field.kind.base();
    let kind = wire_type(&field.kind);
    let kind = match (view, field.name.as_str()) {
        (_, "metadata") => "object or null".to_owned(),
        ("AuditEvent", "event") | ("Issue", "details") => "object".to_owned(),
        _ if is_view(model, base) => {
            let name = words(base);
            kind.replace(&name, &format!("[{name}](#{})", name.replace(' ', "-")))
        }
        _ => kind,
    };
    [code(&field.name), kind, field.doc.clone()]
}

/// Whether a type is an object of its own, and no value.
fn is_view(model: &Model, name: &str) -> bool {
    let is_value = ["Text", "Metadata", "Digest", "Cursor"].contains(&name) || name.ends_with("Id");
    !is_value && model.find_record(name).is_some()
}

const INTRODUCTION: &str = "\
# Views

What queries are answered with. Every field is there, null where there is nothing, but two: `affected` of a deviation \
stands in `get_deviation` and reports alone, `graph` of a version not in reports. `…_at` and `at` are times of the \
act, `recorded_at` is the time of record.
";
