//! One row as one line: a JSON list of its cells. What goes in comes out, to the last bit.

use jiff::Timestamp;
use serde_json::Value as Json;

use crate::{Column, Kind, Value};

/// Reads a cell of either driver's row, as `Result<Value, sqlx::Error>`.
macro_rules! cell {
    ($row:expr, $place:expr, $kind:expr) => {
        match $kind {
            $crate::Kind::Text => {
                $row.try_get::<Option<String>, _>($place).map(|v| $crate::Value::Text(v.map(Into::into)))
            }
            $crate::Kind::Int => $row.try_get($place).map($crate::Value::Int),
            $crate::Kind::Float => $row.try_get($place).map($crate::Value::Float),
            $crate::Kind::Bool => $row.try_get($place).map($crate::Value::Bool),
            $crate::Kind::Date => $row
                .try_get::<Option<jiff_sqlx::Date>, _>($place)
                .map(|v| $crate::Value::Date(v.map(jiff_sqlx::Date::to_jiff))),
            $crate::Kind::Instant => $row
                .try_get::<Option<jiff_sqlx::Timestamp>, _>($place)
                .map(|v| $crate::Value::Instant(v.map(jiff_sqlx::Timestamp::to_jiff))),
            $crate::Kind::Bytes => {
                $row.try_get::<Option<Vec<u8>>, _>($place).map(|v| $crate::Value::Bytes(v.map(Into::into)))
            }
        }
    };
}
pub(super) use cell;

/// A cell as JSON. Bytes are hexadecimal; a number that JSON does not have (NaN, infinity) is its name.
pub(super) fn json(value: &Value<'_>) -> Json {
    match value {
        Value::Text(text) => text.as_deref().into(),
        Value::Int(number) => (*number).into(),
        Value::Float(Some(number)) if !number.is_finite() => number.to_string().into(),
        Value::Float(number) => (*number).into(),
        Value::Bool(truth) => (*truth).into(),
        Value::Date(date) => date.map(|date| date.to_string()).into(),
        Value::Instant(instant) => instant.map(|instant| instant.to_string()).into(),
        Value::Bytes(bytes) => bytes.as_deref().map(crate::attachments::hex).into(),
    }
}

/// The cells of a line; none when they are not what the columns say.
pub(super) fn cells(line: &str, columns: &[Column]) -> Option<Vec<Value<'static>>> {
    let cells: Vec<Json> = serde_json::from_str(line).ok()?;
    if cells.len() != columns.len() {
        return None;
    }
    cells.into_iter().zip(columns).map(|(cell, column)| value(cell, column.kind)).collect()
}

fn value(cell: Json, kind: Kind) -> Option<Value<'static>> {
    if cell.is_null() {
        return Some(nothing(kind));
    }
    Some(match (kind, cell) {
        (Kind::Text, Json::String(text)) => Value::Text(Some(text.into())),
        (Kind::Int, cell) => Value::Int(Some(cell.as_i64()?)),
        (Kind::Float, Json::String(name)) => Value::Float(Some(name.parse().ok()?)),
        (Kind::Float, cell) => Value::Float(Some(cell.as_f64()?)),
        (Kind::Bool, cell) => Value::Bool(Some(cell.as_bool()?)),
        (Kind::Date, Json::String(date)) => Value::Date(Some(date.parse().ok()?)),
        (Kind::Instant, Json::String(instant)) => Value::Instant(Some(instant.parse::<Timestamp>().ok()?)),
        (Kind::Bytes, Json::String(hex)) => Value::Bytes(Some(unhex(&hex)?.into())),
        _ => return None,
    })
}

/// NULL of a kind.
fn nothing(kind: Kind) -> Value<'static> {
    match kind {
        Kind::Text => Value::Text(None),
        Kind::Int => Value::Int(None),
        Kind::Float => Value::Float(None),
        Kind::Bool => Value::Bool(None),
        Kind::Date => Value::Date(None),
        Kind::Instant => Value::Instant(None),
        Kind::Bytes => Value::Bytes(None),
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let pair = |pair: &[u8]| Some((digit(pair.first()?)? * 16 + digit(pair.get(1)?)?) as u8);
    text.as_bytes().chunks(2).map(pair).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value<'static>> {
        let date = (1_i16..=9999, 1_i8..=12, 1_i8..=28);
        prop_oneof![
            any::<Option<String>>().prop_map(|v| Value::Text(v.map(Into::into))),
            any::<Option<i64>>().prop_map(Value::Int),
            any::<Option<f64>>().prop_map(Value::Float),
            any::<u64>().prop_map(|bits| Value::Float(Some(f64::from_bits(bits)))),
            any::<Option<bool>>().prop_map(Value::Bool),
            date.prop_map(|(y, m, d)| Value::Date(Some(jiff::civil::date(y, m, d)))),
            (0_i64..4_000_000_000).prop_map(|s| Value::Instant(Timestamp::from_second(s).ok())),
            any::<Option<Vec<u8>>>().prop_map(|v| Value::Bytes(v.map(Into::into))),
        ]
    }

    fn kind_of(value: &Value<'_>) -> Kind {
        match value {
            Value::Text(_) => Kind::Text,
            Value::Int(_) => Kind::Int,
            Value::Float(_) => Kind::Float,
            Value::Bool(_) => Kind::Bool,
            Value::Date(_) => Kind::Date,
            Value::Instant(_) => Kind::Instant,
            Value::Bytes(_) => Kind::Bytes,
        }
    }

    /// NaN is not equal to itself, and minus zero is equal to zero: compare the bits.
    fn is_same(a: &Value<'_>, b: &Value<'_>) -> bool {
        match (a, b) {
            (Value::Float(Some(a)), Value::Float(Some(b))) => {
                a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
            }
            _ => a == b,
        }
    }

    proptest! {
        #[test]
        fn every_row_comes_back_to_the_last_bit(row in prop::collection::vec(any_value(), 1..8)) {
            let columns: Vec<Column> =
                row.iter().map(|value| Column { name: "x".to_owned(), kind: kind_of(value) }).collect();
            let line = serde_json::to_string(&row.iter().map(json).collect::<Vec<_>>()).unwrap();
            prop_assert!(!line.contains('\n'));
            let back = cells(&line, &columns).unwrap();
            prop_assert!(row.iter().zip(&back).all(|(a, b)| is_same(a, b)), "{row:?} {line} {back:?}");
        }
    }

    #[test]
    fn a_line_that_does_not_fit_its_columns_is_no_row() {
        let columns = [Column { name: "a".to_owned(), kind: Kind::Int }];
        for line in ["", "{}", "[]", "[1, 2]", "[\"1\"]", "[1.5]", "[true]", "[1"] {
            assert_eq!(cells(line, &columns), None, "{line}");
        }
        let bytes = [Column { name: "a".to_owned(), kind: Kind::Bytes }];
        for line in ["[\"f\"]", "[\"fg\"]", "[\"é\"]"] {
            assert_eq!(cells(line, &bytes), None, "{line}");
        }
    }
}
