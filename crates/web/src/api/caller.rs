//! The caller: which form of answer, which page of a list, which language for words about problems.

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderMap, HeaderName, LINK, VARY,
};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Uri};
use axum::response::{IntoResponse, Response};
use axum::{Json, extract};
use look::Lang;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::Refusal;
use super::problem::Problem;
use super::sheet::Sheet;

/// Rows on a page unless asked otherwise, and the most that may be asked.
const ROWS: (usize, usize) = (100, 1000);

/// What may be asked of every answer.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wishes {
    /// `json` (the default) or `csv`; `Accept: text/csv` says the same. CSV is never paged.
    #[param(example = "json")]
    format: Option<String>,
    /// Page of a list, from 1.
    page: Option<String>,
    /// Rows on a page: 100 unless asked otherwise, 1000 at most.
    per_page: Option<String>,
}

/// Who asks, and how the answer is wanted.
#[derive(Debug, Clone)]
pub struct Caller {
    lang: Lang,
    csv: bool,
    page: usize,
    per_page: usize,
    address: Uri,
}

/// A question read from the address; one that cannot be read is a problem, not a plain text.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl Caller {
    /// A single answer.
    pub fn answer(&self, value: &impl Serialize, sheet: impl FnOnce() -> Sheet, name: &str) -> Response {
        if self.csv { csv(&sheet(), name) } else { Json(value).into_response() }
    }

    /// The page of a list that is asked for, with links to the others. As CSV, all of it.
    pub fn list(&self, rows: &[impl Serialize], sheet: impl FnOnce() -> Sheet, name: &str) -> Response {
        if self.csv {
            return csv(&sheet(), name);
        }
        let start = (self.page - 1).saturating_mul(self.per_page).min(rows.len());
        let shown = &rows[start..(start + self.per_page).min(rows.len())];
        ([(LINK, self.links(rows.len()))], Json(shown)).into_response()
    }

    /// The problem that a refusal is to this caller.
    pub fn refuse(&self, refusal: &Refusal) -> Problem {
        Problem::new(refusal, self.lang)
    }

    /// `first`, `prev`, `next` and `last` as RFC 8288 writes them.
    fn links(&self, rows: usize) -> HeaderValue {
        let last = rows.div_ceil(self.per_page).max(1);
        let before = (self.page > 1).then(|| (self.page - 1).min(last));
        let after = (self.page < last).then_some(self.page + 1);
        let known = [("first", Some(1)), ("prev", before), ("next", after), ("last", Some(last))];
        let link =
            |(rel, page): (&str, Option<usize>)| Some(format!("<{}>; rel=\"{rel}\"", self.on_page(page?)));
        let links: Vec<String> = known.into_iter().filter_map(link).collect();
        HeaderValue::from_str(&links.join(", ")).unwrap_or(HeaderValue::from_static(""))
    }

    /// The address that was asked, on another page.
    fn on_page(&self, page: usize) -> String {
        let others = self.address.query().unwrap_or_default().split('&');
        let kept = others.filter(|pair| !pair.is_empty() && !pair.starts_with("page=")).map(str::to_owned);
        let query: Vec<String> = kept.chain([format!("page={page}")]).collect();
        format!("{}?{}", self.address.path(), query.join("&"))
    }
}

/// Whether the headers ask for CSV. Answers differ by it, so whoever keeps them must ask this too.
pub fn wants_csv(headers: &HeaderMap) -> bool {
    text(headers, ACCEPT).is_some_and(|accept| accept.trim_start().starts_with("text/csv"))
}

fn csv(sheet: &Sheet, name: &str) -> Response {
    let file = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\"")).ok();
    let mut answer = sheet.csv().into_response();
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    headers.insert(VARY, HeaderValue::from_static("Accept"));
    headers.extend(file.map(|file| (CONTENT_DISPOSITION, file)));
    answer
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let lang = lang(&parts.headers);
        let Asked(wishes) = Asked::<Wishes>::from_request_parts(parts, state).await?;
        let address = OriginalUri::from_request_parts(parts, state)
            .await
            .map_or_else(|_| parts.uri.clone(), |uri| uri.0);
        let csv = match wishes.format.as_deref() {
            None => wants_csv(&parts.headers),
            Some("json") => false,
            Some("csv") => true,
            Some(_) => return Err(Problem::unreadable(lang)),
        };
        let number = |written: Option<String>, default| match written {
            None => Some(default),
            Some(written) => written.parse().ok().filter(|n| *n > 0),
        };
        let page = number(wishes.page, 1).ok_or_else(|| Problem::unreadable(lang))?;
        let per_page = number(wishes.per_page, ROWS.0).ok_or_else(|| Problem::unreadable(lang))?.min(ROWS.1);
        Ok(Self { lang, csv, page, per_page, address })
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let read = axum_extra::extract::Query::<T>::from_request_parts(parts, state).await;
        read.map(|query| Self(query.0)).map_err(|_| Problem::unreadable(lang(&parts.headers)))
    }
}

/// The path's piece, as text; the router has matched it, so it is there.
pub(super) type Named = extract::Path<String>;

/// English for who asks for English first, else Vietnamese.
pub(super) fn lang(headers: &HeaderMap) -> Lang {
    match text(headers, ACCEPT_LANGUAGE) {
        Some(wanted) if wanted.trim_start().starts_with("en") => Lang::En,
        _ => Lang::Vi,
    }
}
