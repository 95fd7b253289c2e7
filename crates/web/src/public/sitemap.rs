//! What search engines are told: every page in both languages.

use askama::Template;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::article::Tongue;
use look::Lang;
use places::country;

use crate::Page;
use crate::fault::Fault;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/sitemap.xml")]
struct Sitemap {
    origin: String,
    pages: Vec<(String, String)>,
}

/// The map of the site.
pub(crate) async fn get(visit: Visit) -> Result<Response, Fault> {
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
    let snapshot = visit.snapshot.clone();
    let slugs = snapshot.documents.iter().map(plan::Document::slug);
    let documents =
        slugs.map(|slug| (Page::Document.at(Lang::Vi, &slug), Page::Document.at(Lang::En, &slug)));
    let communes = snapshot.notices.communes();
    let communes = communes.flat_map(|code| [Page::Disclosure, Page::Poster].map(|page| (page, code)));
    let address = |page: Page, lang, code: &str| page.path(lang).replace("{code}", code);
    let communes =
        communes.map(|(page, code)| (address(page, Lang::Vi, code), address(page, Lang::En, code)));
    let newest = snapshot.news.newest.iter().filter(|head| head.tongue == Tongue::Vi);
    let newest = newest
        .map(|head| [Lang::Vi, Lang::En].map(|lang| Page::Article.at(lang, &head.slug)))
        .map(Into::into);
    let pages = pages.chain(documents).chain(communes).chain(newest).collect();
    let map = Sitemap { origin: visit.origin, pages };
    Ok(([(CONTENT_TYPE, "application/xml"), (CACHE_CONTROL, "private")], map.render()?).into_response())
}

/// Everything may be read; the map says where things are.
pub(crate) async fn robots(visit: Visit) -> Response {
    let origin = visit.origin;
    let choices = Page::Choices.path(Lang::Vi);
    let text = format!("User-agent: *\nDisallow: {choices}\nSitemap: {origin}/sitemap.xml\n");
    ([(CACHE_CONTROL, "private")], text).into_response()
}
