//! The polls that are open, and those that were.

use askama::Template;
use listen::poll::{self, State};
use look::filters;
use look::words::say;

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::poll::{Told, closed};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/poll/list.html")]
struct PollsPage {
    frame: Frame,
    open: Vec<Told>,
    over: Vec<Told>,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let (lang, desk) = (visit.lang, visit.app.works()?.program(None));
    let told: Vec<Told> = poll::all_open(&desk)
        .await
        .map_err(closed)?
        .iter()
        .map(|it| Told::new(lang, it, desk.today))
        .collect();
    let (open, over) = told.into_iter().partition(|it| it.state == State::Open);
    render(&PollsPage { frame: visit.frame(Page::Polls, say(lang, Page::Polls.key())), open, over })
}
