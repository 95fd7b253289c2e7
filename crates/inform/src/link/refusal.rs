//! Why something was not done about a link.

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none.
    #[error("there is no such link")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A name is needed, not too long.
    #[error("a name is needed, not too long")]
    NoName,
    /// An address that begins with `https://` is needed, of a host with a name, without name and password in it.
    #[error("an https address is needed")]
    NoAddress,
    /// That name or that address is on the list.
    #[error("that name or that address is on the list")]
    Twice,
    /// The list is full.
    #[error("the list is full")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
