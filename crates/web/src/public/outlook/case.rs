//! One outlook in words and drawings.

use std::sync::Arc;

use look::Lang;
use look::chart::{Ahead, Fan, RankOdds};
use look::words::{say, say_with};
use places::{Lookup, Unit, country};
use scores::Item;
use scores::outlook::{Country, Renewal, Sight, Summary, Telling, Variable};

use super::super::provinces::fate;
use super::{Question, percent};
use crate::fault::Fault;
use crate::parts::charts::caption;
use crate::visit::Visit;
use crate::{Page, asked};

/// A province that is no more in the year that is looked at, or is ranked among others then.
pub(super) struct Ended {
    pub(super) said: String,
    pub(super) next: String,
    pub(super) href: String,
}

/// One chance in words.
pub(super) struct Chance {
    pub(super) said: String,
    /// In 100; none where it cannot be counted.
    pub(super) percent: Option<i64>,
    pub(super) word: String,
    pub(super) base: Option<i64>,
}

/// What past editions weigh in an outlook.
pub(super) struct Weights {
    pub(super) said: String,
    /// Year, share if the sample is kept, share if it is renewed.
    pub(super) editions: Vec<(i16, f64, f64)>,
    /// The shares together.
    pub(super) kept: f64,
    pub(super) renewed: f64,
}

/// The words and drawings of one page.
pub(super) struct Case<'a> {
    pub(super) lang: Lang,
    pub(super) visit: &'a Visit,
    pub(super) question: &'a Question,
    /// The outlooks of the years up to the one that is looked at.
    pub(super) years: &'a [Arc<Country>],
    /// The province in its set.
    pub(super) at: usize,
}

