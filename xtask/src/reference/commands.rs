//! The page of the commands.

use super::{
    declared,
    markdown::{code, codes, table},
};
use crate::model::{Kind, Model};
use serde_json::Value;
use wms_core::{
    actor::Role,
    command::{
        Allocated, CommandType, Input, Loss, NewAnswer, NewConsignee, NewLot, NewReading,
        NewSignature, NewSupplier, Output,
    },
    wire::FieldInfo,
};

/// What stands inside others, with its title.
const PARTS: [(&str, &str, &[FieldInfo]); 9] = [
    ("NewSupplier", "supplier", NewSupplier::FIELDS),
    ("Input", "input", Input::FIELDS),
    ("Output", "output", Output::FIELDS),
    ("Loss", "loss", Loss::FIELDS),
    ("Allocated", "allocation", Allocated::FIELDS),
    ("NewAnswer", "answer", NewAnswer::FIELDS),
    ("NewReading", "reading", NewReading::FIELDS),
    ("NewSignature", "signature", NewSignature::FIELDS),
    ("NewConsignee", "consignee", NewConsignee::FIELDS),
];

pub(super) fn page(model: &Model) -> String {
    let mut page = String::from(INTRODUCTION);
    let rows = CommandType::ALL.map(|command| {
        let roles = Role::ALL.map(|role| tick(command.allowed().contains(&role)));
        let [admin, manager, auditor, operator, viewer] = roles;
        [
            format!("[`{command}`](#{command})"),
            declared(model, "CommandType", command.as_str()).doc.clone(),
            admin,
            manager,
            auditor,
            operator,
            viewer,
        ]
    });
    page += &table(
        [
            "command",
            "what it does",
            "ADMIN",
            "MANAGER",
            "AUDITOR",
            "OPERATOR",
            "VIEWER",
        ],
        &rows,
    );
    page += RIGHTS;
    for command in CommandType::ALL {
        page += &section(model, command);
    }
    page += "\n## Parts of commands\n";
    page += "\n### The fields of a new lot\n\n`create_lot`, `register_lot` and the outputs of `transform` share them.\n\n";
    page += &fields(model, "NewLot", NewLot::FIELDS);
    for (name, title, of) in PARTS {
        page += &format!("\n### {title}\n\n");
        page += &fields(model, name, of);
        if name == "Output" {
            page += "\nAnd, when the lot does not exist yet, [the fields of a new lot](#the-fields-of-a-new-lot).\n";
        }
    }
    page
}

fn tick(may: bool) -> String {
    if may { "✓" } else { "" }.to_owned()
}

fn section(model: &Model, command: CommandType) -> String {
    let doc = &declared(model, "CommandType", command.as_str()).doc;
    let roles = codes(command.allowed().iter().map(|role| role.as_str()));
    let mut section = format!("\n## {command}\n\n{doc} Roles: {roles}.\n\n");
    section += &fields(model, &format!("{command:?}"), command.fields());
    section += match command {
        CommandType::CreateLot => "\nAnd [the fields of a new lot](#the-fields-of-a-new-lot).\n",
        CommandType::RegisterLot => {
            "\nAnd, when the lot does not exist yet, `site` and [the fields of a new lot](#the-fields-of-a-new-lot); for a lot that exists they must be absent.\n"
        }
        _ => "",
    };
    section
}

/// The fields of something on its way in.
pub(super) fn fields(model: &Model, of: &str, fields: &[FieldInfo]) -> String {
    if fields.is_empty() {
        return "It has no fields.\n".to_owned();
    }
    let row = |info: &FieldInfo| {
        let declared = model.record(of).field(info.name);
        let is_list = declared.is_some_and(|field| matches!(field.kind, Kind::List(_)));
        let default = declared.and_then(|field| field.given.default());
        let given = match (info.required, default) {
            (true, _) => "required".to_owned(),
            (false, Some(Value::Array(_))) => "none".to_owned(),
            (false, Some(Value::String(text))) => code(&text),
            (false, Some(default)) => code(&default.to_string()),
            (false, None) => "optional".to_owned(),
        };
        let kind = if is_list {
            format!("list of {}", info.kind)
        } else {
            info.kind.to_owned()
        };
        let doc = declared.map(|field| field.doc.clone()).unwrap_or_default();
        [code(info.name), kind, given, doc]
    };
    let rows: Vec<_> = fields.iter().map(row).collect();
    table(["field", "type", "given", ""], &rows)
}

const INTRODUCTION: &str = "\
# Commands

Every write is one of these, in an [envelope](../wire.md#envelopes). *given* says whether a field is required, \
optional, or what it is when it is left out. A field given as null is absent; an unknown field is refused.

";

const RIGHTS: &str = "
The table is what each role may; a host may narrow it (`Permissions::without`), never widen it. Four rights stand \
beside it: `discard_draft` is held to the draft's author or ADMIN, and `update_buffer` with a temperature limit to \
MANAGER and ADMIN (both answer `FORBIDDEN`); moving goods out of a buffer on hold and exceeding a hard capacity are \
held to MANAGER and ADMIN (they answer `BUFFER_ON_HOLD` and `BUFFER_FULL`).
";
