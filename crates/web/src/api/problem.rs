//! A problem, as RFC 9457 writes it: what is wrong with a request, in words and for programs.

use axum::http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use look::{Lang, say};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Refusal, caller};

/// What is wrong with a request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem for programs.
    #[schema(example = "/api/v1/problems/unknown_year")]
    pub r#type: String,
    /// The kind in words.
    pub title: String,
    /// The status code again.
    #[schema(example = 404)]
    pub status: u16,
    /// What is wrong with this request, in words.
    pub detail: String,
    /// The nearest that exist, as they may be written.
    pub nearest: Vec<String>,
}

impl Problem {
    /// The problem that a refusal is: names that do not exist are not found, the rest is a bad request.
    pub fn new(refusal: &Refusal, lang: Lang) -> Self {
        let kind = refusal.kind();
        let status = match refusal {
            Refusal::Target(_) | Refusal::Options(_) | Refusal::OtherSet { .. } => StatusCode::BAD_REQUEST,
            _ => StatusCode::NOT_FOUND,
        };
        Self { detail: refusal.sentence(lang), nearest: refusal.nearest(), ..Self::of(kind, status, lang) }
    }

    /// What stands behind the question mark cannot be read.
    pub fn unreadable(lang: Lang) -> Self {
        Self {
            detail: say(lang, "problem-unreadable-detail"),
            ..Self::of("unreadable", StatusCode::BAD_REQUEST, lang)
        }
    }

    fn of(kind: &str, status: StatusCode, lang: Lang) -> Self {
        Self {
            r#type: format!("/api/v1/problems/{kind}"),
            title: say(lang, &format!("problem-{kind}")),
            status: status.as_u16(),
            detail: String::new(),
            nearest: Vec::new(),
        }
    }
}

/// No such address under `/api`; the addresses that there are.
pub(super) async fn missing(address: Uri, headers: HeaderMap) -> Problem {
    let lang = caller::lang(&headers);
    let mut nearest: Vec<String> = super::document().paths.paths.keys().cloned().collect();
    nearest.sort_by_key(|path| std::cmp::Reverse(alike(path, address.path())));
    nearest.truncate(3);
    Problem {
        detail: say(lang, "problem-no_address-detail"),
        nearest,
        ..Problem::of("no_address", StatusCode::NOT_FOUND, lang)
    }
}

/// How many first letters two addresses share.
fn alike(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        let text = serde_json::to_string(&self).unwrap_or_default();
        (status, [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))], text).into_response()
    }
}
