//! A group: a collective name such as "các sở", and whom it means from a day on.
//!
//! On a day it means every agency of its kind in force in the province, but for those that somebody took out, and
//! whom somebody put in. What was put in or out stands for whoever has its work, once it has ended.

mod did;
mod make;
mod put;
mod rename;

use jiff::civil::Date;

use super::Kind;

pub use make::{MAKE, make};
pub use put::{PUT, put};
pub use rename::{RENAME, rename};

/// A collective name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `@so`.
    pub code: String,
    /// `Các sở, ban, ngành tỉnh`.
    pub name: String,
    /// The kind of agency that it means; none where it means only those that are named.
    pub kind: Option<Kind>,
    /// The first day that it means anything.
    pub began: Date,
    /// The last day.
    pub ended: Option<Date>,
    /// The group that goes on for it.
    pub successor: Option<String>,
}

/// That an agency is in a group, or is not, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The code of the group.
    pub group: String,
    /// The code of the agency.
    pub agency: String,
    /// The day from which it is so.
    pub from: Date,
    /// Whether it is in the group.
    pub included: bool,
}

impl Group {
    /// The word of its kind in the database and in catalogues.
    pub fn kind_word(&self) -> &'static str {
        self.kind.map_or("none", Kind::as_str)
    }
}
