//! What one command of the library writes, as the statements that a hand would write for the same rows.
use super::{scene::Scene, shell};
use futures_executor::block_on;
use std::collections::BTreeMap;
use uuid::Uuid;
use wms_core::ids::LotId;

/// Inserts of the rows of one command. In them stand `{key}`, `{lot}`, `{parent}`, `{code}`, `{number}` and
/// `{version}`, the parent's version after it; all else is as the library wrote it.
pub(crate) struct Template {
    /// A statement for each table, in the order of the library.
    pub(crate) inserts: Vec<String>,
    pub(crate) tenant: String,
    pub(crate) run: String,
}

const TABLES: [&str; 5] = [
    "commands",
    "audit_events",
    "audit_chain",
    "lots",
    "genealogy_links",
];

impl Template {
    /// Runs one command and reads back what it left.
    pub(crate) fn of(scene: &Scene, parent: LotId) -> Self {
        let envelope = scene.transform(parent, 1);
        let answer = block_on(scene.tenant.execute(&envelope)).unwrap();
        assert_eq!(
            answer.events.len(),
            2,
            "a lot is made, and transformed into"
        );
        let database = Reader::of(&scene.url);
        let tenant = database.literal(scene.tenant.id().as_uuid());
        let key = database.literal(envelope.key.as_uuid());
        let one = |sql: &str| database.ask(sql).trim().to_owned();
        let lot = one(&format!(
            "SELECT {} FROM audit_chain WHERE tenant_id = {tenant} AND key = {key} AND number = 0",
            database.quoted("entity_id")
        ));
        let code = one(&format!(
            "SELECT {} FROM lots WHERE tenant_id = {tenant} AND id = {lot}",
            database.quoted("code")
        ));
        let number = one(&format!(
            "SELECT {} FROM commands WHERE tenant_id = {tenant} AND key = {key}",
            database.quoted("number")
        ));
        let parent = database.literal(parent.as_uuid());
        let names: BTreeMap<String, &str> = [
            (key.clone(), "{key}"),
            (lot.clone(), "{lot}"),
            (parent.clone(), "{parent}"),
            (code, "{code}"),
        ]
        .into();
        let inserts = TABLES.iter().map(|table| {
            let rows = match *table {
                "lots" => format!("id = {lot}"),
                "genealogy_links" => format!("child_id = {lot}"),
                _ => format!("key = {key}"),
            };
            let columns = database.columns(table);
            let quoted: Vec<String> = columns
                .iter()
                .map(|column| database.quoted(column))
                .collect();
            let found = database.ask(&format!(
                "SELECT {} FROM {table} WHERE tenant_id = {tenant} AND {rows}",
                quoted.join(" || '\u{1}' || ")
            ));
            let rows = found.lines().map(|row| {
                let values: Vec<&str> = row.split('\u{1}').collect();
                let of_parent = values.contains(&parent.as_str());
                let values = columns.iter().zip(values).map(|(column, value)| {
                    match (*table, column.as_str()) {
                        ("commands", "number") if value == number => "{number}",
                        ("lots", "place" | "run_place") => "{number} * 65536",
                        ("audit_chain", "version") if of_parent => "{version}",
                        _ => names.get(value).copied().unwrap_or(value),
                    }
                    .to_owned()
                });
                format!("({})", values.collect::<Vec<_>>().join(", "))
            });
            let rows: Vec<String> = rows.collect();
            format!(
                "INSERT INTO {table} ({}) VALUES {}",
                columns.join(", "),
                rows.join(", ")
            )
        });
        Self {
            inserts: inserts.collect(),
            run: database.literal(scene.run.as_uuid()),
            tenant,
        }
    }
}

/// Reads a database with its own tool.
enum Reader<'u> {
    Postgres(&'u str),
    Sqlite(&'u str),
}

impl<'u> Reader<'u> {
    fn of(url: &'u str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => Self::Sqlite(path),
            None => Self::Postgres(url),
        }
    }

    fn ask(&self, sql: &str) -> String {
        match self {
            Self::Postgres(url) => shell::psql(url, sql),
            Self::Sqlite(path) => shell::sqlite(path, sql),
        }
    }

    fn literal(&self, id: Uuid) -> String {
        match self {
            Self::Postgres(_) => format!("'{id}'"),
            Self::Sqlite(_) => format!("X'{}'", id.simple().to_string().to_uppercase()),
        }
    }

    fn quoted(&self, column: &str) -> String {
        match self {
            Self::Postgres(_) => format!("quote_nullable({column}::text)"),
            Self::Sqlite(_) => format!("quote({column})"),
        }
    }

    /// Those that an insert may name.
    fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self {
            Self::Postgres(_) => format!(
                "SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' \
                 AND is_identity = 'NO' AND column_name <> 'written_by' ORDER BY ordinal_position"
            ),
            Self::Sqlite(_) => format!(
                "SELECT name FROM pragma_table_info('{table}') WHERE name NOT IN ('sequence', 'written_by')"
            ),
        };
        self.ask(&sql).lines().map(str::to_owned).collect()
    }
}
