//! A file on its way into a plan: what is wrong, what a person settles, what it would bring, what it brought.

use accounts::Directory;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use look::words::{say, say_with};
use look::{Lang, date, filters};
use plan::annex::{self, Imported, Named, Outcome, Problem, Problems, Question, Refusal, Unread, Wishes};
use plan::plan::State;
use plan::task::Part;
use plan::{Plan, Terms};
use scores::Structure;
use serde::Deserialize;

use super::question::{Asked, MOST, answers};
use super::{sentence, under};
use crate::desk::typed::{Typed, query, refused};
use crate::desk::{Signed, plan::content, plan::list::documents, plan::warning, task, task::terms};
use crate::fault::{Answer, render};
use crate::parts::finding::Told;
use crate::parts::frame::Frame;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// The most problems that are written out; the rest are counted.
const LISTED: usize = 100;

#[derive(Template)]
#[template(path = "desk/annex/step.html")]
struct StepPage {
    frame: Frame,
    plan: Plan,
    file: String,
    sheet: String,
    other_sheets: Vec<(String, String)>,
    state: Step,
    questions: Vec<Asked>,
    more_questions: usize,
    offered: Vec<Named>,
    contents: Vec<(String, String)>,
    warnings: Vec<Told>,
    typed: Typed,
    why: Option<String>,
}

/// How far the file is.
enum Step {
    /// It cannot be taken yet.
    Wrong { count: usize, problems: Vec<Told>, more: usize },
    /// It can be taken.
    Ready {
        outcome: Outcome,
        changes: Vec<Change>,
        version: String,
        coaching: Vec<String>,
        documents: Vec<(String, String)>,
    },
    /// It was taken.
    Taken(Outcome),
}

/// A task that would be said otherwise: its code, and each field with what it says and would say.
struct Change {
    code: String,
    fields: Vec<(String, String, String)>,
}

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    sheet: String,
}

/// The address of the page.
pub(super) fn path(lang: Lang, slug: &str, form: &str) -> String {
    Page::AnnexFile.at(lang, slug).replace("{form}", form)
}

