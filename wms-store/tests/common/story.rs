//! A random day in a database, and what its tables hold afterwards.
#![allow(dead_code, reason = "each test uses a part")]
use super::pg::Client;
use diesel::{
    Connection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query, sql_types::Text,
};
use futures_executor::block_on;
use wms_conformance::random::{DICE, Roll, Teller};
use wms_core::{ids::TenantId, plant::ManualClock};
use wms_store::{Database, Options, Tenant};

/// Numbers that look like chance, the same each time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn roll(&mut self) -> Roll {
        let number = u32::try_from(self.next() >> 32).unwrap();
        let dice = [(); DICE].map(|()| u16::try_from(self.next() >> 48).unwrap());
        Roll::of(number, dice)
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
    let mut teller = Teller::default();
    let clock = ManualClock::at(teller.now());
    let tenant = open_at(url, &clock).tenant(tenant);
    for envelope in teller.set_up(3) {
        let answer = block_on(tenant.execute(&envelope));
        teller.hear(&envelope, &answer);
    }
    let mut chance = Chance(seed);
    let mut applied = 0;
    for _ in 0..commands {
        let turn = teller.turn(&chance.roll());
        clock.set(teller.now());
        let answer = block_on(tenant.execute(&turn.envelope));
        applied += usize::from(answer.is_ok());
        teller.hear(&turn.envelope, &answer);
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
