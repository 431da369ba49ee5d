//! The page of the errors and warnings.

use crate::{
    markdown::table,
    source::{Field, Source, wire_type},
};
use wms_core::{
    error::{Catalogue, Category, Code, WarningCode},
    flow::{IssueCode, Severity},
    vocabulary::Language,
};

pub(crate) fn page(source: &Source) -> String {
    let mut page = String::from(INTRODUCTION);
    let rows = Category::ALL.map(|category| {
        [
            format!("`{category}`"),
            source
                .doc("error/category.rs", category.as_str())
                .to_owned(),
            category.label(Language::Hu).to_owned(),
            category.label(Language::En).to_owned(),
        ]
    });
    page += &table(["category", "", "hu", "en"], &rows);

    page += "\n## Errors\n\n";
    let rows = Code::ALL.map(|code| {
        let fields = source.fields(&format!("{code:?}"));
        [
            format!("`{code}`"),
            code.category().to_string(),
            source.doc("error/rejection.rs", code.as_str()).to_owned(),
            details(fields),
        ]
    });
    page += &table(["code", "category", "why", "details"], &rows);

    page += "\n## Warnings\n\nAn applied command may carry them.\n\n";
    let rows = WarningCode::ALL.map(|code| {
        let fields = source.fields(&format!("{code:?}"));
        [
            format!("`{code}`"),
            source.doc("error/warning.rs", code.as_str()).to_owned(),
            details(fields),
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
        let doc = source.doc("flow/issue.rs", code.as_str()).to_owned();
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
    let detail = |field: &Field| format!("`{}` ({})", field.name, wire_type(&field.rust_type));
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