impl Case<'_> {
    pub(super) fn name(&self, unit: &Unit) -> String {
        self.lang.pick(unit.name, unit.name_en).to_owned()
    }

    fn last(&self) -> Result<&Country, Fault> {
        self.years.last().map(Arc::as_ref).ok_or(Fault::Missing)
    }

    pub(super) fn sight(&self) -> Result<&Sight, Fault> {
        self.last()?.units.get(self.at).ok_or(Fault::Missing)
    }

    fn total(&self) -> Result<&Summary, Fault> {
        self.last()?.summary(self.at, Variable::Total).ok_or(Fault::Missing)
    }

    /// The chance of the first twenty in a sentence.
    pub(super) fn lead(&self) -> Result<String, Fault> {
        let chance = self.total()?.within(20);
        let said = [
            ("name", self.name(self.question.found.unit).into()),
            ("year", self.question.year.to_string().into()),
            ("percent", percent(chance).into()),
            ("word", self.word(chance).into()),
            ("base", percent(20.0 / self.question.found.set.units.len() as f64).into()),
            ("of", self.question.found.set.units.len().into()),
        ];
        let ended = self.question.merged_into().is_some();
        Ok(say_with(self.lang, if ended { "outlook-lead-ended" } else { "outlook-lead" }, &said))
    }

    fn word(&self, chance: f64) -> String {
        say(self.lang, &format!("likelihood-{}", self.question.look().likelihood(chance).as_str()))
    }

    /// That the province ends before, or that others will be ranked beside it then.
    pub(super) fn ended(&self) -> Option<Ended> {
        let unit = self.question.found.unit;
        let Some(next) = self.question.merged_into() else { return self.goes_on() };
        let said = [("name", self.name(unit).into()), ("year", self.question.year.to_string().into())];
        let fate = fate(self.visit, unit).unwrap_or_default();
        Some(Ended {
            said: format!("{fate} {}", say_with(self.lang, "outlook-ended", &said)).trim().to_owned(),
            next: say_with(self.lang, "outlook-next", &[("name", self.name(next).into())]),
            href: format!("{}?province={}&units={}", Page::Outlook.path(self.lang), next.code, next.set),
        })
    }

    /// That a province which goes on will be ranked among other ones than those of its set.
    fn goes_on(&self) -> Option<Ended> {
        let Lookup { unit, set } = self.question.found;
        let later = country().set_of_year(self.question.year);
        let next = country().successor(unit).filter(|next| next.set == later.label)?;
        let said = [
            ("year", self.question.year.to_string().into()),
            ("then", set.units.len().into()),
            ("now", later.units.len().into()),
        ];
        Some(Ended {
            said: say_with(self.lang, "outlook-later-set", &said),
            next: say_with(self.lang, "outlook-in-later-set", &[("now", later.units.len().into())]),
            href: format!("{}?province={}&units={}", Page::Outlook.path(self.lang), next.code, next.set),
        })
    }

    /// What was, beside the country's mean, and what may come.
    pub(super) fn fan(&self, variable: Variable, heading: Option<String>) -> Result<String, Fault> {
        let editions = &self.visit.snapshot.editions;
        let Lookup { unit, set } = self.question.found;
        let item = match variable {
            Variable::Dimension(number) => Item::Dimension(number),
            _ => Item::Total,
        };
        let past = editions.years().into_iter().filter(|year| *year <= self.question.as_of);
        let points: Vec<_> = past
            .map(|year| {
                let standing = editions.standing(unit, set, year, item);
                (year, standing.and_then(|standing| Some(standing.score? - standing.mean?)))
            })
            .collect();
        let ahead = self.years.iter().filter_map(|country| {
            let summary = country.summary(self.at, variable)?;
            let [low, from, to, high] = summary.quantiles;
            Some(Ahead { year: country.target, mean: summary.mean, inner: (from, to), outer: (low, high) })
        });
        let title = heading.clone().unwrap_or_else(|| say(self.lang, "outlook-fan"));
        let id = format!("fan-{variable}");
        let caption = caption(self.lang, &id, &title, self.described(variable)?);
        let ahead = ahead.collect();
        Ok(Fan { caption, heading, points, ahead, renewals: self.renewals() }.svg())
    }

    /// The years that the sample was renewed in up to the newest edition used, and the one to come where it is taken so.
    fn renewals(&self) -> Vec<i16> {
        let (periods, Question { as_of, year, renewal, .. }) =
            (self.visit.snapshot.editions.periods(), self.question);
        let known = periods.iter().skip(1).map(|period| period.first_year).filter(|year| year <= as_of);
        let noted = periods.renewal_between(*as_of, *year).map(|period| period.first_year);
        let first =
            Some(self.question.found.set.from.year()).filter(|first| (as_of + 1..=*year).contains(first));
        let coming = (*renewal == Renewal::Yes).then(|| noted.or(first).unwrap_or(as_of + 1));
        known.chain(coming).collect()
    }

    fn described(&self, variable: Variable) -> Result<String, Fault> {
        let summary = self.last()?.summary(self.at, variable).ok_or(Fault::Missing)?;
        let signed = |value: f64| look::number::signed(self.lang, value);
        let said = [
            ("year", self.question.year.to_string().into()),
            ("mean", signed(summary.mean).into()),
            ("from", signed(summary.quantiles[1]).into()),
            ("to", signed(summary.quantiles[2]).into()),
        ];
        Ok(say_with(self.lang, "outlook-described", &said))
    }

    pub(super) fn odds(&self) -> Result<String, Fault> {
        let caption = caption(self.lang, "odds", &say(self.lang, "outlook-odds"), self.odds_said()?);
        let label = say_with(self.lang, "targets-rank", &[("n", "20".into())]);
        Ok(RankOdds { caption, chances: self.total()?.ranks.clone(), target: Some((20, label)) }.svg())
    }

    pub(super) fn odds_said(&self) -> Result<String, Fault> {
        let total = self.total()?;
        let said = [
            ("middle", total.rank_at(0.5).into()),
            ("best", total.rank_at(0.1).into()),
            ("worst", total.rank_at(0.9).into()),
        ];
        Ok(say_with(self.lang, "outlook-odds-said", &said))
    }

    /// The plan's targets, which are those of the installation's own province.
    pub(super) fn planned(&self) -> Vec<Chance> {
        let (snapshot, settings) = (&self.visit.snapshot, self.visit.settings());
        let Ok(country) = self.last() else { return Vec::new() };
        if self.question.found.unit.id != settings.province.id {
            return Vec::new();
        }
        let planned = |(index, target): (usize, &plan::Target)| {
            let chances: Vec<_> = country.units.iter().map(|sight| sight.targets[index]).collect();
            let said = self.lang.pick(&target.said, &target.said_en).to_owned();
            self.chance(said, chances[self.at], mean(&chances))
        };
        snapshot.targets.iter().enumerate().map(planned).collect()
    }

    pub(super) fn others(&self) -> Result<Vec<Chance>, Fault> {
        let country = self.last()?;
        let at = country.variables.iter().position(|it| *it == Variable::Total).ok_or(Fault::Missing)?;
        let each = |chance: &dyn Fn(usize, &Sight) -> Option<f64>, key: &str| {
            let chances: Vec<_> =
                country.units.iter().enumerate().map(|(unit, sight)| chance(unit, sight)).collect();
            self.chance(say(self.lang, key), chances[self.at], mean(&chances))
        };
        let Lookup { set, .. } = self.question.found;
        let rank = |unit: usize| {
            let standing = self.visit.snapshot.editions.standing(
                &set.units[unit],
                set,
                self.question.as_of,
                Item::Total,
            );
            standing.and_then(|standing| standing.rank)
        };
        Ok(vec![
            each(&|_, sight| Some(sight.summaries[at].within(20)), "outlook-first-20"),
            each(&|_, sight| Some(sight.groups[at][0] + sight.groups[at][1]), "outlook-upper-half"),
            each(&|_, sight| Some(sight.upper), "outlook-every-content"),
            self.improves(&country.units, at, rank),
        ])
    }

    /// The chance of a place gained; a province that is unranked now has none to gain.
    fn improves(&self, units: &[Sight], at: usize, rank: impl Fn(usize) -> Option<usize>) -> Chance {
        let gains = |(unit, sight): (usize, &Sight)| Some(sight.summaries[at].within(rank(unit)? - 1));
        let chances: Vec<_> = units.iter().enumerate().map(gains).collect();
        let said = self.chance(say(self.lang, "outlook-improves"), chances[self.at], mean(&chances));
        match rank(self.at) {
            Some(1) => Chance { word: say(self.lang, "outlook-at-first"), percent: None, base: None, ..said },
            Some(_) => said,
            None => Chance { word: say(self.lang, "outlook-unranked"), ..said },
        }
    }

    fn chance(&self, said: String, chance: Option<f64>, base: Option<f64>) -> Chance {
        Chance {
            said,
            percent: chance.map(percent),
            word: chance.map_or_else(|| say(self.lang, "outlook-uncountable"), |chance| self.word(chance)),
            base: chance.and(base).map(percent),
        }
    }

    pub(super) fn contents(&self) -> Result<Vec<String>, Fault> {
        let edition = self.visit.snapshot.editions.get(self.question.as_of).ok_or(Fault::Missing)?;
        let dimensions = self.last()?.variables.iter().filter(|it| matches!(it, Variable::Dimension(_)));
        let content = |variable: &Variable| {
            let Variable::Dimension(number) = *variable else { return Err(Fault::Missing) };
            let name = asked::item_name(self.lang, &edition.structure, Item::Dimension(number));
            self.fan(*variable, Some(name))
        };
        dimensions.map(content).collect()
    }

    /// What such outlooks of the first places were worth in the past, and the words that are left by it.
    pub(super) fn skill_said(&self) -> String {
        let look = self.question.look();
        let worth = |variable| look.skill(variable).map_or(0, percent).max(0);
        let key = match look.telling() {
            Telling::Much => "outlook-skill",
            Telling::Little => "outlook-skill-little",
            Telling::Untried => "outlook-skill-untried",
        };
        let said = [("percent", worth(Variable::Total).into()), ("six", worth(Variable::Total6).into())];
        say_with(self.lang, key, &said)
    }

    /// How much of the forecast each edition makes if the sample is kept and if it is renewed, and all of them.
    pub(super) fn weights(&self) -> Result<Weights, Fault> {
        let editions = self.sight()?.weights.clone();
        let sum = |pick: fn(&(i16, f64, f64)) -> f64| editions.iter().map(pick).sum::<f64>();
        let (kept, renewed) = (sum(|row| row.1), sum(|row| row.2));
        let said = [("kept", percent(kept).into()), ("renewed", percent(renewed).into())];
        Ok(Weights { said: say_with(self.lang, "outlook-weights-said", &said), editions, kept, renewed })
    }
}

/// The mean of those that are known.
fn mean(chances: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = chances.iter().flatten().copied().collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}
