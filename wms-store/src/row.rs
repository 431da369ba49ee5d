//! What a row is: its columns in order, how it is bound, and the few statements that write it.
#[cfg(feature = "postgres")]
use diesel::pg::Pg;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
#[cfg(feature = "sqlite")]
use diesel::sqlite::Sqlite;
use std::fmt::Write;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// They are new; a row that is there is an error, and the command is decided again.
    Insert,
    /// They are there, in the version that the decision saw; else the command is decided again.
    Update,
    /// They belong to a locked entity: new or not.
    Upsert,
    /// They say the same for ever: whoever writes first has written.
    Keep,
}

/// A row that the store writes.
pub(crate) trait Row: Sized + Sync {
    /// Its table.
    const TABLE: &'static str;
    /// Its columns.
    const COLUMNS: &'static [&'static str];
    /// Those of its key.
    const KEY: &'static [&'static str];
    /// The column that says which state of the row is there; empty where rows never change.
    const VERSION: &'static str;

    /// Binds one row's columns.
    #[cfg(feature = "sqlite")]
    fn bind<'q>(&'q self, query: SqliteQuery<'q>) -> SqliteQuery<'q>;

    /// Binds one row's columns.
    #[cfg(feature = "postgres")]
    fn bind_one<'q>(&'q self, query: PgQuery<'q>) -> PgQuery<'q>;

    /// Binds all rows, an array per column.
    #[cfg(feature = "postgres")]
    fn bind_all<'q>(rows: &'q [Self], query: PgQuery<'q>) -> PgQuery<'q>;
}

/// A statement for SQLite with binds of any kind.
#[cfg(feature = "sqlite")]
pub(crate) type SqliteQuery<'q> = BoxedSqlQuery<'q, Sqlite, SqlQuery>;
/// A statement for PostgreSQL with binds of any kind.
#[cfg(feature = "postgres")]
pub(crate) type PgQuery<'q> = BoxedSqlQuery<'q, Pg, SqlQuery>;

/// Columns that keep what they were first given: where a row stands among its like.
const KEPT: [&str; 2] = ["place", "run_place"];

/// `a = new.a, …`: what an update sets.
fn assignments<R: Row>(value: impl Fn(usize, &str) -> String) -> String {
    let columns = R::COLUMNS.iter().enumerate();
    let set = columns.filter(|(_, column)| !R::KEY.contains(column));
    let set = set.map(|(n, column)| {
        let new = value(n, column);
        if KEPT.contains(column) {
            format!("{column} = COALESCE({}.{column}, {new})", R::TABLE)
        } else {
            format!("{column} = {new}")
        }
    });
    set.collect::<Vec<_>>().join(", ")
}

/// What follows an insert.
fn on_conflict<R: Row>(mode: Mode) -> String {
    let key = R::KEY.join(", ");
    match mode {
        Mode::Insert | Mode::Update => String::new(),
        Mode::Keep => format!(" ON CONFLICT ({key}) DO NOTHING"),
        Mode::Upsert => {
            let set = assignments::<R>(|_, column| format!("excluded.{column}"));
            format!(" ON CONFLICT ({key}) DO UPDATE SET {set}")
        }
    }
}

/// The statement that writes one row on SQLite; an update takes the expected version last, and gives a row back
/// if it found one.
#[cfg(feature = "sqlite")]
pub(crate) fn sqlite_text<R: Row>(mode: Mode) -> String {
    let found = if mode == Mode::Update {
        " RETURNING 1 AS found"
    } else {
        ""
    };
    one_text::<R>(mode, '?') + found
}

/// The statement that writes one row on PostgreSQL: half the work of taking arrays apart for it.
#[cfg(feature = "postgres")]
pub(crate) fn pg_one_text<R: Row>(mode: Mode) -> String {
    one_text::<R>(mode, '$')
}

