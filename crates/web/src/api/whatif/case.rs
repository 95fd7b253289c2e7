//! One case of what it would take: a province's outlook with its lift, and the lift spread over sub-dimensions.

use places::Unit;
use scores::outlook::gains::{self, Gains, PartHistory};
use scores::outlook::{Aim, Drawn, EachLift, Lift, Outlook, RARE, Reach, Trial, Variable};
use scores::{Group, Item, Structure};

use super::super::outlook::ended;
use super::{DimensionLift, Goal, Own, OwnLift, PartLift, QuarterGains, Room, WhatIf};

/// The highest score of a dimension.
const HIGHEST: f64 = 10.0;

/// A province's outlook and past.
pub(super) struct Case<'a> {
    pub(super) outlook: &'a Outlook,
    pub(super) unit: &'static Unit,
    pub(super) structure: &'a Structure,
    pub(super) histories: Vec<PartHistory>,
}

impl Case<'_> {
    /// What a target on one item takes; none where there is no such outlook.
    pub(super) fn one(&self, item: Item, goal: &Goal, probability: f64) -> Option<WhatIf> {
        let drawn = self.outlook.variable(variable(item)?)?;
        let rank = last_rank(drawn, goal);
        let lift = Lift::to_rank(drawn, self.position()?, rank, probability);
        let parts = self.parts(|number| item.dimension().is_none_or(|own| own == number));
        let spreads: Vec<f64> = parts.iter().map(|part| part.spread).collect();
        let points = gains::spread(lift.points, &spreads);
        let base = (rank as f64 / drawn.units.len() as f64).min(1.0);
        let mut answer = self.answer(goal, lift, probability, gains::cap(&spreads));
        answer.dimension = item.to_string();
        answer.rank = Some(rank);
        answer.base_rate = Some(base);
        answer.subdimensions =
            parts.iter().zip(points).map(|(part, points)| self.part(part, points)).collect();
        Some(answer)
    }

    /// What a target for each dimension takes; none of a rank.
    pub(super) fn each(&self, goal: &Goal, probability: f64) -> Option<WhatIf> {
        let Goal::Group(group) = goal else { return None };
        let lifts = EachLift::to_group(&self.outlook.draws, self.position()?, *group, probability)?;
        let mut points = Vec::new();
        for (dimension, lift) in &lifts.dimensions {
            let parts = self.parts(|number| number == *dimension);
            let spreads: Vec<f64> = parts.iter().map(|part| part.spread).collect();
            let spread = gains::spread(lift.points, &spreads);
            points.extend(parts.iter().zip(spread).map(|(part, points)| self.part(part, points)));
        }
        let every: Vec<f64> = self.histories.iter().map(|part| part.spread).collect();
        let mut answer = self.answer(goal, lifts.whole, probability, gains::cap(&every));
        answer.dimension = "each".to_owned();
        answer.dimensions = lifts.dimensions.iter().map(|(number, lift)| dimension(*number, lift)).collect();
        answer.subdimensions = points;
        Some(answer)
    }

    /// What a spread of one's own gives for a goal on an item, or on each dimension; none where the outlook lacks one.
    pub(super) fn own(&self, goal: &Goal, item: Option<Item>, gains: &[(u8, f64)]) -> Option<Own> {
        let aim = match (goal, item) {
            (Goal::Group(group), None) => Aim::Each(*group),
            (Goal::Rank(_), None) => return None,
            (_, Some(item)) => {
                let variable = variable(item)?;
                Aim::Rank(variable, last_rank(self.outlook.variable(variable)?, goal))
            }
        };
        let tried = Trial::of(self.outlook, self.position()?, gains, aim)?;
        let dimensions = tried.dimensions.iter().map(|(number, lift)| OwnLift {
            dimension: number.to_string(),
            points: lift.points,
            stretch: lift.stretch,
            one_in: one_in(lift),
        });
        Some(Own {
            points: tried.whole.points,
            score: tried.score,
            rank_median: tried.rank,
            chance: tried.chance,
            stretch: tried.whole.stretch,
            one_in: one_in(&tried.whole),
            dimensions: dimensions.collect(),
        })
    }

    fn answer(&self, goal: &Goal, lift: Lift, probability: f64, cap: f64) -> WhatIf {
        let draws = &self.outlook.draws;
        let ended = ended(self.unit, draws.target);
        let successor = ended.as_ref().map(|(_, successor)| *successor);
        WhatIf {
            province: self.unit.into(),
            as_of: draws.target - draws.horizon,
            target_year: draws.target,
            horizon: draws.horizon,
            kind: if matches!(goal, Goal::Rank(_)) { "rank" } else { "group" },
            dimension: String::new(),
            rank: None,
            group: if let Goal::Group(group) = goal { Some(group.as_str()) } else { None },
            probability,
            chance: lift.chance,
            base_rate: None,
            lift: lift.points,
            stretch: lift.stretch,
            one_in: one_in(&lift),
            reach: reach(lift.reach(cap)),
            cap,
            renewal: self.outlook.renewal.as_str(),
            dimensions: Vec::new(),
            subdimensions: Vec::new(),
            rooms: self.rooms(),
            own: None,
            unit_ended: ended.map(|(day, _)| day),
            successor,
        }
    }

    /// What each dimension can gain above its expected score, in steps of a hundredth as scores are printed.
    fn rooms(&self) -> Vec<Room> {
        let room = |dimension: u8| {
            let expected = self.outlook.expected(self.position()?, Variable::Dimension(dimension))?;
            let points = ((HIGHEST - expected) * 100.0).floor() / 100.0;
            Some(Room { dimension, points: points.max(0.0) })
        };
        self.structure.dimensions.iter().filter_map(|dimension| room(dimension.number)).collect()
    }

    fn position(&self) -> Option<usize> {
        self.outlook.position(self.unit.id)
    }

    fn parts(&self, of: impl Fn(u8) -> bool) -> Vec<&PartHistory> {
        self.histories.iter().filter(|part| of(part.code.dimension)).collect()
    }

    fn part(&self, part: &PartHistory, points: f64) -> PartLift {
        let named = self.structure.subdimension(part.code);
        let gains = Group::ALL.into_iter().zip(part.gains);
        PartLift {
            subdimension: part.code.to_string(),
            name: named.map_or("", |named| named.name),
            name_en: named.map_or("", |named| named.name_en),
            points,
            stretch: if part.spread > 0.0 { (points / part.spread).min(RARE) } else { 0.0 },
            spread: part.spread,
            years: part.years,
            cases: part.cases,
            quarter: part.quarter.map(Group::as_str),
            gains: gains.filter_map(|(group, gains)| gains.map(|gains| quarter(group, gains))).collect(),
        }
    }
}

