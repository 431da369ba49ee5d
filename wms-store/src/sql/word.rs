use diesel::deserialize::{self, FromSql, FromSqlRow};
use std::str::FromStr;

/// A word of a closed set, read without a copy of its text; none where it is no such word: whoever reads the row
/// says that it is corrupt.
#[derive(Debug, Clone, Copy, FromSqlRow)]
pub(crate) struct Word<T>(pub(crate) Option<T>);

#[cfg(feature = "postgres")]
mod postgres {
    use super::{FromSql, FromStr, Word, deserialize};
    use diesel::{
        pg::{Pg, PgValue},
        sql_types::Text,
    };

    impl<T: FromStr> FromSql<Text, Pg> for Word<T> {
        fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
            Ok(Self(core::str::from_utf8(value.as_bytes())?.parse().ok()))
        }
    }
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::{FromSql, FromStr, Word, deserialize};
    use diesel::{
        sql_types::Text,
        sqlite::{Sqlite, SqliteValue},
    };

    impl<T: FromStr> FromSql<Text, Sqlite> for Word<T> {
        fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            Ok(Self(value.read_text().parse().ok()))
        }
    }
}
