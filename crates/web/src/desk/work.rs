//! My work: what is mine, due, late, returned.

use askama::Template;
use look::filters;

use super::Signed;
use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;

#[derive(Template)]
#[template(path = "desk/work.html")]
struct WorkPage {
    frame: Frame,
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    let title = look::say(signed.visit.lang, Page::Work.key());
    render(&WorkPage { frame: signed.frame(Page::Work, title) })
}
