//! The page of the errors and warnings.

use super::{declared, markdown::table, wire_type};
use crate::model::{Field, Model};
use wms_core::{
    error::{Catalogue, Category, Code, WarningCode},
    flow::{IssueCode, Severity},
    vocabulary::Language,
};

pub(super) fn page(model: &Model) -> String {
    let mut page = String::from(INTRODUCTION);
    let rows = Category::ALL.map(|category| {
        [
            format!("`{category}`"),
            declared(model, "Category", category.as_str()).doc.clone(),
            category.label(Language::Hu).to_owned(),
            category.label(Language::En).to_owned(),
        ]
    });
    page += &table(["category", "", "hu", "en"], &rows);

    page += "\n## Errors\n\n";
    let rows = Code::ALL.map(|code| {
        let facts = model.facts(&format!("{code:?}"));
        [
            format!("`{code}`"),
            code.category().to_string(),
            declared(model, "Code", code.as_str()).doc.clone(),
            details(facts),
        ]
    });
    page += &table(["code", "category", "why", "details"], &rows);

    page += "\n## Warnings\n\nAn applied command may carry them.\n\n";
    let rows = WarningCode::ALL.map(|code| {
        let facts = model.facts(&format!("{code:?}"));
        [
            format!("`{code}`"),
            declared(model, "WarningCode", code.as_str()).doc.clone(),
            details(facts),
        ]
    });
    page += &table(["code", "why", "details"], &rows);

    page += "\n## Issues of a flow graph\n\nThe `issues` of `INVALID_GRAPH` and of a version's view.\n\n";
    let rows = IssueCode::ALL.map(|code| {
        let severity = match (code.severity(false), code.severity(true)) {
            (Severity::Warning, Severity::Error) => {
                "warning; error with `strict_canonical`".to_owned()
            }
            (severity, _) => severity.to_string(),
        };
        let doc = declared(model, "IssueCode", code.as_str()).doc.clone();
        [format!("`{code}`"), severity, doc]
    });
    page += &table(["code", "severity", "why"], &rows);

    page += "\n## Messages\n\nA name in braces stands for the detail of that name. Of a lot the message shows its code.\n\n";
    let errors = Code::ALL.iter().map(|code| code.as_str());
    let warnings = WarningCode::ALL.iter().map(|code| code.as_str());
    let issues = IssueCode::ALL.iter().map(|code| code.as_str());
    let rows: Vec<_> = errors
        .chain(warnings)
        .chain(issues)
        .map(|code| {
            let said = |language: Language| language.template(code).unwrap().to_owned();
            [format!("`{code}`"), said(Language::En), said(Language::Hu)]
        })
        .collect();
    page + &table(["code", "en", "hu"], &rows)
}

fn details(fields: &[Field]) -> String {
    let detail = |field: &Field| format!("`{}` ({})", field.name, wire_type(&field.kind));
    let list: Vec<_> = fields.iter().map(detail).collect();
    if list.is_empty() {
        "–".to_owned()
    } else {
        list.join(", ")
    }
}

const INTRODUCTION: &str = "\
# Errors and warnings

A refusal is a value: a stable code, its category, the facts behind it, and a message in every language. Nothing \
changed. Only what is `unavailable` may be sent again as it is.

## Categories

";
