//! One poll of the register: what was chosen, changing it before it opens, ending it before its day, taking it out of sight.

use accounts::Relation;
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use listen::Poll;
use listen::poll::{self, CHANGE, CLOSE, State, WITHDRAW};
use look::{Lang, filters};

use super::{CHOICES, draft, flagged};
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::poll::{Told, closed, sentence};
use crate::visit::Path;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/poll/one.html")]
struct EntryPage {
    frame: Frame,
    it: Told,
    may_change: bool,
    may_close: bool,
    may_withdraw: bool,
    /// Where anyone reads it; none before it opens.
    public: Option<String>,
    typed: Typed,
    why: Option<String>,
}

/// The address of a poll in the register.
pub(super) fn path(lang: Lang, id: i64) -> String {
    Page::PollEntry.path(lang).replace("{id}", &id.to_string())
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>) -> Answer {
    page(&signed, id, None, None).await
}

/// Changes it, ends it or takes it out of sight, as `act` says.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let done = match (typed.get("act"), draft(&typed)) {
        ("close", _) => poll::close(desk, id, typed.get("why")).await,
        ("withdraw", _) => poll::withdraw(desk, id, typed.get("why")).await,
        ("change", Some(draft)) => poll::change(desk, id, &draft).await,
        ("change", None) => Err(poll::Refusal::Days),
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&path(lang, id)).into_response()),
        Err(refusal) => {
            let typed = flagged(typed, &refusal);
            let why = sentence(lang, refusal)?;
            let typed = Some(typed).filter(|typed| typed.get("act") == "change");
            refused(page(&signed, id, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, id: i64, typed: Option<Typed>, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let poll = poll::one(desk, id).await.map_err(closed)?;
    let it = Told::new(lang, &poll, desk.today);
    let is_seen = it.state != State::Coming && it.why_withdrawn.is_none();
    let may = |right| desk.may(right, Relation::Other).is_ok();
    let frame = signed.frame(Page::PollEntry, it.asked.clone()).with("{id}", &id.to_string());
    render(&EntryPage {
        frame: frame.under(Page::PollRegister),
        may_change: it.state == State::Coming && may(&CHANGE),
        may_close: it.state != State::Closed && may(&CLOSE),
        may_withdraw: is_seen && may(&WITHDRAW),
        public: is_seen.then(|| Page::Poll.path(lang).replace("{id}", &id.to_string())),
        typed: typed.unwrap_or_else(|| written(&poll)),
        it,
        why,
    })
}

/// A poll as its form has it.
fn written(poll: &Poll) -> Typed {
    let typed = Typed::default()
        .with("asked", poll.asked.as_str())
        .with("asked_en", poll.asked_en.as_str())
        .with("opens_on", poll.opens_on.to_string())
        .with("closes_on", poll.closes_on.to_string());
    poll.choices.iter().enumerate().fold(typed, |typed, (at, choice)| {
        typed
            .with(&format!("choice-{at}"), choice.said.as_str())
            .with(&format!("choice-{at}-en"), choice.said_en.as_str())
    })
}
