//! Targets: those of the plan, and any that a visitor types, with verdict, margin and reason.

use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use look::filters;
use look::words::{say, say_with};
use look::{Lang, Value};
use places::{Lookup, Unit};
use scores::target::{Finding, Judgement};
use scores::{Edition, Editions, Group, Target};
use serde::Deserialize;

use crate::fault::render;
use crate::local::encoded;
use crate::parts::frame::Frame;
use crate::parts::{asks, sentence, source};
use crate::visit::{Query, Visit};
use crate::{Fault, Page, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    province: Option<String>,
    year: Option<String>,
    target: Option<String>,
    units: Option<String>,
    kind: Option<String>,
    value: Option<String>,
    base: Option<String>,
    item: Option<String>,
}

#[derive(Template)]
#[template(path = "public/targets.html")]
struct TargetsPage {
    frame: Frame,
    plan: Vec<Planned>,
    form: Form,
    refused: Option<String>,
    told: Option<Told>,
    examples: Vec<(String, String)>,
    note: String,
}

/// A target of the plan with its verdict in each edition.
struct Planned {
    said: String,
    text: String,
    rows: Vec<Line>,
}

/// A verdict in one edition.
struct Line {
    year: i16,
    href: String,
    due: bool,
    verdict: &'static str,
    gap: Option<f64>,
    why: String,
}

/// What the form offers, and what was typed.
struct Form {
    provinces: Vec<(&'static str, Vec<&'static Unit>)>,
    unit: &'static Unit,
    years: Vec<i16>,
    year: i16,
    items: Vec<(String, String)>,
    text: String,
}

/// The verdict on what was typed.
struct Told {
    verdict: &'static str,
    heading: String,
    rows: Vec<Row>,
    editions: Vec<Line>,
    download: String,
}

/// One finding in words.
struct Row {
    item: String,
    required: String,
    actual: String,
    gap: Option<f64>,
    verdict: &'static str,
    why: String,
}

/// The kinds that the simple form offers; each has the text before and after its value.
const KINDS: [&str; 10] = [
    "rank",
    "score",
    "places",
    "points",
    "group-high",
    "group-high_average",
    "each-high",
    "each-high_average",
    "better-than",
    "lift",
];

const EXAMPLES: [&str; 5] = [
    "rank=20",
    "each:group=high_average, rank=20",
    "4:score=6.5",
    "points=1@2020",
    "2021 each:group=high_average; 2024 rank=20",
];

/// The page; a question of the simple form is sent on to its lasting address.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let settings = visit.settings();
    let label = asked::written(&asked.units).unwrap_or(settings.province.set);
    let own = settings.province_in(label).id.as_str();
    let province = asked::written(&asked.province).unwrap_or(own);
    let (edition, found) = asked::case(&snapshot.editions, &asked.year, &asked.units, province)?;
    let case = Case { lang, editions: &snapshot.editions, edition, found };
    let composed = asked.kind.is_some().then(|| composed(&asked));
    if let Some(Some(text)) = &composed {
        return Ok(Redirect::to(&case.address(edition.year, text)).into_response());
    }
    let text = asked.target.unwrap_or_default();
    let read = (!text.trim().is_empty()).then(|| text.parse::<Target>());
    let refused = read.as_ref().and_then(|read| read.as_ref().err()).map(|wrong| {
        let expected = say(lang, wrong.expected.key());
        say_with(
            lang,
            "targets-refused",
            &[("piece", wrong.piece.as_str().into()), ("expected", expected.into())],
        )
    });
    let page = TargetsPage {
        plan: planned(&visit, lang),
        refused: refused.or_else(|| composed.map(|_| say(lang, "targets-value-missing"))),
        told: read.and_then(Result::ok).map(|target| case.told(&target)),
        examples: EXAMPLES.map(|text| (text.to_owned(), case.address(edition.year, text))).into(),
        note: source::note(lang, edition, None),
        form: case.form(text),
        frame: visit.frame(Page::Targets, say(lang, "targets-title")),
    };
    render(&page).map(IntoResponse::into_response)
}

/// The text of a target from the fields of the simple form; none where its value is missing.
fn composed(asked: &Asked) -> Option<String> {
    let field = |field: &Option<String>| field.as_deref().unwrap_or_default().trim().to_owned();
    let (kind, value, base, item) =
        (field(&asked.kind), field(&asked.value).replace(',', "."), field(&asked.base), field(&asked.item));
    let scope = if item.is_empty() || item == "total" { String::new() } else { format!("{item}:") };
    let since = if base.is_empty() { String::new() } else { format!("@{base}") };
    if value.is_empty() && ["rank", "score", "places", "points"].contains(&kind.as_str()) {
        return None;
    }
    Some(match kind.split_once('-') {
        Some(("group", group)) => format!("{scope}group={group}"),
        Some(("each", group)) => format!("each:group={group}"),
        Some(("better", _)) => format!("{scope}better-than={}", if base.is_empty() { value } else { base }),
        _ if kind == "lift" && base.is_empty() => kind,
        _ if kind == "lift" => format!("lift={base}"),
        _ if kind == "places" || kind == "points" => format!("{scope}{kind}={value}{since}"),
        _ => format!("{scope}{kind}={value}"),
    })
}

