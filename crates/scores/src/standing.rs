//! A province's standing: where it is in an edition, and how that changed from the edition before (RULES 4).

use std::collections::BTreeMap;

use places::{Set, Unit, UnitId};

use crate::{Editions, Group, Item, Place, Ranking, Structure, comparable};

/// Where a province stands on one item.
#[derive(Debug, Clone)]
pub struct Standing {
    /// The item.
    pub item: Item,
    /// Its score; none when unranked.
    pub score: Option<f64>,
    /// Its rank.
    pub rank: Option<usize>,
    /// How many are ranked.
    pub of: usize,
    /// Its group.
    pub group: Option<Group>,
    /// The mean of all ranked provinces.
    pub mean: Option<f64>,
    /// Against the edition before; none when either side is unranked.
    pub change: Option<Change>,
    /// Whether a merged unit's score stands on some of its members only.
    pub partial: bool,
}

/// A change between two editions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The edition before.
    pub since: i16,
    /// Now less before, points.
    pub score: f64,
    /// Before less now, places: positive is better.
    pub rank: i64,
    /// Whether the two scores may be compared; ranks always may.
    pub comparable: bool,
}

impl Editions {
    /// Where a province stands on an item in a year; none where there is no such edition.
    pub fn standing(&self, unit: &Unit, set: &'static Set, year: i16, item: Item) -> Option<Standing> {
        let ranking = Ranking::new(self.get(year)?, set, item);
        let place = ranking.place(unit.id)?;
        Some(Standing {
            item,
            score: place.score,
            rank: place.rank,
            of: ranking.of,
            group: place.group,
            mean: ranking.mean(),
            change: self.changes(&ranking).remove(&unit.id),
            partial: place.partial,
        })
    }

    /// The standings of a province on every item of a year: the total, each dimension, its sub-dimensions.
    pub fn standings(&self, unit: &Unit, set: &'static Set, year: i16) -> Vec<Standing> {
        let items = self.get(year).map(|edition| edition.structure.items()).unwrap_or_default();
        items.into_iter().filter_map(|item| self.standing(unit, set, year, item)).collect()
    }

    /// The structure of a year, as its edition has it.
    pub fn structure(&self, year: i16) -> Option<&Structure> {
        self.get(year).map(|edition| &edition.structure)
    }

    /// How each province's score and rank changed from the edition before, for those ranked in both.
    pub fn changes(&self, now: &Ranking) -> BTreeMap<UnitId, Change> {
        let Some(edition) = self.before(now.year) else { return BTreeMap::new() };
        let before = Ranking::new(edition, now.set, now.item);
        let change = |(place, score): (&Place, f64)| {
            let old = before.place(place.unit.id)?;
            let change = Change {
                since: edition.year,
                score: score - old.score?,
                rank: old.rank? as i64 - place.rank? as i64,
                comparable: comparable(now.item, edition.year, now.year),
            };
            Some((place.unit.id, change))
        };
        now.ranked().filter_map(change).collect()
    }
}
