//! A day's rows many times over, by SQL: what commands would have left, but the log.
use super::shell;
use diesel::{Connection, SqliteConnection, connection::SimpleConnection};
use uuid::Uuid;

/// What differs from day to day, in the words of a database; `{}` is a column, `d` the number of the day.
struct Words {
    /// An id: the 32 bits before its last 16 count days.
    id: &'static str,
    instant: &'static str,
    day: &'static str,
    /// A code, which names the production day.
    code: &'static str,
    days: &'static str,
}

const POSTGRES: Words = Words {
    id: "(left({}::text, 24) || lpad(to_hex(d), 8, '0') || right({}::text, 4))::uuid",
    instant: "{} + d * interval '1 day'",
    day: "{} + d",
    code: "overlay({} placing to_char(to_date(substr({}, strpos({}, '-') + 1, 8), 'YYYYMMDD') + d, 'YYYYMMDD') \
           from strpos({}, '-') + 1)",
    days: "generate_series(1, {}) AS d",
};

const SQLITE: Words = Words {
    id: "unhex(substr(hex({}), 1, 20) || printf('%08X', d) || substr(hex({}), 29))",
    instant: "{} + d * 86400000",
    day: "date({}, '+' || d || ' days')",
    code: "substr({}, 1, instr({}, '-')) || strftime('%Y%m%d', substr({}, instr({}, '-') + 1, 4) || '-' || \
           substr({}, instr({}, '-') + 5, 2) || '-' || substr({}, instr({}, '-') + 7, 2), '+' || d || ' days') || \
           substr({}, instr({}, '-') + 9)",
    days: "(WITH RECURSIVE days(d) AS (VALUES (1) UNION ALL SELECT d + 1 FROM days WHERE d < {}) SELECT d FROM days)",
};

/// A table to be multiplied, and which of its columns change, and how.
struct Table {
    name: &'static str,
    columns: &'static [(&'static str, Change)],
}

#[derive(Clone, Copy)]
enum Change {
    Id,
    Instant,
    Day,
    Code,
    Place,
}

use Change::{Code, Day, Id, Instant, Place};

const TABLES: [Table; 4] = [
    Table {
        name: "runs",
        columns: &[
            ("id", Id),
            ("place", Place),
            ("code", Code),
            ("created_at", Instant),
            ("recorded_at", Instant),
            ("started_at", Instant),
        ],
    },
    Table {
        name: "lots",
        columns: &[
            ("id", Id),
            ("place", Place),
            ("code", Code),
            ("run_id", Id),
            ("run_place", Place),
            ("production_day", Day),
            ("created_at", Instant),
            ("recorded_at", Instant),
            ("registered_at", Instant),
            ("quarantined_at", Instant),
        ],
    },
    Table {
        name: "lot_positions",
        columns: &[("lot_id", Id), ("entered_at", Instant), ("entry", Place)],
    },
    Table {
        name: "dispatches",
        columns: &[
            ("lot_id", Id),
            ("place", Place),
            ("created_at", Instant),
            ("recorded_at", Instant),
        ],
    },
];

/// A database under its own SQL, beside the library.
pub(crate) struct Bulk<'u> {
    url: &'u str,
    tenant: String,
}

impl<'u> Bulk<'u> {
    pub(crate) fn of(url: &'u str, tenant: Uuid) -> Self {
        let mut bulk = Self {
            url,
            tenant: String::new(),
        };
        bulk.tenant = bulk.id(tenant);
        bulk
    }

    pub(crate) fn id(&self, id: Uuid) -> String {
        if self.is_sqlite() {
            format!("X'{}'", id.simple())
        } else {
            format!("'{id}'::uuid")
        }
    }

    pub(crate) fn tenant(&self) -> &str {
        &self.tenant
    }

