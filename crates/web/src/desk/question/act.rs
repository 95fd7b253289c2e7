//! What is done about one question: `act` says what.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use listen::question::{self, Contact, Refusal};

use super::one::{OnePage, path};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::render;
use crate::parts::question::sentence;
use crate::visit::Path;
use crate::{Page, Works};

/// Does it and shows the question, or the register where the desk may see it no more; what is refused is said above.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let works = signed.visit.app.works()?.clone();
    match act(&signed, &works, id, &typed).await {
        Ok(Some(contact)) => {
            let mut page = OnePage::load(&signed, id, Typed::default(), None, None).await?;
            page.contact = Some(contact);
            Ok(render(&page)?.into_response())
        }
        Ok(None) => {
            let is_seen = question::one(&signed.desk, id).await.is_ok();
            let next = if is_seen { format!("{}?told=done", path(lang, id)) } else { Page::Inbox.path(lang) };
            Ok(Redirect::to(&next).into_response())
        }
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(render(&OnePage::load(&signed, id, typed, None, Some(why)).await?))
        }
    }
}

/// Does it; of seeing how to reach the asker, gives that.
async fn act(signed: &Signed, works: &Works, id: i64, typed: &Typed) -> Result<Option<Contact>, Refusal> {
    let (desk, words) = (&signed.desk, typed.get("words"));
    match typed.get("act") {
        "answer" => drop(question::answer(desk, id, typed.get("declined") == "yes", words).await?),
        "route" => drop(question::route(desk, id, typed.get("to"), words).await?),
        "extend" => drop(question::extend(desk, id, words).await?),
        "fold" => drop(question::fold(desk, id, typed.get("into")).await?),
        "unfold" => drop(question::unfold(desk, id, words).await?),
        "supplement" => question::supplement(desk, id, words).await?,
        "close" => drop(question::close(desk, id, words).await?),
        "forget" => drop(question::forget(desk, &works.attachments, id, typed.get("request")).await?),
        "publish" => {
            let (asked, answer) = (typed.get("asked"), typed.get("answer"));
            question::publish(desk, id, asked, answer, typed.get("checked") == "yes").await?;
        }
        "reach" => question::letter::reach(desk, id).await?,
        "withdraw" => question::withdraw(desk, id).await?,
        "see_contact" => return question::see_contact(desk, &works.seal, id).await.map(Some),
        _ => return Err(Refusal::Missing),
    }
    Ok(None)
}
