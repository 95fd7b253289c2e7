//! What the columns of a survey imply of its sample: counted, so that a page can say it in words.

use std::collections::{BTreeMap, HashSet};

use estimate::Survey;

use super::{named, units};
use crate::column::{Column, Kind, words};
use crate::file::Table;

/// What the columns imply of the sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Implied {
    /// People asked.
    pub people: usize,
    /// First-stage units; people where there is no column of units.
    pub units: usize,
    /// First-stage strata.
    pub strata: usize,
    /// Whether units, strata, weights and population sizes were named.
    pub named: Named,
    /// Stages of the drawing.
    pub stages: usize,
    /// The strata with one sampled unit.
    pub lonely: Vec<String>,
    /// The fewest and the most people of a unit.
    pub in_unit: (usize, usize),
    /// A unit's name that stands in several places of another column, as “Ấp 1” does in several communes.
    pub again: Option<Again>,
    /// The sum of the weights.
    pub stand_for: f64,
    /// The smallest and the largest weight.
    pub weights: (f64, f64),
    /// How many times larger variances are for weights that differ: 1 + cv². Source: Kish (1965), section 11.7.
    pub kish: f64,
    /// Degrees of freedom: units less strata.
    pub df: f64,
}

/// A name of a unit that may be several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Again {
    /// The name.
    pub unit: String,
    /// The column of places.
    pub column: String,
    /// In how many of them it stands.
    pub places: usize,
}

/// Which parts of a design were named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Units.
    pub units: bool,
    /// Strata.
    pub strata: bool,
    /// Weights.
    pub weights: bool,
    /// Population sizes.
    pub population: bool,
}

impl Implied {
    /// What the columns imply.
    pub fn of(table: &Table, columns: &[Column], survey: &Survey) -> Self {
        let design = survey.design();
        let (units, strata) = design.size();
        let weights = survey.weights();
        let sum: f64 = weights.iter().sum();
        let squares: f64 = weights.iter().map(|w| w * w).sum();
        let ends =
            weights.iter().fold((f64::INFINITY, 0.0_f64), |(low, high), w| (low.min(*w), high.max(*w)));
        let of = |kind| columns.iter().any(|column| column.kind == kind);
        Self {
            people: table.rows,
            units,
            strata,
            named: Named {
                units: of(Kind::Cluster),
                strata: of(Kind::Stratum),
                weights: of(Kind::Weight),
                population: of(Kind::Population),
            },
            stages: columns.iter().filter(|column| column.kind == Kind::Cluster).count().max(1),
            lonely: design.lonely_strata().into_iter().map(str::to_owned).collect(),
            in_unit: in_unit(table, columns),
            again: again(table, columns),
            stand_for: sum,
            weights: ends,
            kish: weights.len() as f64 * squares / (sum * sum),
            df: survey.design_df(),
        }
    }
}

/// The name that stands in most places, where there is one column of units. Places are columns that are called so and are
/// no part of the design: whoever lives in a unit may be man or woman, but lives in one commune.
fn again(table: &Table, columns: &[Column]) -> Option<Again> {
    let [unit] = &named(columns, Kind::Cluster)[..] else { return None };
    let unit = table.column(unit)?;
    let is_place = |column: &&Column| {
        let words = words(&column.name);
        column.kind == Kind::Domain && PLACES.iter().any(|place| words.contains(&format!(" {place} ")))
    };
    let repeated = |column: &Column| {
        let places = table.column(&column.name)?;
        let mut stands: BTreeMap<&str, HashSet<&str>> = BTreeMap::new();
        for (unit, place) in unit.values.iter().zip(&places.values) {
            stands.entry(unit.as_deref()?).or_default().extend(place.as_deref());
        }
        let (name, places) = stands.into_iter().max_by_key(|(_, places)| places.len())?;
        let (unit, column, places) = (name.to_owned(), column.name.clone(), places.len());
        (places > 1).then_some(Again { unit, column, places })
    };
    columns.iter().filter(is_place).filter_map(repeated).max_by_key(|again| again.places)
}

/// Words of columns that say where.
const PLACES: [&str; 8] = ["xa", "phuong", "thi tran", "huyen", "thi xa", "commune", "ward", "district"];

/// The fewest and the most people of a first-stage unit.
fn in_unit(table: &Table, columns: &[Column]) -> (usize, usize) {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    units(table, columns).into_iter().for_each(|unit| *counts.entry(unit).or_default() += 1);
    (counts.values().copied().min().unwrap_or(0), counts.values().copied().max().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::tests::{FILE, described};
    use crate::design::{Design, survey};

    #[test]
    fn what_a_design_implies_is_counted() {
        let (table, columns) = described(FILE);
        let survey = survey(&table, &columns, Design::default()).expect("a survey");
        let implied = Implied::of(&table, &columns, &survey);
        assert_eq!((implied.people, implied.units, implied.strata, implied.df), (6, 5, 3, 2.0));
        assert_eq!((implied.lonely, implied.in_unit), (vec!["C".to_owned()], (1, 2)));
        assert_eq!((implied.stand_for, implied.weights), (58.0, (5.0, 20.0)));
        assert!((implied.kish - 6.0 * 714.0 / (58.0 * 58.0)).abs() < 1e-12);
    }

    #[test]
    fn a_unit_of_a_name_that_several_communes_have_is_told() {
        let of = |text: &str| {
            let (table, columns) = described(text);
            let survey = survey(&table, &columns, Design::default()).expect("a survey");
            Implied::of(&table, &columns, &survey).again
        };
        let twice = "xa,ap,gioi,diem\nX,Ấp 1,Nam,1\nX,Ấp 2,Nữ,2\nY,Ấp 1,Nam,3\nY,Ấp 3,Nữ,4\n";
        let again = Again { unit: "Ấp 1".into(), column: "xa".into(), places: 2 };
        assert_eq!(of(twice), Some(again));
        assert_eq!(
            of(&twice.replace("Y,Ấp 1", "Y,Ấp 4")),
            None,
            "a man and a woman in one hamlet are no places"
        );
    }
}
