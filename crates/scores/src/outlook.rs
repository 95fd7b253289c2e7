//! The outlook: what can be said of the next editions, from editions up to a year.
//!
//! A province's standing in a dimension, its distance from the national mean in spreads, is taken as the sum of three
//! normal parts: one that lasts, one that belongs to the sample period (surveyed places are kept some years, then
//! drawn anew), one of the year ([`Memory`]). Given everything published, the standing to come is normal
//! ([`Forecast`]). The country's futures are drawn jointly ([`Draws`]) and everything is counted in the draws: ranks,
//! groups, targets ([`Drawn`]); probabilities of dimensions are never multiplied.
//!
//! Numbers in, numbers out, but for [`Panel::read`], which reads editions. The same seed gives the same bytes.

pub mod backtest;
mod chance;
mod country;
mod drawn;
mod draws;
mod forecast;
pub mod gains;
mod history;
mod lift;
mod likelihood;
mod memory;
mod panel;
pub mod periods;
mod renewal;
mod skill;
mod trial;

use std::fmt;
use std::str::FromStr;

use places::{Set, UnitId};

pub use country::{Country, Sight};
pub use drawn::{Drawn, Summary};
pub use draws::{Ask, Draws};
pub use forecast::Forecast;
pub use lift::{EachLift, Lift, RARE, Reach};
pub use likelihood::Likelihood;
pub use memory::Memory;
pub use panel::{Panel, PanelYear};
pub use periods::{Period, Periods};
pub use renewal::{SEEMS_RENEWED, break_statistic};
pub use skill::{Look, Telling};
pub use trial::{Aim, Trial};

/// Whether the surveyed places are drawn anew between the newest edition and the year that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

/// Places in the first of the ranking that most plans aim at.
pub const FIRST: usize = 20;

/// The outlook of a whole set of provinces for one year.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The provinces.
    pub set: &'static Set,
    /// The past that it goes by.
    pub panel: Panel,
    /// The futures.
    pub draws: Draws,
    /// Whether the sample is taken as renewed.
    pub renewal: Renewal,
    /// Both totals and each dimension, counted in the futures.
    pub drawn: Vec<Drawn>,
}

impl Outlook {
    /// The outlook from editions up to `as_of`; none where they do not reach or the target does not lie after them.
    pub fn new(
        editions: &crate::Editions,
        set: &'static Set,
        as_of: i16,
        periods: &Periods,
        ask: Ask,
    ) -> Option<Self> {
        let panel = Panel::read(editions, set, as_of, periods)?;
        let draws = Draws::new(&panel, ask)?;
        let drawn = draws.variables().into_iter().map(|variable| Drawn::of(&draws, variable)).collect();
        Some(Self { set, panel, draws, renewal: ask.renewal, drawn })
    }

    /// For which provinces it is, how far ahead, and what it takes of the sample.
    pub fn look(&self) -> Look {
        Look { set: self.set, horizon: self.draws.horizon, renewal: self.renewal }
    }

    /// A variable counted.
    pub fn variable(&self, variable: Variable) -> Option<&Drawn> {
        self.drawn.iter().find(|drawn| drawn.variable == variable)
    }

    /// The score that a province is expected to have, points; none where the outlook has no such variable.
    pub fn expected(&self, position: usize, variable: Variable) -> Option<f64> {
        let relative = self.variable(variable)?.summary(position).mean;
        Some(self.draws.national(variable) + relative)
    }

    /// Where a province stands in the set, which is its position in every list of the outlook.
    pub fn position(&self, unit: UnitId) -> Option<usize> {
        self.set.position(unit)
    }

    /// The rank of each province in the newest edition; none where it is unranked.
    pub fn ranks_now(&self, variable: Variable) -> Vec<Option<usize>> {
        let newest = self.panel.relative(self.panel.years.len() - 1, variable);
        let above = |own: f64| newest.iter().flatten().filter(|other| **other > own).count();
        newest.iter().map(|own| own.map(|own| 1 + above(own))).collect()
    }

    /// The probability that every dimension is in a group or a better one, at once.
    pub fn each_within(&self, position: usize, group: crate::Group) -> f64 {
        self.share(|draw| self.every_dimension(position, group, draw))
    }

    fn every_dimension(&self, position: usize, group: crate::Group, draw: usize) -> bool {
        let dimensions = self.drawn.iter().filter(|drawn| matches!(drawn.variable, Variable::Dimension(_)));
        let within = |drawn: &Drawn| usize::from(drawn.ranks[position][draw]) <= drawn.last_place(group);
        dimensions.into_iter().all(within)
    }

    fn share(&self, holds: impl Fn(usize) -> bool) -> f64 {
        (0..self.draws.draws).filter(|draw| holds(*draw)).count() as f64 / self.draws.draws as f64
    }

    /// What each edition's published results of a province weigh in its mean, if the sample is renewed or if not.
    pub fn weights(&self, position: usize, renewed: bool) -> Vec<(i16, f64)> {
        let forecast = Memory::of(&self.panel).forecast(&self.panel, position, renewed);
        self.panel.years.iter().map(|year| year.year).zip(forecast.weights).collect()
    }
}

/// There is no such renewal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a renewal is yes, no or unknown")]
pub struct NotARenewal;

impl FromStr for Renewal {
    type Err = NotARenewal;

    fn from_str(written: &str) -> Result<Self, NotARenewal> {
        let known = [Self::Yes, Self::No, Self::Unknown];
        known.into_iter().find(|renewal| renewal.as_str() == written).ok_or(NotARenewal)
    }
}

impl Renewal {
    /// What is taken where the asker does not say: a renewal after the newest edition that somebody noted; of the 34
    /// provinces one with their first survey, which must have drawn its places anew since districts are gone; else it
    /// is not known. A look back from an older edition is not told what was noted since.
    pub fn default_for(editions: &crate::Editions, set: &Set, as_of: i16, target: i16) -> Self {
        let first = set.from.year();
        let newest = editions.latest().is_none_or(|edition| edition.year <= as_of);
        let noted = newest && editions.periods().renewal_between(as_of, target).is_some();
        if noted || (as_of < first && first <= target) { Self::Yes } else { Self::Unknown }
    }

    /// The name in an address and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

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
