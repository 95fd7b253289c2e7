//! Promises and progress: what the plan promised, who does it, how far it is and how late, for anyone.

pub(crate) mod days;

use askama::Template;
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, filters};
use plan::progress::{Count, Holder, Plan, Promise};
use serde::Deserialize;

use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::promise::{of_count, of_section, of_standing};
use crate::visit::{Query, Visit};
use crate::{Fault, Page, Snapshot, asked};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    plan: Option<String>,
    content: Option<String>,
    agency: Option<String>,
}

#[derive(Template)]
#[template(path = "public/progress.html")]
struct ProgressPage<'a> {
    frame: Frame,
    plan: Option<&'a Plan>,
    others: Vec<(String, &'a str)>,
    headline: String,
    sections: Vec<Row>,
    agencies: Vec<Row>,
    late: Vec<Late>,
    late_more: usize,
    cards: Vec<Card<'a>>,
    download: String,
}

/// A content or an agency with its counts.
struct Row {
    name: String,
    href: String,
    count: Count,
}

/// Who is late with what.
struct Late {
    code: String,
    what: String,
    agency: String,
    standing: String,
}

/// A promise with how far it is.
pub(crate) struct Card<'a> {
    pub(crate) promise: &'a Promise,
    /// The mark by which others lead here.
    pub(crate) anchor: String,
    pub(crate) lead: &'a str,
    pub(crate) word: &'static str,
    pub(crate) standing: String,
    pub(crate) due: Option<Date>,
    pub(crate) promised: Option<Date>,
    pub(crate) done: usize,
    pub(crate) asked: usize,
    /// How many agencies do it, where more than one does.
    pub(crate) holders: usize,
    pub(crate) late: Vec<(String, String)>,
    pub(crate) cancelled_by: Option<&'a str>,
}

/// How many that are late stand on the first page; the rest stand with their contents.
const LATE: usize = 20;

/// The page.
pub(crate) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let plan = snapshot.progress.plan(asked::written(&asked.plan));
    if plan.is_none() && asked::written(&asked.plan).is_some() {
        return Err(Fault::Missing);
    }
    let (content, agency) = (asked::written(&asked.content), asked::written(&asked.agency));
    let title = match plan {
        Some(plan) => title(lang, &snapshot, plan, (content, agency))?,
        None => say(lang, Page::Progress.key()),
    };
    let narrow = content.is_some() || agency.is_some();
    let frame = visit.frame(Page::Progress, title);
    let frame = if narrow { frame.under(Page::Progress) } else { frame };
    let look = Look { lang, snapshot: &snapshot, newest: snapshot.progress.plan(None) };
    let cards = plan.filter(|_| narrow).map(|plan| look.cards(plan, content, agency)).unwrap_or_default();
    let wide = plan.filter(|_| !narrow);
    let late = wide.map(|plan| look.late(plan)).unwrap_or_default();
    let count = match plan {
        Some(plan) if narrow => counted(plan, content, agency),
        Some(plan) => plan.count(),
        None => Count::default(),
    };
    render(&ProgressPage {
        headline: of_count(lang, &count),
        sections: wide.map(|plan| look.sections(plan)).unwrap_or_default(),
        agencies: wide.map(|plan| look.agencies(plan)).unwrap_or_default(),
        late_more: late.len().saturating_sub(LATE),
        late: late.into_iter().take(LATE).collect(),
        others: plan.map(|plan| look.others(plan)).unwrap_or_default(),
        download: format!("/api/v1/progress?{}", query(plan, content, agency)),
        cards,
        plan,
        frame,
    })
}

/// The title of what is asked, which must be there.
fn title(
    lang: Lang,
    snapshot: &Snapshot,
    plan: &Plan,
    (content, agency): (Option<&str>, Option<&str>),
) -> Result<String, Fault> {
    let section = |content| of_section(lang, &snapshot.editions, content);
    let has = |content: &str| plan.promises.iter().any(|promise| promise.section == content);
    let does = |code: &str| plan.by_agency().iter().any(|(agency, _)| *agency == code);
    if content.is_some_and(|content| !has(content)) || agency.is_some_and(|code| !does(code)) {
        return Err(Fault::Missing);
    }
    let agency = agency.map(|code| snapshot.directory.name(code).to_owned());
    let said: Vec<String> = agency.into_iter().chain(content.map(section)).collect();
    let named = [("name", said.join(" · ").into())];
    Ok(if said.is_empty() {
        say(lang, "progress-title")
    } else {
        say_with(lang, "progress-title-of", &named)
    })
}

/// The counts of a content, of an agency, or of an agency in a content.
pub(crate) fn counted(plan: &Plan, content: Option<&str>, agency: Option<&str>) -> Count {
    let promises = plan.promises.iter().filter(|it| content.is_none_or(|content| it.section == content));
    match agency {
        None => Count::of(promises.map(|promise| promise.standing)),
        Some(code) => {
            let holders =
                promises.flat_map(|promise| &promise.holders).filter(|holder| holder.agency == code);
            Count::of(holders.map(|holder| holder.standing))
        }
    }
}

