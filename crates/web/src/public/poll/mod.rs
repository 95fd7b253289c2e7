//! The polls of the portal: those that are open and those that were, and answering one. No survey, and says so.

mod list;
pub(crate) mod one;

use axum::Router;
use axum::routing::get;
use look::Lang;

use crate::{App, Page};

/// The routes of polls; what a browser has answered is its own, so that no cache keeps them.
pub(crate) fn router() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| {
        router
            .route(Page::Polls.pattern(lang), get(list::get))
            .route(Page::Poll.pattern(lang), get(one::get).post(one::post))
    })
}
