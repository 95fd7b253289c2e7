//! What is done about one campaign: `act` says what.

use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::campaign::{
    Channel, Going, NewDone, NewItem, Refusal, Teller, change, change_item, close, done, drop_item, open, put,
};
use listen::knowledge::{self, Side, tie, untie};
use look::words::say_with;
use look::{Lang, say};

use super::draft::{read, whole};
use super::known;
use super::one::{page, path};
use super::told::sentence;
use crate::Fault;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::visit::Path;

/// Why nothing was done: a field that does not read, by the key of its sentence, or what the act says.
enum Wrong {
    Typed(&'static str),
    Refused(Refusal),
    Untied(knowledge::Refusal),
}

impl From<knowledge::Refusal> for Wrong {
    fn from(refusal: knowledge::Refusal) -> Self {
        Self::Untied(refusal)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<&'static str> for Wrong {
    fn from(key: &'static str) -> Self {
        Self::Typed(key)
    }
}

/// Does it and shows the campaign; what is refused is said above, with what was typed.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(mut typed): Form<Typed>,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match act(&signed, id, &typed).await {
        Ok(()) => return Ok(Redirect::to(&format!("{}?told=done", path(lang, id))).into_response()),
        Err(Wrong::Typed(key)) => say(lang, key),
        Err(Wrong::Refused(refusal)) => {
            // Only who is told that it changed goes on from what it became.
            if matches!(refusal, Refusal::Changed) {
                typed = typed.without("version");
            }
            told(lang, refusal, &typed)?
        }
        Err(Wrong::Untied(refusal)) => known::sentence(lang, refusal)?,
    };
    refused(page(&signed, id, None, Some(why), typed).await)
}

/// Why it was refused; what somebody wrote about an item that has no form any more is given back to them.
fn told(lang: Lang, refusal: Refusal, typed: &Typed) -> Result<String, Fault> {
    if matches!(refusal, Refusal::Changed) && !typed.get("item").is_empty() {
        return Ok(say(lang, "campaign-item-changed"));
    }
    let is_dropped = matches!(refusal, Refusal::Dropped);
    let why = sentence(lang, refusal)?;
    let said = ["shown", "what", "why"].into_iter().find_map(|field| typed.maybe(field));
    Ok(match said.filter(|_| is_dropped) {
        Some(said) => format!("{why} {}", say_with(lang, "campaign-dropped-typed", &[("said", said.into())])),
        None => why,
    })
}

async fn act(signed: &Signed, id: i64, typed: &Typed) -> Result<(), Wrong> {
    let (desk, decided) = (&signed.desk, typed.maybe("decided"));
    let version = || typed.get("version").parse().unwrap_or(0);
    match typed.get("act") {
        "change" => drop(change(desk, id, version(), &read(typed)?, decided.as_deref()).await?),
        "open" => drop(open(desk, id, version(), decided.as_deref()).await?),
        "close" => drop(close(desk, id, typed.get("outcome")).await?),
        "put" => drop(put(desk, id, &item(typed)?, decided.as_deref()).await?),
        "done" => {
            let on = typed.day("on").ok_or("campaign-no-day")?;
            let reached = match typed.get("reached") {
                "" => None,
                written => Some(whole(written).ok_or(Refusal::Reached)?),
            };
            let new = NewDone { version: version(), on, shown: typed.get("shown").to_owned(), reached };
            done(desk, number(typed)?, &new, decided.as_deref()).await?;
        }
        "tie" => {
            let pulse = typed.get("pulse").parse().map_err(|_| knowledge::Refusal::NoPulse)?;
            tie(desk, id, version(), side(typed)?, pulse).await?;
        }
        "untie" => {
            untie(desk, id, version(), side(typed)?, typed.get("why")).await?;
        }
        "change_item" => {
            let going = Going { version: version(), why: typed.get("why"), decided: decided.as_deref() };
            change_item(desk, number(typed)?, &item(typed)?, &going).await?;
        }
        "drop" => drop_item(desk, number(typed)?, version(), typed.get("why")).await?,
        _ => return Err(Refusal::Missing.into()),
    }
    Ok(())
}

fn side(typed: &Typed) -> Result<Side, Refusal> {
    Side::read(typed.get("side")).ok_or(Refusal::Missing)
}

fn number(typed: &Typed) -> Result<i64, Refusal> {
    typed.get("item").parse().map_err(|_| Refusal::Missing)
}

fn item(typed: &Typed) -> Result<NewItem, Wrong> {
    let told_by = match (typed.get("bulletin"), typed.get("article")) {
        ("", "") => None,
        ("", article) => Some(Teller::Article(article.parse().map_err(|_| Refusal::NoArticle)?)),
        (bulletin, "") => Some(Teller::Bulletin(bulletin.parse().map_err(|_| Refusal::NoBulletin)?)),
        _ => return Err("campaign-one-teller".into()),
    };
    Ok(NewItem {
        form: typed.get("form").to_owned(),
        channel: Channel::read(typed.get("channel")).ok_or("campaign-no-channel")?,
        what: typed.get("what").to_owned(),
        agency: typed.get("agency").to_owned(),
        due: typed.day("due").ok_or("campaign-no-day")?,
        told_by,
    })
}
