//! The plan: its documents, and the targets that they set. Tasks and reports come with a later issue.

pub mod calendar;
mod did;
pub mod document;
pub mod target;

pub use calendar::{Calendar, Period, Rhythm};
pub use document::{Document, Kind};
pub use target::Target;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] =
    &[&document::ISSUE, &document::ATTACH, &target::SET, &calendar::SEED, &calendar::EDIT_CALENDAR];
