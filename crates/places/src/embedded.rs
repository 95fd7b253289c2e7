//! The embedded reference tables: CSV with a header row, owned by the binary.

use serde::de::DeserializeOwned;

/// The records of an embedded table.
///
/// # Panics
/// If the table is not what the type says, which the tests rule out before a binary leaves.
pub fn rows<T: DeserializeOwned>(table: &'static str) -> Vec<T> {
    csv::Reader::from_reader(table.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|fault| panic!("an embedded table does not read: {fault}"))
}
