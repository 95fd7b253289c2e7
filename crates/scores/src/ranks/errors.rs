//! The standard errors of an edition: those printed in the official workbooks where imported, else the noise of one
//! year as found in the data.

use places::Unit;

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
    /// workbook prints, else the noise of the item. Of a merged unit, those of its members together.
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
            asker.or_else(|| of_unit(edition, place.unit, ranking.item))
        };
        let ranked: Vec<(Place, f64)> =
            ranking.ranked().map(|(place, score)| (place.clone(), score)).collect();
        let errors: Option<Vec<_>> = ranked.iter().map(|(place, _)| error(place)).collect();
        let (errors, sources) = errors.ok_or(Unfit::Number)?.into_iter().unzip();
        let (places, scores) = ranked.into_iter().unzip();
        Ok(Self { places, estimates: Estimates::new(scores, errors)?, sources })
    }
}

/// The error of a province, or of a merged unit, whose score is the mean of its members' weighted by population: with
/// w their shares of the people and members surveyed apart, √Σ(w·error)². It is printed where every member's is.
pub(super) fn of_unit(edition: &Edition, unit: &Unit, item: Item) -> Option<(f64, ErrorOf)> {
    if unit.set == edition.set.label {
        return of_surveyed(edition, unit, item);
    }
    let members = edition.members_with(unit, item);
    let people: f64 = members.iter().map(|member| member.population).sum();
    let (mut squares, mut source) = (0.0, ErrorOf::Publication);
    for member in &members {
        let (error, from) = of_surveyed(edition, member, item)?;
        let part = member.population / people * error;
        squares += part * part;
        if from == ErrorOf::Noise {
            source = ErrorOf::Noise;
        }
    }
    (!members.is_empty()).then(|| (libm::sqrt(squares), source))
}

fn of_surveyed(edition: &Edition, unit: &Unit, item: Item) -> Option<(f64, ErrorOf)> {
    let printed = edition.errors.get(&(unit.id, item)).map(|error| (*error, ErrorOf::Publication));
    printed.or_else(|| default_error(item).map(|error| (error, ErrorOf::Noise)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Editions;
    use places::country;

    fn of_the_34(edition: &Edition, name: &str) -> (f64, ErrorOf, bool) {
        let ranking = Ranking::new(edition, country().set("34").expect("the 34"), Item::Total);
        let measured = Measured::new(&ranking, edition, |_| None).expect("measured");
        let at = measured.places.iter().position(|place| place.unit.slug == name).expect("ranked");
        (measured.estimates.errors()[at], measured.sources[at], measured.places[at].partial)
    }

    #[test]
    fn a_merged_unit_has_the_error_of_the_mean_of_its_members() {
        let editions = Editions::embedded(2024..=2024);
        let mut edition = editions.get(2024).expect("2024").clone();
        assert_eq!(of_the_34(&edition, "ha-noi").0, 1.0, "alone, it has the noise of one year");
        let members = [("95-2008", 0.6), ("96-2008", 0.3)];
        let people = members.map(|(id, _)| country().unit(id).expect("a member").population);
        let noise = libm::sqrt(people[0] * people[0] + people[1] * people[1]) / (people[0] + people[1]);
        let (error, from, _) = of_the_34(&edition, "ca-mau");
        assert!((error - noise).abs() < 1e-12 && from == ErrorOf::Noise, "{error}, not {noise}");

        for (id, error) in members {
            edition.errors.insert((country().unit(id).expect("a member").id, Item::Total), error);
        }
        let printed = libm::sqrt((people[0] * 0.6).powi(2) + (people[1] * 0.3).powi(2));
        let (error, from, _) = of_the_34(&edition, "ca-mau");
        assert!((error - printed / (people[0] + people[1])).abs() < 1e-12 && from == ErrorOf::Publication);
    }

    #[test]
    fn a_unit_that_lacks_a_member_is_marked_and_has_the_error_of_those_that_are_there() {
        let editions = Editions::embedded(2024..=2024);
        let edition = editions.get(2024).expect("2024");
        let (error, _, partial) = of_the_34(edition, "dong-thap");
        assert!(partial && error == 1.0, "of Đồng Tháp and Tiền Giang the latter was not scored");
        let (error, _, partial) = of_the_34(edition, "ca-mau");
        assert!(!partial && error < 0.75, "{error}");
    }
}
