//! The polls that are open, and those that were.

use askama::Template;
use listen::poll::{self, State};
use listen::pulse;
use look::words::say;
use look::{date, filters};

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
    /// Pulses whose results are there: address, title, until when they took answers.
    pulses: Vec<(String, String, String)>,
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
    let pulse = |it: pulse::Over| {
        (Page::Pulse.path(lang).replace("{id}", &it.id.to_string()), it.title, date::short(lang, it.last))
    };
    let pulses = pulse::over(&desk).await?.into_iter().map(pulse).collect();
    render(&PollsPage { frame: visit.frame(Page::Polls, say(lang, Page::Polls.key())), open, over, pulses })
}
