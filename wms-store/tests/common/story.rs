//! A random day told to a plant, and what a database's tables hold afterwards.
use super::{chance::Chance, pg::Client};
use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query, sql_types::Text,
};
use futures_executor::block_on;
use wms_conformance::random::{Roll, Teller};
use wms_core::{
    command::Envelope,
    error::Rejection,
    ids::TenantId,
    plant::{Answer, ManualClock},
};
use wms_store::{Database, Options, Tenant};

type Answered = Result<Answer, Rejection>;

/// A story on its way: what comes next hangs on what was answered.
pub(crate) struct Telling {
    pub(crate) teller: Teller,
    /// The story's time: whoever listens reads this clock.
    pub(crate) clock: ManualClock,
    rolls: std::vec::IntoIter<Roll>,
    first_step: u8,
}

impl Telling {
    /// The story of a seed, of so many commands.
    pub(crate) fn of(seed: u64, commands: usize) -> Self {
        let (teller, story) = (Teller::default(), Chance::of(seed).story(commands));
        Self {
            clock: ManualClock::at(teller.now()),
            teller,
            rolls: story.rolls.into_iter(),
            first_step: story.first_step,
        }
    }

    /// The plant that the story is about.
    pub(crate) fn set_up(&mut self, mut listener: impl FnMut(&Envelope) -> Answered) {
        for envelope in self.teller.set_up(self.first_step) {
            let answer = listener(&envelope).unwrap();
            self.teller.learn(&answer.events);
        }
    }

    /// The next command, and what was answered; none: the story is over.
    pub(crate) fn turn(
        &mut self,
        listener: impl FnOnce(&Envelope) -> Answered,
    ) -> Option<Answered> {
        let turn = self.teller.turn(&self.rolls.next()?);
        self.clock.set(self.teller.now());
        let answer = listener(&turn.envelope);
        self.teller.hear(&turn.envelope, &answer);
        Some(answer)
    }
}

/// Opens a database whose clock the story moves.
pub(crate) fn open_at(url: &str, clock: &ManualClock) -> Database {
    block_on(async {
        let options = Options::default().with_clock(clock.clone());
        let database = Database::connect(url, options).await.unwrap();
        database.migrate().await.unwrap();
        database
    })
}

/// Tells a story of so many commands to a new tenant, one command at a time.
pub(crate) fn tell(url: &str, tenant: TenantId, seed: u64, commands: usize) -> Tenant {
    let mut telling = Telling::of(seed, commands);
    let tenant = open_at(url, &telling.clock).tenant(tenant);
    telling.set_up(|envelope| block_on(tenant.execute(envelope)));
    let mut applied = 0;
    while let Some(answered) = telling.turn(|envelope| block_on(tenant.execute(envelope))) {
        applied += usize::from(answered.is_ok());
    }
    assert!(applied * 3 > commands, "{applied} of {commands} applied");
    tenant
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn sqlite_lines(c: &mut SqliteConnection, sql: &str) -> Vec<String> {
    let lines: Vec<Line> = sql_query(sql).load(c).unwrap();
    lines.into_iter().map(|line| line.line).collect()
}

/// Every row of a tenant in every table, as text, but what a database itself counts: the place of an event in the
/// log of all tenants, and the transaction that wrote it.
pub(crate) fn dump(url: &str, tenant: TenantId) -> Vec<String> {
    let mut rows = if let Some(path) = url.strip_prefix("sqlite:") {
        dump_sqlite(path, tenant)
    } else {
        dump_postgres(url, tenant)
    };
    rows.sort();
    rows
}

fn dump_sqlite(path: &str, tenant: TenantId) -> Vec<String> {
    let mut c = SqliteConnection::establish(path).unwrap();
    let tables = "SELECT name AS line FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
         AND name NOT LIKE '%diesel%'";
    let mut rows = Vec::new();
    for table in sqlite_lines(&mut c, tables) {
        let columns = format!(
            "SELECT 'quote(' || name || ')' AS line FROM pragma_table_info('{table}') \
             WHERE name NOT IN ('sequence', 'written_by')"
        );
        let columns = sqlite_lines(&mut c, &columns).join(" || ' ' || ");
        let tenant = tenant.as_uuid().simple();
        let all = format!(
            "SELECT '{table} ' || {columns} AS line FROM {table} WHERE tenant_id = x'{tenant}'"
        );
        rows.extend(sqlite_lines(&mut c, &all));
    }
    rows
}

fn dump_postgres(url: &str, tenant: TenantId) -> Vec<String> {
    let mut client = Client::connect(url);
    let tables = client.lines(
        "SELECT table_name::text AS line FROM information_schema.columns \
         WHERE table_schema = 'public' AND column_name = 'tenant_id'",
    );
    let mut rows = Vec::new();
    for table in tables.unwrap() {
        let all = format!(
            "SELECT '{table} ' || (to_jsonb(t) - 'sequence' - 'written_by')::text AS line FROM {table} t \
             WHERE tenant_id = '{tenant}'"
        );
        rows.extend(client.lines(&all).unwrap());
    }
    rows
}
