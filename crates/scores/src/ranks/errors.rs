//! The standard errors of an edition: those printed in the official workbooks where imported, else the noise of one
//! year as found in the data.

use super::{Estimates, Unfit};
use crate::{Edition, Item, Place, Ranking};

/// Where a standard error is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorOf {
    /// Printed in the workbook that was imported.
    Publication,
    /// The noise of one year found in the data, the same for every province.
    Noise,
    /// Given by who asks.
    Asker,
}

/// The ranked provinces of an edition with their standard errors.
#[derive(Debug, Clone)]
pub struct Measured {
    /// Their places, best first.
    pub places: Vec<Place>,
    /// Their scores and errors, in the same order.
    pub estimates: Estimates,
    /// Where each error is from.
    pub sources: Vec<ErrorOf>,
}

/// One year's noise found in the data: the total 1.0, dimensions 1 to 8 from 0.13 to 0.29 points. None for
/// sub-dimensions, whose noise was not measured.
pub fn default_error(item: Item) -> Option<f64> {
    const DIMENSIONS: [f64; 8] = [0.22, 0.25, 0.13, 0.29, 0.16, 0.25, 0.16, 0.17];
    match item {
        Item::Total => Some(1.0),
        Item::Dimension(number) => DIMENSIONS.get(usize::from(number).checked_sub(1)?).copied(),
        Item::Subdimension(_) => None,
    }
}

impl Measured {
    /// A ranking with errors: what the asker gives for a province, else what the edition's
    /// workbook prints, else the noise of the item.
    ///
    /// # Errors
    /// [`Unfit`] where nobody is ranked or an error is missing or not above 0.
    pub fn new(
        ranking: &Ranking,
        edition: &Edition,
        given: impl Fn(&Place) -> Option<f64>,
    ) -> Result<Self, Unfit> {
        let error = |place: &Place| {
            let asker = given(place).map(|error| (error, ErrorOf::Asker));
            let printed = || edition.errors.get(&(place.unit.id, ranking.item)).copied();
            let publication = || printed().map(|error| (error, ErrorOf::Publication));
            let noise = || default_error(ranking.item).map(|error| (error, ErrorOf::Noise));
            asker.or_else(publication).or_else(noise)
        };
        let ranked: Vec<(Place, f64)> =
            ranking.ranked().map(|(place, score)| (place.clone(), score)).collect();
        let errors: Option<Vec<_>> = ranked.iter().map(|(place, _)| error(place)).collect();
        let (errors, sources) = errors.ok_or(Unfit::Number)?.into_iter().unzip();
        let (places, scores) = ranked.into_iter().unzip();
        Ok(Self { places, estimates: Estimates::new(scores, errors)?, sources })
    }
}
