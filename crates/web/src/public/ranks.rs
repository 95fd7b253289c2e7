//! How sure the ranks of an edition are: the ranks that each province may truly have, and who cannot be told apart.

use askama::Template;
use look::chart::{Interval, Intervals};
use look::words::{say, say_with};
use look::{Lang, filters};
use places::Unit;
use scores::ranks::{ErrorOf, Estimates, Measured, Method, Sure, default_error, two_sided};
use scores::{Edition, Item, Ranking};
use serde::Deserialize;

use super::outlook::percent;
use crate::fault::{Answer, Fault, render};
use crate::parts::charts::caption;
use crate::parts::frame::Frame;
use crate::parts::source;
use crate::visit::{Query, Visit};
use crate::{Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    year: Option<String>,
    dimension: Option<String>,
    units: Option<String>,
    province: Option<String>,
    other: Option<String>,
    method: Option<String>,
    coverage: Option<String>,
    tau: Option<String>,
}

#[derive(Template)]
#[template(path = "public/ranks.html")]
struct RanksPage<'a> {
    frame: Frame,
    edition: &'a Edition,
    ranking: &'a Ranking,
    form: Form,
    told: Vec<String>,
    pair: Option<String>,
    chart: String,
    rows: Vec<Row>,
    alike: Vec<&'static Unit>,
    alike_named: String,
    chance: String,
    error: String,
    note: String,
    download: String,
}

/// What the form offers, and what is chosen.
struct Form {
    years: Vec<i16>,
    items: Vec<(String, String)>,
    sets: Vec<&'static str>,
    provinces: Vec<&'static Unit>,
    own: &'static Unit,
    other: Option<&'static Unit>,
    method: Method,
    coverage: u8,
    tau: usize,
}

impl Form {
    fn is_other(&self, unit: &Unit) -> bool {
        self.other.is_some_and(|other| other.id == unit.id)
    }
}

/// One province's row.
struct Row {
    unit: &'static Unit,
    own: bool,
    partial: bool,
    score: f64,
    rank: usize,
    best: usize,
    worst: usize,
    chance: Option<i64>,
}

const COVERAGES: [u8; 3] = [90, 95, 99];
/// The seed of what is simulated, so that a page says the same twice.
const SEED: u64 = 1;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let (edition, set) = asked::ranked(&snapshot.editions, &asked.year, &asked.units)?;
    let item = asked::item(&edition.structure, &asked.dimension)?;
    let item = if default_error(item).is_some() { item } else { Item::Total };
    let ranking = Ranking::new(edition, set, item);
    let form = form(&visit, &asked, edition, &ranking)?;
    let measured = Measured::new(&ranking, edition, |_| None).map_err(|_| Fault::Missing)?;
    let (estimates, noted) =
        (measured.estimates, noted(lang, item, &measured.sources, set.label != edition.set.label));
    let (method, coverage) = (form.method, f64::from(form.coverage) / 100.0);
    let (sure, estimates) =
        visit.app.outlooks().work(move || (Sure::of(&estimates, method, coverage, SEED), estimates)).await?;
    let place = |unit: &Unit| ranking.ranked().position(|(place, _)| place.unit.id == unit.id);
    let own = place(form.own);
    let units: Vec<&'static Unit> = ranking.ranked().map(|(place, _)| place.unit).collect();
    let case =
        Case { lang, ranking: &ranking, form: &form, estimates: &estimates, sure: &sure, units: &units };
    let alike = own.map(|own| case.alike(own)).unwrap_or_default();
    let pair = own.zip(form.other.and_then(place)).filter(|(own, other)| own != other);
    render(&RanksPage {
        told: case.told(own, alike.len()),
        pair: pair.map(|(own, other)| case.pair(own, other)),
        chart: case.chart(own),
        rows: case.rows(own),
        alike: alike.into_iter().map(|at| units[at]).collect(),
        alike_named: say_with(lang, "ranks-alike-list", &[("name", case.name(form.own).into())]),
        chance: say_with(lang, "ranks-chance", &[("tau", form.tau.to_string().into())]),
        error: noted,
        note: source::note(lang, edition, Some(&ranking)),
        download: format!(
            "/api/v1/ranks?year={}&dimension={item}&units={}&coverage={coverage}&method={}",
            edition.year,
            set.label,
            method.as_str()
        ),
        frame: visit.frame(Page::Ranks, title(lang, edition, item)).under(Page::Ranking),
        edition,
        ranking: &ranking,
        form,
    })
}

