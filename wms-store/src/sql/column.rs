//! Which Rust value a column is read into: the schema says it once.
use super::{Date, Day, Id, IdValue, Instant, Time};
use diesel::sql_types::{
    BigInt, Binary, Bool, Integer, IntoNullable, Nullable, SmallInt, SqlType, Text, is_nullable,
};

/// The value of a column of an SQL type.
pub(crate) trait Column {
    /// What a row holds.
    type Value;
}

macro_rules! columns {
    ($($sql:ty => $value:ty;)+) => {$(
        impl Column for $sql {
            type Value = $value;
        }
    )+};
}

columns! {
    Text => String;
    Bool => bool;
    SmallInt => i16;
    Integer => i32;
    BigInt => i64;
    Binary => Vec<u8>;
    Id => IdValue;
    Instant => Time;
    Day => Date;
}

impl<ST> Column for Nullable<ST>
where
    ST: Column + SqlType<IsNull = is_nullable::NotNull> + IntoNullable,
{
    type Value = Option<ST::Value>;
}
