//! The picture as Mermaid text, for wikis and tickets.
use super::model::{BoxId, Column, Concern, LotBox, Picture};
use super::style;
use crate::report::short_kg;
use core::fmt::Write as _;
use std::collections::HashMap;
use wms_core::vocabulary::Language;

/// A flow chart from left to right, with a group per step.
pub(super) fn flowchart(picture: &Picture) -> String {
    let boxes = || picture.columns.iter().flat_map(|column| &column.boxes);
    let names: HashMap<BoxId, String> = boxes()
        .enumerate()
        .map(|(n, lot_box)| (lot_box.id, format!("n{n}")))
        .collect();
    let mut out = String::from("flowchart LR\n");
    for column in &picture.columns {
        group(&mut out, picture, column, &names);
    }
    for link in &picture.links {
        let ends = (names.get(&link.parent), names.get(&link.child));
        if let (Some(parent), Some(child)) = ends {
            let _ = writeln!(out, "  {parent} -->|{} kg| {child}", short_kg(link.weight));
        }
    }
    out.push_str("  classDef a fill:#e3f3e8,stroke:#2f7d4f,color:#1c2733\n");
    out.push_str("  classDef b fill:#fdebd9,stroke:#b4631a,color:#1c2733\n");
    out.push_str("  classDef c fill:#deecf9,stroke:#2667a8,color:#1c2733\n");
    let recalled = boxes().filter(|lot_box| lot_box.recall == Concern::Recalled);
    for name in recalled.filter_map(|lot_box| names.get(&lot_box.id)) {
        let _ = writeln!(out, "  style {name} stroke:#c2185b,stroke-width:4px");
    }
    out
}

fn group(out: &mut String, picture: &Picture, column: &Column, names: &HashMap<BoxId, String>) {
    let (step, class) = (column.step, style::stream(column.step));
    let _ = writeln!(
        out,
        "  subgraph s{step}[\"{step} {}\"]",
        step.label(Language::En)
    );
    for lot_box in &column.boxes {
        if let Some(name) = names.get(&lot_box.id) {
            let label = quoted(&label(picture, lot_box));
            let _ = writeln!(out, "    {name}[\"{label}\"]:::{class}");
        }
    }
    out.push_str("  end\n");
}

fn label(picture: &Picture, lot_box: &LotBox) -> String {
    let mut words = vec![
        picture.short(&lot_box.code),
        format!("{} kg", short_kg(lot_box.weight)),
    ];
    words.extend(
        lot_box
            .status
            .map(|status| status.label(Language::En).to_owned()),
    );
    words.extend(lot_box.caption.clone());
    words.join("<br/>")
}

/// Quotes end a label of Mermaid: its own entity stands for them.
fn quoted(text: &str) -> String {
    text.replace('"', "#quot;")
}
