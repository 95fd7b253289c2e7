//! What a target would take: the points above the outlook, how seldom that was done, and what others gained.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use look::chart::{Gain, Gains};
use look::words::{say, say_with};
use look::{Lang, filters};
use scores::Structure;
use serde::Deserialize;

use super::own::{self, Own};
use super::{Form, Question, percent};
use crate::api::Refusal;
use crate::api::refusal::Clash;
use crate::api::whatif::{self, PartLift, WhatIf};
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
    province: Option<String>,
    #[serde(rename = "as-of")]
    as_of: Option<String>,
    year: Option<String>,
    units: Option<String>,
    renewal: Option<String>,
    goal: Option<String>,
    rank: Option<String>,
    probability: Option<String>,
    /// Points of one's own, by the names of their fields.
    #[serde(flatten)]
    own: BTreeMap<String, String>,
}

#[derive(Template)]
#[template(path = "public/outlook/whatif.html")]
struct WhatifPage {
    frame: Frame,
    question: Question,
    form: Form,
    goal: &'static str,
    rank: String,
    likely: bool,
    told: Vec<String>,
    /// Where more is asked of the chance, if nothing is needed for what is asked.
    surer: Option<String>,
    contents: Vec<Content>,
    /// The lift over the sub-dimensions, and drawn, where one is needed.
    spread: Option<(Vec<Part>, String)>,
    own: Own,
    leads: Vec<(String, Vec<String>)>,
    note: String,
    download: String,
}

/// What one content takes, where each is aimed at.
struct Content {
    name: String,
    lift: f64,
    seldom: String,
    chance: i64,
}

/// What one sub-dimension takes, and what provinces that started alike gained.
struct Part {
    name: String,
    points: f64,
    gains: Option<[f64; 3]>,
    cases: usize,
    /// Fewer than [`FEW`] stand behind the gains.
    few: bool,
    years: i16,
}

/// Of fewer cases a tenth is not two.
const FEW: usize = 20;

const GOALS: [&str; 3] = ["rank", "group", "each"];

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let lang = visit.lang;
    let question =
        Question::of(&visit, [&asked.province, &asked.as_of, &asked.year, &asked.units, &asked.renewal])?;
    let goal = asked::written(&asked.goal).unwrap_or(GOALS[0]);
    let goal = GOALS.into_iter().find(|known| *known == goal).unwrap_or(GOALS[0]);
    let rank = asked::written(&asked.rank).unwrap_or("20").to_owned();
    let likely = asked::written(&asked.probability).is_some_and(|written| written == "0.75");
    let edition = visit.snapshot.editions.get(question.as_of).ok_or(Fault::Missing)?;
    let typed = own::Typed::read(lang, &edition.structure, &asked.own);
    let ask = |gains| {
        let asking = asking(&question, goal, &rank, likely, gains);
        let (snapshot, province) = (visit.snapshot.clone(), question.found.unit.id.as_str());
        visit.app.outlooks().work(move || asking.answer(province, &snapshot.editions, crate::outlooks::DRAWS))
    };
    let answer = match ask(typed.gains()).await? {
        Err(Refusal::Options(Clash::Gains)) => ask(None).await?,
        answer => answer,
    }?;
    let case = Case { lang, answer: &answer, structure: &edition.structure };
    let name = lang.pick(question.found.unit.name, question.found.unit.name_en);
    let title = [("name", name.into()), ("year", question.year.to_string().into())];
    let gains = typed.gains().map(|gains| format!("&gains={gains}")).unwrap_or_default();
    let kind = match goal {
        "rank" => format!("&rank={rank}"),
        "group" => "&group=high_average".to_owned(),
        _ => "&each-dimension=true".to_owned(),
    };
    let needed = answer.reach != "at_hand";
    let surer = (!needed && answer.chance < 0.75).then(|| {
        let unit = question.found.unit.code;
        format!(
            "{}?province={unit}&{}&goal={goal}&rank={rank}&probability=0.75",
            Page::Whatif.path(lang),
            question.fields()
        )
    });
    render(&WhatifPage {
        told: case.told(),
        surer,
        spread: needed.then(|| (case.parts(), case.chart())),
        contents: if needed { case.contents() } else { Vec::new() },
        own: typed.answered(lang, question.look(), &answer),
        leads: if question.found.unit.id == visit.settings().province.id {
            case.leads(&visit)
        } else {
            Vec::new()
        },
        note: source::note(lang, edition, None),
        download: format!(
            "/api/v1/provinces/{}/whatif?{}&probability={}{kind}{gains}",
            question.found.unit.code,
            question.fields(),
            answer.probability
        ),
        form: question.form(&visit),
        frame: visit.frame(Page::Whatif, say_with(lang, "whatif-title", &title)).under(Page::Outlook),
        question,
        goal,
        rank,
        likely,
    })
}

