//! An extension: a later day asked for, granted or refused. Each day that was promised is kept and counted.

mod answer;
mod ask;
pub(crate) mod table;

use jiff::civil::Date;

pub use answer::{ANSWER, Answer, answer};
pub use ask::{ASK, Wish, ask};

use crate::report;

/// The longest reason, in characters.
pub const WHY_MAX: usize = 1000;

/// An extension as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// Its number.
    pub id: i64,
    /// The assignment.
    pub assignment: i64,
    /// The key of the form that it came by.
    pub form: String,
    /// The day that is asked for.
    pub until: Date,
    /// Why.
    pub why: String,
    /// The account of who asked.
    pub asked_by: String,
    /// The day of asking.
    pub asked_on: Date,
    /// How it stands.
    pub state: State,
    /// The day that was granted.
    pub granted_until: Option<Date>,
    /// What was answered; a refusal says why.
    pub reason: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// The day of the answer.
    pub answered_on: Option<Date>,
}

/// How an extension stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Asked, not answered.
    Asked,
    /// Granted.
    Granted,
    /// Refused.
    Refused,
}

impl State {
    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }

    fn read(word: &str) -> Option<Self> {
        [Self::Asked, Self::Granted, Self::Refused].into_iter().find(|state| state.as_str() == word)
    }
}

/// How many days were promised for an assignment so far.
pub fn promises(extensions: &[Extension]) -> usize {
    extensions.iter().filter(|extension| extension.state == State::Granted).count()
}

/// Why an extension was not asked for or not answered.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that the desk may know of.
    #[error("there is no such assignment or extension")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// The assignment is done, was cancelled, or another answers it.
    #[error("the assignment is over")]
    Over,
    /// The day is not later than the one that counts now, or has passed.
    #[error("the day must be later than {0}")]
    NotLater(Date),
    /// One is asked for already.
    #[error("an extension is asked for already")]
    Asked,
    /// It was answered already, so.
    #[error("it was answered already")]
    Answered(Box<Extension>),
    /// A wish or a refusal without its reason.
    #[error("a reason is needed")]
    NoReason,
    /// The reason is longer than [`WHY_MAX`].
    #[error("the reason is too long")]
    TooLong,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<report::Refusal> for Refusal {
    fn from(refusal: report::Refusal) -> Self {
        match refusal {
            report::Refusal::Forbidden(forbidden) => Self::Forbidden(forbidden),
            report::Refusal::Store(fault) => Self::Store(fault),
            _ => Self::Missing,
        }
    }
}

/// A reason, tidied; how it is asked for.
fn reason(written: &str) -> Result<String, Refusal> {
    let reason = written.replace("\r\n", "\n").trim().to_owned();
    match reason.chars().count() {
        0 => Err(Refusal::NoReason),
        n if n > WHY_MAX => Err(Refusal::TooLong),
        _ => Ok(reason),
    }
}