/// Where the standard errors are from.
fn noted(lang: Lang, item: Item, sources: &[ErrorOf], merged: bool) -> String {
    let noise = default_error(item).filter(|_| sources.contains(&ErrorOf::Noise));
    let published = sources.contains(&ErrorOf::Publication).then(|| say(lang, "ranks-note-published"));
    let noise = noise.map(|error| say_with(lang, "ranks-note-default", &[("error", error.into())]));
    let merged = merged.then(|| say(lang, "ranks-note-merged"));
    published.into_iter().chain(noise).chain(merged).collect::<Vec<_>>().join(" ")
}

fn title(lang: Lang, edition: &Edition, item: Item) -> String {
    let year = ("year", edition.year.to_string().into());
    match item {
        Item::Total => say_with(lang, "ranks-title", &[year]),
        _ => {
            let name = asked::item_name(lang, &edition.structure, item);
            say_with(lang, "ranks-title-of", &[year, ("item", name.into())])
        }
    }
}

fn form(visit: &Visit, asked: &Asked, edition: &Edition, ranking: &Ranking) -> Result<Form, Fault> {
    let found = |written: &str| {
        crate::api::ask::province(written, Some(ranking.set.label), edition.year).map(|found| found.unit)
    };
    let own = visit.settings().province_in(ranking.set.label);
    let items = edition.structure.items().into_iter().filter(|item| default_error(*item).is_some());
    let method = asked::written(&asked.method).and_then(|text| text.parse().ok());
    let coverage = asked::written(&asked.coverage).and_then(|text| text.parse().ok());
    let tau = asked::written(&asked.tau).and_then(|text| text.parse().ok());
    Ok(Form {
        years: visit.snapshot.editions.years().into_iter().rev().collect(),
        items: items
            .map(|item| (item.to_string(), asked::item_name(visit.lang, &edition.structure, item)))
            .collect(),
        sets: places::country().sets.iter().map(|set| set.label).collect(),
        own: asked::written(&asked.province).map_or(Ok(own), found)?,
        other: asked::written(&asked.other).map(found).transpose()?,
        provinces: asked::provinces(ranking.set),
        method: method.unwrap_or(Method::Marginal),
        coverage: coverage.filter(|level| COVERAGES.contains(level)).unwrap_or(COVERAGES[0]),
        tau: tau.unwrap_or(20).clamp(1, ranking.of.max(1)),
    })
}

/// The words and drawings of one page.
struct Case<'a> {
    lang: Lang,
    ranking: &'a Ranking,
    form: &'a Form,
    estimates: &'a Estimates,
    sure: &'a Sure,
    units: &'a [&'static Unit],
}

