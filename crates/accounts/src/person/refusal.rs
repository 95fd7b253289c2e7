//! Why nothing was done about a person.

use crate::{Forbidden, post};

/// Why nothing was done about a person: one variant for each thing that somebody can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No such person.
    #[error("there is no such person")]
    NoPerson,
    /// A person needs a name with a letter in it, of at most 100 characters.
    #[error("a person needs a name")]
    NoName,
    /// The account cannot be one.
    #[error("{0} cannot be an account: letters, digits, dots and hyphens, from 2 to 40")]
    BadAccount(String),
    /// Somebody else has the account.
    #[error("there is already an account {0}")]
    Known(String),
    /// The subject is no text of at most 255 characters.
    #[error("that cannot be a subject of the identity service")]
    BadSubject,
    /// The subject means somebody else; their account.
    #[error("that subject means {0}")]
    OthersSubject(String),
    /// The same form came twice.
    #[error("this was sent already")]
    Sent,
    /// Somebody changed it since the form was opened; what it is now.
    #[error("it was changed meanwhile, to {0}")]
    Changed(String),
    /// Nobody would be left who may administer.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// The person could not be appointed.
    #[error(transparent)]
    Post(#[from] post::Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
