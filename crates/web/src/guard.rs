//! The guard at the door: headers that keep a page to itself, and forms taken from our own pages only.

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// No script, no inline style, no third party, no framing.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same with scripts of our own, and pictures that the page itself made.
const DESK_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Headers on every answer.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    ] {
        answer.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

/// What only one person may see: no cache keeps it. Scripts of our own may run, since photos are made smaller there.
pub(crate) async fn private(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    for (name, value) in [(CACHE_CONTROL, "private, no-store"), (CONTENT_SECURITY_POLICY, DESK_POLICY)] {
        answer.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

/// Refuses a form that another site sent: `Sec-Fetch-Site` tells, else `Origin` must be our own host.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers()) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match (text(&HeaderName::from_static("sec-fetch-site")), text(&ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").map(|(_, host)| host) == text(&HOST),
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(headers: &[(&'static str, &'static str)]) -> HeaderMap {
        headers.iter().map(|(n, v)| (HeaderName::from_static(n), HeaderValue::from_static(v))).collect()
    }

    #[test]
    fn another_sites_form_is_foreign_and_our_own_is_not() {
        assert!(is_own(&from(&[("sec-fetch-site", "same-origin")])));
        assert!(!is_own(&from(&[("sec-fetch-site", "cross-site")])));
        assert!(!is_own(&from(&[("sec-fetch-site", "same-site")])));
        assert!(is_own(&from(&[("origin", "http://a.vn:8080"), ("host", "a.vn:8080")])));
        assert!(!is_own(&from(&[("origin", "http://b.vn"), ("host", "a.vn")])));
        assert!(!is_own(&from(&[("origin", "null"), ("host", "a.vn")])));
        assert!(is_own(&from(&[])));
    }
}
