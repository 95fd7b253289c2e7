//! Why something was not done about a campaign.

use jiff::civil::Date;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that the desk may know of.
    #[error("there is no such campaign or item")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A title is needed, not longer than [`super::TITLE_MAX`].
    #[error("a title is needed, not too long")]
    NoTitle,
    /// It must say what people should know or be able to do.
    #[error("an aim is needed")]
    NoAim,
    /// It must say whom it is for.
    #[error("an audience is needed")]
    NoAudience,
    /// A text is longer than [`super::TEXT_MAX`].
    #[error("a text is too long")]
    TooLong,
    /// It ends before it begins, or lasts more than a year.
    #[error("the days do not fit")]
    Days,
    /// No amount of money, or one below nothing.
    #[error("the budget does not fit")]
    Budget,
    /// There is no such task.
    #[error("there is no such task")]
    NoTask,
    /// The words would coach respondents, aim at surveyed places or at a rank: a person decides, and says why.
    #[error("a text is flagged: {0:?}")]
    Flagged(Vec<super::Flag>),
    /// Somebody changed it meanwhile.
    #[error("it was changed meanwhile")]
    Changed,
    /// It is closed.
    #[error("it is closed")]
    Closed,
    /// It is open already.
    #[error("it is open already")]
    Opened,
    /// It has nothing that anybody makes.
    #[error("it has no items")]
    NoItems,
    /// More items than [`super::ITEMS_MAX`].
    #[error("too many items")]
    TooMany,
    /// An item needs its words.
    #[error("an item needs its words")]
    NoWhat,
    /// No agency in force has that code.
    #[error("no agency in force has that code")]
    NoAgency,
    /// It is due after the campaign's last day.
    #[error("it is due after {0}, the last day of the campaign")]
    DueAfter(Date),
    /// An overdue item gets another day with a reason alone, not too long.
    #[error("a reason is needed why its day moves")]
    NoMoveReason,
    /// The item was struck out.
    #[error("it was struck out")]
    Dropped,
    /// The day lies more than a year before the campaign's first.
    #[error("that is more than a year before {0}")]
    LongAgo(Date),
    /// There is no such bulletin, or the item is none for loudspeakers.
    #[error("there is no such bulletin for it")]
    NoBulletin,
    /// There is no such article that the desk may know of, or the item is none for the portal.
    #[error("there is no such article for it")]
    NoArticle,
    /// More tasks than [`super::TASKS_MAX`].
    #[error("too many tasks")]
    TooManyTasks,
    /// The day has not come yet.
    #[error("{0} has not come yet")]
    NotYet(Date),
    /// A count below nothing.
    #[error("a count cannot be below nothing")]
    Reached,
    /// The logs of its bulletin tell; nobody says it by hand.
    #[error("the logs of its bulletin tell")]
    InLogs,
    /// Its article tells; nobody says it by hand.
    #[error("its article tells")]
    InNews,
    /// It was made: what was made is not dropped.
    #[error("it was made")]
    Made,
    /// A reason is needed, not too long.
    #[error("a reason is needed")]
    NoReason,
    /// It says neither what is to be told nor which contents it is about.
    #[error("messages and contents are needed")]
    NoMessages,
    /// What came of it is needed.
    #[error("an outcome is needed")]
    NoOutcome,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
