//! Whether an edition's sample seems renewed: results then remember less of the year before than they did.

use places::Set;

use crate::{Code, Edition, Editions, Item, breaks};

/// Below this statistic the sample seems renewed. It was −0.15, −0.13 and −0.35 in 2015, 2018 and 2021 and above −0.07
/// in every other year to 2024.
pub const SEEMS_RENEWED: f64 = -0.10;

/// The break statistic of an edition: the mean, over sub-dimensions of unchanged meaning, of how the correlation with the
/// year before differs from that one's with its own year before (both as atanh). None without three editions in a row.
pub fn break_statistic(editions: &Editions, set: &Set, year: i16) -> Option<f64> {
    let [first, before, now] = [editions.get(year - 2)?, editions.get(year - 1)?, editions.get(year)?];
    let parts = now.structure.subdimensions.iter().map(|part| part.code);
    let steady = |code: &Code| {
        let there = [first, before].iter().all(|edition| edition.structure.subdimension(*code).is_some());
        there && !redefined(*code, first.year, year)
    };
    let differs = |code: Code| {
        let (then, since) = (correlation(first, before, set, code)?, correlation(before, now, set, code)?);
        Some(libm::atanh(since) - libm::atanh(then))
    };
    let differences: Vec<f64> = parts.filter(steady).filter_map(differs).collect();
    (!differences.is_empty()).then(|| differences.iter().sum::<f64>() / differences.len() as f64)
}

/// Whether a change of meaning was published between two years; a mere jump of the national mean is none.
fn redefined(code: Code, from: i16, to: i16) -> bool {
    let item = Item::Subdimension(code).to_string();
    breaks().iter().any(|b| b.item == item && b.basis == "published" && from < b.year && b.year <= to)
}

/// The correlation of a sub-dimension's scores over the provinces scored in both years.
fn correlation(a: &Edition, b: &Edition, set: &Set, code: Code) -> Option<f64> {
    let item = Item::Subdimension(code);
    let pairs: Vec<(f64, f64)> =
        set.units.iter().filter_map(|unit| a.score(unit, item).zip(b.score(unit, item))).collect();
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let product = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let across = product(&|pair| (pair.0 - x) * (pair.1 - y));
    let (own, other) = (product(&|p| (p.0 - x) * (p.0 - x)), product(&|p| (p.1 - y) * (p.1 - y)));
    (pairs.len() > 2 && own > 0.0 && other > 0.0).then(|| across / libm::sqrt(own * other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use places::country;

    #[test]
    fn the_renewals_seen_in_the_data_stand_out() {
        let (editions, set) = (Editions::embedded(2011..=2024), country().set_of_year(2024));
        let statistic = |year| break_statistic(&editions, set, year).expect("three editions");
        for (year, seen) in [(2015, -0.15), (2018, -0.13), (2021, -0.35)] {
            assert!((statistic(year) - seen).abs() < 0.025, "{year}: {}", statistic(year));
        }
        for year in [2013, 2014, 2016, 2017, 2019, 2020, 2022, 2023, 2024] {
            assert!(statistic(year) > -0.075, "{year}: {}", statistic(year));
        }
        assert_eq!(break_statistic(&editions, set, 2012), None);
    }
}
