//! The page of the labels.

use super::markdown::{code, table, words};
#[cfg(test)]
use std::collections::BTreeSet;
use wms_core::{
    actor::Role,
    audit::EntityType,
    error::Category,
    flow::{NodeType, Severity, VersionStatus},
    genealogy::{Direction, LinkMethod},
    inventory::MoveKind,
    lot::{HoldCause, LossKind, LotStatus, LotType, Sku, Species, Storage},
    policy::CodeStyle,
    quality::{Badge, Decision, DeviationCause, DeviationStatus, GateKind, ReadingKind},
    run::{RunStatus, StepName, StepStatus, Stream},
    vocabulary::Language,
};

macro_rules! vocabularies {
    ($($name:ident),+ $(,)?) => {
        /// The vocabularies of the page.
        #[cfg(test)]
        pub(super) fn names() -> BTreeSet<String> {
            [$(stringify!($name)),+].map(str::to_owned).into()
        }

        /// Every label: its name in the code, Hungarian, English.
        #[cfg(test)]
        pub(super) fn all() -> Vec<(String, &'static str, &'static str)> {
            let mut labels = Vec::new();
            $(labels.extend($name::ALL.iter().map(|value| (
                format!("{} {value}", stringify!($name)),
                value.label(Language::Hu),
                value.label(Language::En),
            )));)+
            labels
        }

        pub(super) fn page() -> String {
            let mut page = String::from(INTRODUCTION);
            $(
                let rows: Vec<_> = $name::ALL
                    .iter()
                    .map(|value| [
                        code(value.as_str()),
                        value.label(Language::Hu).to_owned(),
                        value.label(Language::En).to_owned(),
                    ])
                    .collect();
                page += &format!("\n## {}\n\n{}", words(stringify!($name)), table(["name", "hu", "en"], &rows));
            )+
            page
        }
    };
}

vocabularies! {
    StepName, Stream, LotType, Sku, Storage, Species, LotStatus, HoldCause, LossKind, RunStatus, StepStatus,
    VersionStatus, NodeType, Severity, GateKind, Decision, ReadingKind, Badge, DeviationCause, DeviationStatus,
    MoveKind, LinkMethod, Direction, Role, EntityType, Category, CodeStyle,
}

const INTRODUCTION: &str = "\
# Labels

The names on the wire and what people read, in Hungarian and in English. The wire's names never change.
";
