//! One plan: its tasks by section, with filters in the address; for the standing body also its next steps.

mod edit;
pub(crate) mod list;

use crate::visit::Path;
use accounts::Directory;
use askama::Template;
use look::words::{say, say_with};
use look::{Lang, filters};
use places::name::fold;
use plan::plan::State;
use plan::task::{INDICES, coaching};
use plan::{Plan, Task};
use serde::Deserialize;

use super::Signed;
use super::task::terms::{self, Offered, Typed};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

pub(crate) use edit::post;

#[derive(Template)]
#[template(path = "desk/plan.html")]
struct PlanPage {
    frame: Frame,
    plan: Plan,
    document: Option<String>,
    sections: Vec<Section>,
    shown: usize,
    all: usize,
    asked: Asked,
    contents: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    /// Whether the board has it for this desk.
    on_board: bool,
    may_change: bool,
    may_publish: bool,
    may_copy: bool,
    lacking: Vec<String>,
    warnings: Vec<String>,
    offered: Offered,
    typed: Typed,
    why: Option<String>,
}

/// The tasks of one section of the plan.
struct Section {
    name: String,
    tasks: Vec<Listed>,
}

/// A task as the plan lists it.
struct Listed {
    task: Task,
    lead: String,
}

/// What the page is asked for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    item: String,
    #[serde(default)]
    agency: String,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Answer {
    render(&PlanPage::new(&signed, &slug, asked, Typed::new(), None).await?)
}

impl PlanPage {
    async fn new(
        signed: &Signed,
        slug: &str,
        asked: Asked,
        typed: Typed,
        why: Option<String>,
    ) -> Result<Self, Fault> {
        let (desk, lang) = (&signed.desk, signed.visit.lang);
        let directory = &signed.visit.snapshot.directory;
        let plan = plan::plan::find(desk, slug).await?.ok_or(Fault::Missing)?;
        let tasks = plan::task::of_plan(desk, slug).await?;
        let may_change = terms::may_change(desk) && plan.state != State::Closed;
        let may_publish = desk.may(&plan::PUBLISH, accounts::Relation::Other).is_ok();
        let draft = plan.state == State::Draft;
        let lacking = if draft { plan::lacks(desk, &plan).await? } else { Vec::new() };
        let warnings = tasks.iter().filter(|_| draft).flat_map(|task| coaching::warnings(&task.terms));
        let documents = list::documents(signed);
        let all = tasks.len();
        let shown: Vec<Task> =
            tasks.iter().filter(|task| asked.fits(task, &plan, directory, signed)).cloned().collect();
        Ok(Self {
            frame: signed.frame(Page::Plan, plan.title.clone()).under(Page::Plans).at(slug),
            document: plan.document.as_ref().and_then(|slug| find(&documents, slug)),
            shown: shown.len(),
            sections: sections(lang, directory, shown),
            all,
            contents: contents(lang),
            agencies: agencies(&tasks, directory),
            on_board: !draft && desk.may(&plan::board::READ, accounts::Relation::Own).is_ok(),
            may_change,
            may_publish,
            may_copy: terms::may_change(desk),
            lacking: lacking.iter().map(|it| terms::lack(lang, it)).collect(),
            warnings: warnings.map(|it| warning(lang, &it)).collect(),
            offered: Offered::new(signed),
            plan,
            asked,
            typed,
            why,
        })
    }

    fn to_task(&self, task: &Task) -> String {
        super::task::path(self.frame.lang, &task.plan, &task.terms.code)
    }

    /// What is typed into a field of the form of this act.
    fn typed(&self, act: &str, field: &str) -> &str {
        if terms::of(&self.typed, "act") == act { terms::of(&self.typed, field) } else { "" }
    }
}

impl Asked {
    fn fits(&self, task: &Task, plan: &Plan, directory: &Directory, signed: &Signed) -> bool {
        let said = format!("{} {} {}", task.terms.code, task.terms.what, task.terms.product);
        let in_item = |item: &String| *item == self.item || item.starts_with(&format!("{}.", self.item));
        let means = |code: &str| {
            code == self.agency
                || directory
                    .expand(code, &plan.unit, signed.desk.today)
                    .iter()
                    .any(|it| it.code == self.agency)
        };
        fold(&said).contains(&fold(&self.q))
            && (self.item.is_empty()
                || task.terms.items.iter().any(in_item)
                || task.terms.section == self.item)
            && (self.agency.is_empty() || task.terms.agencies().any(means))
    }
}

fn find(choices: &[(String, String)], code: &str) -> Option<String> {
    choices.iter().find(|(other, _)| other == code).map(|(_, name)| name.clone())
}

fn sections(lang: Lang, directory: &Directory, tasks: Vec<Task>) -> Vec<Section> {
    let mut sections: Vec<(String, Section)> = Vec::new();
    for task in tasks {
        let lead = task
            .terms
            .lead
            .as_deref()
            .map_or_else(|| say(lang, "task-no-lead"), |lead| directory.name(lead).to_owned());
        let code = task.terms.section.clone();
        let listed = Listed { task, lead };
        match sections.iter_mut().find(|(other, _)| *other == code) {
            Some((_, section)) => section.tasks.push(listed),
            None => {
                let name = content(lang, &code);
                sections.push((code, Section { name, tasks: vec![listed] }));
            }
        }
    }
    sections.into_iter().map(|(_, section)| section).collect()
}

/// Dimensions and other indices, by code and name.
fn contents(lang: Lang) -> Vec<(String, String)> {
    let dimensions = terms::latest().dimensions.iter().map(|it| it.number.to_string()).collect::<Vec<_>>();
    let codes = dimensions.into_iter().chain(INDICES.map(str::to_owned));
    codes.map(|code| (code.clone(), content(lang, &code))).collect()
}

/// A section, dimension or other index in words; the code of one that has none.
pub(super) fn content(lang: Lang, code: &str) -> String {
    let structure = terms::latest();
    if let Some(it) = structure.dimensions.iter().find(|it| it.number.to_string() == code) {
        return format!("{code}. {}", lang.pick(it.name, it.name_en));
    }
    if let Some(it) = structure.subdimensions.iter().find(|it| it.code.to_string() == code) {
        return format!("{code}. {}", lang.pick(it.name, it.name_en));
    }
    match code {
        "TT" => say(lang, "section-communication"),
        "CH" => say(lang, "section-carrying-out"),
        code if INDICES.contains(&code) => say(lang, &format!("index-{}", code.replace('_', "-"))),
        code => code.to_owned(),
    }
}

/// Everybody who has a part in a task.
fn agencies(tasks: &[Task], directory: &Directory) -> Vec<(String, String)> {
    let mut codes: Vec<&str> = tasks.iter().flat_map(|task| task.terms.agencies()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.into_iter().map(|code| (code.to_owned(), directory.name(code).to_owned())).collect()
}

/// A warning in words.
pub(super) fn warning(lang: Lang, warning: &coaching::Warning) -> String {
    let key = match warning.aim {
        coaching::Aim::Respondents => "warning-respondents",
        coaching::Aim::SurveyedPlaces => "warning-surveyed-places",
    };
    say_with(lang, key, &[("code", warning.code.as_str().into()), ("words", warning.words.as_str().into())])
}
