//! Following a question: its code and secret come in the form, never in an address, and stand in no cookie.

use askama::Template;
use axum::extract::{self, Form};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use listen::question::{self, Asked, Followed, KEPT_DAYS, Means, REOPEN_DAYS, Refusal, State, Ticket};
use look::filters;
use look::words::say;
use serde::Deserialize;

use super::ask::ReceivedPage;
use super::copy;
use crate::desk::Client;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::{StepView, agency, kind, outcome, sentence, standing, steps, topic, with_files};
use crate::visit::Visit;
use crate::{App, Fault, Page, Works};

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) code: String,
    pub(super) secret: String,
    pub(super) act: String,
    why: String,
    rating: String,
    /// What is added to the question, or to the request that its words go.
    words: String,
    contact: String,
    /// The ticket of the form by which the asker asks that the words go.
    form: String,
    /// The place of a file.
    pub(super) file: String,
}

#[derive(Template)]
#[template(path = "public/question/follow.html")]
struct FollowPage {
    frame: Frame,
    typed: Typed,
    found: Option<Told>,
    notice: Option<String>,
    why: Option<String>,
}

/// A question as its asker is told it.
struct Told {
    it: Followed,
    kind: String,
    topic: Option<String>,
    commune: Option<String>,
    standing: String,
    outcome: Option<String>,
    /// The ticket of the form by which the asker asks that the words go.
    ticket: String,
    class: &'static str,
    agency: Option<String>,
    steps: Vec<StepView>,
}

/// The form.
pub(crate) async fn get(visit: Visit) -> Answer {
    render(&FollowPage::new(&visit, Typed::default()))
}

/// Does what is asked and shows the question. Who tries codes and secrets is held back.
pub(crate) async fn post(
    extract::State(app): extract::State<App>,
    visit: Visit,
    Client(client): Client,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, works) = (visit.lang, app.works()?);
    let (client, now) = (client.unwrap_or_default(), works.program(None).now);
    let mut page = FollowPage::new(&visit, typed);
    if !app.misses().is_free(&client, now) {
        page.why = Some(say(lang, "question-tried"));
        return Ok((StatusCode::TOO_MANY_REQUESTS, render(&page)?).into_response());
    }
    if let Some(own) = copy::own(&visit, &page.typed).await? {
        return Ok(own);
    }
    let done = act(&visit, works, &page.typed).await;
    let followed = question::follow(&works.program(None), &page.typed.code, &page.typed.secret).await;
    let status = match (followed, done) {
        (Err(Refusal::Missing), _) => {
            app.misses().count(&client, now);
            page.why = Some(say(lang, "question-follow-none"));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        (Err(other), _) => return Err(crate::parts::question::closed(other)),
        (Ok(it), done) => {
            page.found = Some(Told::new(&visit, works, &page.typed, it));
            match done {
                Ok(Done::Asked(asked)) => {
                    return Ok(render(&ReceivedPage::new(&visit, *asked))?.into_response());
                }
                Ok(Done::Said(key)) => {
                    page.notice = Some(say(lang, key));
                    page.typed = page.typed.keys();
                    StatusCode::OK
                }
                Ok(Done::Nothing) => StatusCode::OK,
                Err(refusal) => {
                    page.why = Some(sentence(lang, refusal)?);
                    StatusCode::UNPROCESSABLE_ENTITY
                }
            }
        }
    };
    Ok((status, render(&page)?).into_response())
}

/// What came of an act.
enum Done {
    /// Nothing was to be done.
    Nothing,
    /// It is done; the key of what to say.
    Said(&'static str),
    /// Something new was asked.
    Asked(Box<Asked>),
}

/// Does it.
async fn act(visit: &Visit, works: &Works, typed: &Typed) -> Result<Done, Refusal> {
    let (desk, code, secret) = (works.program(None), typed.code.as_str(), typed.secret.as_str());
    Ok(Done::Said(match typed.act.as_str() {
        "reopen" => {
            question::reopen(&desk, code, secret, &typed.why).await?;
            "question-told-reopened"
        }
        "rate" => {
            question::rate(&desk, code, secret, typed.rating.parse().unwrap_or(0)).await?;
            "question-told-rated"
        }
        "erase" => {
            question::erase(&desk, &works.attachments, code, secret).await?;
            "question-told-erased"
        }
        "add" => {
            question::add(&desk, code, secret, &typed.words).await?;
            "question-told-added"
        }
        "contact" => {
            question::correct(&desk, (&works.seal, &works.chance), (code, secret), &typed.contact).await?;
            "question-told-contact"
        }
        "forget" => {
            let Works { seal, chance, attachments, scanner, .. } = works;
            let means = Means { seal, chance, attachments, scanner };
            let words = format!("{} {}", say(visit.lang, "question-forget-words"), typed.words);
            let asked = question::ask_to_forget(&desk, means, (code, secret), (&typed.form, &words)).await?;
            return Ok(Done::Asked(Box::new(asked)));
        }
        _ => return Ok(Done::Nothing),
    }))
}

impl Typed {
    /// Code and secret alone.
    fn keys(&self) -> Self {
        Self { code: self.code.clone(), secret: self.secret.clone(), ..Self::default() }
    }

    /// What was typed for an act that was refused.
    fn again<'a>(&self, act: &str, field: &'a str) -> &'a str {
        if self.act == act { field } else { "" }
    }
}

impl FollowPage {
    fn new(visit: &Visit, typed: Typed) -> Self {
        let frame = visit.frame(Page::Follow, say(visit.lang, Page::Follow.key())).under(Page::Questions);
        Self { frame, typed, found: None, notice: None, why: None }
    }

    /// Whether files are kept that go with an answer to this very question.
    fn has_own_files(&self, told: &Told) -> bool {
        told.it.main.is_none() && !told.it.files.is_empty()
    }
}

impl Told {
    fn new(visit: &Visit, works: &Works, typed: &Typed, it: Followed) -> Self {
        let (lang, snapshot) = (visit.lang, &visit.snapshot);
        let settled = it.main.as_ref().filter(|main| main.is_answered()).unwrap_or(&it.question);
        let (standing, class) = standing(lang, &it.question, snapshot.today);
        Self {
            kind: kind(lang, it.question.kind),
            topic: it.question.topic.as_ref().map(|word| topic(lang, word)),
            commune: it.question.commune.as_ref().map(|code| agency(&snapshot.directory, code).to_owned()),
            agency: it
                .agency(&snapshot.directory, works.program(None).today)
                .map(|code| agency(&snapshot.directory, &code).to_owned()),
            outcome: outcome(lang, settled),
            ticket: ticket(works, typed),
            steps: {
                let mut views = steps(lang, &it.steps, &snapshot.directory);
                with_files(lang, &mut views, &it.files, |_| String::new());
                views
            },
            standing,
            class,
            it,
        }
    }
}

/// The ticket that came where it is still good, so that a form that is sent twice asks once; else a new one.
fn ticket(works: &Works, typed: &Typed) -> String {
    let now = works.program(None).now;
    match Ticket::is_good(&works.seal, &typed.form, now) {
        true => typed.form.clone(),
        false => Ticket::hand_out(&works.seal, &works.chance, now).as_str().to_owned(),
    }
}
