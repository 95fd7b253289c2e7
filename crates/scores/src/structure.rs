//! The structure of a survey year: which dimensions and sub-dimensions the index had, and what they meant.
//!
//! Codes change meaning (2.1 is poverty lists until 2017 and access to information from 2018), so a name is
//! always asked for a year.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::{Code, Item};

/// A dimension as it was called in a year.
#[derive(Debug, Clone)]
pub struct Dimension {
    /// Its number.
    pub number: u8,
    /// Its name in plans.
    pub name: &'static str,
    /// Its name in PAPI's own reports.
    pub papi_name: &'static str,
    /// Its English name.
    pub name_en: &'static str,
}

/// A sub-dimension as it was in a year.
#[derive(Debug, Clone)]
pub struct Subdimension {
    /// Its code.
    pub code: Code,
    /// Its Vietnamese name.
    pub name: &'static str,
    /// Its English name.
    pub name_en: &'static str,
    /// Lowest and highest score that its scale allows.
    pub scale: (f64, f64),
}

/// The dimensions and sub-dimensions of one survey year, in ascending order of code.
#[derive(Debug, Clone)]
pub struct Structure {
    /// The survey year.
    pub year: i16,
    /// Its dimensions.
    pub dimensions: Vec<Dimension>,
    /// Its sub-dimensions.
    pub subdimensions: Vec<Subdimension>,
}

impl Structure {
    /// The structure of a survey year (RULES 1).
    pub fn of_year(year: i16) -> Self {
        let known = &*KNOWN;
        Self {
            year,
            dimensions: known
                .dimensions
                .iter()
                .filter(|(valid, _)| valid.holds(year))
                .map(|(_, d)| d.clone())
                .collect(),
            subdimensions: known
                .subdimensions
                .iter()
                .filter(|(valid, _)| valid.holds(year))
                .map(|(_, s)| s.clone())
                .collect(),
        }
    }

    /// Whether the year scored this item.
    pub fn has(&self, item: Item) -> bool {
        !self.parts_of(item).is_empty()
    }

    /// The sub-dimensions that the item is the sum of, as positions in [`Self::subdimensions`].
    pub fn parts_of(&self, item: Item) -> Range<usize> {
        let within = |s: &Subdimension| Item::Subdimension(s.code).within(item);
        let start = self.subdimensions.iter().position(within).unwrap_or(0);
        let many = self.subdimensions.iter().filter(|s| within(s)).count();
        start..start + many
    }

    /// The sub-dimensions that the item is the sum of.
    pub fn parts(&self, item: Item) -> &[Subdimension] {
        &self.subdimensions[self.parts_of(item)]
    }

    /// The dimension of this number.
    pub fn dimension(&self, number: u8) -> Option<&Dimension> {
        self.dimensions.iter().find(|dimension| dimension.number == number)
    }

    /// The sub-dimension of this code.
    pub fn subdimension(&self, code: Code) -> Option<&Subdimension> {
        self.subdimensions.iter().find(|subdimension| subdimension.code == code)
    }

    /// Every item of the year: the total, then each dimension followed by its sub-dimensions.
    pub fn items(&self) -> Vec<Item> {
        let of_dimension = |dimension: &Dimension| {
            let item = Item::Dimension(dimension.number);
            let parts = self.parts(item).iter().map(|part| Item::Subdimension(part.code));
            std::iter::once(item).chain(parts).collect::<Vec<_>>()
        };
        std::iter::once(Item::Total).chain(self.dimensions.iter().flat_map(of_dimension)).collect()
    }

    /// The items of the year whose codes look most like one that it does not have, at most three.
    pub fn nearest(&self, item: Item) -> Vec<Item> {
        let dimension = item.dimension().unwrap_or(1);
        let mut items = self.items();
        items.retain(|other| *other != Item::Total);
        items.sort_by_key(|other| {
            let same_kind = matches!(other, Item::Dimension(_)) == matches!(item, Item::Dimension(_));
            (other.dimension().map_or(0, |d| d.abs_diff(dimension)), !same_kind)
        });
        items.truncate(3);
        items
    }
}

