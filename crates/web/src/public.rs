//! The public pages, each in both languages, and the small files around them.

mod about;
pub(crate) mod accessibility;
pub(crate) mod assets;
mod choices;
mod compare;
pub(crate) mod disclosure;
pub(crate) mod document;
mod explain;
mod healthz;
mod home;
mod interface;
mod method;
pub(crate) mod news;
mod outlook;
pub(crate) mod poll;
pub(crate) mod progress;
mod province;
mod provinces;
pub(crate) mod pulse;
pub(crate) mod question;
mod ranking;
mod ranks;
mod search;
mod sitemap;
mod targets;

use axum::Router;
use axum::extract::OriginalUri;
use axum::response::Redirect;
use axum::routing::{get, post};
use look::Lang;

use crate::{App, Fault, Page};

/// Every public route.
pub(crate) fn router() -> Router<App> {
    let small = Router::new()
        .route("/healthz", get(healthz::get))
        .route("/robots.txt", get(sitemap::robots))
        .route("/sitemap.xml", get(sitemap::get))
        .route("/assets/{file}", get(assets::get));
    Lang::ALL.into_iter().fold(small, |router, lang| router.merge(pages(lang))).fallback(missing)
}

fn pages(lang: Lang) -> Router<App> {
    Router::new()
        .route(Page::Home.pattern(lang), get(home::get))
        .route(Page::Provinces.pattern(lang), get(provinces::get))
        .route(Page::Province("").pattern(lang), get(province::get))
        .route(Page::Ranking.pattern(lang), get(ranking::get))
        .route(Page::Compare.pattern(lang), get(compare::get).post(compare::post))
        .route(Page::Search.pattern(lang), get(search::get))
        .route(Page::Documents.pattern(lang), get(document::list::get))
        .route(Page::Document.pattern(lang), get(document::get))
        .route(Page::Interface.pattern(lang), get(interface::get))
        .route(Page::Method.pattern(lang), get(method::get))
        .route(Page::About.pattern(lang), get(about::get))
        .route(Page::Explain.pattern(lang), get(explain::get))
        .route(Page::Targets.pattern(lang), get(targets::get))
        .route(Page::Outlook.pattern(lang), get(outlook::get))
        .route(Page::Backtest.pattern(lang), get(outlook::backtest::get))
        .route(Page::Whatif.pattern(lang), get(outlook::whatif::get))
        .route(Page::Ranks.pattern(lang), get(ranks::get))
        .route(progress::days::pattern(lang), get(progress::days::get))
        .route(Page::Progress.pattern(lang), get(progress::get))
        .route(Page::Disclosures.pattern(lang), get(disclosure::get))
        .route(Page::Disclosure.pattern(lang), get(disclosure::commune::get))
        .route(Page::Poster.pattern(lang), get(disclosure::poster::get))
        .route(&disclosure::doubt::pattern(lang), post(disclosure::doubt::post))
        .route(Page::News.pattern(lang), get(news::get))
        .route(Page::Article.pattern(lang), get(news::article::get))
        .route(news::feed::pattern(lang), get(news::feed::get))
        .route(news::file::pattern(lang), get(news::file::get))
        .route(Page::Accessibility.pattern(lang), get(accessibility::get))
        .route(Page::Assessment.pattern(lang), get(accessibility::one::get))
        .route(Page::Answered.pattern(lang), get(question::answered::get))
        .route(question::file::pattern(lang), get(question::file::get))
        .route(Page::Choices.pattern(lang), get(choices::get))
        .route(Page::Choices.pattern(lang), post(choices::post))
}

/// An address that differs by a slash at the end is sent on; any other is missing.
async fn missing(OriginalUri(uri): OriginalUri) -> Result<Redirect, Fault> {
    let bare = uri.path().trim_end_matches('/');
    if bare.is_empty() || bare.len() == uri.path().len() || bare.starts_with("//") {
        return Err(Fault::Missing);
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(Redirect::permanent(&format!("{bare}{query}")))
}
