//! What search engines are told: every page in both languages.

use askama::Template;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
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
pub(crate) async fn get(State(app): State<App>) -> Result<Response, Fault> {
    let alone = [Page::About, Page::Interface];
    let provinces = country().sets[0].units.iter().map(|unit| Page::Province(unit.slug));
    let pages = Page::MENU.into_iter().chain(alone).chain(provinces);
    let pages = pages.map(|page| (page.path(Lang::Vi), page.path(Lang::En)));
    let snapshot = app.snapshot();
    let slugs = snapshot.documents.iter().map(plan::Document::slug);
    let documents =
        slugs.map(|slug| (Page::Document.at(Lang::Vi, &slug), Page::Document.at(Lang::En, &slug)));
    let pages = pages.chain(documents).collect();
    let map = Sitemap { origin: app.settings().origin.clone().unwrap_or_default(), pages };
    Ok(([(CONTENT_TYPE, "application/xml")], map.render()?).into_response())
}

/// Everything may be read; the map says where things are.
pub(crate) async fn robots(State(app): State<App>) -> String {
    let origin = app.settings().origin.as_deref().unwrap_or_default();
    format!("User-agent: *\nDisallow: {}\nSitemap: {origin}/sitemap.xml\n", Page::Choices.path(Lang::Vi))
}
