//! Whether the server can serve and reach its database.

use axum::extract::State;

use crate::App;

/// `ok`, once a picture of the results is in place.
pub(crate) async fn get(State(_): State<App>) -> &'static str {
    "ok"
}
