//! A session that ended while somebody wrote: what they typed is handed back, to be sent again after signing in.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use look::filters;
use look::words::say;

use super::{Act, Entry, path};
use crate::desk::sign_in;
use crate::fault::render;
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/assignment/lost.html")]
struct LostPage {
    frame: Frame,
    entry: Entry,
    had_files: bool,
    id: i64,
    door: String,
}

impl LostPage {
    fn to(&self, act: Act) -> String {
        act.pattern(self.frame.lang).replace("{id}", &self.id.to_string())
    }
}

/// The form with what was typed, and the way to the door. Nothing of the assignment itself is told.
pub(super) fn page(visit: &Visit, id: i64, entry: Entry, had_files: bool) -> Result<Response, Fault> {
    let lang = visit.lang;
    let frame = visit.frame(Page::Assignment, say(lang, "lost-title")).with("{id}", &id.to_string());
    let door = sign_in::address(lang, &path(lang, id));
    let page = render(&LostPage { frame, entry, had_files, id, door })?;
    Ok((StatusCode::UNAUTHORIZED, page).into_response())
}