    pub(crate) fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }

    fn words(&self) -> Words {
        if self.is_sqlite() { SQLITE } else { POSTGRES }
    }

    /// A day's rows for as many days more. `once` stays what it is on every day: a lot that goes into all of them,
    /// with the days that take 100 g of it for each of their `batches`.
    pub(crate) fn multiply(&self, days: usize, batches: usize, once: &[(Uuid, usize)]) {
        let kept: Vec<String> = once.iter().map(|(lot, _)| self.id(*lot)).collect();
        let kept = kept.join(", ");
        let mut sql: Vec<String> = TABLES
            .iter()
            .map(|table| {
                let but = match table.name {
                    "lots" => format!("AND id NOT IN ({kept})"),
                    _ => String::new(),
                };
                self.copies(table.name, table.columns, &but, days - 1)
            })
            .collect();
        let (child, parent) = (("child_id", Id), ("parent_id", Id));
        let both = format!("AND parent_id NOT IN ({kept})");
        sql.push(self.copies("genealogy_links", &[parent, child], &both, days - 1));
        for (lot, days) in once {
            let lot = self.id(*lot);
            let of = format!("AND parent_id = {lot}");
            sql.push(self.copies("genealogy_links", &[child], &of, days - 1));
            let used = days * batches * 100;
            sql.push(format!(
                "UPDATE lots SET used = {used} WHERE tenant_id = {} AND id = {lot}",
                self.tenant
            ));
        }
        self.run(&sql.join(";\n"));
    }

    /// An INSERT of a table's rows for each day.
    fn copies(&self, table: &str, changed: &[(&str, Change)], but: &str, days: usize) -> String {
        let columns = self.columns(table);
        let values: Vec<String> = columns
            .iter()
            .map(|column| self.value(column, changed))
            .collect();
        let days = self.words().days.replace("{}", &days.to_string());
        format!(
            "INSERT INTO {table} ({}) SELECT {} FROM (SELECT * FROM {table} WHERE tenant_id = {} {but}) AS day, {days}",
            columns.join(", "),
            values.join(", "),
            self.tenant
        )
    }

    fn value(&self, column: &str, changed: &[(&str, Change)]) -> String {
        let words = self.words();
        let change = changed.iter().find(|(name, _)| *name == column);
        let value = match change.map(|(_, change)| change) {
            Some(Id) => words.id,
            Some(Instant) => words.instant,
            Some(Day) => words.day,
            Some(Code) => words.code,
            // More than all commands of a day are apart.
            Some(Place) => "{} + d * 4294967296",
            None => "{}",
        };
        value.replace("{}", column)
    }

    fn columns(&self, table: &str) -> Vec<String> {
        let found = match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let sql = format!("SELECT name FROM pragma_table_info('{table}')");
                shell::sqlite(path, &sql)
            }
            None => {
                let sql = format!(
                    "SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' \
                     ORDER BY ordinal_position"
                );
                shell::psql(self.url, &sql)
            }
        };
        found.lines().map(str::to_owned).collect()
    }

    /// Runs the statements in one transaction, without looking at foreign keys: the rows keep them as the day does.
    /// Then the statistics are brought up to date, and PostgreSQL's map of what all can see.
    fn run(&self, sql: &str) {
        match self.url.strip_prefix("sqlite:") {
            // The library's own SQLite: the shell's may be too old for `unhex`.
            Some(path) => {
                let mut c = SqliteConnection::establish(path).unwrap();
                let settings = "PRAGMA busy_timeout = 60000; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000";
                c.batch_execute(settings).unwrap();
                c.batch_execute(&format!("BEGIN IMMEDIATE;\n{sql};\nCOMMIT"))
                    .unwrap();
                c.batch_execute("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
                    .unwrap();
            }
            None => {
                let whole =
                    format!("SET session_replication_role = replica;\nBEGIN;\n{sql};\nCOMMIT");
                shell::psql(self.url, &whole);
                shell::psql(self.url, "VACUUM ANALYZE");
                shell::psql(self.url, "CHECKPOINT");
            }
        }
    }
}
