//! Judging a target: what was required, what is, by how much, and why we sometimes cannot tell.

use places::{Set, Unit};

use super::{Condition, Requirement, Scope, Target};
use crate::ranking::TOLERANCE;
use crate::{Edition, Editions, Group, Item, Place, Ranking, comparable};

/// The verdict on a target.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// False if any finding is, else none if any is, else true.
    pub met: Option<bool>,
    /// A finding for each item of each condition in each edition.
    pub findings: Vec<Finding>,
}

/// What was found on one item.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The edition.
    pub year: i16,
    /// The item.
    pub item: Item,
    /// The condition that it is judged by.
    pub requirement: Requirement,
    /// What the requirement stood at in that edition.
    pub required: Required,
    /// Where the province stood.
    pub actual: Actual,
    /// Actual less required, points.
    pub gap: Option<f64>,
    /// The verdict; none when we cannot tell.
    pub met: Option<bool>,
    /// What stands in the way of a plain verdict.
    pub doubt: Option<Doubt>,
}

/// What a requirement stood at.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Required {
    /// The place, where a place is asked.
    pub rank: Option<usize>,
    /// The score that had to be reached.
    pub score: Option<f64>,
    /// The group, where a group is asked.
    pub group: Option<Group>,
}

/// Where the province stood.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Actual {
    /// Its rank.
    pub rank: Option<usize>,
    /// Its score.
    pub score: Option<f64>,
    /// Its group.
    pub group: Option<Group>,
}

/// Why a verdict is none, or should be read with care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The edition is not there.
    NoEdition,
    /// The province has no rank on the item in the edition.
    Unranked,
    /// The base edition is not there, or the province has no rank in it.
    NoBase(Option<i16>),
    /// The item's definition changed since the base edition.
    NotComparable(i16),
}

impl Editions {
    /// Judges a target for a province in the edition of a year; a path in every edition up to it.
    pub fn judge(&self, target: &Target, unit: &Unit, set: &'static Set, year: i16) -> Judgement {
        let case = |year| Case { editions: self, unit, set, year };
        let findings: Vec<_> = match target {
            Target::Joined(conditions) => conditions.iter().flat_map(|c| case(year).findings(c)).collect(),
            Target::Path(steps) => {
                let first = steps.first().map_or(year, |step| step.from);
                (first..=year)
                    .filter_map(|year| Some((year, steps.iter().rev().find(|step| step.from <= year)?)))
                    .flat_map(|(year, step)| step.conditions.iter().flat_map(move |c| case(year).findings(c)))
                    .collect()
            }
        };
        let nothing_to_lift = findings.is_empty() && matches!(target, Target::Joined(_));
        let met = if nothing_to_lift { Some(true) } else { all(findings.iter().map(|finding| finding.met)) };
        Judgement { met, findings }
    }
}

/// False if any is false, else unknown if any is, else true; of nothing, unknown.
fn all(verdicts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    verdicts.reduce(|a, b| match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (None, _) | (_, None) => None,
        _ => Some(true),
    })?
}

/// One province in one edition.
struct Case<'a> {
    editions: &'a Editions,
    unit: &'a Unit,
    set: &'static Set,
    year: i16,
}