fn variable(item: Item) -> Option<Variable> {
    match item {
        Item::Total => Some(Variable::Total),
        Item::Dimension(number) => Some(Variable::Dimension(number)),
        Item::Subdimension(_) => None,
    }
}

fn one_in(lift: &Lift) -> Option<usize> {
    Some(lift.one_in()).filter(|many| *many < usize::MAX)
}

fn last_rank(drawn: &Drawn, goal: &Goal) -> usize {
    match goal {
        Goal::Rank(rank) => *rank,
        Goal::Group(group) => drawn.last_place(*group),
    }
}

fn dimension(number: u8, lift: &Lift) -> DimensionLift {
    DimensionLift {
        dimension: number.to_string(),
        lift: lift.points,
        stretch: lift.stretch,
        one_in: one_in(lift),
        chance: lift.chance,
    }
}

fn quarter(group: Group, gains: Gains) -> QuarterGains {
    QuarterGains {
        quarter: group.as_str(),
        median: gains.median,
        q75: gains.upper_quarter,
        q90: gains.upper_tenth,
        cases: gains.cases,
    }
}

fn reach(reach: Reach) -> &'static str {
    match reach {
        Reach::AtHand => "at_hand",
        Reach::Seen => "seen",
        Reach::Rare => "rare",
        Reach::Never => "never",
    }
}
