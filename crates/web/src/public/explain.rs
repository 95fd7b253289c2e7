//! Explain: why a province's score and rank moved between two editions.

use askama::Template;
use look::filters;
use look::words::{say, say_with};
use look::{Lang, Value};
use places::{Lookup, Set, Unit};
use scores::ranks::{COVERAGE, ChangeNoise};
use scores::{Edition, Explanation, Item, Part, Ranking};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::charts;
use crate::parts::frame::Frame;
use crate::parts::{sentence, source};
use crate::visit::{Query, Visit};
use crate::{Fault, Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    province: Option<String>,
    from: Option<String>,
    to: Option<String>,
    dimension: Option<String>,
    units: Option<String>,
}

#[derive(Template)]
#[template(path = "public/explain.html")]
struct ExplainPage {
    frame: Frame,
    form: Form,
    told: Option<Told>,
}

/// What the form offers, and what is chosen.
struct Form {
    provinces: Vec<&'static Unit>,
    unit: &'static Unit,
    years: Vec<i16>,
    from: i16,
    to: i16,
    items: Vec<(String, String)>,
    item: String,
    sets: Vec<&'static str>,
    set: &'static str,
}

/// The explanation in words, drawing and rows.
struct Told {
    e: Explanation,
    sentence: String,
    /// Whether the change is more than scores usually swing.
    noise: Option<String>,
    chart: Option<String>,
    rows: Vec<(String, Part)>,
    passings: Vec<Passing>,
    suppositions: Vec<String>,
    download: String,
    note: String,
}

/// Provinces that passed each other, under one heading.
struct Passing {
    key: &'static str,
    provinces: Vec<Passed>,
}

/// A province with its ranks before and now.
struct Passed {
    unit: &'static Unit,
    before: Option<usize>,
    now: Option<usize>,
}

/// What is asked, looked up among what exists.
struct Question<'a> {
    unit: &'static Unit,
    set: &'static Set,
    editions: (&'a Edition, &'a Edition),
    item: Item,
}

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let snapshot = visit.snapshot.clone();
    let question = Question::of(&visit, &snapshot.editions, &asked)?;
    let lang = visit.lang;
    let title = say_with(
        lang,
        "explain-title",
        &[
            ("name", lang.pick(question.unit.name, question.unit.name_en).into()),
            ("from", question.editions.0.year.to_string().into()),
            ("to", question.editions.1.year.to_string().into()),
        ],
    );
    let frame = visit.frame(Page::Explain, title);
    let told = question.told(lang, &snapshot.editions, &frame.title);
    render(&ExplainPage { form: question.form(&visit), told, frame })
}

impl<'a> Question<'a> {
    fn of(visit: &Visit, editions: &'a scores::Editions, asked: &Asked) -> Result<Self, Fault> {
        let settings = visit.settings();
        let label = asked::written(&asked.units).unwrap_or(settings.province.set);
        let own = settings.province_in(label).id.as_str();
        let province = asked::written(&asked.province).unwrap_or(own);
        let (to, Lookup { unit, set }) = asked::case(editions, &asked.to, &asked.units, province)?;
        let from = match asked::written(&asked.from) {
            Some(_) => asked::ranked(editions, &asked.from, &None)?.0,
            None => editions.before(to.year).unwrap_or(to),
        };
        let item = asked::item(&to.structure, &asked.dimension)?;
        Ok(Self { unit, set, editions: (from, to), item })
    }

    fn form(&self, visit: &Visit) -> Form {
        let structure = &self.editions.1.structure;
        Form {
            provinces: asked::provinces(self.set),
            unit: self.unit,
            years: visit.snapshot.editions.years().into_iter().rev().collect(),
            from: self.editions.0.year,
            to: self.editions.1.year,
            items: structure
                .items()
                .into_iter()
                .map(|item| (item.to_string(), asked::item_name(visit.lang, structure, item)))
                .collect(),
            item: self.item.to_string(),
            sets: places::country().sets.iter().map(|set| set.label).collect(),
            set: self.set.label,
        }
    }

