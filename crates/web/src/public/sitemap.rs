//! What search engines are told: every page in both languages.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST};
use axum::response::{IntoResponse, Response};
use inform::article::Tongue;
use look::Lang;
use places::country;

use crate::fault::Fault;
use crate::{App, Page};

#[derive(Template)]
#[template(path = "public/sitemap.xml")]
struct Sitemap {
    origin: String,
    pages: Vec<(String, String)>,
}

/// The map of the site.
pub(crate) async fn get(State(app): State<App>, headers: HeaderMap) -> Result<Response, Fault> {
    let alone = [
        Page::Backtest,
        Page::Ranks,
        Page::Whatif,
        Page::PersonalData,
        Page::Accessibility,
        Page::About,
        Page::Interface,
    ];
    let provinces = country().sets[0].units.iter().map(|unit| Page::Province(unit.slug));
    let pages = Page::of_menu(&Page::MENU).chain(alone).chain(provinces);
    let pages = pages.map(|page| (page.path(Lang::Vi), page.path(Lang::En)));
    let snapshot = app.snapshot();
    let slugs = snapshot.documents.iter().map(plan::Document::slug);
    let documents =
        slugs.map(|slug| (Page::Document.at(Lang::Vi, &slug), Page::Document.at(Lang::En, &slug)));
    let communes = snapshot.notices.communes().iter();
    let communes = communes.flat_map(|code| [Page::Disclosure, Page::Poster].map(|page| (page, code)));
    let address = |page: Page, lang, code: &str| page.path(lang).replace("{code}", code);
    let communes =
        communes.map(|(page, code)| (address(page, Lang::Vi, code), address(page, Lang::En, code)));
    let newest = snapshot.news.newest.iter().filter(|head| head.tongue == Tongue::Vi);
    let newest = newest
        .map(|head| [Lang::Vi, Lang::En].map(|lang| Page::Article.at(lang, &head.slug)))
        .map(Into::into);
    let pages = pages.chain(documents).chain(communes).chain(newest).collect();
    let map = Sitemap { origin: origin(&app, &headers), pages };
    Ok(([(CONTENT_TYPE, "application/xml"), (CACHE_CONTROL, "private")], map.render()?).into_response())
}

/// Everything may be read; the map says where things are.
pub(crate) async fn robots(State(app): State<App>, headers: HeaderMap) -> Response {
    let origin = origin(&app, &headers);
    let choices = Page::Choices.path(Lang::Vi);
    let text = format!("User-agent: *\nDisallow: {choices}\nSitemap: {origin}/sitemap.xml\n");
    ([(CACHE_CONTROL, "private")], text).into_response()
}

/// The site's address: as configured, else as this reader called it. Maps must hold whole addresses, and what
/// depends on who asks is not kept.
pub(crate) fn origin(app: &App, headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let called = host.map(|host| format!("http://{host}"));
    app.settings().origin.clone().or(called).unwrap_or_default()
}
