//! A visit: who reads which page in which language, with which choices, from which picture of the results.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::http::request::Parts;
use look::Lang;
use serde::de::DeserializeOwned;

use crate::parts::choices::Choices;
use crate::parts::frame::Frame;
use crate::{App, Fault, Page, Settings, Snapshot};

/// One reader's request.
pub(crate) struct Visit {
    /// The language of the address.
    pub(crate) lang: Lang,
    /// Text size, colour and contrast.
    pub(crate) choices: Choices,
    /// The query behind the address, with its question mark, or nothing.
    pub(crate) query: String,
    /// The site's address, `https://a.vn`: as configured, else as this reader called it.
    pub(crate) origin: String,
    /// The results.
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) app: App,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::of(parts, app))
    }
}

impl Visit {
    /// The visit that a request is.
    pub(crate) fn of(parts: &Parts, app: &App) -> Self {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        Self {
            lang: lang_of(uri.path()),
            choices: Choices::of(&parts.headers),
            origin: origin(app.settings(), &parts.headers),
            query: uri.query().map(|query| format!("?{query}")).unwrap_or_default(),
            snapshot: app.snapshot(),
            app: app.clone(),
        }
    }

    /// The installation's settings.
    pub(crate) fn settings(&self) -> &Settings {
        self.app.settings()
    }

    /// What stands around a page.
    pub(crate) fn frame(&self, page: Page, title: impl Into<String>) -> Frame {
        Frame::new(self, page, title.into())
    }
}

/// The site's address: as configured, else as this reader called it. What it stands in depends on who asks, and is not kept.
fn origin(settings: &Settings, headers: &HeaderMap) -> String {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let called = |host: &str| {
        let is_own = |said: &&str| said.split_once("://").is_some_and(|(_, own)| own == host);
        text(ORIGIN).filter(is_own).map_or_else(|| format!("http://{host}"), str::to_owned)
    };
    settings.origin.clone().or_else(|| text(HOST).map(called)).unwrap_or_default()
}

/// A question read from the address; one that does not read is answered by a page.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for Query<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        if parts.uri.query().is_some_and(|query| query.contains(NUL)) {
            return Err(Fault::Unreadable);
        }
        let read = axum_extra::extract::Query::<T>::from_request_parts(parts, app).await;
        read.map(|query| Self(query.0)).map_err(|_| Fault::Unreadable)
    }
}

/// What varies in the address; an address that does not read is one of which nothing is there.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        // No name has it, and PostgreSQL takes no text that does.
        if parts.uri.path().contains(NUL) {
            return Err(Fault::Missing);
        }
        let read = axum::extract::Path::<T>::from_request_parts(parts, app).await;
        read.map(|path| Self(path.0)).map_err(|_| Fault::Missing)
    }
}

/// A zero byte, as an address writes it.
const NUL: &str = "%00";

/// English lies under `/en`; everything else is Vietnamese.
pub(crate) fn lang_of(path: &str) -> Lang {
    if path == "/en" || path.starts_with("/en/") { Lang::En } else { Lang::Vi }
}
