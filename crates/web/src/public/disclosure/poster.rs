//! The same as an administrative notice to print, sign and hang up (the form of Nghị định 30/2020/NĐ-CP), with a code that
//! leads back to the page.

use askama::Template;
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use inform::disclosure::Shown;
use jiff::civil::Date;
use look::words::say_with;
use look::{Lang, filters};
use places::name::capital;

use super::bare;
use super::commune::{BlankView, Card, blanks, cards, commune};
use crate::fault::render;
use crate::parts::disclosure::unit;
use crate::parts::frame::Frame;
use crate::parts::qr::qr;
use crate::visit::{Path, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "public/disclosure/poster.html")]
struct PosterPage {
    frame: Frame,
    /// The commune, as it heads its papers.
    place: String,
    /// Place and day.
    day: String,
    cards: Vec<Card>,
    /// What stands above what nothing is recorded of.
    rest: String,
    blanks: Vec<BlankView>,
    /// What was up for as long as it had to be.
    past: Vec<Card>,
    /// How much has been missing for more than a year.
    old: usize,
    /// How much more there is of duties of which the newest few stand here.
    more: usize,
    /// Whether the installation has an address of its own.
    has_address: bool,
    address: String,
    qr: String,
}

/// The page; of a commune that is no more there is none. Where the installation has no address of its own, the reader's is
/// taken, the page says so, and it is not kept.
pub(crate) async fn get(visit: Visit, Path(code): Path<String>) -> Result<Response, Fault> {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let commune = commune(&snapshot, &code)?;
    if !commune.in_force(snapshot.today) {
        return Err(Fault::Missing);
    }
    let name = bare(&commune.name);
    let title = say_with(lang, "poster-title", &[("commune", name.into())]);
    let address = format!("{}{}", visit.origin, Page::Disclosure.path(lang).replace("{code}", &code));
    let few = snapshot.notices.few(&code);
    let (past, told): (Vec<_>, Vec<_>) = cards(lang, &snapshot, &few.lines)
        .into_iter()
        .partition(|(shown, _)| matches!(shown, Shown::Past(_)));
    let (old, mut told): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, card)| card.is_old);
    told.sort_by_key(|(shown, _)| !matches!(shown, Shown::Here(_)));
    let page = PosterPage {
        frame: visit.frame(Page::Poster, title).under(Page::Disclosures).with("{code}", &code),
        place: name.to_owned(),
        day: day(lang, name, snapshot.today),
        cards: told.into_iter().map(|(_, card)| card).collect(),
        rest: say_with(lang, "poster-blank", &[("unit", unit(lang, &commune.name).into())]),
        blanks: blanks(lang, &snapshot, commune),
        past: past.into_iter().map(|(_, card)| card).collect(),
        old: old.len(),
        more: snapshot.notices.of(&code).count() - few.lines.len(),
        has_address: visit.settings().origin.is_some(),
        qr: qr(&address).ok_or(Fault::Broken)?,
        address,
    };
    Ok(([(CACHE_CONTROL, "private, no-cache")], render(&page)?).into_response())
}

/// Place and day as they stand on a paper: days below 10 and the first two months with a 0 (Nghị định 30/2020/NĐ-CP).
fn day(lang: Lang, place: &str, on: Date) -> String {
    let month = if on.month() < 3 { format!("0{}", on.month()) } else { on.month().to_string() };
    let said = [
        ("place", capital(place).into()),
        ("day", format!("{:02}", on.day()).into()),
        ("month", month.into()),
        ("year", on.year().to_string().into()),
    ];
    say_with(lang, "poster-day", &said)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_paper_has_its_place_and_day_as_the_decree_writes_them() {
        let written = |on| day(Lang::Vi, "phường Nhà Mát", on);
        assert_eq!(written(date(2025, 5, 5)), "Phường Nhà Mát, ngày 05 tháng 5 năm 2025");
        assert_eq!(written(date(2026, 2, 20)), "Phường Nhà Mát, ngày 20 tháng 02 năm 2026");
    }
}
