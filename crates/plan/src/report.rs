//! A report: what an agency says it did on an assignment.
//!
//! A draft is changed until it is sent; what was sent is never edited. After a return the answer is a new report,
//! which says that it was sent again; after an acceptance a correction is a new report, which says what it corrects.

mod did;
mod folder;
mod mine;
mod place;
mod queue;
mod refusal;
mod review;
mod save;
mod submit;
pub(crate) mod table;
mod withdraw;

use jiff::{Timestamp, civil::Date};

use crate::owed::Measure;

pub(crate) use did::Did;
pub use folder::{Folder, Told, folder};
pub use mine::{Mine, mine};
pub use queue::{AT_ONCE, Asked, Filter, LOOK, Queue, Waiting, queue};
pub use refusal::Refusal;
pub use review::{ACCEPT, Decision, RETURN, accept, send_back};
pub(crate) use save::may_write;
pub use save::{SAVE, save};
pub use submit::{ON_BEHALF, SUBMIT, submit};
pub use withdraw::{WITHDRAW, withdraw};

use accounts::{Reach, Right, Role};

/// The longest text of one field, in characters.
pub const TEXT_MAX: usize = 5000;

/// Who may read reports, their evidence and extensions.
pub const READ: Right = Right {
    act: "report.read",
    held_by: &[
        (Role::Head, Reach::Cooperating),
        (Role::Officer, Reach::Cooperating),
        (Role::Communicator, Reach::Cooperating),
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Its number in the database.
    pub id: i64,
    /// The assignment.
    pub assignment: i64,
    /// Its number within the assignment, from 1.
    pub number: i64,
    /// How it stands.
    pub state: State,
    /// Grows with every change.
    pub version: i64,
    /// The key of the form that it came by.
    pub form: String,
    /// What it says.
    pub words: Words,
    /// The code of the agency that says it.
    pub agency: String,
    /// The post of who typed it.
    pub post: String,
    /// The account of who typed it.
    pub author: String,
    /// Whether another typed it for a body outside the province's command.
    pub on_behalf: bool,
    /// The accepted report that it corrects.
    pub corrects: Option<i64>,
    /// When it was last typed.
    pub written_at: Timestamp,
    /// When it was sent.
    pub submitted_at: Option<Timestamp>,
    /// The day it was sent, in Viet Nam.
    pub submitted_on: Option<Date>,
    /// When it was accepted or returned.
    pub decided_at: Option<Timestamp>,
    /// Who accepted or returned it.
    pub decided_by: Option<String>,
    /// Why it was returned.
    pub reason: Option<String>,
}

/// How a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Being written.
    Draft,
    /// Sent, not yet reviewed.
    Submitted,
    /// Sent back with a reason.
    Returned,
    /// Sent again after a return, not yet reviewed.
    Resubmitted,
    /// Accepted.
    Accepted,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] =
        [Self::Draft, Self::Submitted, Self::Returned, Self::Resubmitted, Self::Accepted];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Resubmitted => "resubmitted",
            Self::Accepted => "accepted",
        }
    }

    /// The state by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether it waits for review.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Submitted | Self::Resubmitted)
    }
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    /// The value of the task's measure; none is unknown.
    pub value: Option<f64>,
    /// What was done.
    pub done: String,
    /// What hinders.
    pub hindered: String,
    /// What is proposed.
    pub proposed: String,
}

/// What comes in from a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The assignment.
    pub assignment: i64,
    /// The key of the form; the same form makes one report.
    pub form: String,
    /// The number of the report that the form showed, or that it would make.
    pub number: i64,
    /// The version that the form showed; 0 where it would make one.
    pub version: i64,
    /// What is said.
    pub words: Words,
    /// The numbers of evidence that the form showed and that stays.
    pub keep: Vec<i64>,
    /// New evidence.
    pub pieces: Vec<crate::evidence::Piece>,
}

impl Words {
    /// Trimmed, with line ends as one sign: a browser sends two.
    pub fn tidied(&self) -> Self {
        let tidy = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
        Self {
            value: self.value,
            done: tidy(&self.done),
            hindered: tidy(&self.hindered),
            proposed: tidy(&self.proposed),
        }
    }

    /// Whether the texts are short enough to be kept.
    ///
    /// # Errors
    /// [`Refusal::TooLong`].
    pub fn check_length(&self) -> Result<(), Refusal> {
        let fields = [("done", &self.done), ("hindered", &self.hindered), ("proposed", &self.proposed)];
        match fields.into_iter().find(|(_, text)| text.chars().count() > TEXT_MAX) {
            Some((field, _)) => Err(Refusal::TooLong(field)),
            None => Ok(()),
        }
    }

    /// Whether they can be sent: something was done or counted, and what was counted can be.
    ///
    /// # Errors
    /// [`Refusal::Empty`], [`Refusal::OutOfRange`].
    pub fn check(&self, measure: Option<&Measure>) -> Result<(), Refusal> {
        match (self.value, measure) {
            (None, _) if self.done.is_empty() => Err(Refusal::Empty),
            (Some(value), Some(measure)) if !measure.holds(value) => {
                Err(Refusal::OutOfRange { low: measure.low, high: measure.high })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent() -> Measure {
        Measure {
            name: "Tỷ lệ".to_owned(), unit: Some("%".to_owned()), low: Some(0.0), high: Some(100.0)
        }
    }

    fn words(value: Option<f64>, done: &str) -> Words {
        Words { value, done: done.to_owned(), ..Words::default() }
    }

    #[test]
    fn a_report_says_what_was_done_or_counts_it() {
        assert!(matches!(words(None, "").check(None), Err(Refusal::Empty)));
        assert!(words(None, "Đã họp").check(Some(&percent())).is_ok());
        assert!(words(Some(0.0), "").check(Some(&percent())).is_ok());
    }

    #[test]
    fn a_value_outside_its_range_is_refused() {
        assert!(matches!(words(Some(140.0), "x").check(Some(&percent())), Err(Refusal::OutOfRange { .. })));
        assert!(words(Some(100.0), "x").check(Some(&percent())).is_ok());
        let open = Measure { low: None, high: None, ..percent() };
        assert!(words(Some(-3.0), "x").check(Some(&open)).is_ok());
    }

    #[test]
    fn a_text_is_trimmed_and_no_longer_than_can_be_read() {
        assert_eq!(words(None, " a\r\nb \r\n").tidied().done, "a\nb");
        assert!(matches!(
            words(None, &"x".repeat(TEXT_MAX + 1)).check_length(),
            Err(Refusal::TooLong("done"))
        ));
        assert!(words(None, &"ổ".repeat(TEXT_MAX)).check_length().is_ok());
    }

    #[test]
    fn states_are_read_back() {
        for state in State::ALL {
            assert_eq!(State::read(state.as_str()), Some(state));
        }
    }
}
