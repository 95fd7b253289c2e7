//! The web workbench: `public` for anyone, `desk` for who signed in, `api` for machines, `parts` shared by pages.
//!
//! A handler parses, asks a slice once, and renders the template that lies beside it. Nothing here decides a rule
//! and nothing here knows a table.

pub mod api;
mod app;
mod asked;
mod cache;
mod desk;
mod fault;
mod guard;
mod local;
mod measure;
mod outlooks;
mod page;
pub mod parts;
mod public;
mod tally;
mod throttle;
mod visit;

pub use app::{App, Clock, Settings, Snapshot, Works};
pub use fault::Fault;
pub use page::Page;
pub use tally::Tally;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

/// The whole site.
pub fn router(app: App) -> Router {
    let explained = from_fn_with_state(app.clone(), fault::explain);
    let counted = from_fn_with_state(app.clone(), tally::count);
    let open = public::router()
        .merge(api::router())
        .layer(explained.clone())
        .layer(from_fn_with_state(app.clone(), cache::serve))
        .layer(counted.clone())
        .layer(RequestBodyLimitLayer::new(64 * 1024));
    let asking = public::question::router()
        .merge(public::poll::router())
        .merge(public::pulse::router())
        .layer(explained.clone())
        .layer(counted)
        .layer(from_fn(guard::private));
    let desk = desk::router().layer(explained).layer(from_fn(guard::private));
    open.merge(asking)
        .merge(desk)
        .layer(from_fn(guard::same_origin))
        .layer(from_fn(guard::headers))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(measure::measure))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}
