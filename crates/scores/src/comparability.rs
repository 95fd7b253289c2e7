//! Where comparability ends: an item's scores of two years are compared only where no break lies between (RULES 4).

use std::sync::LazyLock;

use serde::Deserialize;

use crate::Item;

/// A year from which an item's scores cannot be compared with earlier ones. Ranks still can.
#[derive(Debug, Clone, Deserialize)]
pub struct Break {
    /// The item, exactly; nothing is inherited by its parts or its whole.
    pub item: String,
    /// First year that is not comparable with earlier ones.
    pub year: i16,
    /// `published`, or `seen in data`.
    pub basis: String,
    /// Why, in English.
    pub reason: String,
}

/// Every known break.
pub fn breaks() -> &'static [Break] {
    static BREAKS: LazyLock<Vec<Break>> =
        LazyLock::new(|| places::rows(include_str!("../../../data/papi_breaks.csv")));
    &BREAKS
}

/// The first break of an item between two years, if any.
pub fn break_between(item: Item, from: i16, to: i16) -> Option<&'static Break> {
    let item = item.to_string();
    breaks().iter().find(|b| b.item == item && from < b.year && b.year <= to)
}

/// Whether an item's scores of two years may be compared.
pub fn comparable(item: Item, from: i16, to: i16) -> bool {
    break_between(item, from, to).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_total_breaks_when_the_dimensions_change() {
        assert!(!comparable(Item::Total, 2017, 2018));
        assert!(comparable(Item::Total, 2023, 2024));
    }

    #[test]
    fn a_break_counts_from_its_own_year_on() {
        assert!(!comparable(Item::Dimension(1), 2015, 2016));
        assert!(comparable(Item::Dimension(1), 2014, 2015));
    }
}
