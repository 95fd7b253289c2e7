//! Why something was not done about a pulse.

use super::Problems;

/// Why something was not done: one variant for each thing that one can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is none, or none that one may know of.
    #[error("there is no such pulse")]
    Missing,
    /// The desk may not.
    #[error(transparent)]
    Forbidden(#[from] accounts::Forbidden),
    /// A title and a population are needed, not too long.
    #[error("a title and a population are needed")]
    Untitled,
    /// This names or reaches a person, and the text is public.
    #[error("it names or reaches a person")]
    Personal(String),
    /// These words seem to coach who may be asked, or to aim at them, and nobody said that they are right so.
    #[error("the text seems to coach or to aim: {0}")]
    Coaching(String),
    /// No item of the bank is chosen, or too many.
    #[error("items of the bank are needed")]
    NoItems,
    /// It ends before it opens, opened in the past, or stays open too long.
    #[error("the days do not fit")]
    Days,
    /// A line of the population is wrong.
    #[error("line {line} of the population is wrong")]
    Population {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: Line,
    },
    /// No part of the population, or too many parts or codes.
    #[error("parts of the population are needed, not too many")]
    NoPopulation,
    /// Both a list and lines of the population.
    #[error("either a list or lines of the population")]
    Both,
    /// From the list so few or so many cannot be drawn.
    #[error("from {least} to {most} can be drawn")]
    Size {
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
    /// Slips were printed and it has opened, or it is over.
    #[error("the slips were printed")]
    Printed,
    /// It takes answers from this day on.
    #[error("it is not open yet")]
    NotYet(jiff::civil::Date),
    /// It takes no answers.
    #[error("it takes no answers")]
    NotOpen,
    /// There is no such code.
    #[error("there is no such code")]
    NoCode,
    /// The code was used.
    #[error("the code was used")]
    Used,
    /// Nothing was answered.
    #[error("nothing was answered")]
    Nothing,
    /// A reason is needed.
    #[error("a reason is needed")]
    NoReason,
    /// What it says is told once it is over.
    #[error("it is not over")]
    NotOver,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Why nothing was drawn.
#[derive(Debug, thiserror::Error)]
pub enum Undrawn {
    /// The list has problems: all of them.
    #[error("the list has {} problems", .0.count)]
    Problems(Problems),
    /// The act was refused.
    #[error(transparent)]
    Refusal(Refusal),
}

impl<E: Into<Refusal>> From<E> for Undrawn {
    fn from(why: E) -> Self {
        Self::Refusal(why.into())
    }
}

/// What is wrong with a line of the population.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// It is not a name and two numbers.
    Unread,
    /// The same name stands above.
    Twice,
    /// More codes than people, or none.
    Codes,
}

impl Line {
    /// The word in catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Twice => "twice",
            Self::Codes => "codes",
        }
    }
}
