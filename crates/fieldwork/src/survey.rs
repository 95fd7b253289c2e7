//! A survey: a file that an office brought, what its columns are, how its people were drawn, and what was asked of it.
//!
//! What tells who somebody is does not come in, and what a person marks as of no use is not kept: until its columns are
//! described, a file waits as a draft in the database; then the columns in use become an attachment.

mod ask;
mod describe;
mod find;
mod remove;
mod sweep;
pub(crate) mod table;
mod upload;

use jiff::civil::Date;

use crate::column::Column;
use crate::design::{Amiss, Design};
use crate::file::{Unread, Why};

pub use ask::{ASK, FORGET, Saved, ask, forget, saved};
pub use describe::{DESCRIBE, Described, describe};
pub use find::{READ, find, list, load};
pub use remove::{REMOVE, remove};
pub use sweep::{DAYS, SWEEP, sweep};
pub use upload::{New, UPLOAD, upload};

/// The longest title, in characters.
pub const TITLE_MAX: usize = 200;

/// A survey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its number.
    pub id: i64,
    /// The mark of the form that it came by.
    pub form: String,
    /// What it is called.
    pub title: String,
    /// The code of the agency whose it is.
    pub agency: String,
    /// The name of the file.
    pub file: String,
    /// The day it came.
    pub kept_on: Date,
    /// The account of who brought it.
    pub kept_by: String,
    /// People asked.
    pub rows: usize,
    /// Its columns, in the order of the file.
    pub columns: Vec<Column>,
    /// How its people were drawn; none until its columns were described.
    pub design: Option<Design>,
    /// The columns that were dropped when it came in, by their heading.
    pub dropped: Vec<(String, Why)>,
    /// The name of its bytes among the attachments; none until its columns were described.
    pub digest: Option<String>,
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that the desk may know of.
    #[error("there is no such survey")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// It needs a title, of at most [`TITLE_MAX`] characters.
    #[error("a survey needs a title")]
    Untitled,
    /// No agency in force has this code.
    #[error("there is no agency {0} in force")]
    NoAgency(String),
    /// The file cannot be read.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// Nothing is left of the file once what is dropped is dropped.
    #[error("no column of the file is of use")]
    NothingLeft,
    /// The columns are not what they were said to be.
    #[error(transparent)]
    Amiss(#[from] Amiss),
    /// Its columns were not described yet.
    #[error("the columns of the survey were not described yet")]
    Undescribed,
    /// The database or the attachments failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
