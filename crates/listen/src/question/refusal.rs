//! Why something was not done about a question.

use plan::evidence::Unfit;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that one may know of.
    #[error("there is no such question")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// The form came back faster than a person writes.
    #[error("the form came back at once")]
    TooSoon,
    /// The form is too old, or none of ours.
    #[error("the form is no longer good")]
    Stale,
    /// The province has another system for feedback: see [`crate::elsewhere`].
    #[error("feedback goes to the province's other system")]
    Elsewhere,
    /// Words are needed.
    #[error("words are needed")]
    NoWords,
    /// A reason is one word or none.
    #[error("a reason is more than a word")]
    NoReason,
    /// An answer is shorter than [`super::WORDS_MIN`], or holds no letter.
    #[error("the answer is too short")]
    ShortAnswer,
    /// What was asked is shorter than [`super::WORDS_MIN`].
    #[error("the text is too short")]
    TooShort,
    /// A text is longer than [`super::WORDS_MAX`].
    #[error("the text is too long")]
    TooLong,
    /// A number of a citizen is in the text.
    #[error("the text holds the number of a citizen")]
    IdentityNumber,
    /// How to reach the asker stands in the text, which is kept in clear.
    #[error("the text holds a telephone number or an address of electronic mail")]
    Reachable,
    /// What was given to be reached by is neither an address of electronic mail nor a telephone number.
    #[error("that is no address of electronic mail and no telephone number")]
    NoWay,
    /// The picture was not taken.
    #[error("the picture was not taken: {}", .0.as_str())]
    NoPicture(Unfit),
    /// A file of this name was not taken.
    #[error("the file was not taken: {}", .1.as_str())]
    NoFile(String, Unfit),
    /// More files than [`super::FILES_MAX`].
    #[error("too many files")]
    TooManyFiles,
    /// Information that is not given needs one of the law's grounds.
    #[error("no ground was named")]
    NoGround,
    /// There is no such agency in force.
    #[error("there is no such agency")]
    NoAgency,
    /// It is there already.
    #[error("it is at that agency already")]
    SameAgency,
    /// It is not open.
    #[error("it is not open")]
    NotOpen,
    /// The law allows no more time, or the time is over.
    #[error("no more time can be given")]
    NoMoreTime,
    /// More time was taken today already.
    #[error("more time was taken today")]
    ExtendedToday,
    /// There is no answer that could be reopened, rated or published.
    #[error("there is no answer")]
    NoAnswer,
    /// The time for reopening is over.
    #[error("it can be reopened no more")]
    Over,
    /// It was rated already.
    #[error("it was rated already")]
    Rated,
    /// A rating is 1 to 5.
    #[error("that is no rating")]
    NoRating,
    /// No such other question to fold it into.
    #[error("there is no such question to fold it into")]
    NoMain,
    /// Others were folded into it: it is no question that could be folded itself.
    #[error("others were folded into it")]
    HasFolded,
    /// It was folded into no other.
    #[error("it was folded into no other")]
    NotFolded,
    /// It is still to be answered.
    #[error("it is still to be answered")]
    StillOpen,
    /// No request of its own asker waits that its words go, or one was followed already.
    #[error("no request of its asker waits")]
    NoRequest,
    /// The words of the question that a request is about are still there: it is not done in full.
    #[error("the words that are to go are still there")]
    StillThere,
    /// A request about a question stays with whoever holds that one.
    #[error("the request stays with who holds the question that it is about")]
    NotHolder,
    /// Its asker asked already that the words go.
    #[error("its asker asked already that the words go")]
    Requested,
    /// Its asker added to it [`super::ADDED_MAX`] times.
    #[error("it was added to often enough")]
    AddedMuch,
    /// How far what was asked for is given is not said.
    #[error("how far it is given is not said")]
    NotGiven,
    /// That the asker was answered by letter or telephone is written already.
    #[error("that the asker was reached is written already")]
    Reached,
    /// Its asker took it apart: it is answered by itself.
    #[error("its asker took it apart")]
    TakenApart,
    /// The asker did not consent.
    #[error("the asker did not consent")]
    NoConsent,
    /// Nobody said that personal data are out.
    #[error("nobody said that personal data are out")]
    NotChecked,
    /// Something by which a person is known is still in the text.
    #[error("personal data are still in the text")]
    Personal,
    /// Telephone numbers are still in the text, these, and nobody said that they are those of offices.
    #[error("telephone numbers are still in the text")]
    Telephones(Vec<String>),
    /// Nothing is left to reach the asker by.
    #[error("there is nothing to reach the asker by")]
    NoContact,
    /// What was sealed does not open: the key of the installation is another one.
    #[error("the key of the installation does not open it")]
    Sealed,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