    /// None where the years are not in order, or the province is not in an edition.
    fn told(&self, lang: Lang, editions: &scores::Editions, title: &str) -> Option<Told> {
        let years = (self.editions.0.year, self.editions.1.year);
        let e = (years.0 < years.1).then(|| editions.explain(self.unit, self.set, years, self.item))??;
        let rankings = (
            Ranking::new(self.editions.0, self.set, self.item),
            Ranking::new(self.editions.1, self.set, self.item),
        );
        let sentence = sentence::of_change(lang, lang.pick(self.unit.name, self.unit.name_en), &e);
        let name = |part: &Part| self.part_name(lang, part);
        Some(Told {
            chart: charts::waterfall(lang, &e, title, sentence.clone(), name),
            rows: e.parts.iter().map(|part| (name(part), *part)).collect(),
            passings: passings(&e, &rankings),
            suppositions: suppositions(lang, &e),
            download: format!(
                "/api/v1/provinces/{}/explain?from={}&to={}&dimension={}&units={}",
                self.unit.code, years.0, years.1, self.item, self.set.label
            ),
            note: source::note(lang, self.editions.1, Some(&rankings.1)),
            noise: noise(lang, &e, ChangeNoise::of(editions, self.unit, self.item, years)),
            sentence,
            e,
        })
    }

    /// A part is called as in the later year, or as in the earlier one where it has gone.
    fn part_name(&self, lang: Lang, part: &Part) -> String {
        let (before, now) = (&self.editions.0.structure, &self.editions.1.structure);
        let structure = if now.subdimension(part.code).is_some() { now } else { before };
        asked::item_name(lang, structure, Item::Subdimension(part.code))
    }
}

/// Whether the change is more than scores usually swing, in words.
fn noise(lang: Lang, e: &Explanation, noise: Option<ChangeNoise>) -> Option<String> {
    // One year's noise was measured on distances from the national mean.
    let (change, noise) = e.change.relative().filter(|_| e.comparable).zip(noise)?;
    let Some(reach) = noise.reach else { return Some(say(lang, "explain-noise-unknown")) };
    let key = if change.abs() > reach { "explain-noise-beyond" } else { "explain-noise-within" };
    let coverage = format!("{:.0}", 100.0 * COVERAGE);
    let said = [
        ("change", look::number::signed(lang, change).into()),
        ("reach", look::number::decimals(lang, reach, 2).into()),
        ("coverage", coverage.into()),
    ];
    let across = noise.renewed.then(|| format!(" {}", say(lang, "explain-noise-renewed")));
    Some(say_with(lang, key, &said) + &across.unwrap_or_default())
}

fn passings(e: &Explanation, rankings: &(Ranking, Ranking)) -> Vec<Passing> {
    let rank = |ranking: &Ranking, unit: &Unit| ranking.place(unit.id).and_then(|place| place.rank);
    let passing = |key, units: &[&'static Unit]| {
        let passed = |unit: &&'static Unit| Passed {
            unit,
            before: rank(&rankings.0, unit),
            now: rank(&rankings.1, unit),
        };
        let mut provinces: Vec<_> = units.iter().map(passed).collect();
        provinces.sort_by_key(|passed| (passed.now.is_none(), passed.now, passed.before));
        Passing { key, provinces }
    };
    let all = [
        passing("explain-overtaken-by", &e.overtaken_by),
        passing("explain-overtook", &e.overtook),
        passing("explain-entered-above", &e.entered_above),
        passing("explain-left-above", &e.left_above),
    ];
    all.into_iter().filter(|passing| !passing.provinces.is_empty()).collect()
}

/// The two ranks that would have been, in words.
fn suppositions(lang: Lang, e: &Explanation) -> Vec<String> {
    let now = e.places.1.rank.map(|rank| rank.to_string()).unwrap_or_default();
    let said = |key: &str, rank: Option<usize>| {
        let values: [(&str, Value<'_>); 2] =
            [("rank", rank?.to_string().into()), ("now", now.as_str().into())];
        Some(say_with(lang, key, &values))
    };
    let still = said("explain-others-stood-still", e.rank_if_others_stood_still);
    let only_others = said("explain-only-others-moved", e.rank_if_only_others_moved);
    if !e.comparable {
        return vec![say(lang, "explain-no-supposition-across")];
    }
    if now.is_empty() {
        return vec![say(lang, "explain-no-supposition")];
    }
    still.into_iter().chain(only_others).collect()
}