/// From a first to a last year, both included; an open end holds on.
#[derive(Debug, Clone, Copy)]
struct Valid(i16, Option<i16>);

impl Valid {
    fn holds(self, year: i16) -> bool {
        self.0 <= year && self.1.is_none_or(|last| year <= last)
    }
}

struct Known {
    dimensions: Vec<(Valid, Dimension)>,
    subdimensions: Vec<(Valid, Subdimension)>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let dimensions = places::rows::<DimensionRow>(include_str!("../../../data/papi_dimensions.csv"));
    let subdimensions = places::rows::<SubdimensionRow>(include_str!("../../../data/papi_structure.csv"));
    let mut known = Known {
        dimensions: dimensions.into_iter().map(DimensionRow::keep).collect(),
        subdimensions: subdimensions.into_iter().map(SubdimensionRow::keep).collect(),
    };
    known.dimensions.sort_by_key(|(_, dimension)| dimension.number);
    known.subdimensions.sort_by_key(|(_, subdimension)| subdimension.code);
    known
});

#[derive(Deserialize)]
struct DimensionRow {
    dimension: u8,
    name_vi: String,
    papi_name_vi: String,
    name_en: String,
    valid_from_year: i16,
    valid_to_year: Option<i16>,
}

impl DimensionRow {
    fn keep(self) -> (Valid, Dimension) {
        let dimension = Dimension {
            number: self.dimension,
            name: self.name_vi.leak(),
            papi_name: self.papi_name_vi.leak(),
            name_en: self.name_en.leak(),
        };
        (Valid(self.valid_from_year, self.valid_to_year), dimension)
    }
}

#[derive(Deserialize)]
struct SubdimensionRow {
    #[serde(deserialize_with = "code")]
    subdimension: Code,
    name_vi: String,
    name_en: String,
    valid_from_year: i16,
    valid_to_year: Option<i16>,
    scale_min: f64,
    scale_max: f64,
}

impl SubdimensionRow {
    fn keep(self) -> (Valid, Subdimension) {
        let subdimension = Subdimension {
            code: self.subdimension,
            name: self.name_vi.leak(),
            name_en: self.name_en.leak(),
            scale: (self.scale_min, self.scale_max),
        };
        (Valid(self.valid_from_year, self.valid_to_year), subdimension)
    }
}

fn code<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Code, D::Error> {
    String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_parts_follows_the_year() {
        let sizes: Vec<_> = [2011, 2017, 2018, 2019, 2020, 2021, 2024]
            .map(|year| {
                (Structure::of_year(year).dimensions.len(), Structure::of_year(year).subdimensions.len())
            })
            .into();
        assert_eq!(sizes, [(6, 22), (6, 22), (8, 28), (8, 29), (8, 29), (8, 28), (8, 28)]);
    }

    #[test]
    fn a_code_changes_meaning() {
        let code = Code { dimension: 2, part: 1 };
        let name = |year| Structure::of_year(year).subdimension(code).map(|s| s.name_en);
        assert_ne!(name(2017), name(2018));
    }

    #[test]
    fn a_dimension_is_shared_equally_by_its_parts() {
        for year in 2011..=2024 {
            let structure = Structure::of_year(year);
            for dimension in &structure.dimensions {
                let parts = structure.parts(Item::Dimension(dimension.number));
                let highest: f64 = parts.iter().map(|part| part.scale.1).sum();
                assert!((highest - 10.0).abs() < 0.02, "{year} {}: {highest}", dimension.number);
            }
        }
    }

    #[test]
    fn a_missing_item_gets_neighbours() {
        let nearest = Structure::of_year(2015).nearest(Item::Dimension(7));
        assert_eq!(nearest[0], Item::Dimension(6));
    }
}
