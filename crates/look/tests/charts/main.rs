//! The charts: as they are in both languages, and what holds for any data.

#![allow(clippy::unwrap_used, reason = "a test's helper fails where it stands, as a test does")]

mod drawing;
mod figures;
mod properties;
mod snapshots;
