//! Changing a task from its page: `act` says how.

use crate::visit::Path;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::say;
use plan::plan::Refusal;
use plan::{Task, assignment};

use super::{TaskPage, path};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::task::terms::{self, Typed, of};
use crate::fault::render;

/// Does what the form asks; what is refused is said above the form, with what was typed. Who was not quick enough
/// sees what is said now, beside what they typed, and may send it again.
pub(crate) async fn post(
    signed: Signed,
    Path((slug, code)): Path<(String, String)>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let task = plan::task::find(&signed.desk, &slug, &code).await?.ok_or(Fault::Missing)?;
    let (why, mut changed) = match act(&signed, &task, &typed).await {
        Ok(code) => return Ok(Redirect::to(&path(lang, &slug, &code)).into_response()),
        Err(Wrong::Typed(key)) => (say(lang, key), Vec::new()),
        Err(Wrong::Moving(refusal)) => (terms::of_assignment(lang, &refusal)?, Vec::new()),
        Err(Wrong::Refused(refusal)) => {
            let changed = match &refusal {
                Refusal::Changed(now) => terms::changed(lang, &typed, &now.terms),
                _ => Vec::new(),
            };
            (terms::sentence(lang, &refusal)?, changed)
        }
    };
    if of(&typed, "act") == "change" {
        if !changed.is_empty() {
            typed.insert("version".to_owned(), task.version());
        }
    } else {
        changed.clear();
        let act = typed;
        typed = terms::typed(&task.terms);
        typed.insert("version".to_owned(), task.version());
        typed.extend(act.into_iter().filter(|(field, _)| MOVING.contains(&field.as_str())));
    }
    let page = TaskPage::new(&signed, task, typed, changed, Some(why)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// The fields of the other forms that stay as they were typed.
const MOVING: [&str; 6] = ["act", "assignment", "to", "words", "from", "other"];

/// Why nothing was changed: the key of what is wrong with the fields, or a refusal.
enum Wrong {
    Typed(&'static str),
    Refused(Refusal),
    Moving(assignment::Refusal),
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<assignment::Refusal> for Wrong {
    fn from(refusal: assignment::Refusal) -> Self {
        Self::Moving(refusal)
    }
}

/// Gives the code of the task to go on to.
async fn act(signed: &Signed, task: &Task, typed: &Typed) -> Result<String, Wrong> {
    let desk = &signed.desk;
    let document = Some(of(typed, "document")).filter(|slug| !slug.is_empty());
    match of(typed, "act") {
        "change" => {
            let to = terms::read(typed).map_err(Wrong::Typed)?;
            plan::task::change(desk, task.id, of(typed, "version"), &to, document).await?;
            return Ok(to.code);
        }
        "cancel" => plan::task::cancel(desk, task.id, document.ok_or(Refusal::NoReason)?).await?,
        "join" => {
            let other = of(typed, "other").split_once(' ').ok_or(Wrong::Typed("task-circle"))?;
            let found =
                plan::task::find(desk, other.0.trim(), other.1.trim()).await.map_err(Refusal::Store)?;
            plan::task::join(desk, task.id, found.ok_or(Refusal::Circle)?.id).await?;
        }
        "lead" => {
            let from = of(typed, "from").parse().map_err(|_| Wrong::Typed("plan-no-day"))?;
            let document = document.ok_or(Refusal::NoReason)?;
            assignment::transfer_task(desk, task.id, of(typed, "to"), from, document).await?;
        }
        _ => give(signed, typed).await?,
    }
    Ok(task.terms.code.clone())
}

/// Gives an assignment to another agency: by a decision where it waits for one, else by transfer.
async fn give(signed: &Signed, typed: &Typed) -> Result<(), Wrong> {
    let desk = &signed.desk;
    let id = of(typed, "assignment").parse().map_err(|_| Wrong::Typed("assignment-none"))?;
    let it = assignment::find(desk, id).await.map_err(assignment::Refusal::Store)?;
    let (to, words) = (of(typed, "to"), of(typed, "words"));
    match it.ok_or(assignment::Refusal::Missing)?.undecided {
        true => assignment::decide(desk, &[id], to, words).await?,
        false => assignment::transfer(desk, id, to, words).await?,
    }
    Ok(())
}
