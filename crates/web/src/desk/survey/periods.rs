//! Sample periods: since when the same places are surveyed, which editions seem to have new ones, and the form of who
//! may say so.

use accounts::{Relation, audit};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, number, say, say_with};
use places::country;
use scores::outlook::periods::{self, Change, EDIT, Periods, Refusal};
use scores::outlook::{SEEMS_RENEWED, break_statistic};
use scores::{Edition, Editions};
use serde::Deserialize;

use crate::desk::Signed;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/survey/periods.html")]
struct PeriodsPage {
    frame: Frame,
    /// Editions that seem to have new places, of which nobody has said anything.
    asked: Vec<(i16, String)>,
    periods: Vec<Begun>,
    struck: Vec<Change>,
    editions: Vec<Seen>,
    may_edit: bool,
    choices: Vec<(String, String)>,
    typed: Typed,
    why: Option<String>,
    /// The newest entry of the audit trail, so that nobody overwrites what they have not seen.
    revision: i64,
}

/// A sample period.
struct Begun {
    first_year: i16,
    /// How it is known, where it came with the program.
    basis: Option<String>,
    /// The source and the reason of who noted it.
    noted: Option<Change>,
}

/// How an edition resembles the one before.
struct Seen {
    year: i16,
    statistic: Option<f64>,
    begins: bool,
    low: bool,
}

/// What is typed into the form.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    year: String,
    stands: String,
    source: String,
    reason: String,
    seen: i64,
}

/// What the page is asked for: the year that is to be noted.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    year: Option<i16>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    let year = asked.year.map(|year| year.to_string()).unwrap_or_default();
    render(&page(&signed, Typed { year, ..Typed::default() }, None).await?)
}

/// Keeps what was noted and shows the page; what is refused is said above the form, with what was typed.
pub(crate) async fn post(signed: Signed, Form(typed): Form<Typed>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let why = match typed.change() {
        None => "sample-unread",
        Some(change) => match periods::edit(&signed.desk, &change, Some(typed.seen)).await {
            Ok(()) => return Ok(Redirect::to(&Page::SamplePeriods.path(lang)).into_response()),
            Err(Refusal::Unsaid) => "sample-unsaid",
            Err(Refusal::Year) => "sample-unread",
            Err(Refusal::Stale) => "sample-stale",
            Err(Refusal::Forbidden(forbidden)) => return Err(forbidden.into()),
            Err(Refusal::Store(fault)) => return Err(fault.into()),
        },
    };
    let page = page(&signed, typed, Some(say(lang, why))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

impl Typed {
    /// None where the year or the choice does not read.
    fn change(&self) -> Option<Change> {
        let stands = match self.stands.as_str() {
            "yes" => true,
            "no" => false,
            _ => return None,
        };
        let (source, reason) = (self.source.trim().to_owned(), self.reason.trim().to_owned());
        Some(Change { first_year: self.year.trim().parse().ok()?, stands, source, reason })
    }
}

async fn page(signed: &Signed, typed: Typed, why: Option<String>) -> Result<PeriodsPage, Fault> {
    let lang = signed.visit.lang;
    // Read before the changes: what is noted in between is told, not overwritten.
    let revision = audit::latest(signed.desk.store()).await?;
    let changes = periods::changes(&signed.desk).await?;
    let known = Periods::changed(&changes);
    let editions = seen(&signed.visit.snapshot.editions, &known);
    let unsaid = |seen: &&Seen| {
        let said = changes.iter().any(|change| change.first_year == seen.year);
        seen.low && !seen.begins && !said
    };
    let choice = |word: &str| (word.to_owned(), say(lang, &format!("sample-stands-{word}")));
    Ok(PeriodsPage {
        frame: signed.frame(Page::SamplePeriods, say(lang, Page::SamplePeriods.key())),
        asked: editions.iter().filter(unsaid).map(|seen| (seen.year, question(lang, seen))).collect(),
        periods: begun(lang, &known, &changes),
        struck: changes.into_iter().filter(|change| !change.stands).collect(),
        editions,
        may_edit: signed.desk.may(&EDIT, Relation::Other).is_ok(),
        choices: ["yes", "no"].map(choice).to_vec(),
        typed,
        why,
        revision,
    })
}

/// Every edition beside the one before, newest first.
fn seen(editions: &Editions, known: &Periods) -> Vec<Seen> {
    let of = |edition: &Edition| {
        let year = edition.year;
        let statistic = break_statistic(editions, country().set_of_year(year), year);
        let low = statistic.is_some_and(|statistic| statistic < SEEMS_RENEWED);
        Seen { year, statistic, begins: known.of(year) == year, low }
    };
    editions.iter().rev().map(of).collect()
}

fn question(lang: Lang, seen: &Seen) -> String {
    let statistic = seen.statistic.map(|statistic| number::decimals(lang, statistic, 2)).unwrap_or_default();
    say_with(lang, "sample-asked", &[("year", seen.year.to_string().into()), ("statistic", statistic.into())])
}

fn begun(lang: Lang, known: &Periods, changes: &[Change]) -> Vec<Begun> {
    let one = |period: &periods::Period| {
        let noted = changes.iter().find(|change| change.first_year == period.first_year);
        let key = if period.basis == "published" { "sample-basis-published" } else { "sample-basis-seen" };
        Begun {
            first_year: period.first_year,
            basis: noted.is_none().then(|| say(lang, key)),
            noted: noted.cloned(),
        }
    };
    let mut begun: Vec<Begun> = known.iter().map(one).collect();
    begun.reverse();
    begun
}
