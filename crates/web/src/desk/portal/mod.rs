//! The sections of the province's sites that must be kept fresh: the list, how each stands, and keeping it.

mod sheet;

use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use inform::portal::{self, DROP, Draft, KEEP, Refusal, Section, Standing};
use jiff::civil::Date;
use look::words::{say, say_with};
use look::{Lang, date, filters};
use places::name::order;
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, closed, render};
use crate::parts::frame::Frame;
use crate::parts::question::agency;
use crate::visit::Query;
use crate::{Fault, Page};

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    /// The section to change.
    id: String,
    /// `csv` for the sheet.
    format: String,
}

#[derive(Template)]
#[template(path = "desk/portal/list.html")]
struct PortalPage {
    frame: Frame,
    lines: Vec<Line>,
    agencies: Vec<(String, String)>,
    may_keep: bool,
    may_drop: bool,
    typed: Typed,
    why: Option<String>,
}

/// A section in the list.
struct Line {
    id: i64,
    name: String,
    address: String,
    agency: String,
    ground: String,
    /// Whether it is a site of the state's; another is looked at only where the operator named its host.
    is_state: bool,
    days: i64,
    word: &'static str,
    standing: String,
    changed: Option<String>,
    looked: Option<String>,
}

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let all = portal::sections(&signed.desk).await.map_err(closed)?;
    if asked.format == "csv" {
        return sheet::answer(&signed, &all);
    }
    let typed = match asked.id.as_str() {
        "" => Typed::default(),
        id => written(all.iter().find(|one| one.id.to_string() == id).ok_or(Fault::Missing)?),
    };
    Ok(page(&signed, typed, None).await?.into_response())
}

/// Puts a section on the list, changes it or takes it off, as `act` says.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let id = typed.maybe("id").map(|id| id.parse().unwrap_or(0));
    let done = match typed.get("act") {
        "keep" => portal::keep(desk, id, &draft(&typed)).await.map(drop),
        "drop" => portal::drop_section(desk, id.unwrap_or(0)).await,
        _ => return Err(Fault::Unreadable),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&Page::Portal.path(lang)).into_response()),
        Err(refusal) => {
            let why = sentence(lang, refusal)?;
            refused(page(&signed, typed, Some(why)).await)
        }
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Answer {
    let desk = &signed.desk;
    let all = portal::sections(desk).await.map_err(closed)?;
    let may = |right| desk.may(right, Relation::Other).is_ok();
    let in_force = signed.visit.snapshot.directory.agencies().filter(|one| one.in_force(desk.today));
    let mut agencies: Vec<(String, String)> =
        in_force.map(|one| (one.code.clone(), one.name.clone())).collect();
    agencies.sort_by(|a, b| order(&a.1, &b.1));
    render(&PortalPage {
        frame: signed.frame(Page::Portal, say(signed.visit.lang, Page::Portal.key())),
        lines: all.iter().map(|one| Line::new(signed, one)).collect(),
        agencies,
        may_keep: may(&KEEP),
        may_drop: may(&DROP),
        typed,
        why,
    })
}

impl Line {
    fn new(signed: &Signed, one: &Section) -> Self {
        let lang = signed.visit.lang;
        let standing = one.standing(signed.desk.today);
        let said = match standing {
            Standing::Stale(days) => say_with(lang, "portal-standing-stale", &[("n", days.into())]),
            Standing::Unknown(trouble) => {
                let word = say(lang, &format!("portal-trouble-{}", trouble.as_str()));
                let status = one.seen.status.map(|status| format!(" (HTTP {status})")).unwrap_or_default();
                format!("{} {word}{status}", say(lang, "portal-standing-unknown"))
            }
            other => say(lang, &format!("portal-standing-{}", other.as_str())),
        };
        Self {
            id: one.id,
            name: one.name.clone(),
            address: one.address.clone(),
            agency: keepers(&signed.visit.snapshot.directory, &one.agency, signed.desk.today),
            is_state: portal::is_of_state(&one.address),
            ground: one.ground.clone(),
            days: one.days,
            word: standing.as_str(),
            standing: said,
            changed: one.seen.changed_on.map(|day| date::short(lang, day)),
            looked: one.seen.looked.map(|(_, day)| date::short(lang, day)),
        }
    }
}

/// Who must keep a section fresh now: the agency that was named, or those that have its work, and whose it was.
pub(super) fn keepers(directory: &Directory, code: &str, today: Date) -> String {
    let named = agency(directory, code);
    let holders = directory.holders(code, today);
    if holders == [code] {
        return named.to_owned();
    }
    let holders: Vec<&str> = holders.iter().map(|holder| directory.name(holder)).collect();
    format!("{} ({named})", holders.join("; "))
}

fn draft(typed: &Typed) -> Draft {
    let field = |name| typed.get(name).to_owned();
    Draft {
        name: field("name"),
        address: field("address"),
        agency: field("agency"),
        ground: field("ground"),
        days: typed.get("days").parse().unwrap_or(0),
    }
}

/// A section as its form has it.
fn written(one: &Section) -> Typed {
    Typed::default()
        .with("id", one.id.to_string())
        .with("name", one.name.as_str())
        .with("address", one.address.as_str())
        .with("agency", one.agency.as_str())
        .with("ground", one.ground.as_str())
        .with("days", one.days.to_string())
}

/// Why something was not done, in words; a fault of the program goes on as one.
fn sentence(lang: Lang, refusal: Refusal) -> Result<String, Fault> {
    let key = match refusal {
        Refusal::NoName => "portal-no-name",
        Refusal::NoAddress => "portal-no-address",
        Refusal::NoAgency => "portal-no-agency",
        Refusal::NoGround => "portal-no-ground",
        Refusal::Days => "portal-no-days",
        Refusal::Twice => "portal-twice",
        Refusal::TooMany => "portal-too-many",
        other => return Err(closed(other)),
    };
    Ok(say(lang, key))
}

closed!(Refusal);

#[cfg(test)]
mod tests {
    use accounts::Agency;
    use accounts::agency::Kind;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn who_has_the_work_of_an_agency_that_ended_keeps_its_sections() {
        let agency = |code: &str, name: &str, ended, successors: &[&str]| Agency {
            code: code.to_owned(),
            name: name.to_owned(),
            kind: Kind::Department,
            outside: false,
            unit: "95-2008".to_owned(),
            began: date(2010, 1, 1),
            ended,
            identifier: None,
            note: None,
            certainty: "entered".to_owned(),
            successors: successors.iter().map(|code| (*code).to_owned()).collect(),
        };
        let last = Some(date(2025, 6, 30));
        let agencies = vec![
            agency("BL-STC", "Sở Tài chính cũ", last, &["CM-STC"]),
            agency("CM-STC", "Sở Tài chính mới", None, &[]),
        ];
        let directory = Directory::new(agencies, Vec::new());
        assert_eq!(keepers(&directory, "BL-STC", date(2025, 6, 30)), "Sở Tài chính cũ");
        assert_eq!(keepers(&directory, "BL-STC", date(2025, 7, 1)), "Sở Tài chính mới (Sở Tài chính cũ)");
    }
}
