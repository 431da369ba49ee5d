use super::values;
use crate::model::{Field, Given, Kind, Model, Record};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// On its way in: what is not known is refused, null is absent.
    In,
    /// In the log.
    Event,
    /// In an answer.
    View,
}

/// The definitions so far.
pub(super) struct Objects<'m> {
    pub(super) model: &'m Model,
    strict: bool,
    defined: BTreeMap<String, Value>,
}

pub(super) fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn or_null(schema: Value) -> Value {
    json!({"anyOf": [schema, {"type": "null"}]})
}

impl<'m> Objects<'m> {
    pub(super) const fn new(model: &'m Model, strict: bool) -> Self {
        Self {
            model,
            strict,
            defined: BTreeMap::new(),
        }
    }

    pub(super) fn finish(self) -> Map<String, Value> {
        self.defined.into_iter().collect()
    }

    pub(super) fn define(&mut self, name: &str, schema: Value) {
        self.defined.insert(name.to_owned(), schema);
    }

    /// An object of an answer, with the fields that are always there.
    pub(super) fn closed(&self, properties: Value, required: &[&str]) -> Value {
        let mut schema = json!({"type": "object", "properties": properties, "required": required});
        if self.strict {
            schema["additionalProperties"] = json!(false);
        }
        schema
    }

    /// The object of that name with a tag or two.
    pub(super) fn define_tagged(&mut self, name: &str, side: Side, tags: Map<String, Value>) {
        let schema = self.object(name, side, tags);
        self.define(name, schema);
    }

    /// A reference to a type, which is defined if it is not yet.
    pub(super) fn refer(&mut self, name: &str, side: Side) -> Value {
        match (name, side) {
            // The object in the log is its text.
            ("Metadata", Side::Event) => return json!({"type": "string"}),
            ("Kilograms" | "Celsius" | "Ratio", Side::In) => {
                let text = self.refer(name, Side::View);
                return json!({"anyOf": [text, {"type": "integer"}]});
            }
            _ => {}
        }
        if !self.defined.contains_key(name) {
            // First, so that it may refer to itself.
            self.define(name, Value::Null);
            let schema = self.schema_of(name, side);
            self.define(name, schema);
        }
        reference(name)
    }

    fn schema_of(&mut self, name: &str, side: Side) -> Value {
        if let Some(schema) = values::value(name) {
            return schema;
        }
        if let Some(words) = self.model.find_set(name) {
            let wire: Vec<&str> = words.iter().map(|word| word.wire.as_str()).collect();
            let said: Vec<String> = words
                .iter()
                .map(|word| format!("`{}`: {}", word.wire, word.doc))
                .collect();
            return json!({"enum": wire, "description": said.join("\n")});
        }
        match name {
            "PlantPolicy" => self.policy(&Given::Required, side),
            "PolicyChange" => self.policy(&Given::Optional, side),
            _ => self.object(name, side, Map::new()),
        }
    }

    fn policy(&mut self, given: &Given, side: Side) -> Value {
        let fields = self.model.policy().iter().map(|field| Field {
            given: given.clone(),
            ..field.clone()
        });
        let record = Record {
            name: "PlantPolicy".to_owned(),
            doc: "What a plant sets for itself.".to_owned(),
            fields: fields.collect(),
        };
        self.object_of(&record, side, Map::new())
    }

    fn object(&mut self, name: &str, side: Side, tags: Map<String, Value>) -> Value {
        self.object_of(self.model.record(name), side, tags)
    }

    fn object_of(&mut self, record: &Record, side: Side, tags: Map<String, Value>) -> Value {
        let mut required: Vec<String> = tags.keys().cloned().collect();
        let mut properties = tags;
        self.take_fields(record, side, true, &mut properties, &mut required);
        let mut schema = json!({
            "type": "object",
            "description": record.doc,
            "properties": properties,
            "required": required,
        });
        if self.strict || side == Side::In {
            schema["additionalProperties"] = json!(false);
        }
        schema
    }

    fn take_fields(
        &mut self,
        record: &Record,
        side: Side,
        needed: bool,
        properties: &mut Map<String, Value>,
        required: &mut Vec<String>,
    ) {
        for field in &record.fields {
            if field.flat {
                let inner = self.model.record(field.kind.base());
                let needed = needed && !matches!(field.kind, Kind::Option(_));
                self.take_fields(inner, side, needed, properties, required);
                continue;
            }
            let is_there = match (side, &field.given) {
                (Side::In, given) => {
                    *given == Given::Required && !matches!(field.kind, Kind::Option(_))
                }
                (_, given) => *given == Given::Required,
            };
            if is_there && needed {
                required.push(field.name.clone());
            }
            let property = self.property(record, field, side, needed);
            properties.insert(field.name.clone(), property);
        }
        // What is put into words where it is written.
        if record.name == "Issue" {
            properties.insert("message".to_owned(), self.refer("Text", side));
            required.push("message".to_owned());
        }
    }

    fn property(&mut self, record: &Record, field: &Field, side: Side, needed: bool) -> Value {
        let schema = match (record.name.as_str(), field.name.as_str()) {
            ("AuditEvent", "event") => reference("Event"),
            _ => self.kind(&field.kind, side),
        };
        let may_miss = field.given != Given::Required || !needed;
        let mut schema = if side == Side::In && may_miss && !matches!(field.kind, Kind::Option(_)) {
            or_null(schema)
        } else {
            schema
        };
        schema["description"] = json!(field.doc);
        if let Some(default) = field.given.default() {
            schema["default"] = default;
        }
        schema
    }

    fn kind(&mut self, kind: &Kind, side: Side) -> Value {
        match kind {
            Kind::Named(name) => self.refer(name, side),
            Kind::Option(inner) => or_null(self.kind(inner, side)),
            Kind::List(inner) => json!({"type": "array", "items": self.kind(inner, side)}),
            Kind::Map(key, inner) => {
                let (names, values) = (self.kind(key, side), self.kind(inner, side));
                json!({"type": "object", "propertyNames": names, "additionalProperties": values})
            }
        }
    }
}
