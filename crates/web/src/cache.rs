//! Pages kept ready: a public page depends on its address, the reader's choices and the revision, nothing else.
//!
//! A kept page carries its ETag and its compressed form, so that a second reader costs a look-up.

use std::io::Write;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, ETAG, HeaderMap, HeaderValue,
    IF_NONE_MATCH, SET_COOKIE, VARY,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::BodyExt;
use quick_cache::Weighter;
use sha2::{Digest, Sha256};

use crate::App;
use crate::api::caller;
use crate::parts::choices::Choices;

/// Pages by address and choices, the least used dropped first.
pub(crate) struct Cache(quick_cache::sync::Cache<Key, Arc<Kept>, Weight>);

/// Address with query, choices, revision.
type Key = (String, Choices, i64);

struct Kept {
    headers: HeaderMap,
    body: Bytes,
    gzip: Bytes,
    etag: HeaderValue,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, (address, ..): &Key, kept: &Arc<Kept>) -> u64 {
        (address.len() + kept.body.len() + kept.gzip.len() + 512) as u64
    }
}

const MOST_BYTES: u64 = 16 * 1024 * 1024;

impl Cache {
    pub(crate) fn new() -> Self {
        Self(quick_cache::sync::Cache::with_weighter(400, MOST_BYTES, Weight))
    }

    pub(crate) fn clear(&self) {
        self.0.clear();
    }
}

/// Answers from what is kept, or keeps what is answered.
pub(crate) async fn serve(State(app): State<App>, request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) || request.uri().path() == "/healthz" {
        return next.run(request).await;
    }
    let address = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    // The API answers the same address in two forms.
    let address = if caller::wants_csv(request.headers()) { address + "#csv" } else { address };
    let key = (address, Choices::of(request.headers()), app.snapshot().revision);
    let asked = Asked::of(request.headers());
    if let Some(kept) = app.cache().0.get(&key) {
        return kept.answer(asked);
    }
    let answer = next.run(request).await;
    let private =
        answer.headers().get(CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"private"));
    if answer.status() != StatusCode::OK || answer.headers().contains_key(SET_COOKIE) {
        return answer;
    }
    match Kept::read(answer).await {
        Some(kept) => {
            let kept = Arc::new(kept);
            if !private {
                app.cache().0.insert(key, kept.clone());
            }
            kept.answer(asked)
        }
        None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What the reader's headers ask of a kept page.
struct Asked {
    gzip: bool,
    etags: Option<String>,
}

impl Asked {
    fn of(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let gzip = text(ACCEPT_ENCODING).is_some_and(|list| list.split(',').any(takes_gzip));
        Self { gzip, etags: text(IF_NONE_MATCH).map(str::to_owned) }
    }
}

/// `gzip`, with any quality but zero.
fn takes_gzip(coding: &str) -> bool {
    let mut pieces = coding.split(';').map(str::trim);
    let quality = |piece: &str| piece.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
    pieces.next().is_some_and(|name| matches!(name, "gzip" | "*"))
        && pieces.find_map(quality).is_none_or(|q| q > 0.0)
}

impl Kept {
    async fn read(answer: Response) -> Option<Self> {
        let (parts, body) = answer.into_parts();
        let body = body.collect().await.ok()?.to_bytes();
        let mut zip = GzEncoder::new(Vec::new(), Compression::new(7));
        zip.write_all(&body).ok()?;
        let gzip = zip.finish().ok()?.into();
        let mut headers = parts.headers;
        headers.remove(CONTENT_LENGTH);
        headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
        headers.insert(VARY, HeaderValue::from_static("Accept, Accept-Encoding, Cookie"));
        Some(Self { headers, etag: etag(&body)?, body, gzip })
    }

    fn answer(&self, asked: Asked) -> Response {
        let mut headers = self.headers.clone();
        headers.insert(ETAG, self.etag.clone());
        let known = asked.etags.is_some_and(|list| self.is_among(&list));
        if known {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let smaller = asked.gzip && self.gzip.len() < self.body.len();
        let body = if smaller { &self.gzip } else { &self.body };
        if smaller {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        (headers, Body::from(body.clone())).into_response()
    }

    /// The weak comparison of RFC 9110, section 8.8.3.2.
    fn is_among(&self, list: &str) -> bool {
        let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        let own = self.etag.to_str().map(plain).unwrap_or_default();
        list.split(',').any(|tag| tag.trim() == "*" || plain(tag) == own)
    }
}

/// Weak, since the compressed and the plain form share it.
fn etag(body: &[u8]) -> Option<HeaderValue> {
    let digest = Sha256::digest(body);
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("W/\"{short}\"")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_given_only_to_who_takes_it() {
        assert!(takes_gzip("gzip"));
        assert!(takes_gzip(" gzip;q=0.5"));
        assert!(!takes_gzip("gzip;q=0"));
        assert!(!takes_gzip("br"));
    }
}
