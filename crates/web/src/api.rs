//! What the program answers to machines: one shape for the command line's JSON and for `/api/v1`.
//!
//! A noun has one file: its question as people put it, its answer as JSON and as CSV rows, its handler. Names and
//! shapes are a contract: fields are added freely, never renamed or dropped. Numbers are full precision; what is
//! unknown is null, never 0 and never absent. Names are Vietnamese, with the English beside them in `name_en`.

#![allow(unused_qualifications, reason = "utoipa's attribute qualifies the types it is given")]

pub mod ask;
pub mod backtest;
pub mod caller;
pub mod documents;
pub mod editions;
pub mod explain;
pub mod figures;
pub mod outlook;
pub mod problem;
pub mod progress;
pub mod provinces;
pub mod ranking;
pub mod ranks;
pub mod refusal;
pub mod sheet;
pub mod standing;
pub mod structure;
pub mod target;
pub mod whatif;

pub use refusal::Refusal;

use std::sync::LazyLock;

use axum::Router;
use axum::http::Method;
use axum::http::header::{CONTENT_TYPE, HeaderValue, LINK};
use axum::routing::get;
use tower_http::cors::{Any, CorsLayer};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::App;

/// Where the API's description is.
pub const DESCRIPTION: &str = "/api/v1/openapi.json";

/// The API, readable from any site.
pub fn router() -> Router<App> {
    let anyone =
        CorsLayer::new().allow_origin(Any).allow_methods([Method::GET, Method::HEAD]).expose_headers([LINK]);
    let (router, _) = described().split_for_parts();
    router.route(DESCRIPTION, get(description)).route("/api/{*rest}", get(problem::missing)).layer(anyone)
}

/// The OpenAPI document, made from the code that answers.
pub fn document() -> &'static utoipa::openapi::OpenApi {
    static DOCUMENT: LazyLock<utoipa::openapi::OpenApi> = LazyLock::new(|| described().split_for_parts().1);
    &DOCUMENT
}

fn described() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(ranking::get))
        .routes(routes!(provinces::get))
        .routes(routes!(standing::get))
        .routes(routes!(target::get))
        .routes(routes!(explain::get))
        .routes(routes!(editions::get))
        .routes(routes!(structure::get))
        .routes(routes!(figures::get))
        .routes(routes!(documents::get))
        .routes(routes!(progress::get))
        .routes(routes!(outlook::get))
        .routes(routes!(backtest::get))
        .routes(routes!(whatif::get))
        .routes(routes!(ranks::get))
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Nâng Hạng",
        version = "1",
        description = "Published results of PAPI, standings of provinces, targets judged and changes explained. \
                       Lists are pages: follow `Link`. Everything may be had as CSV with `format=csv`. \
                       Source of the figures: PAPI (CECODES, VFF-CRT, RTA, UNDP), papi.org.vn.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    tags(
        (name = "papi", description = "Published results"),
        (name = "plan", description = "What plans promised in public")
    )
)]
struct Document;

async fn description() -> ([(axum::http::HeaderName, HeaderValue); 1], String) {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());
    ([(CONTENT_TYPE, HeaderValue::from_static("application/json"))], TEXT.clone())
}
