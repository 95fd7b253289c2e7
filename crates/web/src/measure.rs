//! Counting requests, for who watches the server: by method and status, never by reader or address.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Counts an answer; without a collector this costs nothing.
pub(crate) async fn measure(request: Request, next: Next) -> Response {
    let method = if request.method() == axum::http::Method::GET { "GET" } else { "other" };
    let answer = next.run(request).await;
    let status = answer.status().as_str().to_owned();
    metrics::counter!("http_requests_total", "method" => method, "status" => status).increment(1);
    answer
}
