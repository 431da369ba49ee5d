//! The conventions of the schema: the same tables, columns and indices on both databases, the tenant first in every key,
//! every foreign key behind an index; and migrations that go down and up again with data in the tables.
#![expect(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{Plant, label, new_lot, open, pg::Client, server};
use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query, sql_types::Text,
};
use futures_executor::block_on;
use wms_core::actor::Role;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn sqlite(plant: &Plant, sql: &str) -> Vec<String> {
    let path = plant.url.strip_prefix("sqlite:").unwrap();
    let mut c = SqliteConnection::establish(path).unwrap();
    let lines: Vec<Line> = sql_query(sql).load(&mut c).unwrap();
    lines.into_iter().map(|line| line.line).collect()
}

fn postgres(sql: &str) -> Vec<String> {
    Client::connect(&server()).lines(sql).unwrap()
}

const SQLITE_TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' \
     AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%diesel%'";

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let plant = Plant::sqlite();
    drop(open(&server()));
    let here = sqlite(
        &plant,
        &format!(
            "SELECT t.name || '.' || c.name || CASE c.\"notnull\" WHEN 1 THEN '' ELSE '?' END AS line \
             FROM ({SQLITE_TABLES}) t, pragma_table_info(t.name) c WHERE c.name <> 'sequence' ORDER BY 1"
        ),
    );
    let there = postgres(
        "SELECT (table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE '?' END)::text AS line \
         FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '%diesel%' \
         AND column_name <> 'sequence' ORDER BY 1",
    );
    assert!(here.len() > 100);
    assert_eq!(here, there);
}

#[test]
fn both_databases_have_the_same_indices() {
    let plant = Plant::sqlite();
    drop(open(&server()));
    let here = sqlite(
        &plant,
        &format!(
            "SELECT t.name || '.' || i.name || '(' || (SELECT group_concat(c.name) FROM pragma_index_info(i.name) c) \
             || ')' || CASE i.partial WHEN 1 THEN ' of some' ELSE '' END AS line \
             FROM ({SQLITE_TABLES}) t, pragma_index_list(t.name) i WHERE i.origin = 'c' ORDER BY 1"
        ),
    );
    let there = postgres(
        "SELECT (i.indrelid::regclass || '.' || c.relname || '(' || (SELECT string_agg(a.attname, ',' ORDER BY k.n) \
         FROM unnest(i.indkey) WITH ORDINALITY k (attnum, n) \
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum) || ')' \
         || CASE WHEN i.indpred IS NULL THEN '' ELSE ' of some' END)::text AS line \
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         WHERE n.nspname = 'public' AND c.relname <> 'audit_events_by_transaction' AND NOT EXISTS (SELECT 1 FROM pg_constraint k \
         WHERE k.conindid = c.oid AND k.contype IN ('p', 'u')) ORDER BY 1",
    );
    // Only PostgreSQL has writers that overlap, and an index of the log by transaction.
    assert!(here.len() > 30, "{here:?}");
    assert_eq!(here, there);
}

#[test]
fn the_tenant_stands_first_in_every_key() {
    drop(open(&server()));
    let others = postgres(
        "SELECT c.relname::text AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
         JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] \
         WHERE n.nspname = 'public' AND t.relname NOT LIKE '%diesel%' AND a.attname <> 'tenant_id'",
    );
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn every_foreign_key_stands_behind_an_index() {
    drop(open(&server()));
    // The first columns of some index are those of the key, in its order.
    let bare = postgres(
        "SELECT (k.conrelid::regclass || ' ' || k.conname)::text AS line FROM pg_constraint k \
         WHERE k.contype = 'f' AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = k.conrelid \
         AND i.indpred IS NULL AND (string_to_array(i.indkey::text, ' ')::int2[])[1:array_length(k.conkey, 1)] = k.conkey)",
    );
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn migrations_go_down_and_up_again_with_data_in_the_tables() {
    let plant = Plant::sqlite();
    let made = common::envelope(Role::Operator, label(new_lot()));
    block_on(plant.tenant.execute(&made)).unwrap();
    let database = &plant.database;
    block_on(async {
        let newest = database.schema_version().await.unwrap();
        assert!(newest.is_some());
        database.health().await.unwrap();
        database.unmigrate().await.unwrap();
        assert_eq!(database.schema_version().await.unwrap(), None);
        assert!(database.health().await.is_err());
        database.migrate().await.unwrap();
        assert_eq!(database.schema_version().await.unwrap(), newest);
        assert!(
            !plant
                .tenant
                .execute(&made)
                .await
                .is_ok_and(|answer| answer.replayed)
        );
    });
    assert!(
        !sqlite(
            &plant,
            &SQLITE_TABLES.replace("SELECT name", "SELECT name AS line")
        )
        .is_empty()
    );
}

#[test]
fn a_database_of_a_newer_library_is_refused() {
    let plant = Plant::sqlite();
    let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000000')";
    plant.attack(newer).unwrap();
    let refused = block_on(wms_store::Database::connect(&plant.url, common::options()));
    assert!(matches!(refused, Err(wms_store::OpenError::Newer { .. })));
}