/// The question as the interface for machines takes it.
fn query(plan: Option<&Plan>, content: Option<&str>, agency: Option<&str>) -> String {
    let plan = plan.map(|plan| ("plan", plan.cover.slug.as_str()));
    let pairs =
        plan.into_iter().chain(content.map(|it| ("content", it))).chain(agency.map(|it| ("agency", it)));
    pairs.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// How a picture looks in a language.
pub(crate) struct Look<'a> {
    pub(crate) lang: Lang,
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) newest: Option<&'a Plan>,
}

/// Where a promise stands: with its content, at its card.
pub(crate) fn place_of(lang: Lang, snapshot: &Snapshot, plan: &Plan, promise: &Promise) -> String {
    let look = Look { lang, snapshot, newest: snapshot.progress.plan(None) };
    format!("{}#{}", look.href(plan, Some(&promise.section), None), anchor(plan, promise))
}

/// The mark of a promise's card: `nv-193-kh-ubnd-1-2-03`.
fn anchor(plan: &Plan, promise: &Promise) -> String {
    let named = format!("nv-{}-{}", plan.cover.slug, promise.code);
    named.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect()
}

impl<'a> Look<'a> {
    fn href(&self, plan: &Plan, content: Option<&str>, agency: Option<&str>) -> String {
        let newest = self.newest.is_some_and(|newest| newest.cover.slug == plan.cover.slug);
        let query = query(Some(plan).filter(|_| !newest), content, agency);
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", Page::Progress.path(self.lang))
    }

    fn sections(&self, plan: &Plan) -> Vec<Row> {
        let row = |(section, count): (&str, Count)| Row {
            name: of_section(self.lang, &self.snapshot.editions, section),
            href: self.href(plan, Some(section), None),
            count,
        };
        plan.by_section().into_iter().map(row).collect()
    }

    /// The agencies by name, those of the same name by code.
    fn agencies(&self, plan: &Plan) -> Vec<Row> {
        let row = |(code, count): (&str, Count)| Row {
            name: self.snapshot.directory.name(code).to_owned(),
            href: self.href(plan, None, Some(code)),
            count,
        };
        let mut rows: Vec<Row> = plan.by_agency().into_iter().map(row).collect();
        rows.sort_by(|a, b| places::name::order(&a.name, &b.name));
        rows
    }

    fn late(&self, plan: &Plan) -> Vec<Late> {
        let late = |(promise, holder, _): (&Promise, &Holder, i32)| Late {
            code: promise.code.clone(),
            what: promise.what.clone(),
            agency: self.snapshot.directory.name(&holder.agency).to_owned(),
            standing: of_standing(self.lang, holder.standing),
        };
        plan.late().into_iter().map(late).collect()
    }

    fn others(&self, shown: &Plan) -> Vec<(String, &'a str)> {
        let plans = self.snapshot.progress.plans.iter();
        let others = plans.filter(|plan| plan.cover.slug != shown.cover.slug);
        others.map(|plan| (self.href(plan, None, None), self.name(plan))).collect()
    }

    fn name(&self, plan: &'a Plan) -> &'a str {
        self.lang.pick(&plan.cover.title, &plan.cover.title_en)
    }

    /// The promises of a content, or those that an agency has a hand in, in the order of the plan.
    pub(crate) fn cards(&self, plan: &'a Plan, content: Option<&str>, agency: Option<&str>) -> Vec<Card<'a>> {
        let promises = plan.promises.iter().filter(|it| content.is_none_or(|content| it.section == content));
        promises.filter_map(|promise| self.card(plan, promise, agency)).collect()
    }

    fn card(&self, plan: &Plan, promise: &'a Promise, agency: Option<&str>) -> Option<Card<'a>> {
        let holders: Vec<&Holder> =
            promise.holders.iter().filter(|holder| agency.is_none_or(|code| holder.agency == code)).collect();
        if agency.is_some() && holders.is_empty() {
            return None;
        }
        let standing = if agency.is_some() { holders[0].standing } else { promise.standing };
        let told = holders.iter().find(|holder| holder.standing == standing).or(holders.first());
        let directory = &self.snapshot.directory;
        let late = |holder: &&Holder| {
            holder.standing.late()?;
            let name = directory.name(&holder.agency).to_owned();
            Some((name, of_standing(self.lang, holder.standing)))
        };
        Some(Card {
            anchor: anchor(plan, promise),
            lead: promise.lead.as_deref().map_or("–", |code| directory.name(code)),
            word: standing.as_str(),
            standing: of_standing(self.lang, standing),
            due: told.and_then(|holder| holder.due),
            promised: told.and_then(|holder| holder.promised),
            done: holders.iter().map(|holder| holder.done).sum(),
            asked: holders.iter().map(|holder| holder.asked).sum(),
            holders: holders.len(),
            late: if agency.is_some() { Vec::new() } else { holders.iter().filter_map(late).collect() },
            cancelled_by: promise.cancelled_by.as_deref(),
            promise,
        })
    }
}
