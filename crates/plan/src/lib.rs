//! The plan: its documents, the targets that they set, its tasks, and the assignments that arise from them.

pub mod annex;
pub mod assignment;
pub mod board;
pub mod calendar;
mod did;
pub mod document;
pub mod evidence;
pub mod extension;
pub mod morning;
pub mod owed;
pub mod plan;
pub mod progress;
pub mod report;
pub mod status;
pub mod target;
pub mod task;

pub use assignment::Assignment;
pub use board::Board;
pub use calendar::{Calendar, Period, Rhythm};
pub use document::{Document, Kind};
pub use evidence::Scanner;
pub use owed::Owed;
pub use plan::Plan;
pub use plan::close::{CLOSE, close};
pub use plan::copy::{COPY, copy};
pub use plan::draft::{DRAFT, draft};
pub use plan::publish::{PUBLISH, lacks, publish};
pub use progress::Progress;
pub use report::Report;
pub use status::Status;
pub use target::Target;
pub use task::{Task, Terms};

/// Every right of this slice; `ARCHITECTURE.md` shows them as a table, which a test walks.
pub const RIGHTS: &[&accounts::Right] = &[
    &document::ISSUE,
    &document::ATTACH,
    &target::SET,
    &calendar::SEED,
    &calendar::EDIT_CALENDAR,
    &plan::READ,
    &plan::READ_DRAFT,
    &DRAFT,
    &PUBLISH,
    &CLOSE,
    &COPY,
    &task::DRAFT,
    &task::CHANGE,
    &task::CANCEL,
    &task::JOIN,
    &report::SAVE,
    &report::SUBMIT,
    &report::ON_BEHALF,
    &report::WITHDRAW,
    &report::ACCEPT,
    &report::RETURN,
    &report::READ,
    &report::LOOK,
    &evidence::ADD,
    &evidence::READ,
    &extension::ASK,
    &extension::ANSWER,
    &assignment::ARISE,
    &assignment::MERGE,
    &assignment::DECIDE,
    &assignment::TRANSFER,
    &board::READ,
    &annex::UPLOAD,
    &annex::SETTLE,
    &annex::SWEEP,
];
