//! One task: everything that is said of it, how it stands by period and agency, and what was changed.

mod edit;
pub(crate) mod terms;

use crate::visit::Path;
use accounts::audit;
use askama::Template;
use jiff::civil::Date;
use jiff::tz::Offset;
use look::words::{say, say_with};
use look::{Lang, filters};
use plan::assignment::{self, Assignment, Standing};
use plan::plan::State;
use plan::task::coaching;
use plan::{Plan, Status, Task};

use super::Signed;

use crate::fault::{Answer, render};
use crate::parts::{frame::Frame, period};
use crate::{Fault, Page};

pub(crate) use edit::post;
use terms::{Offered, Typed};

/// The country's clocks are seven hours ahead all year.
const VIET_NAM: Offset = Offset::constant(7);

#[derive(Template)]
#[template(path = "desk/task.html")]
struct TaskPage {
    frame: Frame,
    plan: Plan,
    task: Task,
    lead: String,
    parts: Vec<Part>,
    items: Vec<String>,
    measure: Option<String>,
    weight: String,
    warnings: Vec<String>,
    answered_by: Option<(String, String)>,
    periods: Vec<Period>,
    /// The campaigns that serve it: address and title.
    campaigns: Vec<(String, String)>,
    history: Vec<Step>,
    may_change: bool,
    offered: Offered,
    /// Open assignments that can be given to another agency.
    open: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    typed: Typed,
    /// What somebody else said in between.
    changed: Vec<(String, String)>,
    why: Option<String>,
}

/// What a cooperating agency does.
struct Part {
    agency: String,
    part: Option<String>,
    due: Option<Date>,
}

/// How a period stands.
struct Period {
    name: String,
    due: Date,
    /// Of several agencies, how many were asked and how many are done.
    asked: usize,
    done: usize,
    rows: Vec<Row>,
}

impl Period {
    /// That some are done and some are not, where there are some to count.
    fn partly(&self, lang: Lang) -> Option<String> {
        let said = [("done", self.done.into()), ("asked", self.asked.into())];
        (self.asked > 1 && self.done > 0).then(|| {
            say_with(lang, if self.done < self.asked { "task-partly" } else { "task-wholly" }, &said)
        })
    }
}

/// How an agency stands in a period.
struct Row {
    /// Of its reports, for who may read them.
    href: Option<String>,
    agency: String,
    is_late: bool,
    status: String,
    promised: Option<Date>,
    note: Option<String>,
}

/// A change that the audit trail keeps.
struct Step {
    day: Date,
    what: String,
    document: Option<String>,
}

/// The address of a task.
pub(super) fn path(lang: Lang, plan: &str, code: &str) -> String {
    Page::Task.at(lang, plan).replace("{code}", code)
}

/// The page.
pub(crate) async fn get(signed: Signed, Path((slug, code)): Path<(String, String)>) -> Answer {
    let task = plan::task::find(&signed.desk, &slug, &code).await?.ok_or(Fault::Missing)?;
    let mut typed = terms::typed(&task.terms);
    typed.insert("version".to_owned(), task.version());
    render(&TaskPage::new(&signed, task, typed, Vec::new(), None).await?)
}

impl TaskPage {
    async fn new(
        signed: &Signed,
        task: Task,
        typed: Typed,
        changed: Vec<(String, String)>,
        why: Option<String>,
    ) -> Result<Self, Fault> {
        let (desk, lang) = (&signed.desk, signed.visit.lang);
        let directory = &signed.visit.snapshot.directory;
        let plan = plan::plan::find(desk, &task.plan).await?.ok_or(Fault::Missing)?;
        let standings = assignment::standings(desk, &task).await?;
        let may_change = terms::may_change(desk) && plan.state != State::Closed && task.cancelled.is_none();
        let other = match task.answered_by {
            Some(id) => plan::task::by_id(desk, id).await?,
            None => None,
        };
        let periods = periods(signed, &standings, &readable(signed, &plan, &task));
        let history = history(signed, &task).await?;
        let lead = task.terms.lead.as_deref();
        let part = |it: &plan::task::Part| Part {
            agency: directory.name(&it.agency).to_owned(),
            part: it.part.clone(),
            due: it.due,
        };
        let title = format!("{} {}", say(lang, "task-title"), task.terms.code);
        let frame = signed.frame(Page::Task, title).under(Page::Plans).at(&plan.slug);
        Ok(Self {
            frame: frame.with("{code}", &task.terms.code),
            lead: lead.map_or_else(|| say(lang, "task-no-lead"), |lead| directory.name(lead).to_owned()),
            parts: task.terms.parts.iter().map(part).collect(),
            items: task.terms.items.iter().map(|item| super::plan::content(lang, item)).collect(),
            measure: task.terms.measure.as_ref().map(|it| measure(lang, it)),
            weight: terms::written(lang, task.terms.weight),
            warnings: coaching::warnings(&task.terms)
                .iter()
                .map(|it| super::plan::warning(lang, it))
                .collect(),
            answered_by: other
                .map(|it| (path(lang, &it.plan, &it.terms.code), format!("{} ({})", it.terms.code, it.plan))),
            periods,
            campaigns: campaigns(signed, task.id).await?,
            history,
            open: if may_change { open(signed, &standings) } else { Vec::new() },
            agencies: if may_change { terms::agencies(signed) } else { Vec::new() },
            offered: Offered::new(signed),
            may_change,
            plan,
            task,
            typed,
            changed,
            why,
        })
    }
}

