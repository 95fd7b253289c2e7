//! Why something was not done about an assessment.

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none.
    #[error("there is no such assessment")]
    Missing,
    /// It was withdrawn.
    #[error("it was withdrawn on {on}")]
    Withdrawn {
        /// On which day.
        on: jiff::civil::Date,
        /// Why.
        why: String,
    },
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// The site's name is needed, not too long.
    #[error("the site's name is needed")]
    NoName,
    /// The site's address is needed, one on the web.
    #[error("the site's address is needed")]
    NoAddress,
    /// It was assessed today or in the five years before.
    #[error("the day does not fit")]
    Day,
    /// Who assessed it is needed, not too long.
    #[error("who assessed it is needed")]
    NoAssessor,
    /// How it was assessed is needed.
    #[error("how it was assessed is needed")]
    NoWay,
    /// Where a program was used it has a name, and only there.
    #[error("the program's name is needed, or none was used")]
    NoProgram,
    /// A standard is needed.
    #[error("a standard is needed")]
    NoStandard,
    /// Where a principle holds in part or not at all, what is missing has to be said, not too long.
    #[error("what is missing is needed")]
    NoMissing(super::Principle),
    /// Where something is missing a principle does not hold.
    #[error("something is missing, so that it does not hold")]
    HoldsNot(super::Principle),
    /// It is to be mended before it was assessed, or in more than ten years.
    #[error("the day by which it is mended does not fit")]
    Mended(super::Principle),
    /// How to ask in another way is too long.
    #[error("how to ask in another way is too long")]
    Otherwise,
    /// The same site, the same day: it was recorded already.
    #[error("it was recorded already")]
    Twice,
    /// A reason is needed, not too long.
    #[error("a reason is needed")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
