//! Whether the server can serve and reach its database.

use axum::extract::State;
use axum::http::StatusCode;

use crate::App;

/// `ok`; 503 while the database does not answer. Pages are served from what was read before.
pub(crate) async fn get(State(app): State<App>) -> (StatusCode, &'static str) {
    if app.is_reachable() { (StatusCode::OK, "ok") } else { (StatusCode::SERVICE_UNAVAILABLE, "no database") }
}
