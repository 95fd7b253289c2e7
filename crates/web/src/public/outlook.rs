//! The outlook of a province: how far the next edition may take it, how likely its targets are, and why.

pub(super) mod backtest;
pub(super) mod whatif;

use std::sync::Arc;

use askama::Template;
use look::chart::{Ahead, Fan, RankOdds};
use look::words::{say, say_with};
use look::{Lang, filters};
use places::{Lookup, Unit, country};
use scores::Item;
use scores::outlook::{Ask, Country, Likelihood, Renewal, Sight, Summary, Variable};
use serde::Deserialize;

use super::provinces::fate;
use crate::fault::{Answer, Fault, render};
use crate::outlooks::{DRAWS, SEED};
use crate::parts::charts::caption;
use crate::parts::frame::Frame;
use crate::parts::source;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    province: Option<String>,
    #[serde(rename = "as-of")]
    as_of: Option<String>,
    year: Option<String>,
    units: Option<String>,
    renewal: Option<String>,
}

/// A question about a province's next editions, read from an address.
pub(crate) struct Question {
    pub(crate) found: Lookup<'static>,
    pub(crate) as_of: i16,
    pub(crate) year: i16,
    pub(crate) renewal: Renewal,
}

#[derive(Template)]
#[template(path = "public/outlook.html")]
struct OutlookPage {
    frame: Frame,
    question: Question,
    form: Form,
    lead: String,
    ended: Option<Ended>,
    fan: String,
    fan_said: String,
    odds: String,
    odds_said: String,
    planned: Vec<Chance>,
    others: Vec<Chance>,
    contents: Vec<String>,
    weights: Vec<(i16, f64, f64)>,
    weights_said: String,
    note: String,
    download: String,
}

/// What the form offers.
pub(crate) struct Form {
    pub(crate) provinces: Vec<(&'static str, Vec<&'static Unit>)>,
    pub(crate) as_of: Vec<i16>,
    pub(crate) years: Vec<i16>,
}

/// A province that is no more in the year that is looked at.
struct Ended {
    said: String,
    next: String,
    href: String,
}

/// One chance in words.
struct Chance {
    said: String,
    /// In 100; none where it cannot be counted.
    percent: Option<i64>,
    word: String,
    base: Option<i64>,
}

/// The furthest that is looked ahead, in years.
const FURTHEST: i16 = 5;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let question =
        Question::of(&visit, [&asked.province, &asked.as_of, &asked.year, &asked.units, &asked.renewal])?;
    let mut years = Vec::new();
    for year in question.as_of + 1..=question.year {
        years.push(question.country(&visit, year).await?);
    }
    let at = question.found.set.position(question.found.unit.id).ok_or(Fault::Missing)?;
    let case = Case { lang, visit: &visit, question: &question, years: &years, at };
    let edition = visit.snapshot.editions.get(question.as_of).ok_or(Fault::Missing)?;
    let name = case.name(question.found.unit);
    let title = [("name", name.into()), ("year", question.year.to_string().into())];
    render(&OutlookPage {
        lead: case.lead()?,
        ended: case.ended(),
        fan: case.fan(Variable::Total, None)?,
        fan_said: say(lang, "outlook-fan-said"),
        odds: case.odds()?,
        odds_said: case.odds_said()?,
        planned: case.planned(),
        others: case.others()?,
        contents: case.contents()?,
        weights: case.sight()?.weights.clone(),
        weights_said: case.weights_said()?,
        note: source::note(lang, edition, None),
        download: format!("/api/v1/outlook?province={}&{}", question.found.unit.code, question.fields()),
        form: question.form(&visit),
        frame: visit.frame(Page::Outlook, say_with(lang, "outlook-title", &title)),
        question,
    })
}

