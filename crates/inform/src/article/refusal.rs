//! Why something was not done about an article.

use super::Tongue;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that one may know of.
    #[error("there is no such article")]
    Missing,
    /// It was withdrawn.
    #[error("it was withdrawn on {on}")]
    Withdrawn {
        /// What it was called.
        title: String,
        /// On which day.
        on: jiff::civil::Date,
        /// Why.
        why: String,
    },
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A title is needed, not too long.
    #[error("a title is needed, not too long")]
    NoTitle(Tongue),
    /// A summary is needed, not too long.
    #[error("a summary is needed, not too long")]
    NoSummary(Tongue),
    /// A text is needed, not too long.
    #[error("a text is needed, not too long")]
    NoBody(Tongue),
    /// A section is needed.
    #[error("a section is needed")]
    NoSection,
    /// It is needed in Vietnamese.
    #[error("a Vietnamese text is needed")]
    NoVietnamese,
    /// The name of who wrote it is needed.
    #[error("the author is needed")]
    NoAuthor,
    /// The name of who answers for it is needed.
    #[error("who answers for it is needed")]
    NoAnswers,
    /// A content, a duty or a task that there is not.
    #[error("what it serves is not there")]
    NoTie,
    /// An agency that there is not on the day.
    #[error("there is no such agency")]
    NoAgency,
    /// Who wrote it cannot approve it.
    #[error("who wrote it cannot approve it")]
    OwnText,
    /// Somebody changed it meanwhile.
    #[error("it was changed meanwhile")]
    Changed,
    /// It does not stand where this can be done.
    #[error("it stands otherwise")]
    Standing,
    /// It cannot be shown from a time in the past, or so far ahead.
    #[error("the time does not fit")]
    Time,
    /// The text names a picture that the article does not have.
    #[error("there is no picture {0}")]
    NoPicture(i64),
    /// What is sent as a correction says what stands already.
    #[error("nothing is corrected")]
    NothingCorrected,
    /// A reason is needed, or what was corrected.
    #[error("a reason is needed")]
    NoReason,
    /// The text would coach respondents of a survey or aim at surveyed places: somebody has to say that it is right so.
    #[error("the text seems to coach or to aim: {0}")]
    Coaching(String),
    /// What a picture shows has to be said.
    #[error("what the picture shows is needed")]
    NoAlt,
    /// The file is not kept.
    #[error("the file is not kept: {0:?}")]
    Unfit(plan::evidence::Unfit),
    /// It has as many files as it can.
    #[error("it has too many files")]
    TooMany,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
