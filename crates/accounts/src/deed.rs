//! A deed: what was done, as the audit trail keeps it.

use serde_json::Value;

/// What was done. Each slice has one enum of its deeds.
pub trait Deed: Send {
    /// The act, a lasting word with its slice: `scores.imported`.
    fn act(&self) -> &'static str;

    /// What it was done to, as its slice names it: `edition/2024`.
    fn subject(&self) -> String;

    /// What was there before; none when there was nothing.
    fn before(&self) -> Option<Value> {
        None
    }

    /// What is there since; none when nothing is left.
    fn after(&self) -> Option<Value> {
        None
    }
}
