//! A question: what somebody asks, tells or wants to know; who must answer it by when; and what became of it.
//!
//! Whoever asks has no account: a code and a secret are all that they need. Moved is not done: sending a question on
//! moves no deadline. How to reach the asker lies apart, sealed, and goes some days after the answer.

mod answer;
mod ask;
pub(crate) mod clean;
mod close;
mod contact;
mod did;
mod extend;
mod fold;
mod follow;
pub mod letter;
mod listing;
mod publish;
mod purge;
mod read;
mod refusal;
mod route;
mod step;
mod table;
mod tally;
mod terms;

use accounts::{Desk, Directory, Relation};
use jiff::civil::Date;

pub use answer::{
    ANSWER, FILES_MAX, File, Given, Ground, NewFile, SUPPLEMENT, Told, answer, answer_with, file, own_file,
    public_file, supplement,
};
pub use ask::{ADD, ADDED_MAX, ASK, Asked, Means, New, Ticket, add, ask, ask_to_forget};
pub(crate) use ask::{letters, typed};
pub use clean::{WORDS_MAX, WORDS_MIN, has_identity_number, landlines};
pub use close::{CLOSE, close};
pub use contact::{CORRECT, Contact, SEE_CONTACT, Way, correct, see_contact};
pub use extend::{EXTEND, extend, was_extended};
pub use fold::{FOLD, UNFOLD, alike, fold, unfold, was_taken_apart};
pub use follow::{
    COPY, Copy, ERASE, Followed, RATE, REOPEN, REOPEN_DAYS, copy, erase, follow, own_picture, rate, reopen,
};
pub use listing::{Asking, FOUND, Listed, PAGE, Published, found, listed, published};
pub use publish::{PUBLISH, Public, WITHDRAW, publish, withdraw};
pub use purge::{FORGET, KEPT_DAYS, KEPT_MONTHS, PURGE, forget, purge};
pub use read::{One, READ, one, picture};
pub use refusal::Refusal;
pub use route::{ROUTE, Topic, route};
pub use step::{Step, What, since_answer};
pub use tally::{Held, Overall, Tally, held, overall};
pub use terms::{Basis, Terms};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Phản ánh, góp ý, hỏi.
    Feedback,
    /// Yêu cầu cung cấp thông tin, by the Law on Access to Information.
    Information,
    /// Yêu cầu về dữ liệu của chính mình, by the law on personal data.
    OwnData,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Feedback, Self::Information, Self::OwnData];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Feedback => "feedback",
            Self::Information => "information",
            Self::OwnData => "own_data",
        }
    }

    /// The kind by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// How a question stands: in exactly one way. What was opened again waits as what is new does, whatever it was told before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody must answer.
    Open,
    /// Answered.
    Answered,
    /// Closed without a further answer: as none that was answered, whatever it was told before.
    Closed,
    /// Another question's answer is its own.
    Folded,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Answered, Self::Closed, Self::Folded];

    /// The word in the database and in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::Folded => "folded",
        }
    }

    /// The state by its word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A question as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its number.
    pub id: i64,
    /// By what the asker follows it: `7K3M-92QD`.
    pub code: String,
    /// What is asked for.
    pub kind: Kind,
    /// The code of the agency that the asker named.
    pub place: Option<String>,
    /// The code of the commune where it is; none where the asker did not say.
    pub commune: Option<String>,
    /// The word of the [`Topic`] that the asker named.
    pub topic: Option<String>,
    /// The code of the agency that must answer; none while nobody has sent it on.
    pub agency: Option<String>,
    /// What was asked; empty where it was forgotten.
    pub words: String,
    /// The key of the form that it came by.
    pub form: String,
    /// The day that it came.
    pub received_on: Date,
    /// By when it is to be answered, as the asker was told.
    pub due: Date,
    /// The first day of the present round: of receiving it, or of reopening it.
    pub counted_from: Date,
    /// How often the present round was extended.
    pub extended: i64,
    /// How it stands.
    pub state: State,
    /// The day of the newest answer or of closing; none while it is open, or folded into one that is.
    pub settled_on: Option<Date>,
    /// Days by which the latest of its answers was late, 0 for none; none while it never had one. It stays when the question is
    /// opened again, so that the register of requests for information does not lose it, and counts only while it is answered.
    pub late: Option<i64>,
    /// How far its newest answer gives what was asked for; none while it has no answer.
    pub given: Option<Given>,
    /// The word of the [`Ground`] on which information was not given, or in part only.
    pub ground: Option<String>,
    /// How often it was reopened.
    pub reopened: i64,
    /// The number of the question whose answer is its own.
    pub main: Option<i64>,
    /// Of a request about own data that came by code and secret of a question: the number of that one, whose words are to go.
    pub about: Option<i64>,
    /// What the asker thinks of the answer, 1 to 5.
    pub rating: Option<i64>,
    /// Whether it may be published once personal data are out.
    pub consent: bool,
    /// A picture, sealed.
    pub picture: Option<Picture>,
}

/// A picture that came with a question, sealed among the attachments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of the sealed bytes.
    pub digest: String,
    /// What it is: `image/jpeg`.
    pub media: String,
}

impl Question {
    /// Whether its asker waits: it is open, or folded into one that is.
    pub fn waits(&self) -> bool {
        match self.state {
            State::Open => true,
            State::Folded => self.settled_on.is_none(),
            State::Answered | State::Closed => false,
        }
    }

    /// Whether it is answered now, itself or by what it was folded into: what was opened again or closed is not.
    pub fn is_answered(&self) -> bool {
        matches!(self.state, State::Answered | State::Folded)
            && self.settled_on.is_some()
            && self.late.is_some()
    }

    /// Days by which one whose asker waits is overdue; none where it is not.
    pub fn overdue(&self, today: Date) -> Option<i64> {
        let late = days(self.due, today);
        (self.waits() && late > 0).then_some(late)
    }

    /// The question as an answer of a day settles it: the latest of its answers tells how late it was.
    pub(crate) fn settled(&self, today: Date) -> Self {
        let late = days(self.due, today).max(self.late.unwrap_or(0)).max(0);
        Self { settled_on: Some(today), late: Some(late), ..self.clone() }
    }

    /// Whether an answer may be published.
    pub fn may_be_public(&self) -> bool {
        self.consent && self.state == State::Answered && self.kind != Kind::OwnData
    }

    /// Who it is with on a day: while its asker waits, whoever has the work of its agency now; later, who had it then.
    pub fn at(&self, directory: &Directory, day: Date) -> Option<String> {
        let agency = self.agency.as_deref()?;
        Some(if self.waits() { directory.holder(agency, day) } else { agency.to_owned() })
    }

    /// How a desk stands to it.
    pub(crate) fn relation(&self, desk: &Desk, directory: &Directory) -> Relation {
        let agency = self.agency.as_deref();
        agency.map_or(Relation::Other, |agency| desk.relation_by_heirs(directory, agency))
    }
}

/// Days from one to another.
pub(crate) fn days(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