/// The campaigns that serve a task, as far as this desk may see them.
async fn campaigns(signed: &Signed, task: i64) -> Result<Vec<(String, String)>, Fault> {
    let named = |(id, title)| (super::campaign::one::path(signed.visit.lang, id), title);
    let campaigns = inform::campaign::of_task(&signed.desk, task).await.map_err(super::campaign::closed)?;
    Ok(campaigns.into_iter().map(named).collect())
}

fn measure(lang: Lang, measure: &plan::task::Measure) -> String {
    let written = |value: Option<f64>| value.map(|value| terms::written(lang, value)).unwrap_or_default();
    let unit = measure.unit.as_ref().map(|unit| format!(" ({unit})")).unwrap_or_default();
    match (measure.low, measure.high) {
        (None, None) => format!("{}{unit}", measure.name),
        (low, high) => format!("{}{unit}: {} – {}", measure.name, written(low), written(high)),
    }
}

/// The status in words, with its days.
pub(super) fn status(lang: Lang, status: Status) -> String {
    let key = format!("status-{}", status.as_str().replace('_', "-"));
    say_with(lang, &key, &[("days", i64::from(status.days().unwrap_or_default()).into())])
}

/// Period by period, newest due day first.
fn periods(signed: &Signed, standings: &[Standing], readable: &dyn Fn(&Assignment) -> bool) -> Vec<Period> {
    let lang = signed.visit.lang;
    let mut periods: Vec<(String, Period)> = Vec::new();
    for it in standings.iter().rev() {
        let code = it.assignment.period.clone();
        if periods.last().is_none_or(|(other, _)| *other != code) {
            let period = Period {
                name: period::name(lang, &code),
                due: it.assignment.due,
                asked: 0,
                done: 0,
                rows: Vec::new(),
            };
            periods.push((code, period));
        }
        if let Some((_, period)) = periods.last_mut() {
            let counts = it.assignment.joined.is_none() && it.status != Status::Cancelled;
            period.asked += usize::from(counts);
            period.done += usize::from(counts && it.status.is_done());
            period.rows.insert(0, row(signed, it, readable(&it.assignment)));
        }
    }
    periods.into_iter().map(|(_, period)| period).collect()
}

/// Which assignments of a task a desk may read, as they decide it themselves: a link leads to no refusal.
fn readable<'a>(signed: &'a Signed, plan: &'a Plan, task: &'a Task) -> impl Fn(&Assignment) -> bool + 'a {
    let (desk, directory) = (&signed.desk, &signed.visit.snapshot.directory);
    move |own| {
        let day = own.last.min(desk.today).max(own.first);
        let parts = task.terms.parts.iter().flat_map(|it| directory.expand(&it.agency, &plan.unit, day));
        let relation = desk.relation(&own.agency, parts.map(|agency| agency.code.as_str()));
        plan::report::READ.allows(desk.role, relation)
    }
}

fn row(signed: &Signed, it: &Standing, is_readable: bool) -> Row {
    let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
    let own = &it.assignment;
    let note = match own {
        _ if own.undecided => Some(say(lang, "assignment-undecided")),
        _ if own.joined.is_some() => Some(say(lang, "assignment-joined")),
        _ if own.origin != own.agency => {
            Some(say_with(lang, "assignment-from", &[("agency", directory.name(&own.origin).into())]))
        }
        _ => None,
    };
    let agency = directory.name(&own.agency).to_owned();
    let is_late = it.status.days().is_some() || matches!(it.status, Status::Stale | Status::NotDone);
    let href = is_readable.then(|| super::assignment::path(lang, own.id));
    Row { href, agency, is_late, status: status(lang, it.status), promised: own.promised, note }
}

/// What can be given to another agency, undecided ones first.
fn open(signed: &Signed, standings: &[Standing]) -> Vec<(String, String)> {
    let (lang, directory) = (signed.visit.lang, &signed.visit.snapshot.directory);
    let is_open = |it: &&Standing| {
        let own = &it.assignment;
        own.joined.is_none() && own.cancelled_on.is_none() && !it.status.is_done()
    };
    let mut open: Vec<&Standing> = standings.iter().filter(is_open).collect();
    open.sort_by_key(|it| !it.assignment.undecided);
    let said = |it: &Standing| {
        let mark = if it.assignment.undecided {
            format!(" ({})", say(lang, "assignment-undecided"))
        } else {
            String::new()
        };
        format!(
            "{}: {}{mark}",
            period::name(lang, &it.assignment.period),
            directory.name(&it.assignment.agency)
        )
    };
    open.into_iter().map(|it| (it.assignment.id.to_string(), said(it))).collect()
}

/// What was changed, oldest first. Only what the page shows anyway is told of each.
async fn history(signed: &Signed, task: &Task) -> Result<Vec<Step>, Fault> {
    let entries = audit::about(&mut signed.desk.read().await?, &task.subject()).await?;
    let lang = signed.visit.lang;
    let documents = super::plan::list::documents(signed);
    let step = |entry: audit::Entry| {
        let after: serde_json::Value = serde_json::from_str(entry.after.as_deref()?).ok()?;
        let slug = after["document"].as_str();
        let name =
            |slug: &str| documents.iter().find(|(other, _)| other == slug).map(|(_, name)| name.clone());
        let key = match entry.act.as_str() {
            "task.changed" => "step-changed",
            "task.cancelled" => "step-cancelled",
            "task.joined" => "step-joined",
            _ => return None,
        };
        Some(Step {
            day: VIET_NAM.to_datetime(entry.at).date(),
            what: say(lang, key),
            document: slug.and_then(name),
        })
    };
    Ok(entries.into_iter().filter_map(step).collect())
}
