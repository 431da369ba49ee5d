//! The page of the events.

use super::{declared, markdown::table, rows};
use crate::model::Model;
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

pub(super) fn page(model: &Model) -> String {
    let mut page = String::from(INTRODUCTION);
    let doc = |event: EventType| &declared(model, "EventType", event.as_str()).doc;
    let events = EventType::ALL.map(|event| {
        [
            format!("[`{event}`](#{event})"),
            doc(event).clone(),
            event.version().to_string(),
            subjects(model, event),
        ]
    });
    page += &table(["event", "what happened", "v", "entities changed"], &events);
    for event in EventType::ALL {
        page += &format!(
            "\n## {event}\n\n{} Changes: {}.\n\n",
            doc(event),
            subjects(model, event)
        );
        page += &table(["field", "type", ""], &rows(model, &format!("{event:?}")));
    }
    page += "\n## Parts of events\n";
    for (name, title) in PARTS {
        page += &format!(
            "\n### {title}\n\n{}",
            table(["field", "type", ""], &rows(model, name))
        );
    }
    page
}

/// The entities an event adds a link to the streams of, in order.
fn subjects(model: &Model, event: EventType) -> String {
    match event {
        EventType::LotsTransformed => "the input lots, then the output lots".to_owned(),
        EventType::ReadingRecorded => "reading, then the lot or buffer it is about".to_owned(),
        EventType::StockMoved => "lot, then the source, then the target buffer".to_owned(),
        _ => {
            let said = &declared(model, "EventType", event.as_str()).rest;
            let entities = said.split("EntityRef::").skip(1);
            let entities = entities.filter_map(|after| after.split('(').next());
            let entities: Vec<String> = entities.map(str::to_lowercase).collect();
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
