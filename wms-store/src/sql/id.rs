use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    query_builder::QueryId,
    serialize::{self, Output, ToSql},
    sql_types::SqlType,
};
use uuid::Uuid;

/// `uuid` on PostgreSQL, 16 bytes on SQLite: both compare bytewise.
#[derive(Debug, Clone, Copy, Default, SqlType, QueryId)]
#[cfg_attr(
    feature = "postgres",
    diesel(postgres_type(oid = 2950, array_oid = 2951))
)]
#[cfg_attr(feature = "sqlite", diesel(sqlite_type(name = "Binary")))]
pub struct Id;

/// An id of any kind of thing, as a row holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Id)]
pub struct IdValue(pub Uuid);

#[cfg(feature = "postgres")]
mod postgres {
    use super::{FromSql, Id, IdValue, Output, ToSql, Uuid, deserialize, serialize};
    use diesel::{
        pg::{Pg, PgValue},
        serialize::IsNull,
    };
    use std::io::Write;

    impl ToSql<Id, Pg> for IdValue {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
            out.write_all(self.0.as_bytes())?;
            Ok(IsNull::No)
        }
    }

    impl FromSql<Id, Pg> for IdValue {
        fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
            Ok(Self(Uuid::from_slice(value.as_bytes())?))
        }
    }
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::{FromSql, Id, IdValue, Output, ToSql, Uuid, deserialize, serialize};
    use diesel::{
        serialize::IsNull,
        sqlite::{Sqlite, SqliteValue},
    };

    impl ToSql<Id, Sqlite> for IdValue {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            out.set_value(self.0.as_bytes().as_slice());
            Ok(IsNull::No)
        }
    }

    impl FromSql<Id, Sqlite> for IdValue {
        fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            Ok(Self(Uuid::from_slice(value.read_blob())?))
        }
    }
}
