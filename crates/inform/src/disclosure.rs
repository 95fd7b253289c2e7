//! Disclosure: what must be public in a commune, from which event, where, by when and for how long.
//!
//! A disclosure is an event in a commune and the duty that it makes arise. Nothing of it is stored but the event,
//! the postings and the checks: whose it is, by when it is due and how it stands follow from the laws, the calendar
//! and the directory of the day, so a corrected calendar or a merger needs no second bookkeeping.

mod arise;
mod check;
mod commune;
mod deadline;
mod did;
mod doubt;
mod duty;
mod event;
mod law;
mod line;
mod notice;
mod place;
mod posting;
mod read;
mod record;
mod refusal;
mod settle;
mod sought;
mod standing;
mod table;

pub use arise::{ARISE, arise};
pub use check::{Check, Finding};
pub use commune::Commune;
pub use deadline::Deadline;
pub use doubt::{DOUBT, doubt};
pub use duty::{Duty, Kind, Topic, kind, kinds};
pub use event::Event;
pub use law::{Counted, Law, Stays, Terms, Within};
pub use line::{Key, Line, Spot};
pub use notice::{Blank, Few, Found, GRACE, Notices, Shown, notices};
pub use place::Place;
pub use posting::{
    NewPosting, NewShowing, POST, Posting, Proof, STRIKE, Showing, Struck, TAKE_DOWN, post, strike,
    take_down, with_older,
};
pub use read::{READ, file, one, register};
pub use record::{NewEvent, RECORD, WITHDRAW, record, withdraw};
pub use refusal::Refusal;
pub use settle::{SETTLE, settle};
pub use sought::{Answer, Open, Sought, answer, seek, sought};
pub use standing::{Hangs, State};

/// Within how many working days somebody is to look, or to answer, after it was said that something is not there: the
/// program's own term, since no law sets one.
pub const LOOK: u32 = 5;
/// The longest text about an event, a place or a check, in characters.
pub const WORDS_MAX: usize = 300;
