//! The same rows by statements of a hand: in the databases' own shells, or prepared and run in this process.
use super::{bulk::Bulk, shell};
use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection,
    connection::SimpleConnection,
    deserialize,
    row::{Field, NamedRow, Row},
    sql_query,
    sql_types::Binary,
    sqlite::Sqlite,
};
use std::{
    io::{Seek, Write},
    process::Command,
    time::{Duration, Instant},
};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, NoTls, Statement};
use uuid::Uuid;
use wms_core::{genealogy::Direction, ids::LotId};

/// One recursive statement that gives the rows of a trace: its lots as the answer shows them, and its links.
///
/// It walks over ids alone. Distances would multiply its rows by every length that a way has, and the order of the
/// answer is left out, too.
pub(crate) fn trace(bulk: &Bulk<'_>, root: LotId, direction: Direction) -> String {
    let (tenant, root) = (bulk.tenant(), bulk.id(root.as_uuid()));
    let (from, to) = match direction {
        Direction::Backward => ("child_id", "parent_id"),
        _ => ("parent_id", "child_id"),
    };
    format!(
        "WITH RECURSIVE reach(id) AS (SELECT {root} UNION SELECT {to} FROM reach \
         JOIN genealogy_links ON tenant_id = {tenant} AND {from} = reach.id) \
         SELECT lots.id, NULL, code, lot_type, status, site, production_day, weight, weight - used - dispatched - lost \
         FROM reach JOIN lots ON tenant_id = {tenant} AND lots.id = reach.id \
         UNION ALL SELECT parent_id, child_id, method, NULL, NULL, NULL, NULL, quantity, NULL \
         FROM reach JOIN genealogy_links ON tenant_id = {tenant} AND {from} = reach.id"
    )
}

/// How long the shell of the database says the statement took, its rows thrown away.
pub(crate) fn in_shell(url: &str, sql: &str) -> Duration {
    match url.strip_prefix("sqlite:") {
        Some(path) => {
            // As a script: given as arguments, the timer says nothing.
            let mut script = tempfile::tempfile().unwrap();
            write!(script, ".timer on\n.output /dev/null\n{sql};\n").unwrap();
            script.rewind().unwrap();
            let heard = shell::run(Command::new("sqlite3").arg(path).stdin(script));
            let line = heard.lines().find_map(|line| line.split_once("real "));
            seconds(line.map(|(_, rest)| rest))
        }
        None => {
            let mut psql = shell::postgres("psql");
            psql.args(["-qAtX", "-v", "ON_ERROR_STOP=1", "-d", url]);
            psql.args(["-c", "\\timing on", "-c", "\\o /dev/null", "-c", sql]);
            let heard = shell::run(&mut psql);
            let line = heard.lines().find_map(|line| line.strip_prefix("Time: "));
            seconds(line) / 1000
        }
    }
}

fn seconds(text: Option<&str>) -> Duration {
    let number = text.and_then(|text| text.split(' ').next());
    Duration::from_secs_f64(number.unwrap_or_else(|| panic!("no time")).parse().unwrap())
}

/// A connection of the bare driver; on SQLite of diesel, which is what the library has.
pub(crate) enum Driver {
    Postgres(Runtime, Client),
    Sqlite(SqliteConnection),
}

/// A statement kept prepared, with one id to bind or none.
pub(crate) enum Prepared {
    Postgres(Statement),
    Sqlite(String),
}

impl Driver {
    pub(crate) fn connect(url: &str) -> Self {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let mut c = SqliteConnection::establish(path).unwrap();
            c.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
            return Self::Sqlite(c);
        }
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let connected = runtime.block_on(tokio_postgres::connect(url, NoTls));
        let (client, connection) = connected.unwrap();
        drop(runtime.spawn(connection));
        Self::Postgres(runtime, client)
    }

    /// Prepares a statement; `{id}` in it is bound.
    pub(crate) fn prepare(&mut self, sql: &str) -> Prepared {
        match self {
            Self::Sqlite(_) => Prepared::Sqlite(sql.replace("{id}", "?1")),
            Self::Postgres(runtime, client) => {
                let sql = sql.replace("{id}", "$1::text::uuid");
                Prepared::Postgres(runtime.block_on(client.prepare(&sql)).unwrap())
            }
        }
    }

    /// How many rows a statement finds; all of their columns are fetched.
    pub(crate) fn rows(&mut self, statement: &Prepared, id: Option<Uuid>) -> usize {
        match (self, statement) {
            (Self::Postgres(runtime, client), Prepared::Postgres(statement)) => {
                let text = id.map(|id| id.to_string());
                let binds: Vec<&(dyn tokio_postgres::types::ToSql + Sync)> =
                    text.iter().map(|text| text as _).collect();
                let found = runtime.block_on(client.query(statement, &binds));
                found.unwrap().len()
            }
            (Self::Sqlite(c), Prepared::Sqlite(sql)) => {
                let query = sql_query(sql.as_str()).into_boxed::<Sqlite>();
                let query = match id {
                    Some(id) => query.bind::<Binary, _>(id.as_bytes().to_vec()),
                    None => query,
                };
                let found: Vec<Fetched> = super::sqlite_loop::Kept(query).load(c).unwrap();
                found.iter().filter(|row| row.columns > 0).count()
            }
            _ => panic!("a statement of the other database"),
        }
    }
}

/// A row whose values were all fetched, and kept nowhere.
struct Fetched {
    columns: usize,
}

impl QueryableByName<Sqlite> for Fetched {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> deserialize::Result<Self> {
        let values = (0..row.field_count()).filter_map(|n| Row::get(row, n));
        let columns = values.filter(|field| field.value().is_some()).count();
        Ok(Self { columns })
    }
}

/// The middle of several.
pub(crate) fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}

/// How long something takes.
pub(crate) fn timed<T>(run: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let found = run();
    (begun.elapsed(), found)
}