/// A province in an edition, spoken of in a language.
struct Case<'a> {
    lang: Lang,
    editions: &'a Editions,
    edition: &'a Edition,
    found: Lookup<'static>,
}

impl Case<'_> {
    fn form(&self, text: String) -> Form {
        let structure = &self.edition.structure;
        let items = structure.items().into_iter();
        Form {
            provinces: asked::provinces_by_set(),
            unit: self.found.unit,
            years: self.editions.years().into_iter().rev().collect(),
            year: self.edition.year,
            items: items
                .map(|item| (item.to_string(), asked::item_name(self.lang, structure, item)))
                .collect(),
            text,
        }
    }

    fn told(&self, target: &Target) -> Told {
        let judged = self.editions.judge(target, self.found.unit, self.found.set, self.edition.year);
        let path = matches!(target, Target::Path(_));
        let years = self.editions.years().into_iter();
        let line = |year| {
            let judged = self.editions.judge(target, self.found.unit, self.found.set, year);
            self.line(year, true, target, &judged)
        };
        let key = if path { "path" } else { "if" };
        let name = self.lang.pick(self.found.unit.name, self.found.unit.name_en);
        Told {
            verdict: sentence::verdict_key(judged.met),
            heading: say_with(
                self.lang,
                "targets-heading",
                &[
                    ("name", name.into()),
                    ("year", self.edition.year.to_string().into()),
                    ("target", asks::of_target(self.lang, target).into()),
                ],
            ),
            rows: judged.findings.iter().map(|finding| self.row(finding, path)).collect(),
            editions: years.map(line).collect(),
            download: format!(
                "/api/v1/provinces/{}/target?year={}&units={}&{key}={}",
                self.found.unit.code,
                self.edition.year,
                self.found.set.label,
                encoded(&target.to_string())
            ),
        }
    }

    /// A verdict of one edition; of several findings the first that is not met gives the reason.
    fn line(&self, year: i16, due: bool, target: &Target, judged: &Judgement) -> Line {
        let decisive = judged.findings.iter().find(|f| f.met == judged.met);
        let why = match target {
            Target::Joined(conditions) if conditions.len() == 1 => sentence::of_judgement(self.lang, judged),
            _ => self.met_of(judged),
        };
        let single = judged.findings.len() == 1;
        Line {
            year,
            href: self.address(year, &target.to_string()),
            due,
            verdict: if due {
                sentence::verdict_key(judged.met)
            } else {
                sentence::verdict_so_far(judged.met)
            },
            gap: decisive.filter(|_| single).and_then(|finding| finding.gap),
            why,
        }
    }

    /// How many of joined conditions are met.
    fn met_of(&self, judged: &Judgement) -> String {
        let met = judged.findings.iter().filter(|finding| finding.met == Some(true)).count();
        let n: [(&str, Value<'_>); 2] = [("met", met.into()), ("all", judged.findings.len().into())];
        say_with(self.lang, "targets-met-of", &n)
    }

    fn row(&self, finding: &Finding, with_year: bool) -> Row {
        let structure = self.editions.get(finding.year).unwrap_or(self.edition).structure.clone();
        let name = asked::item_name(self.lang, &structure, finding.item);
        let (required, actual) = (finding.required, finding.actual);
        Row {
            item: if with_year { format!("{}: {name}", finding.year) } else { name },
            required: self.standpoint(required.rank, required.score, required.group),
            actual: self.standpoint(actual.rank, actual.score, actual.group),
            gap: finding.gap,
            verdict: sentence::verdict_key(finding.met),
            why: sentence::of_finding(self.lang, finding),
        }
    }

    /// A rank, a score and a group, as far as they are known: "hạng 20; 44,36 điểm".
    fn standpoint(&self, rank: Option<usize>, score: Option<f64>, group: Option<Group>) -> String {
        let rank = rank.map(|n| say_with(self.lang, "targets-rank", &[("n", n.to_string().into())]));
        let score = score.map(|n| say_with(self.lang, "targets-score", &[("n", n.into())]));
        let group = group.map(|group| sentence::of_group(self.lang, group));
        let known: Vec<_> = rank.into_iter().chain(score).chain(group).collect();
        if known.is_empty() { "–".to_owned() } else { known.join("; ") }
    }

    /// The lasting address of a question.
    fn address(&self, year: i16, target: &str) -> String {
        let (page, unit) = (Page::Targets.path(self.lang), self.found.unit);
        format!("{page}?province={}&year={year}&target={}", unit.id.as_str(), encoded(target))
    }
}

/// The plan's targets for the installation's own province.
fn planned(visit: &Visit, lang: Lang) -> Vec<Planned> {
    let (snapshot, settings) = (&visit.snapshot, visit.settings());
    let found = Lookup { unit: settings.province, set: settings.set() };
    let Some(edition) = snapshot.editions.latest() else { return Vec::new() };
    let case = Case { lang, editions: &snapshot.editions, edition, found };
    let planned = |target: &plan::Target| {
        let verdicts = target.verdicts(&snapshot.editions, found.unit, found.set, 2021);
        Planned {
            said: lang.pick(&target.said, &target.said_en).to_owned(),
            text: target.asks.to_string(),
            rows: verdicts.iter().map(|v| case.line(v.year, v.due, &target.asks, &v.judgement)).collect(),
        }
    };
    snapshot.targets.iter().map(planned).collect()
}