/// The question as the interface for machines asks it.
fn asking(
    question: &Question,
    goal: &str,
    rank: &str,
    likely: bool,
    gains: Option<String>,
) -> whatif::Question {
    whatif::Question {
        year: Some(question.year.to_string()),
        as_of: Some(question.as_of.to_string()),
        rank: (goal == "rank").then(|| rank.to_owned()),
        group: (goal == "group").then(|| "high_average".to_owned()),
        each_dimension: goal == "each",
        probability: Some(if likely { "0.75" } else { "0.5" }.to_owned()),
        renewal: Some(question.renewal.as_str().to_owned()),
        units: Some(question.found.set.label.to_owned()),
        gains,
        ..whatif::Question::default()
    }
}

/// The words and drawings of one page.
struct Case<'a> {
    lang: Lang,
    answer: &'a WhatIf,
    structure: &'a Structure,
}

impl Case<'_> {
    /// The lift in sentences: how likely without it, how many points, how seldom that was done.
    fn told(&self) -> Vec<String> {
        let (lang, answer) = (self.lang, self.answer);
        let now = say_with(lang, "whatif-now", &[("percent", percent(answer.chance).into())]);
        if answer.reach == "at_hand" {
            return vec![now, say(lang, "whatif-at-hand")];
        }
        let needed = [
            ("points", look::number::decimals(lang, answer.lift, 1).into()),
            ("percent", percent(answer.probability).into()),
        ];
        let needed = say_with(lang, "whatif-needed", &needed);
        let seldom = match (answer.reach, answer.one_in) {
            ("never", _) | (_, None) => say(lang, "whatif-never"),
            (reach, Some(many)) => {
                let key = if reach == "rare" { "whatif-rare" } else { "whatif-seen" };
                say_with(lang, key, &[("n", many.to_string().into())])
            }
        };
        vec![now, needed, seldom]
    }

    fn contents(&self) -> Vec<Content> {
        let content = |row: &whatif::DimensionLift| Content {
            name: row.dimension.parse().map_or_else(
                |_| row.dimension.clone(),
                |item| asked::item_name(self.lang, self.structure, item),
            ),
            lift: row.lift,
            seldom: own::seldom(self.lang, row.lift, row.one_in),
            chance: percent(row.chance),
        };
        self.answer.dimensions.iter().map(content).collect()
    }

    fn parts(&self) -> Vec<Part> {
        let part = |part: &PartLift| {
            let quarter = part.gains.iter().find(|gains| Some(gains.quarter) == part.quarter);
            Part {
                name: format!("{} {}", part.subdimension, self.lang.pick(part.name, part.name_en)),
                points: part.points,
                gains: quarter.map(|gains| [gains.median, gains.q75, gains.q90]),
                cases: quarter.map_or(0, |gains| gains.cases),
                few: quarter.is_some_and(|gains| gains.cases < FEW),
                years: part.years,
            }
        };
        self.answer.subdimensions.iter().map(part).collect()
    }

    fn chart(&self) -> String {
        let title = say(self.lang, "whatif-parts");
        let caption = caption(self.lang, "gains", &title, say(self.lang, "whatif-parts-said"));
        let gain = |part: Part| Gain { label: part.name, needed: part.points, others: part.gains };
        Gains { caption, parts: self.parts().into_iter().map(gain).collect() }.svg()
    }

    /// The agencies that lead tasks of the public plan for the parts that are asked most.
    fn leads(&self, visit: &Visit) -> Vec<(String, Vec<String>)> {
        let mut parts: Vec<&PartLift> =
            self.answer.subdimensions.iter().filter(|part| part.points >= 0.005).collect();
        parts.sort_by(|a, b| b.points.total_cmp(&a.points));
        let named = |part: &PartLift| {
            let leads = leads_for(visit, &part.subdimension);
            let name = format!("{} {}", part.subdimension, self.lang.pick(part.name, part.name_en));
            (!leads.is_empty()).then_some((name, leads))
        };
        parts.into_iter().take(8).filter_map(named).collect()
    }
}

/// Who leads public tasks of the plan in force for a sub-dimension, or for the content that it belongs to.
fn leads_for(visit: &Visit, part: &str) -> Vec<String> {
    let Some(plan) = visit.snapshot.progress.plan(None) else { return Vec::new() };
    let of = |wanted: &str| -> BTreeSet<&str> {
        let promises = plan.promises.iter().filter(|promise| promise.items.iter().any(|item| item == wanted));
        promises.filter_map(|promise| promise.lead.as_deref()).collect()
    };
    let content = part.split('.').next().unwrap_or(part);
    let leads = Some(of(part)).filter(|leads| !leads.is_empty()).unwrap_or_else(|| of(content));
    leads.into_iter().map(|code| visit.snapshot.directory.name(code).to_owned()).collect()
}
