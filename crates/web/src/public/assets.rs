//! The stylesheet and the icon, named by their content so that they can be kept for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::Fault;

const ICON: &str = include_str!("../style/icon.svg");

static STYLE: LazyLock<String> =
    LazyLock::new(|| [include_str!("../style/page.css"), look::CHART_CSS].concat());

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| {
    let digest = Sha256::digest(STYLE.as_bytes());
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/page-{short}.css")
});

/// The address of the stylesheet.
pub(crate) fn style_path() -> &'static str {
    &STYLE_PATH
}

/// A file by name.
pub(crate) async fn get(Path(file): Path<String>) -> Result<Response, Fault> {
    match file.as_str() {
        "icon.svg" => Ok(kept("image/svg+xml", "max-age=86400", ICON)),
        name if style_path().ends_with(name) => {
            Ok(kept("text/css; charset=utf-8", "max-age=31536000, immutable", &STYLE))
        }
        _ => Err(Fault::Missing),
    }
}

fn kept(kind: &'static str, keep: &'static str, body: &'static str) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)], body).into_response()
}
