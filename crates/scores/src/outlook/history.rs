//! The past of a set of provinces, read from the editions.

use places::{Set, Unit};

use super::{Panel, PanelYear, Periods};
use crate::{Edition, Editions, Item};

impl Panel {
    /// The panel of a set of provinces from editions up to `as_of`; none where no edition is about them.
    ///
    /// A merged unit's score is its members' weighted by population, in the years in which all of them have one.
    pub fn read(editions: &Editions, set: &Set, as_of: i16, periods: &Periods) -> Option<Self> {
        let about = |edition: &&Edition| edition.year <= as_of && edition.set.from <= set.from;
        let known: Vec<&Edition> = editions.iter().filter(about).collect();
        let dimensions: Vec<u8> = known.last()?.structure.dimensions.iter().map(|d| d.number).collect();
        let year = |edition: &&Edition| PanelYear {
            year: edition.year,
            period: periods.of(edition.year),
            scores: dimensions.iter().map(|number| column(edition, set, *number)).collect(),
        };
        let panel = Self {
            count: set.units.len(),
            years: known.iter().map(year).collect(),
            dimensions: dimensions.clone(),
        };
        Some(panel.until(as_of))
    }
}

fn column(edition: &Edition, set: &Set, number: u8) -> Vec<Option<f64>> {
    let item = Item::Dimension(number);
    let score = |unit: &Unit| edition.score(unit, item).filter(|_| !edition.partial(unit, item));
    set.units.iter().map(score).collect()
}
