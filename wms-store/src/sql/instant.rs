use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    query_builder::QueryId,
    serialize::{self, Output, ToSql},
    sql_types::SqlType,
};

/// `timestamptz` on PostgreSQL, milliseconds since 1970 on SQLite.
#[derive(Debug, Clone, Copy, Default, SqlType, QueryId)]
#[cfg_attr(
    feature = "postgres",
    diesel(postgres_type(oid = 1184, array_oid = 1185))
)]
#[cfg_attr(feature = "sqlite", diesel(sqlite_type(name = "Long")))]
pub struct Instant;

/// Milliseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Instant)]
pub struct Time(pub i64);

#[cfg(feature = "postgres")]
mod postgres {
    use super::{FromSql, Instant, Output, Time, ToSql, deserialize, serialize};
    use diesel::{
        pg::{Pg, PgValue, data_types::PgTimestamp},
        sql_types::Timestamptz,
    };

    /// PostgreSQL counts microseconds from the year 2000 on.
    const EPOCH: i64 = 946_684_800_000;

    impl ToSql<Instant, Pg> for Time {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
            let micros = (self.0 - EPOCH)
                .checked_mul(1000)
                .ok_or("an instant that no timestamp holds")?;
            ToSql::<Timestamptz, Pg>::to_sql(&PgTimestamp(micros), &mut out.reborrow())
        }
    }

    impl FromSql<Instant, Pg> for Time {
        fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
            let PgTimestamp(micros) = FromSql::<Timestamptz, Pg>::from_sql(value)?;
            Ok(Self(micros.div_euclid(1000) + EPOCH))
        }
    }
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::{FromSql, Instant, Output, Time, ToSql, deserialize, serialize};
    use diesel::{
        serialize::IsNull,
        sql_types::BigInt,
        sqlite::{Sqlite, SqliteValue},
    };

    impl ToSql<Instant, Sqlite> for Time {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            out.set_value(self.0);
            Ok(IsNull::No)
        }
    }

    impl FromSql<Instant, Sqlite> for Time {
        fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            <i64 as FromSql<BigInt, Sqlite>>::from_sql(value).map(Self)
        }
    }
}
