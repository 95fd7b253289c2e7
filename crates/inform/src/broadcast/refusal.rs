//! Why something was not done about stations, bulletins and logs.

use jiff::civil::DateTime;
use plan::task::coaching::Aim;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that the desk may know of.
    #[error("there is no such bulletin, station or entry")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A title is needed, not longer than [`super::TITLE_MAX`].
    #[error("a title is needed, not too long")]
    NoTitle,
    /// A text is needed, in one of the languages.
    #[error("a text is needed")]
    NoText,
    /// A text is longer than [`super::TEXT_MAX`].
    #[error("the text is too long")]
    TooLong,
    /// It ends before it begins, began in the past, or takes too long.
    #[error("the days do not fit")]
    Days,
    /// It is to be aired never, or more often than [`super::TIMES_MAX`].
    #[error("how often does not fit")]
    Times,
    /// An urgent bulletin needs its hour.
    #[error("an urgent bulletin needs an hour")]
    NoHour,
    /// The hour of an urgent bulletin is long past.
    #[error("the hour {0} of an urgent bulletin is long past")]
    HourPassed(DateTime),
    /// An hour stands twice in a schedule.
    #[error("{0} stands twice")]
    HourTwice(DateTime),
    /// Stations have it: what was sent cannot become another text.
    #[error("it was sent")]
    Sent,
    /// Somebody changed it meanwhile.
    #[error("it was changed meanwhile")]
    Changed,
    /// It was withdrawn.
    #[error("it was withdrawn")]
    Withdrawn,
    /// No station that could take it was named.
    #[error("no station is named")]
    NoStation,
    /// The words would coach respondents or aim at surveyed places: a person decides, and says why.
    #[error("the text is flagged: {0:?}")]
    Flagged(Vec<(Aim, String)>),
    /// The agency is none that runs loudspeakers.
    #[error("such an agency has no station")]
    NoSuchStation,
    /// The sets do not fit: at least one, each with a place and its horns.
    #[error("the sets do not fit")]
    Sets,
    /// The slots do not fit: at least one, on some day, none over another.
    #[error("the slots do not fit")]
    Slots,
    /// The station does not have that bulletin.
    #[error("the bulletin was not sent to the station")]
    NotSent,
    /// An urgent bulletin is aired as sent: no station chooses its hour.
    #[error("an urgent bulletin is aired as sent")]
    Urgent,
    /// The hour lies outside the days of the bulletin.
    #[error("{0} lies outside its days")]
    OutOfDays(DateTime),
    /// The station planned another bulletin for that minute: it airs one thing at a time, as its log has it.
    #[error("the station planned something else at {0}")]
    Occupied(DateTime),
    /// The station airs an urgent bulletin then.
    #[error("the station airs an urgent bulletin at {0}")]
    UrgentThere(DateTime),
    /// The hour has passed: what was aired is logged instead.
    #[error("{0} has passed")]
    Passed(DateTime),
    /// More hours than [`super::SCHEDULE_MAX`].
    #[error("too many hours")]
    TooMany,
    /// It has not come yet.
    #[error("{0} has not come yet")]
    NotYet(DateTime),
    /// Nobody keeps a log of so long ago: the year is a slip.
    #[error("that is too long ago")]
    LongAgo,
    /// The bulletin came only then.
    #[error("the bulletin came only at {0}")]
    BeforeSent(DateTime),
    /// A length is needed, of at most [`super::AIRED_MAX`] seconds.
    #[error("the length does not fit")]
    Length,
    /// It is many times longer than reading the bulletin takes: somebody has to say that it was so.
    #[error("{seconds} seconds is far more than the {text} that its text takes")]
    Beyond {
        /// How long it is said to have been.
        seconds: i64,
        /// How long reading the bulletin takes.
        text: i64,
    },
    /// The log has something else of that minute.
    #[error("the log has something else at {0}")]
    Taken(DateTime),
    /// A reason is needed.
    #[error("a reason is needed")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
