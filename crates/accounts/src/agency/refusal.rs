//! Why the directory was not changed.

use jiff::civil::Date;

use crate::Forbidden;

/// Why agencies were not taken in or changed: one variant for each thing that somebody can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No agency of this code.
    #[error("there is no agency {0}")]
    NoAgency(String),
    /// An agency of this code is there.
    #[error("there is already an agency {0}")]
    Known(String),
    /// The code cannot be one.
    #[error("{0} cannot be a code: capital letters, digits and hyphens, from 2 to 30")]
    BadCode(String),
    /// An agency needs a name, of at most 200 characters.
    #[error("an agency needs a name")]
    NoName,
    /// The identifier cannot be one.
    #[error("{0} cannot be an identifier: letters, digits and dots, at most 35")]
    BadIdentifier(String),
    /// An agency ends before it begins.
    #[error("the agency {0} ends before it begins")]
    Backwards(String),
    /// The agency's end is known already.
    #[error("the agency ends on {0} already")]
    Ended(Date),
    /// A successor is not in force on the day after.
    #[error("{code} is not in force on {day}")]
    NoSuccessor {
        /// The code of the successor.
        code: String,
        /// The day after the last one.
        day: Date,
    },
    /// Somebody changed it since the form was opened; the identifier and the note that are there now.
    #[error("it was changed meanwhile")]
    Changed {
        /// Its identifier.
        identifier: Option<String>,
        /// Its note.
        note: Option<String>,
    },
    /// No group of this code.
    #[error("there is no group {0}")]
    NoGroup(String),
    /// The code cannot be a group's.
    #[error("{0} cannot be a group's code: @ and small letters, digits and hyphens, at most 30")]
    BadGroupCode(String),
    /// The group has another name meanwhile.
    #[error("it is called {0} meanwhile")]
    GroupChanged(String),
    /// The agency is not in force on the day, or the group means nothing yet.
    #[error("{code} is not in force on {day}")]
    NotThen {
        /// The code of the agency.
        code: String,
        /// The day.
        day: Date,
    },
    /// The database failed: a code that is there already, a successor that is not.
    #[error(transparent)]
    Store(#[from] store::Error),
}
