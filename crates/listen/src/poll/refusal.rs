//! Why something was not done about a poll.

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that one may know of.
    #[error("there is no such poll")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// This names or reaches a person, and the text is public.
    #[error("it names or reaches a person")]
    Personal(String),
    /// No question, or one longer than [`super::ASKED_MAX`].
    #[error("a question is needed, not too long")]
    NoQuestion,
    /// Two to eight choices are needed, each another.
    #[error("two to eight different choices are needed")]
    NoChoices,
    /// These words seem to coach who may be surveyed, or to aim at them, and nobody said that they are right so.
    #[error("it says «{0}»")]
    Coaching(String),
    /// It ends before it opens, opened in the past, or stays open too long.
    #[error("the days do not fit")]
    Days,
    /// It opened: what some answered to cannot become another question.
    #[error("it has opened")]
    Opened,
    /// It was taken out of sight.
    #[error("it was withdrawn")]
    Withdrawn {
        /// The day.
        on: jiff::civil::Date,
        /// Why, as anyone may read it.
        why: String,
    },
    /// Nobody sees it: it has not opened, or was taken out of sight before.
    #[error("nobody sees it")]
    NotSeen,
    /// It takes no answers.
    #[error("it takes no answers")]
    NotOpen,
    /// Nothing was chosen, or nothing of it.
    #[error("nothing was chosen")]
    NoChoice,
    /// A reason is needed.
    #[error("a reason is needed")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
