//! Asking, following what was asked, and reading what was answered. Without an account; what only one person may see is
//! kept by no cache.

pub(crate) mod answered;
mod ask;
mod copy;
mod data;
pub(crate) mod file;
mod follow;
pub(crate) mod work;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use look::Lang;
use tower_http::limit::RequestBodyLimitLayer;

use crate::{App, Page};

pub(crate) use ask::{agencies, in_force};

/// What a form with a picture may weigh: a larger picture is read past and told.
const FORM: usize = 32 * 1024 * 1024;

/// The routes of who asks.
pub(crate) fn router() -> Router<App> {
    let pages = |router: Router<App>, lang| {
        router
            .route(Page::Questions.pattern(lang), get(ask::get).post(ask::post))
            .route(Page::Follow.pattern(lang), get(follow::get).post(follow::post))
            .route(Page::PersonalData.pattern(lang), get(data::get))
    };
    Lang::ALL
        .into_iter()
        .fold(Router::new(), pages)
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(FORM))
}