/// The statement that writes one row; an update takes the expected version last.
fn one_text<R: Row>(mode: Mode, mark: char) -> String {
    let table = R::TABLE;
    if mode == Mode::Update {
        let set = assignments::<R>(|n, _| format!("{mark}{}", n + 1));
        let columns = R::COLUMNS.iter().enumerate();
        let key = columns.filter(|(_, column)| R::KEY.contains(column));
        let mut found = key.fold(String::new(), |mut found, (n, column)| {
            let _ = write!(found, "{column} = {mark}{} AND ", n + 1);
            found
        });
        let _ = write!(found, "{} = {mark}{}", R::VERSION, R::COLUMNS.len() + 1);
        return format!("UPDATE {table} SET {set} WHERE {found}");
    }
    let columns = R::COLUMNS.join(", ");
    let values: Vec<String> = (1..=R::COLUMNS.len())
        .map(|n| format!("{mark}{n}"))
        .collect();
    let values = values.join(", ");
    let after = on_conflict::<R>(mode);
    format!("INSERT INTO {table} ({columns}) VALUES ({values}){after}")
}

/// The statement that writes any number of rows on PostgreSQL: its text never changes, so it stays prepared.
#[cfg(feature = "postgres")]
pub(crate) fn pg_text<R: Row>(mode: Mode) -> String {
    let table = R::TABLE;
    let arrays: Vec<String> = (1..=R::COLUMNS.len()).map(|n| format!("${n}")).collect();
    let (columns, arrays) = (R::COLUMNS.join(", "), arrays.join(", "));
    if mode == Mode::Update {
        let set = assignments::<R>(|_, column| format!("new.{column}"));
        let found: String = R::KEY.iter().fold(String::new(), |mut found, column| {
            let _ = write!(found, "{table}.{column} = new.{column} AND ");
            found
        });
        let (version, last) = (R::VERSION, R::COLUMNS.len() + 1);
        return format!(
            "UPDATE {table} SET {set} FROM unnest({arrays}, ${last}) AS new({columns}, was) \
             WHERE {found}{table}.{version} = new.was"
        );
    }
    let after = on_conflict::<R>(mode);
    // Ordered, so that whatever the database counts itself follows the order of the rows.
    format!(
        "INSERT INTO {table} ({columns}) SELECT {columns} FROM unnest({arrays}) \
         WITH ORDINALITY AS new({columns}, nth) ORDER BY nth{after}"
    )
}

macro_rules! row {
    ($(#[$doc:meta])* $row:ident = $table:ident ($($key:ident),+ $(; by $version:ident)?) {
        $($field:ident: $sql:ident $(<$inner:ident>)?,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable)]
        #[diesel(table_name = $table)]
        pub(crate) struct $row {
            $(pub(crate) $field: <diesel::dsl::SqlTypeOf<$table::$field> as Column>::Value,)+
        }

        impl crate::row::Row for $row {
            const TABLE: &'static str = stringify!($table);
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            const KEY: &'static [&'static str] = &[$(stringify!($key)),+];
            const VERSION: &'static str = concat!($(stringify!($version))?);

            #[cfg(feature = "sqlite")]
            fn bind<'q>(&'q self, query: crate::row::SqliteQuery<'q>) -> crate::row::SqliteQuery<'q> {
                $(let query = query.bind::<diesel::dsl::SqlTypeOf<$table::$field>, _>(&self.$field);)+
                query
            }

            #[cfg(feature = "postgres")]
            fn bind_one<'q>(&'q self, query: crate::row::PgQuery<'q>) -> crate::row::PgQuery<'q> {
                $(let query = query.bind::<diesel::dsl::SqlTypeOf<$table::$field>, _>(&self.$field);)+
                query
            }

            #[cfg(feature = "postgres")]
            fn bind_all<'q>(rows: &'q [Self], query: crate::row::PgQuery<'q>) -> crate::row::PgQuery<'q> {
                $(let query = query.bind::<diesel::sql_types::Array<diesel::dsl::SqlTypeOf<$table::$field>>, _>(
                    rows.iter().map(|row| &row.$field).collect::<Vec<_>>(),
                );)+
                query
            }
        }
    };
}
pub(crate) use row;
