//! Who is signed in: the desk of a request, found by the cookie of its session.

pub(crate) mod arrival;

use accounts::{Desk, session};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;

use self::arrival::Arrival;
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{App, Fault, Page};

/// A request of somebody who signed in.
pub(crate) struct Signed {
    /// Where they sit.
    pub(crate) desk: Desk,
    /// What they read.
    pub(crate) visit: Visit,
    /// The browser that they use.
    pub(crate) arrival: Arrival,
}

impl FromRequestParts<App> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        let wanted = uri.path_and_query().map(ToString::to_string).unwrap_or_default();
        let arrival = Arrival::of(parts, app);
        let token = arrival.session.as_ref().ok_or_else(|| Fault::SignedOut(wanted.clone()))?;
        let desk = session::sit(&app.works()?.program(arrival.client.clone()), token).await?;
        let desk = desk.ok_or(Fault::SignedOut(wanted))?;
        let visit = Visit::of(parts, app);
        Ok(Self { desk, visit, arrival })
    }
}

impl Signed {
    /// What stands around a page of theirs.
    pub(crate) fn frame(&self, page: Page, title: impl Into<String>) -> Frame {
        self.visit.frame(page, title).seated(&self.desk)
    }
}
