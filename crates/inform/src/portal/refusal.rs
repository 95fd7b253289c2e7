//! Why something was not done about a section.

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none.
    #[error("there is no such section")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A name is needed, not too long.
    #[error("a name is needed")]
    NoName,
    /// An address on the web is needed, without a name and a password in it.
    #[error("an address is needed")]
    NoAddress,
    /// An agency in force is needed.
    #[error("there is no such agency")]
    NoAgency,
    /// The law or the ground is needed, not too long.
    #[error("the ground is needed")]
    NoGround,
    /// One to 366 days.
    #[error("the days do not fit")]
    Days,
    /// That address is on the list.
    #[error("that address is on the list")]
    Twice,
    /// The list is full.
    #[error("the list is full")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
