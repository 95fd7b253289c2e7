//! Fieldwork: survey files of an office's own and their designs, and what such a survey says.
//!
//! A [`Survey`] is a file that somebody brought, what its columns are, and how its people were drawn. [`file`] reads
//! what tools of data collection write, [`design`] says in facts what the columns imply, [`answer`] estimates, by the
//! crate `estimate`, and hides groups that are too small to be shown.

pub mod answer;
pub mod column;
pub mod design;
mod did;
pub mod file;
pub mod survey;

pub use answer::{Answers, Question};
pub use column::{Column, Kind};
pub use design::{Design, Implied};
pub use file::Table;
pub use survey::Survey;

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &survey::UPLOAD,
    &survey::DESCRIBE,
    &survey::ASK,
    &survey::FORGET,
    &survey::REMOVE,
    &survey::READ,
    &survey::SWEEP,
];
