//! A ranking: the provinces of an edition in order of their score on one item (RULES 2, 3).

use places::{Set, Unit, UnitId};

use crate::group::Sizes;
use crate::{Code, Edition, Group, Item};

/// Two scores closer than this are a tie (RULES 1).
pub const TOLERANCE: f64 = 1e-9;

/// The provinces in order of rank; unranked ones last, by code.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// The survey year.
    pub year: i16,
    /// What was ranked.
    pub item: Item,
    /// The provinces it is about.
    pub set: &'static Set,
    /// How many are ranked: the denominator.
    pub of: usize,
    /// A place for each province.
    pub places: Vec<Place>,
}

/// Where one province stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// The province.
    pub unit: &'static Unit,
    /// Its score; none when a part is not published.
    pub score: Option<f64>,
    /// 1 + how many stand strictly higher; ties share the better rank.
    pub rank: Option<usize>,
    /// Its group; none for sub-dimensions, whose groups are not published.
    pub group: Option<Group>,
    /// The parts that are not published, where unranked.
    pub missing: Vec<Code>,
    /// Whether a merged unit's score stands on some of its members only.
    pub partial: bool,
}

impl Ranking {
    /// Ranks the provinces of `set` on an item of an edition.
    pub fn new(edition: &Edition, set: &'static Set, item: Item) -> Self {
        let scored: Vec<_> = set.units.iter().map(|unit| (unit, edition.score(unit, item))).collect();
        let mut scores: Vec<f64> = scored.iter().filter_map(|(_, score)| *score).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        let sizes = sizes(edition, set, item, scores.len());
        let place = |(unit, score): (&'static Unit, Option<f64>)| {
            let rank = score.map(|score| 1 + higher(&scores, score));
            let missing = if rank.is_none() { edition.missing(unit, item) } else { Vec::new() };
            let group = rank.zip(sizes).map(|(rank, sizes)| sizes.group(rank));
            Place { unit, score, rank, group, missing, partial: edition.partial(unit, item) }
        };
        let mut places: Vec<_> = scored.into_iter().map(place).collect();
        places.sort_by_key(|place| (place.rank.is_none(), place.rank, place.unit.code));
        Self { year: edition.year, item, set, of: scores.len(), places }
    }

    /// The place of a province.
    pub fn place(&self, unit: UnitId) -> Option<&Place> {
        self.places.iter().find(|place| place.unit.id == unit)
    }

    /// The provinces that have a rank, best first.
    pub fn ranked(&self) -> impl Iterator<Item = (&Place, f64)> {
        self.places.iter().filter_map(|place| Some((place, place.score?)))
    }

    /// The `n`-th highest score, counted from 1; the lowest when fewer are ranked.
    pub fn score_at(&self, n: usize) -> Option<f64> {
        self.places[..self.of].get(n.clamp(1, self.of.max(1)) - 1).and_then(|place| place.score)
    }

    /// The lowest score among the provinces of a group or a better one.
    pub fn floor_of(&self, group: Group) -> Option<(&Place, f64)> {
        self.ranked().filter(|(place, _)| place.group.is_some_and(|own| own <= group)).last()
    }

    /// The rank that a score would take among the others, `unit` left out.
    pub fn rank_of(&self, score: f64, unit: UnitId) -> usize {
        1 + self.ranked().filter(|(place, other)| place.unit.id != unit && *other > score + TOLERANCE).count()
    }

    /// The mean of the ranked scores.
    pub fn mean(&self) -> Option<f64> {
        let sum: f64 = self.ranked().map(|(_, score)| score).sum();
        (self.of > 0).then(|| sum / self.of as f64)
    }
}

/// How many of the scores, sorted from the highest, are strictly higher.
fn higher(scores: &[f64], score: f64) -> usize {
    scores.partition_point(|other| *other > score + TOLERANCE)
}

/// Published exceptions are about the provinces as surveyed; merged ones are cut by the rule.
fn sizes(edition: &Edition, set: &Set, item: Item, ranked: usize) -> Option<Sizes> {
    match item {
        Item::Subdimension(_) => None,
        _ if edition.set == set => Some(Sizes::of(edition.year, item, ranked)),
        _ => Some(Sizes::by_rule(ranked)),
    }
}
