//! What is done about one question: `act` says what.

use axum::response::{IntoResponse, Redirect, Response};
use listen::question::{self, Contact, Given, Means, Public, Refusal, Told};
use look::words::say;

use super::asking::moved;
use super::one::{OnePage, path};
use super::sent::Sent;
use crate::Fault;
use crate::Works;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::render;
use crate::parts::question::sentence;
use crate::visit::Path;

/// Does it and shows the question, or the register, with what became of it, where the desk may see it no more; what is refused is
/// said above.
pub(crate) async fn post(signed: Signed, Path(id): Path<i64>, mut sent: Sent) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let works = signed.visit.app.works()?.clone();
    let had_files = sent.has_files();
    match act(&signed, &works, id, &mut sent).await {
        Ok(Done::Seen(contact)) => {
            let mut page = OnePage::load(&signed, id, Typed::default(), None, None).await?;
            page.contact = Some(contact);
            Ok(render(&page)?.into_response())
        }
        Ok(Done::Moved(address)) if question::one(&signed.desk, id).await.is_err() => {
            Ok(Redirect::to(&address).into_response())
        }
        Ok(_) => Ok(Redirect::to(&format!("{}?told=done", path(lang, id))).into_response()),
        Err(refusal) => {
            // The box that says whose the numbers are is not there to be ticked by habit.
            let is_flagged = matches!(refusal, Refusal::Telephones(_));
            let typed = if is_flagged { sent.typed.with("flagged", "yes") } else { sent.typed };
            let mut why = sentence(lang, refusal)?;
            if had_files {
                why = format!("{why} {}", say(lang, "inbox-files-again"));
            }
            refused(render(&OnePage::load(&signed, id, typed, None, Some(why)).await?))
        }
    }
}

/// What came of an act.
enum Done {
    /// Nothing but that it is done.
    Plainly,
    /// How to reach the asker.
    Seen(Contact),
    /// Another agency has it now; the address that says so.
    Moved(String),
}

/// Does it.
async fn act(signed: &Signed, works: &Works, id: i64, sent: &mut Sent) -> Result<Done, Refusal> {
    let files = sent.files()?;
    let typed = &sent.typed;
    let (desk, words) = (&signed.desk, typed.get("words"));
    match typed.get("act") {
        "answer" => {
            let Works { seal, chance, attachments, scanner, .. } = works;
            let means = Means { seal, chance, attachments, scanner };
            question::answer_with(desk, means, id, &told(typed), files).await?;
        }
        "route" => {
            return question::route(desk, id, typed.get("to"), words)
                .await
                .map(|it| Done::Moved(moved(signed.visit.lang, &it)));
        }
        "extend" => drop(question::extend(desk, id, words).await?),
        "fold" => drop(question::fold(desk, id, typed.get("into")).await?),
        "unfold" => drop(question::unfold(desk, id, words).await?),
        "supplement" => question::supplement(desk, id, words).await?,
        "close" => drop(question::close(desk, id, words).await?),
        "forget" => drop(question::forget(desk, &works.attachments, id).await?),
        "publish" => {
            let files: Vec<i64> = typed.all("file").iter().filter_map(|place| place.parse().ok()).collect();
            let (checked, offices) = (typed.get("checked") == "yes", typed.get("offices") == "yes");
            let (asked, answer) = (typed.get("asked"), typed.get("answer"));
            question::publish(desk, id, Public { asked, answer, checked, offices, files: &files }).await?;
        }
        "reach" => question::letter::reach(desk, id).await?,
        "withdraw" => question::withdraw(desk, id).await?,
        "see_contact" => return question::see_contact(desk, &works.seal, id).await.map(Done::Seen),
        _ => return Err(Refusal::Missing),
    }
    Ok(Done::Plainly)
}

/// The answer as it was typed; how far it gives what was asked for is unknown where nobody said so.
fn told(typed: &Typed) -> Told {
    Told {
        given: Given::read(typed.get("given")),
        ground: typed.get("ground").to_owned(),
        words: typed.get("words").to_owned(),
    }
}