impl Question {
    /// Reads the fields `province`, `as-of`, `year`, `units` and `renewal`.
    pub(crate) fn of(
        visit: &Visit,
        [province, as_of, year, units, renewal]: [&Option<String>; 5],
    ) -> Result<Self, Fault> {
        let (snapshot, settings) = (&visit.snapshot, visit.settings());
        let label = asked::written(units).unwrap_or(settings.province.set);
        let own = settings.province_in(label).id.as_str();
        let province = asked::written(province).unwrap_or(own);
        let (edition, found) = asked::case(&snapshot.editions, as_of, units, province)?;
        let as_of = edition.year;
        let ahead = as_of + 1..=as_of + FURTHEST;
        let year =
            asked::written(year).and_then(|text| text.parse().ok()).filter(|year| ahead.contains(year));
        let year = year.unwrap_or(as_of + 1);
        let renewal = match asked::written(renewal) {
            Some(written) => written.parse().unwrap_or(Renewal::Unknown),
            None => Renewal::default_for(found.set, as_of, year),
        };
        Ok(Self { found, as_of, year, renewal })
    }

    /// The outlook of the whole country for a year.
    pub(crate) async fn country(&self, visit: &Visit, year: i16) -> Result<Arc<Country>, Fault> {
        let ask = Ask { target: year, renewal: self.renewal, draws: DRAWS, seed: SEED };
        visit.app.outlooks().country(&visit.snapshot, self.found.set, self.as_of, ask).await
    }

    pub(crate) fn form(&self, visit: &Visit) -> Form {
        Form {
            provinces: asked::provinces_by_set(),
            as_of: visit.snapshot.editions.years().into_iter().rev().collect(),
            years: (self.as_of + 1..=self.as_of + FURTHEST).collect(),
        }
    }

    /// The fields of the question, as an address has them.
    pub(crate) fn fields(&self) -> String {
        let set = self.found.set.label;
        format!("year={}&as-of={}&units={set}&renewal={}", self.year, self.as_of, self.renewal.as_str())
    }

    /// The province that ours will have become part of by the year that is looked at; none where it goes on.
    pub(crate) fn merged_into(&self) -> Option<&'static Unit> {
        let later = country().set_of_year(self.year).from > self.found.set.from;
        country().successor(self.found.unit).filter(|next| later && country().members(next).len() > 1)
    }

    /// Whether the year lies rather across a renewal of the sample than within one period.
    pub(crate) fn across(&self) -> bool {
        self.renewal.chance(self.year - self.as_of) >= 0.5
    }
}

/// The words and drawings of one page.
struct Case<'a> {
    lang: Lang,
    visit: &'a Visit,
    question: &'a Question,
    /// The outlooks of the years up to the one that is looked at.
    years: &'a [Arc<Country>],
    /// The province in its set.
    at: usize,
}

