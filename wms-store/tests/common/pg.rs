//! Plain SQL on PostgreSQL, roles without privileges, and servers of a test's own.
use diesel::{QueryableByName, sql_query, sql_types::Text};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};
use tokio::runtime::Runtime;
use uuid::Uuid;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// A client of its own, which blocks.
pub(crate) struct Client {
    runtime: Runtime,
    c: AsyncPgConnection,
}

impl Client {
    pub(crate) fn connect(url: &str) -> Self {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.worker_threads(1).enable_all().build().unwrap();
        let c = runtime.block_on(AsyncPgConnection::establish(url)).unwrap();
        Self { runtime, c }
    }

    /// Runs statements.
    pub(crate) fn run(&mut self, sql: &str) -> Result<(), String> {
        let run = self.c.batch_execute(sql);
        self.runtime
            .block_on(run)
            .map_err(|error| error.to_string())
    }

    /// The column `line` of what a query finds.
    pub(crate) fn lines(&mut self, sql: &str) -> Result<Vec<String>, String> {
        let lines = sql_query(sql).load::<Line>(&mut self.c);
        let lines = self.runtime.block_on(lines);
        lines
            .map(|lines| lines.into_iter().map(|one| one.line).collect())
            .map_err(|error| error.to_string())
    }

    /// How many connections of a name (`Plant::connections`) are as a condition on `pg_stat_activity` says.
    pub(crate) fn connections(&mut self, name: &str, that: &str) -> usize {
        let found = self.lines(&format!(
            "SELECT pid::text AS line FROM pg_stat_activity WHERE application_name = '{name}' AND {that}"
        ));
        found.unwrap().len()
    }
}

/// The same address with another user, or another database.
pub(crate) fn url_with(url: &str, user: Option<&str>, database: Option<&str>) -> String {
    let (scheme, rest) = url.split_once("://").unwrap();
    let (login, place) = rest.split_once('@').unwrap();
    let (host, name) = place.split_once('/').unwrap();
    let login = user.map_or(login.to_owned(), |user| format!("{user}:plain"));
    format!("{scheme}://{login}@{host}/{}", database.unwrap_or(name))
}

/// The address of a new role that may do with the tables what the application may, and owns none of them.
pub(crate) fn plain_role(url: &str) -> String {
    let name = format!("app_{}", Uuid::now_v7().simple());
    Client::connect(url)
        .run(&format!(
            "CREATE ROLE {name} LOGIN PASSWORD 'plain'; \
             GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO {name}; \
             GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {name}"
        ))
        .unwrap();
    url_with(url, Some(&name), None)
}

/// A new, empty database of a server.
pub(crate) fn new_database(url: &str) -> String {
    let name = format!("db_{}", Uuid::now_v7().simple());
    let made = format!("CREATE DATABASE {name} TEMPLATE template0");
    Client::connect(url).run(&made).unwrap();
    url_with(url, None, Some(&name))
}

/// A server of a test's own: `scripts/pg-cluster` once more, stopped and thrown away when it is dropped.
pub(crate) struct Cluster {
    pub(crate) url: String,
    script: Child,
}

impl Cluster {
    pub(crate) fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scripts/pg-cluster");
        let mut script = Command::new(script)
            .args(["sh", "-c", "echo \"$DATABASE_URL\"; cat >/dev/null"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut url = String::new();
        let output = script.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut url).unwrap();
        assert!(url.starts_with("postgres://"), "{url}");
        Self {
            url: url.trim().to_owned(),
            script,
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nothing more to read: the command ends, and the script stops its server.
        drop(self.script.stdin.take());
        self.script.wait().unwrap();
    }
}
