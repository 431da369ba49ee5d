//! The same rows by a bare loop of prepared statements.
use super::template::Template;
use diesel::{
    Connection, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    result::QueryResult,
    sql_query,
    sql_types::{BigInt, Binary, Text},
    sqlite::Sqlite,
};
use std::time::{Duration, Instant};
use uuid::Uuid;
use wms_core::ids::LotId;

/// A statement with its values, kept prepared under its text.
pub(crate) struct Kept<Q>(pub(crate) Q);

impl<Q: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Kept<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &Sqlite) -> QueryResult<bool> {
        Ok(true)
    }
}

impl<Q> QueryId for Kept<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Kept<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<SqliteConnection> for Kept<Q> {}

/// What differs from one transform to the next.
struct Values {
    key: Uuid,
    lot: Uuid,
    parent: Uuid,
    code: String,
    number: i64,
    version: i64,
}

const NAMES: [&str; 6] = [
    "{key}",
    "{lot}",
    "{parent}",
    "{code}",
    "{number}",
    "{version}",
];

/// A statement with its names as places, and which names these are.
struct Statement {
    text: String,
    names: Vec<&'static str>,
}

impl Statement {
    fn of(sql: &str) -> Self {
        let names: Vec<&str> = NAMES
            .into_iter()
            .filter(|name| sql.contains(name))
            .collect();
        let text = (1..).zip(&names).fold(sql.to_owned(), |text, (n, name)| {
            text.replace(name, &format!("?{n}"))
        });
        Self { text, names }
    }

    fn run(&self, c: &mut SqliteConnection, values: &Values) {
        let query = sql_query(self.text.as_str()).into_boxed::<Sqlite>();
        let query = self.names.iter().fold(query, |query, name| match *name {
            "{key}" => query.bind::<Binary, _>(values.key.as_bytes().to_vec()),
            "{lot}" => query.bind::<Binary, _>(values.lot.as_bytes().to_vec()),
            "{parent}" => query.bind::<Binary, _>(values.parent.as_bytes().to_vec()),
            "{code}" => query.bind::<Text, _>(values.code.clone()),
            "{number}" => query.bind::<BigInt, _>(values.number),
            _ => query.bind::<BigInt, _>(values.version),
        });
        // Loaded, since diesel prepares anew what it executes.
        let rows: Vec<Last> = Kept(query).load(c).unwrap();
        assert!(rows.is_empty());
    }
}

#[derive(diesel::QueryableByName)]
struct Last {
    #[diesel(sql_type = BigInt)]
    last: i64,
}

fn ask(c: &mut SqliteConnection, sql: String) -> i64 {
    let found: Last = sql_query(sql).get_result(c).unwrap();
    found.last
}

/// Transforms per second of one thread; SQLite has one writer.
pub(crate) fn transforms(url: &str, template: &Template, parent: LotId, lasts: Duration) -> f64 {
    let path = url.strip_prefix("sqlite:").unwrap();
    let mut c = SqliteConnection::establish(path).unwrap();
    c.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON;",
    )
    .unwrap();
    let (tenant, run) = (&template.tenant, &template.run);
    let mut values = Values {
        key: Uuid::nil(),
        lot: Uuid::nil(),
        parent: parent.as_uuid(),
        code: String::new(),
        number: ask(
            &mut c,
            format!("SELECT max(number) AS last FROM commands WHERE tenant_id = {tenant}"),
        ),
        version: ask(
            &mut c,
            format!(
                "SELECT head_version AS last FROM lots WHERE tenant_id = {tenant} AND id = X'{}'",
                parent.as_uuid().simple()
            ),
        ),
    };
    let mut drawn = ask(
        &mut c,
        format!(
            "SELECT last_number AS last FROM code_sequences WHERE tenant_id = {tenant} AND prefix = 'DEB'"
        ),
    );
    // Reads without a row in the end, so that they run to it as a program's would.
    let reads = [
        format!(
            "UPDATE runs SET status = status WHERE tenant_id = {tenant} AND id = {run} AND status = 'HOLD'"
        ),
        format!(
            "UPDATE lots SET used = used WHERE tenant_id = {tenant} AND id = {{parent}} AND used > weight"
        ),
        format!(
            "UPDATE code_sequences SET last_number = last_number + 1 WHERE tenant_id = {tenant} AND prefix = 'DEB'"
        ),
    ];
    let update = format!(
        "UPDATE lots SET used = used + 100, head_version = {{version}} WHERE tenant_id = {tenant} AND id = {{parent}}"
    );
    let inserts = template.inserts.iter().map(String::as_str);
    let texts = reads
        .iter()
        .map(String::as_str)
        .chain(inserts)
        .chain([update.as_str()]);
    let statements: Vec<Statement> = texts.map(Statement::of).collect();
    let begun = Instant::now();
    let mut done = 0_u32;
    while begun.elapsed() < lasts {
        drawn += 1;
        values.key = Uuid::now_v7();
        values.lot = Uuid::now_v7();
        values.code = format!("DEB-20260115-DUNA-{drawn:04}");
        values.number += 1;
        values.version += 1;
        c.batch_execute("BEGIN IMMEDIATE").unwrap();
        statements.iter().for_each(|one| one.run(&mut c, &values));
        c.batch_execute("COMMIT").unwrap();
        done += 1;
    }
    f64::from(done) / begun.elapsed().as_secs_f64()
}