impl Case<'_> {
    /// The provinces whose difference from one lies within its error, each pair looked at alone.
    fn alike(&self, own: usize) -> Vec<usize> {
        (0..self.estimates.count()).filter(|other| *other != own && !self.differ(own, *other)).collect()
    }

    fn differ(&self, one: usize, other: usize) -> bool {
        let values = self.estimates.values();
        let difference = (values[one] - values[other]).abs();
        let reach = two_sided(f64::from(self.form.coverage) / 100.0);
        difference > reach * self.estimates.difference_error(one, other)
    }

    fn name(&self, unit: &Unit) -> String {
        self.lang.pick(unit.name, unit.name_en).to_owned()
    }

    /// The sentences on top: where ours may truly stand, who is like it, who may be among the first.
    fn told(&self, own: Option<usize>, alike: usize) -> Vec<String> {
        let (lang, name) = (self.lang, self.name(self.form.own));
        let Some(own) = own else {
            let said = [("name", name.into()), ("year", self.ranking.year.to_string().into())];
            return vec![say_with(lang, "ranks-unranked", &said)];
        };
        let sets = &self.sure.sets;
        let lead = [
            ("name", name.as_str().into()),
            ("rank", self.estimates.ranks()[own].into()),
            ("of", self.units.len().into()),
            ("best", sets.best[own].into()),
            ("worst", sets.worst[own].into()),
            ("coverage", self.form.coverage.to_string().into()),
        ];
        let alike = [("name", name.as_str().into()), ("n", alike.into())];
        vec![
            say_with(lang, "ranks-lead", &lead),
            say_with(lang, "ranks-alike", &alike),
            self.first(own, &name),
        ]
    }

    fn first(&self, own: usize, name: &str) -> String {
        let tau = self.form.tau;
        let mut said = vec![
            ("name", name.into()),
            ("n", self.sure.all_at_once.may_be_among(tau).len().into()),
            ("of", self.units.len().into()),
            ("tau", tau.into()),
        ];
        match &self.sure.chances {
            Some(chances) => {
                said.push(("percent", percent(chances.among(own, tau)).into()));
                say_with(self.lang, "ranks-first", &said)
            }
            None => say_with(self.lang, "ranks-first-spread", &said),
        }
    }

    fn pair(&self, own: usize, other: usize) -> String {
        let values = self.estimates.values();
        let difference = values[own] - values[other];
        let error = look::number::decimals(self.lang, self.estimates.difference_error(own, other), 2);
        let said = [
            ("one", self.name(self.units[own]).into()),
            ("other", self.name(self.units[other]).into()),
            ("points", look::number::signed(self.lang, difference).into()),
            ("error", error.into()),
        ];
        let key = if self.differ(own, other) { "ranks-pair-sure" } else { "ranks-pair-unsure" };
        let sure = say_with(self.lang, key, &[("coverage", self.form.coverage.to_string().into())]);
        format!("{} {sure}", say_with(self.lang, "ranks-pair-told", &said))
    }

    fn rows(&self, own: Option<usize>) -> Vec<Row> {
        let ranks = self.estimates.ranks();
        let row = |(at, unit): (usize, &&'static Unit)| Row {
            unit,
            own: own == Some(at),
            partial: self.ranking.place(unit.id).is_some_and(|place| place.partial),
            score: self.estimates.values()[at],
            rank: ranks[at],
            best: self.sure.sets.best[at],
            worst: self.sure.sets.worst[at],
            chance: self.sure.chances.as_ref().map(|chances| percent(chances.among(at, self.form.tau))),
        };
        self.units.iter().enumerate().map(row).collect()
    }

    fn chart(&self, own: Option<usize>) -> String {
        let rows = self.rows(own);
        let wide = |row: &Row| row.worst - row.best + 1;
        let described = [
            ("n", rows.len().into()),
            ("narrow", rows.iter().map(wide).min().unwrap_or(0).into()),
            ("wide", rows.iter().map(wide).max().unwrap_or(0).into()),
        ];
        let described = say_with(self.lang, "ranks-chart-described", &described);
        let caption = caption(self.lang, "ranks", &say(self.lang, "ranks-chart"), described);
        let interval = |row: Row| {
            let said = [
                ("name", self.name(row.unit).into()),
                ("rank", row.rank.into()),
                ("best", row.best.into()),
                ("worst", row.worst.into()),
            ];
            Interval {
                name: self.name(row.unit),
                marked: row.own,
                value: row.rank as f64,
                bounds: (row.best as f64, row.worst as f64),
                told: say_with(self.lang, "ranks-told", &said),
            }
        };
        let line = (self.form.tau < rows.len()).then(|| {
            let named = say_with(self.lang, "targets-rank", &[("n", self.form.tau.to_string().into())]);
            (self.form.tau as f64 + 0.5, named)
        });
        Intervals { caption, rows: rows.into_iter().map(interval).collect(), line }.svg()
    }
}