/// The page.
pub(crate) async fn get(
    signed: Signed,
    Path((slug, form)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    page(&signed, &slug, &form, Typed::default().with("sheet", wanted.sheet), None).await
}

/// Settles words, takes the file or puts it away, as `act` says.
pub(crate) async fn post(
    signed: Signed,
    Path((slug, form)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let here = path(lang, &slug, &form);
    let done = match typed.get("act") {
        "settle" => {
            let answers = answers(&typed);
            if answers.is_empty() {
                let why = Some(say(lang, "annex-no-answer"));
                return refused(page(&signed, &slug, &form, typed, why).await);
            }
            annex::settle(desk, &slug, &answers).await.map(|()| with_sheet(&here, typed.get("sheet")))
        }
        "take" => annex::take(desk, &slug, &form, &wishes(&typed)).await.map(|_| here),
        "drop" => annex::put_away(desk, &slug, &form).await.map(|()| Page::Annex.at(lang, &slug)),
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(there) => Ok(Redirect::to(&there).into_response()),
        Err(refusal) => {
            let why = sentence::of(lang, &refusal)?;
            refused(page(&signed, &slug, &form, typed, Some(why)).await)
        }
    }
}

fn with_sheet(here: &str, sheet: &str) -> String {
    match query([("sheet", &sheet.to_owned())]) {
        asked if asked.is_empty() => here.to_owned(),
        asked => format!("{here}?{asked}"),
    }
}

fn wishes(typed: &Typed) -> Wishes {
    Wishes {
        sheet: typed.maybe("sheet"),
        document: typed.maybe("document"),
        seen: typed.maybe("seen"),
        ..Wishes::default()
    }
}

async fn page(signed: &Signed, slug: &str, form: &str, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let fault = |refusal: Refusal| sentence::fault(lang, &refusal);
    let plan = plan::plan::find(desk, slug).await?.ok_or(Fault::Missing)?;
    let upload = annex::uploaded(desk, slug, form).await.map_err(fault)?;
    let frame = under(signed.frame(Page::AnnexFile, say(lang, "annex-step-title")), &plan);
    let mut frame = frame.at(slug).with("{form}", form);
    frame.crumbs.push((Page::Annex.at(lang, slug), say(lang, "annex-title")));
    let mut page = StepPage {
        frame,
        sheet: typed.get("sheet").to_owned(),
        file: upload.name.clone(),
        other_sheets: Vec::new(),
        state: Step::Taken(Outcome::default()),
        questions: Vec::new(),
        more_questions: 0,
        offered: Vec::new(),
        contents: Vec::new(),
        warnings: Vec::new(),
        plan,
        typed,
        why,
    };
    if let Some(outcome) = upload.outcome {
        page.state = Step::Taken(outcome);
        return render(&page);
    }
    let wishes = Wishes { sheet: page.typed.maybe("sheet"), dry_run: true, ..Wishes::default() };
    match annex::import(desk, slug, upload.file(), &wishes, &mut |_, _| ()).await {
        Ok(imported) => page.ready(signed, imported),
        Err(Refusal::Unread(Unread::Wrong { problems, warnings })) => page.wrong(&problems, &warnings),
        Err(refusal) => {
            page.wrong(&Problems::default(), &Problems::default());
            page.why = Some(sentence::of(lang, &refusal)?);
        }
    }
    if !page.questions.is_empty() {
        page.offered = annex::offered(desk, &page.plan).await?;
        page.contents = contents(lang, &page.plan);
    }
    render(&page)
}

impl StepPage {
    fn wrong(&mut self, problems: &Problems, warnings: &Problems) {
        let lang = self.frame.lang;
        let days = (self.plan.first, self.plan.last);
        let rest: Vec<&Problem> = problems.kept.iter().filter(|it| !annex::is_asked(it, days)).collect();
        self.state = Step::Wrong {
            count: problems.count,
            more: rest.len().saturating_sub(LISTED) + problems.more(),
            problems: rest.into_iter().take(LISTED).map(|it| Told::new(it, lang)).collect(),
        };
        let open = annex::questions(problems, warnings, days);
        self.ask(open.into_iter().filter(|question| question.needed).collect(), warnings);
    }

    fn ready(&mut self, signed: &Signed, imported: Imported) {
        let lang = self.frame.lang;
        let Imported { outcome, changes, version, coaching, warnings, ignored, .. } = imported;
        let directory = &signed.visit.snapshot.directory;
        let here = self.frame.here.split('?').next().unwrap_or_default().to_owned();
        self.other_sheets = ignored.into_iter().map(|name| (with_sheet(&here, &name), name)).collect();
        let is_amended = self.plan.state == State::Published && !outcome.is_nothing();
        self.state = Step::Ready {
            outcome,
            changes: changes.iter().map(|(was, is)| Change::new(lang, directory, was, is)).collect(),
            version,
            coaching: coaching.iter().map(|it| warning(lang, it)).collect(),
            documents: if is_amended { documents(signed) } else { Vec::new() },
        };
        let open = annex::questions(&Problems::default(), &warnings, (self.plan.first, self.plan.last));
        self.ask(open, &warnings);
    }

    fn ask(&mut self, open: Vec<Question>, warnings: &Problems) {
        let (lang, days) = (self.frame.lang, (self.plan.first, self.plan.last));
        self.more_questions = open.len().saturating_sub(MOST);
        let asked = open.into_iter().take(MOST).enumerate();
        self.questions =
            asked.map(|(number, question)| Asked::new(lang, question, number, &self.typed)).collect();
        let rest = warnings.kept.iter().filter(|it| !annex::is_asked(it, days)).take(LISTED);
        self.warnings = rest.map(|it| Told::new(it, lang)).collect();
    }

    fn to_task(&self, code: &str) -> String {
        task::path(self.frame.lang, &self.plan.slug, code)
    }

    fn is_taken(&self) -> bool {
        matches!(self.state, Step::Taken(_))
    }

    fn amends(&self) -> bool {
        self.plan.state == State::Published
    }

    fn word(&self, key: &str) -> String {
        say_with(self.frame.lang, key, &[("file", self.file.as_str().into())])
    }
}

impl Change {
    fn new(lang: Lang, directory: &Directory, was: &Terms, is: &Terms) -> Self {
        let (before, after) = (terms::typed(was), terms::typed(is));
        let differing = after.iter().filter(|(field, value)| before.get(*field) != Some(*value));
        let fields = differing.map(|(field, value)| {
            let label = say(lang, &format!("annex-field-{}", field.replace('_', "-")));
            let old = before.get(field).map_or("", String::as_str);
            (label, shown(lang, directory, (field, old), was), shown(lang, directory, (field, value), is))
        });
        Self { code: is.code.clone(), fields: fields.collect() }
    }
}

/// A field of a task's form as a reader would have it: names instead of codes.
fn shown(lang: Lang, directory: &Directory, (field, value): (&str, &str), of: &Terms) -> String {
    let part = |part: &Part| {
        let name = directory.name(&part.agency);
        part.part.as_ref().map_or_else(|| name.to_owned(), |said| format!("{name}: {said}"))
    };
    match field {
        _ if value.is_empty() && field != "public" => say(lang, "annex-nothing"),
        "lead" => directory.name(value).to_owned(),
        "parts" => of.parts.iter().map(part).collect::<Vec<_>>().join("; "),
        "rhythm" => say(lang, &format!("rhythm-{value}")),
        "first" => date::short(lang, of.first),
        "last" => date::short(lang, of.last),
        "public" => say(lang, if of.public { "annex-yes" } else { "annex-no" }),
        _ => value.to_owned(),
    }
}

/// The contents of the index of the plan's year and other indices, by code and name.
fn contents(lang: Lang, plan: &Plan) -> Vec<(String, String)> {
    let structure = Structure::of_year(plan.first.year());
    let dimensions = structure.dimensions.iter().map(|it| it.number.to_string());
    let parts = structure.subdimensions.iter().map(|it| it.code.to_string());
    let indices = plan::task::INDICES.map(str::to_owned);
    dimensions
        .chain(parts)
        .chain(indices)
        .map(|code| (content(lang, &code), code))
        .map(|(name, code)| (code, name))
        .collect()
}