impl Case<'_> {
    fn findings(&self, condition: &Condition) -> Vec<Finding> {
        let finding = |item| self.finding(item, condition.requirement);
        match (condition.scope, condition.requirement) {
            (_, Requirement::Lift(base)) => self.lagging(base).into_iter().map(finding).collect(),
            (Scope::Item(item), _) => vec![finding(item)],
            (Scope::EachDimension, _) => self.dimensions(self.year).into_iter().map(finding).collect(),
        }
    }

    fn finding(&self, item: Item, requirement: Requirement) -> Finding {
        let now = self.ranking(self.year, item);
        let place = now.as_ref().and_then(|now| now.place(self.unit.id));
        let actual = place.map(Actual::of).unwrap_or_default();
        let (required, doubt) = match &now {
            Some(now) => self.required(now, requirement),
            None => (Required::default(), Some(Doubt::NoEdition)),
        };
        let gap = actual.score.zip(required.score).map(|(actual, required)| actual - required);
        let strict = matches!(requirement, Requirement::BetterThan(_) | Requirement::Lift(_));
        let told = !strict || !matches!(doubt, Some(Doubt::NotComparable(_)));
        let met = gap.filter(|_| told).map(|gap| if strict { gap > TOLERANCE } else { gap >= -TOLERANCE });
        let unranked = (actual.score.is_none() && now.is_some()).then_some(Doubt::Unranked);
        Finding { year: self.year, item, requirement, required, actual, gap, met, doubt: unranked.or(doubt) }
    }

    /// What the requirement stands at in this edition.
    fn required(&self, now: &Ranking, requirement: Requirement) -> (Required, Option<Doubt>) {
        let at_place = |n: usize| Required { rank: Some(n), score: now.score_at(n), group: None };
        match requirement {
            Requirement::Rank(n) => (at_place(n.into()), None),
            Requirement::Group(group) => {
                let floor = now.floor_of(group);
                let rank = floor.and_then(|(place, _)| place.rank);
                (Required { rank, score: floor.map(|(_, score)| score), group: Some(group) }, None)
            }
            Requirement::Score(score) => (Required { score: Some(score), ..Required::default() }, None),
            Requirement::Places(n, base) => self.against_base(now, base, |before| {
                at_place(before.rank.map_or(1, |rank| rank.saturating_sub(n.into()).max(1)))
            }),
            Requirement::Points(n, base) => self.against_base(now, base, |before| scored(before, n)),
            Requirement::BetterThan(year) => self.against_base(now, Some(year), |before| scored(before, 0.0)),
            Requirement::Lift(base) => self.against_base(now, base, |before| scored(before, 0.0)),
        }
    }

    /// A requirement that starts from where the province stood in a base edition.
    fn against_base(
        &self,
        now: &Ranking,
        base: Option<i16>,
        require: impl Fn(&Place) -> Required,
    ) -> (Required, Option<Doubt>) {
        let base = base.or_else(|| self.editions.before(self.year).map(|edition| edition.year));
        let before = base.and_then(|year| self.ranking(year, now.item));
        let place = before
            .as_ref()
            .and_then(|before| before.place(self.unit.id))
            .filter(|place| place.rank.is_some());
        let Some((base, place)) = base.zip(place) else {
            return (Required::default(), Some(Doubt::NoBase(base)));
        };
        let required = require(place);
        let by_score = required.rank.is_none();
        let broken = by_score && !comparable(now.item, base.min(self.year), base.max(self.year));
        (required, broken.then_some(Doubt::NotComparable(base)))
    }

    /// The dimensions that lay in the two low groups in the base edition, or had fallen in it.
    fn lagging(&self, base: Option<i16>) -> Vec<Item> {
        let base = base.or_else(|| self.editions.before(self.year).map(|edition| edition.year));
        let Some(base) = base.filter(|base| self.editions.get(*base).is_some()) else {
            return self.dimensions(self.year);
        };
        let low = |item: &Item| {
            let standing = self.editions.standing(self.unit, self.set, base, *item);
            standing.is_none_or(|s| {
                let fell = s.change.is_some_and(|change| change.comparable && change.score < -TOLERANCE);
                s.group.is_none_or(|group| group >= Group::LowAverage) || fell
            })
        };
        self.dimensions(self.year).into_iter().filter(low).collect()
    }

    fn dimensions(&self, year: i16) -> Vec<Item> {
        let structure = self.editions.get(year).map(|edition: &Edition| edition.structure.clone());
        let structure = structure.unwrap_or_else(|| crate::Structure::of_year(year));
        structure.dimensions.iter().map(|dimension| Item::Dimension(dimension.number)).collect()
    }

    fn ranking(&self, year: i16, item: Item) -> Option<Ranking> {
        self.editions.get(year).map(|edition| Ranking::new(edition, self.set, item))
    }
}

impl Actual {
    fn of(place: &Place) -> Self {
        Self { rank: place.rank, score: place.score, group: place.group }
    }
}

fn scored(before: &Place, more: f64) -> Required {
    Required { score: before.score.map(|score| score + more), ..Required::default() }
}
