//! The page of the tables that rules read: state machines, steps, lot types, policy.

use super::markdown::{code, codes, table, words};
use crate::model::{Field, Model};
use serde_json::Value;
use wms_core::{
    flow::VersionTransition,
    lot::{LotTransition, LotType},
    policy::PlantPolicy,
    run::{RunTransition, Step},
    vocabulary::Language,
};

pub(super) fn page(model: &Model) -> String {
    [
        "# Tables of rules\n\nThe tables the code itself reads.\n".to_owned(),
        format!("## Flow versions\n\n{}", versions()),
        format!("## Runs\n\n{}", runs()),
        format!("## Lots\n\n{LOTS}\n\n{}", lots()),
        format!("## Steps\n\n{}", steps()),
        format!("## Lot types\n\n{}", lot_types()),
        format!(
            "## Policy\n\nWhat a plant sets for itself with `set_policy`.\n\n{}",
            policy(model)
        ),
    ]
    .join("\n")
}

const LOTS: &str = "The states a lot may be in; any other is `INVALID_TRANSITION`, or for an input `LOT_NOT_RELEASED`.";

fn versions() -> String {
    let rows = VersionTransition::ALL.map(|it| {
        let (from, to) = it.table();
        let to = to.map_or("removed".to_owned(), |to| code(to.as_str()));
        [words(&format!("{it:?}")), code(from.as_str()), to]
    });
    table(["transition", "from", "to"], &rows)
}

fn runs() -> String {
    let rows = RunTransition::ALL.map(|it| {
        let (from, to) = it.table();
        let from = codes(from.iter().map(|from| from.as_str()));
        [words(&format!("{it:?}")), from, code(to.as_str())]
    });
    table(["transition", "from", "to"], &rows)
}

fn lots() -> String {
    let rows = LotTransition::ALL.map(|it| {
        let from = codes(it.from().iter().map(|from| from.as_str()));
        [words(&format!("{it:?}")), from]
    });
    table(["transition", "from"], &rows)
}

fn steps() -> String {
    let row = |step: Step| {
        let made = LotType::CREATABLE
            .into_iter()
            .filter(|kind| kind.step() == step);
        [
            step.to_string(),
            step.label(Language::En).to_owned(),
            step.label(Language::Hu).to_owned(),
            step.stream()
                .map_or("–".to_owned(), |stream| stream.to_string()),
            codes(made.map(|kind| kind.as_str())),
        ]
    };
    let rows: Vec<_> = Step::all().map(row).collect();
    table(["step", "en", "hu", "stream", "lot types made here"], &rows)
}

fn lot_types() -> String {
    let says = |holds: bool| if holds { "yes" } else { "no" }.to_owned();
    let rows = LotType::ALL.map(|kind| {
        [
            code(kind.as_str()),
            kind.step().to_string(),
            kind.sku().map_or("–".to_owned(), |sku| sku.to_string()),
            kind.storage().to_string(),
            codes(kind.parents().iter().map(|parent| parent.as_str())),
            says(!kind.is_legacy()),
            says(kind.is_dispatched()),
        ]
    });
    table(
        [
            "type",
            "step",
            "size",
            "kept",
            "parents",
            "creatable",
            "dispatched",
        ],
        &rows,
    )
}

fn policy(model: &Model) -> String {
    let defaults = serde_json::to_value(PlantPolicy::default()).unwrap();
    let row = |field: &Field| {
        let default = default(&defaults[&field.name]);
        [code(&field.name), default, field.doc.clone()]
    };
    let rows: Vec<_> = model.policy().iter().map(row).collect();
    table(["field", "default", ""], &rows)
}

/// A value, or the values by lot type in the order of the types.
fn default(value: &Value) -> String {
    let Value::Object(by_type) = value else {
        return code(&spoken(value));
    };
    let mut values: Vec<_> = by_type.values().collect();
    values.dedup();
    match values.as_slice() {
        [one] if by_type.len() == LotType::CREATABLE.len() => {
            format!("{} for every type", code(&spoken(one)))
        }
        _ => {
            let given = LotType::ALL.into_iter().filter_map(|kind| {
                let value = by_type.get(kind.as_str())?;
                Some(format!("{kind} {}", code(&spoken(value))))
            });
            given.collect::<Vec<_>>().join(", ")
        }
    }
}

fn spoken(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
