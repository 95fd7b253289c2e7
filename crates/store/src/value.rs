//! A value of one cell on its way into a table, of a type that both databases know.

use std::borrow::Cow;

use jiff::{Timestamp, civil::Date};

/// A value for [`crate::insert_many`]; none is NULL, of its type.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// TEXT.
    Text(Option<Cow<'a, str>>),
    /// BIGINT.
    Int(Option<i64>),
    /// DOUBLE PRECISION.
    Float(Option<f64>),
    /// BOOLEAN.
    Bool(Option<bool>),
    /// `{date}`.
    Date(Option<Date>),
    /// `{instant}`.
    Instant(Option<Timestamp>),
    /// `{bytes}`.
    Bytes(Option<Cow<'a, [u8]>>),
}

/// Binds a value to a statement of either driver.
macro_rules! bind {
    ($query:expr, $value:expr) => {
        match $value {
            $crate::Value::Text(v) => $query.bind(v),
            $crate::Value::Int(v) => $query.bind(v),
            $crate::Value::Float(v) => $query.bind(v),
            $crate::Value::Bool(v) => $query.bind(v),
            $crate::Value::Date(v) => $query.bind(v.map(jiff_sqlx::ToSqlx::to_sqlx)),
            $crate::Value::Instant(v) => $query.bind(v.map(jiff_sqlx::ToSqlx::to_sqlx)),
            $crate::Value::Bytes(v) => $query.bind(v),
        }
    };
}
pub(crate) use bind;

/// A cell may be filled or empty: both `T` and `Option<T>` become values.
macro_rules! values_from {
    ($($type:ty => $variant:ident),+) => {$(
        impl<'a> From<$type> for Value<'a> {
            fn from(value: $type) -> Self {
                Self::$variant(Some(value.into()))
            }
        }
        impl<'a> From<Option<$type>> for Value<'a> {
            fn from(value: Option<$type>) -> Self {
                Self::$variant(value.map(Into::into))
            }
        }
    )+};
}

values_from!(
    &'a str => Text, String => Text, i64 => Int, i32 => Int, f64 => Float, bool => Bool,
    Date => Date, Timestamp => Instant, &'a [u8] => Bytes, Vec<u8> => Bytes
);
