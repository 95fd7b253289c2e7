//! The stylesheet, the script and the icon, named by their content so that they can be kept for ever.

use std::sync::LazyLock;

use crate::visit::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::Fault;

const ICON: &str = include_str!("../style/icon.svg");

static STYLE: LazyLock<String> =
    LazyLock::new(|| [include_str!("../style/page.css"), look::CHART_CSS].concat());

static STYLE_PATH: LazyLock<String> = LazyLock::new(|| named("page", &STYLE, "css"));

/// Makes photos smaller before they are sent.
const SHRINK: &str = include_str!("../style/shrink.js");

/// Does the small work that is asked of who has sent much.
const WORK: &str = include_str!("../style/work.js");

static WORK_PATH: LazyLock<String> = LazyLock::new(|| named("work", WORK, "js"));

static SHRINK_PATH: LazyLock<String> = LazyLock::new(|| named("shrink", SHRINK, "js"));

fn named(name: &str, text: &str, ending: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("/assets/{name}-{short}.{ending}")
}

/// The address of the stylesheet.
pub(crate) fn style_path() -> &'static str {
    &STYLE_PATH
}

/// The address of the script that makes photos smaller.
pub(crate) fn shrink_path() -> &'static str {
    &SHRINK_PATH
}

/// The address of the script that does the small work.
pub(crate) fn work_path() -> &'static str {
    &WORK_PATH
}

/// A file by name.
pub(crate) async fn get(Path(file): Path<String>) -> Result<Response, Fault> {
    match file.as_str() {
        "icon.svg" => Ok(kept("image/svg+xml", "max-age=86400", ICON)),
        name if style_path().ends_with(name) => {
            Ok(kept("text/css; charset=utf-8", "max-age=31536000, immutable", &STYLE))
        }
        name if shrink_path().ends_with(name) => {
            Ok(kept("text/javascript; charset=utf-8", "max-age=31536000, immutable", SHRINK))
        }
        name if work_path().ends_with(name) => {
            Ok(kept("text/javascript; charset=utf-8", "max-age=31536000, immutable", WORK))
        }
        _ => Err(Fault::Missing),
    }
}

fn kept(kind: &'static str, keep: &'static str, body: &'static str) -> Response {
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)], body).into_response()
}
