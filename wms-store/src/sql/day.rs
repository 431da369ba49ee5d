use chrono::NaiveDate;
use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    query_builder::QueryId,
    serialize::{self, Output, ToSql},
    sql_types::SqlType,
};

/// `date` on PostgreSQL, `YYYY-MM-DD` on SQLite: both sort by day.
#[derive(Debug, Clone, Copy, Default, SqlType, QueryId)]
#[cfg_attr(
    feature = "postgres",
    diesel(postgres_type(oid = 1082, array_oid = 1182))
)]
#[cfg_attr(feature = "sqlite", diesel(sqlite_type(name = "Text")))]
pub struct Day;

/// A calendar day, as a row holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Day)]
pub struct Date(pub NaiveDate);

#[cfg(feature = "postgres")]
mod postgres {
    use super::{Date, Day, FromSql, NaiveDate, Output, ToSql, deserialize, serialize};
    use chrono::TimeDelta;
    use diesel::{
        pg::{Pg, PgValue, data_types::PgDate},
        sql_types::Date as PgDay,
    };

    /// PostgreSQL counts days from the year 2000 on.
    fn epoch() -> Result<NaiveDate, &'static str> {
        NaiveDate::from_ymd_opt(2000, 1, 1).ok_or("the year 2000 is a year")
    }

    impl ToSql<Day, Pg> for Date {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
            let days = i32::try_from((self.0 - epoch()?).num_days())?;
            ToSql::<PgDay, Pg>::to_sql(&PgDate(days), &mut out.reborrow())
        }
    }

    impl FromSql<Day, Pg> for Date {
        fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
            let PgDate(days) = FromSql::<PgDay, Pg>::from_sql(value)?;
            let day = epoch()?.checked_add_signed(TimeDelta::days(i64::from(days)));
            Ok(Self(day.ok_or("a day beyond all calendars")?))
        }
    }
}

#[cfg(feature = "sqlite")]
mod sqlite {
    use super::{Date, Day, FromSql, NaiveDate, Output, ToSql, deserialize, serialize};
    use diesel::{
        serialize::IsNull,
        sql_types::Text,
        sqlite::{Sqlite, SqliteValue},
    };

    impl ToSql<Day, Sqlite> for Date {
        fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
            out.set_value(self.0.format("%Y-%m-%d").to_string());
            Ok(IsNull::No)
        }
    }

    impl FromSql<Day, Sqlite> for Date {
        fn from_sql(value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
            let text = <String as FromSql<Text, Sqlite>>::from_sql(value)?;
            let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d");
            Ok(Self(day.map_err(|error| error.to_string())?))
        }
    }
}