impl Case<'_> {
    fn name(&self, unit: &Unit) -> String {
        self.lang.pick(unit.name, unit.name_en).to_owned()
    }

    fn last(&self) -> Result<&Country, Fault> {
        self.years.last().map(Arc::as_ref).ok_or(Fault::Missing)
    }

    fn sight(&self) -> Result<&Sight, Fault> {
        self.last()?.units.get(self.at).ok_or(Fault::Missing)
    }

    fn total(&self) -> Result<&Summary, Fault> {
        self.last()?.summary(self.at, Variable::Total).ok_or(Fault::Missing)
    }

    /// The chance of the first twenty in a sentence.
    fn lead(&self) -> Result<String, Fault> {
        let chance = self.total()?.within(20);
        let said = [
            ("name", self.name(self.question.found.unit).into()),
            ("year", self.question.year.to_string().into()),
            ("percent", percent(chance).into()),
            ("word", self.word(chance).into()),
            ("base", percent(20.0 / self.question.found.set.units.len() as f64).into()),
            ("of", self.question.found.set.units.len().into()),
        ];
        Ok(say_with(self.lang, "outlook-lead", &said))
    }

    fn word(&self, chance: f64) -> String {
        let likelihood = Likelihood::of(chance, self.question.across());
        say(self.lang, &format!("likelihood-{}", likelihood.as_str()))
    }

    fn ended(&self) -> Option<Ended> {
        let unit = self.question.found.unit;
        let next = self.question.merged_into()?;
        let said = [("name", self.name(unit).into()), ("year", self.question.year.to_string().into())];
        let fate = fate(self.visit, unit).unwrap_or_default();
        Some(Ended {
            said: format!("{fate} {}", say_with(self.lang, "outlook-ended", &said)).trim().to_owned(),
            next: say_with(self.lang, "outlook-next", &[("name", self.name(next).into())]),
            href: format!("{}?province={}&units={}", Page::Outlook.path(self.lang), next.code, next.set),
        })
    }

    /// What was, beside the country's mean, and what may come.
    fn fan(&self, variable: Variable, heading: Option<String>) -> Result<String, Fault> {
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
        let known = editions.periods().iter().skip(1).map(|period| period.first_year);
        let coming = (self.question.renewal == Renewal::Yes).then_some(self.question.as_of + 1);
        let title = heading.clone().unwrap_or_else(|| say(self.lang, "outlook-fan"));
        let id = format!("fan-{variable}");
        let caption = caption(self.lang, &id, &title, self.described(variable)?);
        let ahead = ahead.collect();
        Ok(Fan { caption, heading, points, ahead, renewals: known.chain(coming).collect() }.svg())
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

    fn odds(&self) -> Result<String, Fault> {
        let caption = caption(self.lang, "odds", &say(self.lang, "outlook-odds"), self.odds_said()?);
        let label = say_with(self.lang, "targets-rank", &[("n", "20".into())]);
        Ok(RankOdds { caption, chances: self.total()?.ranks.clone(), target: Some((20, label)) }.svg())
    }

    fn odds_said(&self) -> Result<String, Fault> {
        let total = self.total()?;
        let said = [
            ("middle", total.rank_at(0.5).into()),
            ("best", total.rank_at(0.1).into()),
            ("worst", total.rank_at(0.9).into()),
        ];
        Ok(say_with(self.lang, "outlook-odds-said", &said))
    }

    /// The plan's targets, which are those of the installation's own province.
    fn planned(&self) -> Vec<Chance> {
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

    fn others(&self) -> Result<Vec<Chance>, Fault> {
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
            each(&|unit, sight| Some(sight.summaries[at].within(rank(unit)? - 1)), "outlook-improves"),
        ])
    }

    fn chance(&self, said: String, chance: Option<f64>, base: Option<f64>) -> Chance {
        Chance {
            said,
            percent: chance.map(percent),
            word: chance.map_or_else(|| say(self.lang, "outlook-uncountable"), |chance| self.word(chance)),
            base: chance.and(base).map(percent),
        }
    }

    fn contents(&self) -> Result<Vec<String>, Fault> {
        let edition = self.visit.snapshot.editions.get(self.question.as_of).ok_or(Fault::Missing)?;
        let dimensions = self.last()?.variables.iter().filter(|it| matches!(it, Variable::Dimension(_)));
        let content = |variable: &Variable| {
            let Variable::Dimension(number) = *variable else { return Err(Fault::Missing) };
            let name = asked::item_name(self.lang, &edition.structure, Item::Dimension(number));
            self.fan(*variable, Some(name))
        };
        dimensions.map(content).collect()
    }

    /// How much of the forecast the editions make, and that the rest is the country's mean.
    fn weights_said(&self) -> Result<String, Fault> {
        let weights = &self.sight()?.weights;
        let sum = |pick: fn(&(i16, f64, f64)) -> f64| weights.iter().map(pick).sum::<f64>();
        let said =
            [("kept", percent(sum(|row| row.1)).into()), ("renewed", percent(sum(|row| row.2)).into())];
        Ok(say_with(self.lang, "outlook-weights-said", &said))
    }
}

/// The mean of those that are known.
fn mean(chances: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = chances.iter().flatten().copied().collect();
    (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64)
}

/// In 100.
pub(crate) fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}
