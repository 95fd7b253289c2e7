//! Explaining a change between two editions: part by part, against the nation, and who passed whom (RULES 6).

use std::collections::{BTreeMap, BTreeSet};

use places::{Set, Unit};

use crate::ranking::TOLERANCE;
use crate::{Code, Edition, Editions, Item, Place, Ranking, comparable};

/// What changed for a province on an item, and why its rank did.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The earlier survey year.
    pub from: i16,
    /// The later survey year.
    pub to: i16,
    /// The item.
    pub item: Item,
    /// Whether the item's scores may be compared.
    pub comparable: bool,
    /// Its places in the two years.
    pub places: (Place, Place),
    /// How many were ranked in the two years.
    pub of: (usize, usize),
    /// Own and national change of the item.
    pub change: Moved,
    /// Own and national change of each part; the own ones add up to the item's.
    pub parts: Vec<Part>,
    /// Behind before and ahead now, by code.
    pub overtaken_by: Vec<&'static Unit>,
    /// Ahead before and behind now, by code.
    pub overtook: Vec<&'static Unit>,
    /// Unranked before and ahead now.
    pub entered_above: Vec<&'static Unit>,
    /// Ahead before and unranked now.
    pub left_above: Vec<&'static Unit>,
    /// The rank of the new score among the others' old ones.
    pub rank_if_others_stood_still: Option<usize>,
    /// The rank of the old score among the others' new ones.
    pub rank_if_only_others_moved: Option<usize>,
}

/// Own and national change, points.
#[derive(Debug, Clone, Copy, Default)]
pub struct Moved {
    /// Now less before; none where the province is unranked on one side.
    pub own: Option<f64>,
    /// The mean over the provinces ranked on the item in both years.
    pub national: Option<f64>,
}

impl Moved {
    /// Own less national change.
    pub fn relative(self) -> Option<f64> {
        Some(self.own? - self.national?)
    }
}

/// The change of one part.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Its code.
    pub code: Code,
    /// Own and national change.
    pub change: Moved,
    /// Whether the part was in both years' structures and meant the same.
    pub comparable: bool,
}

impl Explanation {
    /// Places gained; positive is better.
    pub fn rank_change(&self) -> Option<i64> {
        Some(self.places.0.rank? as i64 - self.places.1.rank? as i64)
    }
}

impl Editions {
    /// Explains a province's change on an item; none where an edition or the province is not there.
    pub fn explain(
        &self,
        unit: &Unit,
        set: &'static Set,
        years: (i16, i16),
        item: Item,
    ) -> Option<Explanation> {
        let editions = (self.get(years.0)?, self.get(years.1)?);
        let rankings = Rankings(Ranking::new(editions.0, set, item), Ranking::new(editions.1, set, item));
        let places = (rankings.0.place(unit.id)?.clone(), rankings.1.place(unit.id)?.clone());
        let scores = places.0.score.zip(places.1.score);
        Some(Explanation {
            from: years.0,
            to: years.1,
            item,
            comparable: comparable(item, years.0, years.1),
            change: Moved { own: scores.map(|(before, now)| now - before), national: rankings.mean_change() },
            parts: parts(editions, item, unit, &rankings.steady()),
            overtaken_by: rankings.passing(scores, (Some(false), Some(true))),
            overtook: rankings.passing(scores, (Some(true), Some(false))),
            entered_above: rankings.passing(scores, (None, Some(true))),
            left_above: rankings.passing(scores, (Some(true), None)),
            rank_if_others_stood_still: scores.map(|(_, now)| rankings.0.rank_of(now, unit.id)),
            rank_if_only_others_moved: scores.map(|(before, _)| rankings.1.rank_of(before, unit.id)),
            of: (rankings.0.of, rankings.1.of),
            places,
        })
    }
}

/// The rankings of the earlier and of the later edition.
struct Rankings(Ranking, Ranking);

impl Rankings {
    /// The provinces ranked in both years.
    fn steady(&self) -> Vec<&'static Unit> {
        let ranked_later = |unit: &Unit| self.1.place(unit.id).is_some_and(|place| place.rank.is_some());
        self.0.ranked().map(|(place, _)| place.unit).filter(|unit| ranked_later(unit)).collect()
    }

    fn mean_change(&self) -> Option<f64> {
        let score = |ranking: &Ranking, unit: &Unit| ranking.place(unit.id).and_then(|place| place.score);
        mean(self.steady().iter().filter_map(|unit| Some(score(&self.1, unit)? - score(&self.0, unit)?)))
    }

    /// The other provinces that were above us before and are above us now as `sides` says; `None` is unranked.
    fn passing(&self, own: Option<(f64, f64)>, sides: (Option<bool>, Option<bool>)) -> Vec<&'static Unit> {
        let Some((before, now)) = own else { return Vec::new() };
        let above = |ranking: &Ranking, unit: &Unit, own: f64| {
            ranking.place(unit.id).and_then(|place| place.score).map(|score| score > own + TOLERANCE)
        };
        let stands = |unit: &&Unit| (above(&self.0, unit, before), above(&self.1, unit, now)) == sides;
        self.0.set.units.iter().filter(stands).collect()
    }
}

/// The parts of both years' structures; one outside a year's structure counts as 0 in it.
fn parts(editions: (&Edition, &Edition), item: Item, unit: &Unit, steady: &[&Unit]) -> Vec<Part> {
    let own = changes_by_code(editions, item, unit);
    let national: Vec<_> = steady.iter().filter_map(|unit| changes_by_code(editions, item, unit)).collect();
    let both = |code: Code| {
        [editions.0, editions.1].iter().all(|edition| edition.structure.subdimension(code).is_some())
    };
    let part = |code: Code| Part {
        code,
        change: Moved {
            own: own.as_ref().and_then(|own| own.get(&code).copied()),
            national: mean(national.iter().filter_map(|changes| changes.get(&code).copied())),
        },
        comparable: both(code) && comparable(Item::Subdimension(code), editions.0.year, editions.1.year),
    };
    codes(editions, item).into_iter().map(part).collect()
}

fn changes_by_code(editions: (&Edition, &Edition), item: Item, unit: &Unit) -> Option<BTreeMap<Code, f64>> {
    let mut changes: BTreeMap<_, _> = codes(editions, item).into_iter().map(|code| (code, 0.0)).collect();
    for (edition, sign) in [(editions.0, -1.0), (editions.1, 1.0)] {
        let scores = edition.parts(unit, item)?;
        for (part, score) in edition.structure.parts(item).iter().zip(scores) {
            *changes.entry(part.code).or_default() += sign * score;
        }
    }
    Some(changes)
}

fn codes(editions: (&Edition, &Edition), item: Item) -> BTreeSet<Code> {
    [editions.0, editions.1]
        .iter()
        .flat_map(|edition| edition.structure.parts(item))
        .map(|part| part.code)
        .collect()
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<_> = values.collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
