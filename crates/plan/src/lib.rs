//! The plan: its documents, and the targets that they set. Tasks and reports come with a later issue.

mod did;
pub mod document;
pub mod target;

pub use document::{Document, Kind};
pub use target::Target;
