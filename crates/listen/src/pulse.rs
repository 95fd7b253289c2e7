//! A pulse poll: a few items of our own bank, put to people who were drawn, by codes on slips. Nobody is asked who they
//! are: a code knows its stratum and nothing else, and of answers counts alone are kept.
//!
//! What it says comes as estimates with intervals once it is over, so that nobody watches a count move by one; groups that
//! are too small are hidden by the rule of `fieldwork`. It ranks nobody.

mod answer;
pub mod bank;
mod did;
mod draw;
mod list;
mod make;
mod print;
mod refusal;
pub(crate) mod result;
mod sweep;
pub(crate) mod table;

use accounts::{Desk, Reach, Relation, Right, Role};
use jiff::civil::Date;

pub use answer::{ANSWER, NO_ANSWER, answer};
pub use bank::{About, Answered, Item, Scale};
pub use draw::{Listed, Split, draw};
pub use list::{Expected, Kind, Problem, Problems, ROWS_MAX};
pub use make::{CLOSE, Draft, ITEMS_MAX, MAKE, STRATA_MAX, TITLE_MAX, close, make, number};
pub use print::{CODES_MAX, PRINT, Slip, Slips, Which, print};
pub use refusal::{Line, Refusal, Undrawn};
pub use result::{Found, LEVEL, Measured, Results, Stands, said};
pub use sweep::{SWEEP, sweep};

/// Who may read pulses at the desk.
pub const READ: Right = Right {
    act: "pulse.read",
    held_by: &[
        (Role::StandingBody, Reach::Any),
        (Role::Leader, Reach::Any),
        (Role::Communicator, Reach::Any),
        (Role::Auditor, Reach::Any),
    ],
};

/// A pulse as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pulse {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Who the people are, and how they were drawn.
    pub population: String,
    /// The items, word by word as they are asked.
    pub items: Vec<Item>,
    /// Parts of the population, in the order given.
    pub strata: Vec<Stratum>,
    /// The first day that takes answers.
    pub opens_on: Date,
    /// The last one.
    pub closes_on: Date,
    /// The day that it was ended before its last, and why.
    pub ended: Option<(Date, String)>,
    /// How its people were drawn, where the program did it.
    pub draw: Option<Draw>,
}

/// How people were drawn from a list; whoever has the list draws the same again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// The seed.
    pub seed: String,
    /// SHA-256 of the list's bytes.
    pub list: String,
}

/// A part of the population, mostly a commune.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// What it is called.
    pub name: String,
    /// The code of the commune, where it is one.
    pub agency: Option<String>,
    /// How many people there are.
    pub size: i64,
    /// How many of them get a code.
    pub codes: i64,
    /// The day that their slips were printed.
    pub printed_on: Option<Date>,
    /// How many answered.
    pub answered: i64,
}

pub use crate::poll::State;

impl Pulse {
    /// How it stands on a day.
    pub fn state(&self, today: Date) -> State {
        State::of((self.opens_on, self.closes_on), self.ended.is_some(), today)
    }

    /// The last day on which anybody could answer.
    pub fn last(&self) -> Date {
        self.ended.as_ref().map_or(self.closes_on, |(day, _)| *day)
    }

    /// How many slips were printed: people who could answer.
    pub fn asked(&self) -> i64 {
        self.strata.iter().filter(|stratum| stratum.printed_on.is_some()).map(|stratum| stratum.codes).sum()
    }

    /// How many answered.
    pub fn answered(&self) -> i64 {
        self.strata.iter().map(|stratum| stratum.answered).sum()
    }
}

/// A pulse that anyone with a code may answer, or could.
///
/// # Errors
/// [`Refusal::Missing`] where there is none, or nobody may know of it yet; [`Refusal::NotYet`] where slips of it were printed and
/// it is not open yet.
pub async fn open(desk: &Desk, id: i64) -> Result<Pulse, Refusal> {
    let pulse = table::find(&mut desk.read().await?, id).await?.ok_or(Refusal::Missing)?;
    match pulse.state(desk.today) {
        State::Coming if pulse.asked() > 0 => Err(Refusal::NotYet(pulse.opens_on)),
        State::Coming => Err(Refusal::Missing),
        State::Open | State::Closed => Ok(pulse),
    }
}

/// A pulse that takes answers no more, in a list for anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Over {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Who the people are, and how they were drawn.
    pub population: String,
    /// The last day on which anybody could answer.
    pub last: Date,
}

/// The pulses that take answers no more, the last first: what they say is public. One of which no slip was given out was
/// never held.
///
/// # Errors
/// When the database cannot be read.
pub async fn over(desk: &Desk) -> Result<Vec<Over>, store::Error> {
    table::over(&mut desk.read().await?, desk.today).await
}

/// One pulse for the desk.
///
/// # Errors
/// [`Refusal::Missing`], also for who may not read it.
pub async fn one(desk: &Desk, id: i64) -> Result<Pulse, Refusal> {
    desk.may(&READ, Relation::Other).map_err(|_| Refusal::Missing)?;
    table::find(&mut desk.read().await?, id).await?.ok_or(Refusal::Missing)
}

/// Every pulse for the desk, the last to close first.
///
/// # Errors
/// [`Refusal::Forbidden`] for who may not read them.
pub async fn all(desk: &Desk) -> Result<Vec<Pulse>, Refusal> {
    desk.may(&READ, Relation::Other)?;
    let mut at = desk.read().await?;
    let mut pulses = Vec::new();
    for id in table::ids(&mut at).await? {
        pulses.extend(table::find(&mut at, id).await?);
    }
    Ok(pulses)
}
