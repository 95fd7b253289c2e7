//! The outlook: what can be said of the next editions, from editions up to a year.
//!
//! A province's standing in a dimension, its distance from the national mean in spreads, is taken as the sum of three
//! normal parts: one that lasts, one that belongs to the sample period (surveyed places are kept some years, then
//! drawn anew), one of the year ([`Memory`]). Given everything published, the standing to come is normal
//! ([`Forecast`]). The country's futures are drawn jointly ([`Draws`]) and everything is counted in the draws: ranks,
//! groups, targets ([`Drawn`]); probabilities of dimensions are never multiplied.
//!
//! Numbers in, numbers out, but for [`Panel::read`], which reads editions. The same seed gives the same bytes.

mod drawn;
mod draws;
mod forecast;
mod history;
mod lift;
mod likelihood;
mod memory;
mod panel;
mod periods;

use std::fmt;

pub use drawn::{Drawn, Summary};
pub use draws::{Ask, Draws};
pub use forecast::Forecast;
pub use lift::{EachLift, Lift, RARE, Reach};
pub use likelihood::Likelihood;
pub use memory::Memory;
pub use panel::{Panel, PanelYear};
pub use periods::{Period, Periods};

/// Whether the surveyed places are drawn anew between the newest edition and the year that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// They are.
    Yes,
    /// They are not.
    No,
    /// Nobody has said; each draw decides it for the whole country.
    Unknown,
}

/// What an outlook is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// The sum of dimensions 1 to 6, the total of editions before 2018.
    Total6,
    /// The unweighted total.
    Total,
    /// A dimension by number.
    Dimension(u8),
}

impl Renewal {
    /// The probability of a renewal within so many years.
    pub fn chance(self, horizon: i16) -> f64 {
        match self {
            Self::Yes => 1.0,
            Self::No => 0.0,
            Self::Unknown => 1.0 - libm::pow(KEPT_A_YEAR, f64::from(horizon)),
        }
    }
}

/// The chance that a year keeps the sample, where nobody has said.
const KEPT_A_YEAR: f64 = 0.8;

impl Variable {
    /// Whether a dimension counts in it.
    pub fn counts(self, dimension: u8) -> bool {
        match self {
            Self::Total6 => dimension <= 6,
            Self::Total => true,
            Self::Dimension(number) => number == dimension,
        }
    }
}

impl fmt::Display for Variable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total6 => f.write_str("total6"),
            Self::Total => f.write_str("total"),
            Self::Dimension(number) => number.fmt(f),
        }
    }
}
