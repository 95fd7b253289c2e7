//! Why something was not recorded.

use jiff::civil::Date;
use plan::evidence::Unfit;

use super::Place;

/// Why something was not recorded: one variant for each thing that the official can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that the desk may know of.
    #[error("there is no such disclosure")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// No kind of event of that code is recorded by hand.
    #[error("no such kind of event is recorded")]
    NoKind,
    /// No commune of that code was in force on that day.
    #[error("there was no such commune on {0}")]
    NoCommune(Date),
    /// The day has not come yet.
    #[error("{0} has not come yet")]
    NotYet(Date),
    /// No law in force on that day asks for anything after such an event.
    #[error("no law in force on {0} asks for anything")]
    NoLaw(Date),
    /// A commune of that kind need not make it public.
    #[error("communes of that kind need not make it public")]
    NotOwed,
    /// The same is recorded: kind, day and words.
    #[error("the same is recorded")]
    Same,
    /// None of the places where it must be was named.
    #[error("no place is named")]
    NoPlace,
    /// Neither a photo nor a link shows this place, and nobody says why.
    #[error("nothing shows {}", .0.as_str())]
    NoProof(Place),
    /// What was sent to show this place could not be kept, and nobody says why there is nothing else.
    #[error("{name} shows nothing: {unfit:?}")]
    BadProof {
        /// The place.
        place: Place,
        /// What the file is called.
        name: String,
        /// Why it was not kept.
        unfit: Unfit,
    },
    /// It is to be taken down before the law lets it.
    #[error("it is to hang to {0} at least")]
    TooSoon(Date),
    /// It is to hang for longer than anybody plans for.
    #[error("it is to hang to {0} at most")]
    TooFar(Date),
    /// It hangs for as long as it holds, so that no day to come ends it.
    #[error("it hangs for as long as it holds")]
    Throughout,
    /// A check found it there on a later day.
    #[error("it was seen there on {0}")]
    SeenThere(Date),
    /// The day lies before the event, or the last day before the first.
    #[error("the days are out of order: not before {0}")]
    Backwards(Date),
    /// What it is to take the place of is no older document of the same duty.
    #[error("it takes the place of no such document")]
    NotOlder,
    /// It does not hang there.
    #[error("it does not hang there")]
    NotThere,
    /// Something was posted for it already.
    #[error("something was posted for it")]
    Posted,
    /// Somebody said that it is not there, and nobody has looked.
    #[error("somebody waits for a look")]
    Doubted,
    /// The commune has recorded it meanwhile.
    #[error("it is recorded")]
    Recorded,
    /// Somebody looked already.
    #[error("somebody looked already")]
    Settled,
    /// What it was, or the reason, is missing.
    #[error("words are needed")]
    NoWords,
    /// A reason is no reason that others can follow.
    #[error("a reason needs words")]
    NoReason,
    /// A text holds what names or reaches a person: a number of a citizen, a telephone number, an address.
    #[error("{0} is personal")]
    Personal(String),
    /// A text is longer than [`super::WORDS_MAX`].
    #[error("the text is too long")]
    TooLong,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}
