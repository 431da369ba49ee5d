//! The page of the events.

use crate::{
    markdown::{code, table},
    source::{Source, wire_type},
};
use wms_core::{audit::EntityType, event::EventType};

/// What stands inside events.
const PARTS: [(&str, &str); 9] = [
    ("TransformInput", "transform input"),
    ("TransformOutput", "transform output"),
    ("TransformLoss", "transform loss"),
    ("Link", "link"),
    ("Supplier", "supplier"),
    ("Consignee", "consignee"),
    ("ChecklistAnswer", "checklist answer"),
    ("Signature", "signature"),
    ("Range", "range"),
];

pub(crate) fn page(source: &Source) -> String {
    let mut page = String::from(INTRODUCTION);
    let doc = |event: EventType| source.doc("event/table.rs", event.as_str());
    let rows = EventType::ALL.map(|event| {
        [
            format!("[`{event}`](#{event})"),
            doc(event).to_owned(),
            event.version().to_string(),
            subjects(source, event),
        ]
    });
    page += &table(["event", "what happened", "v", "entities changed"], &rows);
    for event in EventType::ALL {
        page += &format!(
            "\n## {event}\n\n{} Changes: {}.\n\n",
            doc(event),
            subjects(source, event)
        );
        let row = |(name, rust_type): &(&str, &str)| {
            let declared = source.field(&format!("{event:?}"), name);
            let doc =
                declared.map_or_else(|| panic!("{event}: no `{name}`"), |field| field.doc.clone());
            [code(name), wire_type(rust_type), doc]
        };
        let rows: Vec<_> = event.fields().iter().map(row).collect();
        page += &table(["field", "type", ""], &rows);
    }
    page += "\n## Parts of events\n";
    for (name, title) in PARTS {
        let fields = source.fields(name);
        assert!(!fields.is_empty(), "{name} is declared somewhere");
        let rows: Vec<_> = fields
            .iter()
            .map(|field| {
                [
                    code(&field.name),
                    wire_type(&field.rust_type),
                    field.doc.clone(),
                ]
            })
            .collect();
        page += &format!("\n### {title}\n\n{}", table(["field", "type", ""], &rows));
    }
    page
}

/// The entities an event adds a link to the streams of, in order.
fn subjects(source: &Source, event: EventType) -> String {
    match event {
        EventType::LotsTransformed => "the input lots, then the output lots".to_owned(),
        EventType::ReadingRecorded => "reading, then the lot or buffer it is about".to_owned(),
        EventType::StockMoved => "lot, then the source, then the target buffer".to_owned(),
        _ => {
            let entities = source.subjects(event.as_str());
            let known =
                |name: &String| EntityType::ALL.iter().any(|entity| entity.as_str() == name);
            assert!(
                !entities.is_empty() && entities.iter().all(known),
                "{event}: {entities:?}"
            );
            entities.join(", then ")
        }
    }
}

const INTRODUCTION: &str = "\
# Events

Every change of state is one of these, stored once as canonical JSON text (RFC 8785) with its `type` and the version \
`v` of its form. The fields of a type and version never change their meaning; a new form gets a new `v`. A field \
without a value is null. *Entities changed* are those whose audit streams the event is a link of, in this order.

Around the text the log keeps: sequence, key of the command, user, role and device, time of the act, time of record.

";
