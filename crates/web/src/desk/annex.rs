//! The annex of a plan: a spreadsheet of tasks in, the same out, and what people settled about its words.

pub(crate) mod download;
mod question;
mod sentence;
pub(crate) mod step;
mod upload;

use accounts::Relation;
use askama::Template;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};
use look::filters;
use look::words::{say, say_with};
use plan::Plan;
use plan::annex::{self, As, DAYS, LARGEST, Topic, Waiting};
use plan::plan::State;
use sheet::File;

use self::upload::Upload;
use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Path;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/annex.html")]
struct AnnexPage {
    frame: Frame,
    plan: Plan,
    tasks: usize,
    /// Whether this desk may bring anything in.
    may: bool,
    /// The mark of the form.
    form: String,
    waiting: Vec<Waiting>,
    remembered: Vec<Remembered>,
    why: Option<String>,
}

/// What people settled about a text.
struct Remembered {
    topic: Topic,
    written: String,
    means: String,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(slug): Path<String>) -> Answer {
    page(&signed, &slug, None).await
}

/// Keeps a file and goes on to it, or forgets what was settled about a text.
pub(crate) async fn post(
    signed: Signed,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let done = if kind.starts_with("multipart/") {
        keep(&signed, &slug, request).await?
    } else {
        let Form(typed) = request.extract::<Form<Typed>, _>().await.map_err(|_| Fault::Unreadable)?;
        let topic = Topic::read(typed.get("topic")).ok_or(Fault::Unreadable)?;
        let forgotten = annex::forget(&signed.desk, topic, typed.get("written")).await;
        forgotten.map(|()| Page::Annex.at(lang, &slug)).map_err(|refusal| sentence::of(lang, &refusal))
    };
    match done {
        Ok(there) => Ok(Redirect::to(&there).into_response()),
        Err(why) => refused(page(&signed, &slug, Some(why?)).await),
    }
}

/// Keeps the file that was sent; gives the address to go on to, or why not.
async fn keep(
    signed: &Signed,
    slug: &str,
    request: Request,
) -> Result<Result<String, Result<String, Fault>>, Fault> {
    let lang = signed.visit.lang;
    let form = Multipart::from_request(request, &()).await.map_err(|_| Fault::Unreadable)?;
    let Upload { mark, file } = upload::read(form).await?;
    let Some((name, bytes)) = file else { return Ok(Err(Ok(say(lang, "annex-no-file")))) };
    let kept = match &bytes {
        Some(bytes) => annex::upload(&signed.desk, slug, &mark, File { name: &name, bytes }).await,
        None => Err(annex::Refusal::TooLarge),
    };
    Ok(kept.map(|()| step::path(lang, slug, &mark)).map_err(|refusal| sentence::of(lang, &refusal)))
}

async fn page(signed: &Signed, slug: &str, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let plan = plan::plan::find(desk, slug).await?.ok_or(Fault::Missing)?;
    let may = desk.may(&annex::UPLOAD, Relation::Other).is_ok();
    let (mut waiting, mut remembered) = (Vec::new(), Vec::new());
    if may {
        waiting = annex::waiting(desk, slug).await.map_err(|why| sentence::fault(lang, &why))?;
        let settled = annex::remembered(desk).await.map_err(|why| sentence::fault(lang, &why))?;
        remembered = settled.iter().map(|it| Remembered::new(signed, it)).collect();
    }
    render(&AnnexPage {
        frame: under(signed.frame(Page::Annex, say(lang, "annex-title")), &plan).at(slug),
        tasks: plan::task::of_plan(desk, slug).await?.len(),
        form: signed.visit.app.works()?.chance.token(),
        plan,
        may,
        waiting,
        remembered,
        why,
    })
}

/// The frame with the plan in its breadcrumbs.
fn under(frame: Frame, plan: &Plan) -> Frame {
    let mut frame = frame.under(Page::Plans);
    frame.crumbs.push((Page::Plan.at(frame.lang, &plan.slug), plan.title.clone()));
    frame
}

impl Remembered {
    fn new(signed: &Signed, (topic, written, means): (Topic, &str, &str)) -> Self {
        let lang = signed.visit.lang;
        let means = match topic {
            _ if means == annex::NOBODY => say(lang, &format!("annex-none-{}", topic.as_str())),
            Topic::Agency => signed.visit.snapshot.directory.name(means).to_owned(),
            _ => means.to_owned(),
        };
        Self { topic, written: written.to_owned(), means }
    }
}

impl AnnexPage {
    fn closed(&self) -> bool {
        self.plan.state == State::Closed
    }

    fn limits(&self) -> String {
        let values = [("most", (LARGEST >> 20).into()), ("days", i64::from(DAYS).into())];
        say_with(self.frame.lang, "annex-limits", &values)
    }

    fn to(&self, waiting: &Waiting) -> String {
        step::path(self.frame.lang, &self.plan.slug, &waiting.form)
    }

    fn download(&self, kind: As) -> String {
        download::path(self.frame.lang, &self.plan.slug, kind)
    }
}
