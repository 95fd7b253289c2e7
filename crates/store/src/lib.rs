//! The one door to SQLite and PostgreSQL: migrations, transactions, attachments, backup and restore.
//!
//! It knows no table's meaning, and nobody else knows which database it is. A slice writes one constant text
//! for each statement, with `$1` marks, and sends it with [`on!`], which compiles it once per driver:
//!
//! ```ignore
//! pub async fn count(at: &mut impl Ask, subject: &str) -> Result<i64, store::Error> {
//!     const SQL: &str = "SELECT count(*) FROM audit WHERE subject = $1";
//!     on!(at, c => sqlx::query_scalar(SQL).bind(subject).fetch_one(c).await)
//! }
//! ```
//!
//! A statement that only reads takes `&mut impl Ask`: a transaction or a reading connection, whichever the
//! caller has. A transaction always says at its beginning that it will write.

mod address;
mod among;
mod attachments;
pub mod backup;
mod catalogue;
mod claim;
mod door;
mod error;
pub mod folder;
mod insert;
pub mod migrations;
mod transaction;
mod value;
pub mod words;

pub use address::{Address, NotAnAddress};
pub use among::select_among;
pub use attachments::{Attachments, Digest};
pub use catalogue::{Column, Kind, Table, tables};
pub use claim::Claim;
pub use door::Store;
pub use error::Error;
pub use insert::insert_many;
pub use transaction::{Ask, Link, Reading, Tx};
pub use value::Value;
