//! The desk: pages for who signed in. What they may see and do is checked by the act itself, each time.

mod signed;
mod work;

use accounts::Role;
use axum::Router;
use axum::routing::get;
use look::Lang;
use tower_http::limit::RequestBodyLimitLayer;

use crate::{App, Page};

pub(crate) use signed::Signed;

/// What a form without files may weigh.
const FORM: usize = 256 * 1024;

/// Every route of the desk.
pub(crate) fn router() -> Router<App> {
    Lang::ALL.into_iter().fold(Router::new(), |router, lang| router.merge(pages(lang)))
}

fn pages(lang: Lang) -> Router<App> {
    Router::new().route(Page::Work.pattern(lang), get(work::get)).layer(RequestBodyLimitLayer::new(FORM))
}

/// Whether the menu shows a page to a role; what the page itself shows is decided by its acts.
pub(crate) fn is_open_to(page: &Page, role: &Role) -> bool {
    match page {
        Page::Review => matches!(role, Role::StandingBody | Role::Auditor),
        Page::People => *role == Role::Administrator,
        Page::Audit => matches!(role, Role::Administrator | Role::Auditor),
        _ => true,
    }
}
