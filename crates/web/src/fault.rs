//! What can go wrong with a page, and the page that says so and helps.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use look::filters;
use look::words::{say, say_with};

use crate::api::Refusal;
use crate::desk::sign_in;
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{App, Page};

/// Why a page could not be given.
#[derive(Debug, Clone)]
pub enum Fault {
    /// No such page.
    Missing,
    /// The address asks for something that does not exist.
    Refused(Refusal),
    /// No region of that name; the slugs of those that there are.
    NoRegion {
        /// As it was written.
        written: String,
        /// The regions of the set.
        regions: Vec<String>,
    },
    /// Whoever asks may not do this.
    Forbidden,
    /// Nobody is signed in, or no longer; where they wanted to go.
    SignedOut(String),
    /// The query does not read: a field twice, for instance.
    Unreadable,
    /// What was sent is larger than is taken.
    TooLarge,
    /// The program itself failed; the reason is in the log.
    Broken,
}

/// Makes the function `closed` for the refusals of a slice: the page for one that no form can mend.
macro_rules! closed {
    ($visible:vis $refusal:ident) => {
        /// The page for a refusal that no form can mend: what one may not know of is missing, like what is not there.
        $visible fn closed(refusal: $refusal) -> $crate::Fault {
            match refusal {
                $refusal::Forbidden(forbidden) => forbidden.into(),
                $refusal::Store(fault) => fault.into(),
                _ => $crate::Fault::Missing,
            }
        }
    };
}
pub(crate) use closed;

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::Missing | Self::Refused(_) | Self::NoRegion { .. } => StatusCode::NOT_FOUND,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignedOut(_) => StatusCode::UNAUTHORIZED,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<store::Error> for Fault {
    fn from(fault: store::Error) -> Self {
        tracing::error!(%fault, "the database did not answer");
        Self::Broken
    }
}

impl From<accounts::Forbidden> for Fault {
    fn from(_: accounts::Forbidden) -> Self {
        Self::Forbidden
    }
}

impl From<plan::board::Refusal> for Fault {
    fn from(refusal: plan::board::Refusal) -> Self {
        match refusal {
            plan::board::Refusal::Missing => Self::Missing,
            plan::board::Refusal::Forbidden(_) => Self::Forbidden,
            plan::board::Refusal::Store(fault) => fault.into(),
        }
    }
}

impl From<askama::Error> for Fault {
    fn from(fault: askama::Error) -> Self {
        tracing::error!(%fault, "a template did not render");
        Self::Broken
    }
}

/// A bare answer that carries the fault; [`explain`] dresses it in the reader's language.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut bare = self.status().into_response();
        bare.extensions_mut().insert(self);
        bare
    }
}

/// A page, or why not.
pub(crate) type Answer = Result<Html<String>, Fault>;

/// Renders a template as a page.
pub(crate) fn render(page: &impl Template) -> Answer {
    Ok(Html(page.render()?))
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    frame: Frame,
    sentence: String,
    help: String,
    /// The sign-in page, where nobody is signed in.
    door: Option<String>,
}

/// Puts the page around a fault.
pub(crate) async fn explain(State(_): State<App>, visit: Visit, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let answer = next.run(request).await;
    // A body above a limit never comes to a page: whoever stops it says so in bare English.
    let is_above = answer.status() == StatusCode::PAYLOAD_TOO_LARGE;
    let fault = answer.extensions().get::<Fault>().cloned().or(is_above.then_some(Fault::TooLarge));
    let Some(fault) = fault else { return answer };
    let lang = visit.lang;
    if let Fault::SignedOut(wanted) = &fault
        && reads
    {
        return Redirect::to(&sign_in::address(lang, wanted)).into_response();
    }
    let (title, sentence, help) = match &fault {
        Fault::Missing => {
            ("fault-missing", say(lang, "fault-missing-sentence"), say(lang, "fault-missing-help"))
        }
        Fault::Refused(refusal) => ("fault-unknown", refusal.sentence(lang), say(lang, "fault-unknown-help")),
        Fault::NoRegion { written, regions } => {
            let said = [("written", written.as_str().into()), ("regions", regions.join(", ").into())];
            ("fault-unknown", say_with(lang, "fault-no-region", &said), say(lang, "fault-unknown-help"))
        }
        Fault::Forbidden => {
            ("fault-forbidden", say(lang, "fault-forbidden-sentence"), say(lang, "fault-unknown-help"))
        }
        Fault::SignedOut(_) => {
            ("fault-signed-out", say(lang, "fault-signed-out-sentence"), say(lang, "fault-signed-out-help"))
        }
        Fault::Unreadable => {
            ("fault-unreadable", say(lang, "fault-unreadable-sentence"), say(lang, "fault-unknown-help"))
        }
        Fault::TooLarge => {
            ("fault-too-large", say(lang, "fault-too-large-sentence"), say(lang, "fault-too-large-help"))
        }
        Fault::Broken => ("fault-broken", say(lang, "fault-broken-sentence"), say(lang, "fault-broken-help")),
    };
    let frame = visit.frame(Page::Search, say(lang, title));
    let door = matches!(fault, Fault::SignedOut(_)).then(|| Page::SignIn.path(lang));
    let page = FaultPage { frame, sentence, help, door };
    match render(&page) {
        Ok(html) => (fault.status(), html).into_response(),
        Err(_) => fault.status().into_response(),
    }
}
