//! The same as a notice to print and hang up, with a code that leads back to the page.

use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, HOST};
use axum::response::{IntoResponse, Response};
use inform::disclosure::Shown;
use look::filters;
use look::words::say_with;

use super::commune::{Card, cards, commune};
use super::short;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::parts::qr::qr;
use crate::visit::{Path, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "public/disclosure/poster.html")]
struct PosterPage {
    frame: Frame,
    cards: Vec<Card>,
    address: String,
    qr: String,
}

/// The page. Where the installation has no address of its own, the reader's is taken, and the page is not kept.
pub(crate) async fn get(
    visit: Visit,
    Path(code): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let commune = commune(&snapshot, &code)?;
    let title = say_with(lang, "poster-title", &[("commune", short(&commune.name).into())]);
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let origin = visit.settings().origin.clone().unwrap_or_else(|| format!("http://{host}"));
    let address = format!("{origin}{}", Page::Disclosure.path(lang).replace("{code}", &code));
    let told = cards(lang, &snapshot, &code);
    let open = told.into_iter().filter(|(shown, _)| !matches!(shown, Shown::Past(_)));
    let page = PosterPage {
        frame: visit.frame(Page::Poster, title).under(Page::Disclosures).with("{code}", &code),
        cards: open.map(|(_, card)| card).collect(),
        qr: qr(&address).ok_or(Fault::Broken)?,
        address,
    };
    Ok(([(CACHE_CONTROL, "private, no-cache")], render(&page)?).into_response())
}
