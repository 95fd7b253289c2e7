//! One group: its name, its members on a day, and putting agencies in or out from a day on.

use accounts::agency::{Group, Member, group};
use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use look::words::say;
use look::{Lang, filters};
use places::name::order;
use serde::Deserialize;

use crate::desk::Signed;
use crate::desk::agencies::{kind_name, sentence};
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/agencies/groups/one.html")]
struct GroupPage {
    frame: Frame,
    group: Group,
    kind: String,
    day: Date,
    /// The same as a field has it.
    from: String,
    members: Vec<(String, String)>,
    /// What was said of agencies, newest first: the day, the agency, whether it is in.
    said: Vec<(Date, String, bool)>,
    agencies: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
}

/// What the address asks for.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    on: String,
}

/// The address of a group.
pub(crate) fn path(lang: Lang, code: &str) -> String {
    Page::Group.path(lang).replace("{code}", code)
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answer {
    page(&signed, &code, asked.on.trim().parse().ok(), Typed::default(), None).await
}

/// Renames it, or puts an agency in or out, as `act` says.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let done = match (typed.get("act"), typed.day("from")) {
        ("rename", _) => group::rename(desk, &code, typed.get("was"), typed.get("name")).await,
        ("put", Some(from)) => {
            let (agency, included) = (typed.get("agency").to_owned(), typed.get("included") == "1");
            group::put(desk, &Member { group: code.clone(), agency, from, included }).await
        }
        ("put", None) => {
            let why = Some(say(lang, "agencies-why-day"));
            return refused(page(&signed, &code, None, typed, why).await);
        }
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(()) => {
            let on = typed.day("from").map(|from| format!("?on={from}")).unwrap_or_default();
            Ok(Redirect::to(&format!("{}{on}", path(lang, &code))).into_response())
        }
        Err(refusal) => {
            let why = Some(sentence::of(lang, refusal)?);
            refused(page(&signed, &code, None, typed, why).await)
        }
    }
}

async fn page(signed: &Signed, code: &str, on: Option<Date>, typed: Typed, why: Option<String>) -> Answer {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    desk.may(&group::PUT, Relation::Other)?;
    let directory = Directory::load(&mut desk.read().await?).await?;
    let group = directory.group(code).ok_or(Fault::Missing)?.clone();
    let (day, unit) = (on.unwrap_or(desk.today), signed.visit.settings().province.id.as_str());
    let named = |it: &accounts::Agency| (it.code.clone(), it.name.clone());
    let mut members: Vec<_> = directory.expand(code, unit, day).into_iter().map(named).collect();
    let mut agencies: Vec<_> = directory.agencies().filter(|it| it.in_force(day)).map(named).collect();
    for list in [&mut members, &mut agencies] {
        list.sort_by(|a, b| order(&a.1, &b.1));
    }
    let mut said: Vec<_> = directory
        .said_in(code)
        .map(|it| (it.from, directory.name(&it.agency).to_owned(), it.included))
        .collect();
    said.sort_by_key(|it| std::cmp::Reverse(it.0));
    let frame = signed.frame(Page::Group, group.name.clone()).under(Page::Agencies).under(Page::Groups);
    render(&GroupPage {
        frame: frame.with("{code}", code),
        kind: group.kind.map_or_else(|| say(lang, "groups-no-kind"), |kind| kind_name(lang, kind)),
        group,
        from: day.to_string(),
        day,
        members,
        said,
        agencies,
        typed,
        why,
    })
}

impl GroupPage {
    /// What a field of a form shows: what was typed into it, or what there is.
    fn shown<'a>(&'a self, act: &str, field: &str, known: &'a str) -> &'a str {
        if self.typed.get("act") == act { self.typed.get(field) } else { known }
    }
}
