//! The outlook of a province: how far the next edition may take it, how likely its targets are, and why.

pub(super) mod backtest;
mod case;
pub(super) mod line;
mod own;
pub(super) mod whatif;

use std::sync::Arc;

use askama::Template;
use look::filters;
use look::words::{say, say_with};
use places::{Lookup, Unit, country};
use scores::outlook::{Ask, Country, Look, Renewal, Variable};
use serde::Deserialize;

use crate::fault::{Answer, Fault, render};
use crate::outlooks::{DRAWS, SEED};
use crate::parts::frame::Frame;
use crate::parts::source;
use crate::visit::{Query, Visit};
use crate::{Page, asked};
use case::{Case, Chance, Ended, Weights};

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
    weights: Weights,
    skill_said: String,
    note: String,
    download: String,
}

/// What the form offers.
pub(crate) struct Form {
    pub(crate) provinces: Vec<(&'static str, Vec<&'static Unit>)>,
    pub(crate) as_of: Vec<i16>,
    pub(crate) years: Vec<i16>,
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
        weights: case.weights()?,
        skill_said: case.skill_said(),
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
            None => Renewal::default_for(&snapshot.editions, found.set, as_of, year),
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
        country().merged_into(self.found.unit, self.year)
    }

    /// For which provinces it is, how far ahead, and what is said of the sample.
    pub(crate) fn look(&self) -> Look {
        Look { set: self.found.set, horizon: self.year - self.as_of, renewal: self.renewal }
    }
}

/// In 100.
pub(crate) fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}
