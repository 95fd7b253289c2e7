//! Provinces as files write them, looked up once for each spelling.

use std::collections::HashMap;

use places::{Set, Unit, name};
use sheet::Cell;

use super::problem::Expected;

/// Spellings are remembered up to this many; beyond it they are looked up anew.
const REMEMBERED: usize = 10_000;

/// Finds provinces of one set.
pub(super) struct Names {
    set: &'static Set,
    known: HashMap<String, Option<&'static Unit>>,
}

impl Names {
    pub(super) fn of(set: &'static Set) -> Self {
        Self { set, known: HashMap::new() }
    }

    /// The province that a cell names: a name in any spelling, or a code, which a spreadsheet may have made a number.
    pub(super) fn find(&mut self, cell: &Cell) -> Option<&'static Unit> {
        let words = cell.words()?;
        let written = words.trim();
        if let Some(known) = self.known.get(written) {
            return *known;
        }
        let found = match written.len() {
            1 if written.as_bytes()[0].is_ascii_digit() => self.set.by_code(&format!("0{written}")),
            ..=80 => self.set.find(written),
            _ => None,
        };
        if self.known.len() < REMEMBERED {
            self.known.insert(written.to_owned(), found);
        }
        found
    }

    /// A province of this set, with the names nearest to what the cell says.
    pub(super) fn expected(&self, cell: Option<&Cell>) -> Expected {
        let nearest = cell.and_then(Cell::words).filter(|words| words.len() <= 80);
        Expected::Province(nearest.map(|words| self.set.nearest(&words, 3)).unwrap_or_default())
    }
}

/// Whether a name is of the whole country, of a region, or of a row of statistics, and so of no province.
pub(super) fn is_aggregate(words: &str) -> bool {
    const STARTS: [&str; 18] = [
        "ca nuoc",
        "toan quoc",
        "trung binh",
        "binh quan",
        "trung vi",
        "national",
        "mean",
        "average",
        "median",
        "min",
        "max",
        "thap nhat",
        "cao nhat",
        "tong so",
        "do lech chuan",
        "standard deviation",
        "viet nam",
        "vung ",
    ];
    let folded = name::fold(words);
    let is_region = |region: &&str| name::fold(region) == folded;
    STARTS.iter().any(|start| folded.starts_with(start))
        || places::country().sets.iter().any(|set| set.regions().iter().any(is_region))
}

#[cfg(test)]
mod tests {
    use places::country;

    use super::*;

    #[test]
    fn a_code_that_lost_its_zero_is_still_a_code() {
        let mut names = Names::of(&country().sets[0]);
        let mut found = |cell: Cell| names.find(&cell).map(|unit| unit.name);
        assert_eq!(found(Cell::Number(1.0)), Some("Hà Nội"));
        assert_eq!(found(Cell::Text("1".into())), Some("Hà Nội"));
        assert_eq!(found(Cell::Number(95.0)), Some("Bạc Liêu"));
        assert_eq!(found(Cell::Number(1.5)), None);
        assert_eq!(found(Cell::Text(" Đắc Lắk".into())), Some("Đắk Lắk"));
    }

    #[test]
    fn statistics_of_the_country_are_no_province() {
        for aggregate in ["Trung bình cả nước", "Cả nước", "National mean", "MAX", "Đồng bằng sông Hồng"]
        {
            assert!(is_aggregate(aggregate), "{aggregate}");
        }
        assert!(!is_aggregate("Bạc Liêuu"));
    }
}
