//! The page of the tables that rules read: state machines, parents, policy.

use crate::{
    markdown::{code, codes, table, words},
    source::Source,
};
use wms_core::{
    flow::VersionTransition,
    lot::{LotTransition, LotType},
    policy::{PlantPolicy, PolicyChange},
    run::{RunTransition, Step},
    vocabulary::Language,
};

pub(crate) fn page(source: &Source) -> String {
    let mut page = String::from(
        "# Tables of rules\n\nThe tables the code itself reads.\n\n## Flow versions\n\n",
    );
    let rows = VersionTransition::ALL.map(|it| {
        let (from, to) = it.table();
        [
            words(&format!("{it:?}")),
            code(from.as_str()),
            to.map_or("removed".to_owned(), |to| code(to.as_str())),
        ]
    });
    page += &table(["transition", "from", "to"], &rows);

    page += "\n## Runs\n\n";
    let rows = RunTransition::ALL.map(|it| {
        let (from, to) = it.table();
        [
            words(&format!("{it:?}")),
            codes(from.iter().map(|from| from.as_str())),
            code(to.as_str()),
        ]
    });
    page += &table(["transition", "from", "to"], &rows);

    page += "\n## Lots\n\nThe states a lot may be in; any other is `INVALID_TRANSITION`, or for an input `LOT_NOT_RELEASED`.\n\n";
    let rows = LotTransition::ALL.map(|it| {
        [
            words(&format!("{it:?}")),
            codes(it.from().iter().map(|from| from.as_str())),
        ]
    });
    page += &table(["transition", "from"], &rows);

    page += "\n## Steps\n\n";
    let rows: Vec<_> = Step::all()
        .map(|step| {
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
        })
        .collect();
    page += &table(["step", "en", "hu", "stream", "lot types made here"], &rows);

    page += "\n## Lot types\n\n";
    let rows = LotType::ALL.map(|kind| {
        [
            code(kind.as_str()),
            kind.step().to_string(),
            kind.sku().map_or("–".to_owned(), |sku| sku.to_string()),
            kind.storage().to_string(),
            codes(kind.parents().iter().map(|parent| parent.as_str())),
            if kind.is_legacy() { "no" } else { "yes" }.to_owned(),
            if kind.is_dispatched() { "yes" } else { "no" }.to_owned(),
        ]
    });
    page += &table(
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
    );

    page += "\n## Policy\n\nWhat a plant sets for itself with `set_policy`.\n\n";
    let defaults = serde_json::to_value(PlantPolicy::default()).unwrap();
    let rows: Vec<_> = PolicyChange::FIELDS
        .iter()
        .map(|name| {
            [
                code(name),
                code(&defaults[name].to_string()),
                source.policy(name).to_owned(),
            ]
        })
        .collect();
    page + &table(["field", "default", ""], &rows)
}
