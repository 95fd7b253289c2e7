//! The register of personal data: what of people the program keeps, why, who sees it, how long, and how to ask about one's
//! own. How much of what askers left is kept at the moment is counted.

use askama::Template;
use listen::question::{Held, KEPT_DAYS, Kind, Terms, held};
use look::filters;
use look::words::say;

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::terms;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/question/data.html")]
struct DataPage {
    frame: Frame,
    held: Held,
    /// Within how many days a request about one's own data is answered, by which law.
    within: String,
}

/// What is kept, in the order of the page; the words of each are its own.
const KEPT: [&str; 10] =
    ["contact", "picture", "words", "address", "imports", "pulse", "poll", "survey", "notice", "official"];

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let desk = visit.app.works()?.program(None);
    let lang = visit.lang;
    render(&DataPage {
        held: held(&desk).await?,
        within: terms(lang, &Terms::on(Kind::OwnData, visit.snapshot.today)),
        frame: visit.frame(Page::PersonalData, say(lang, Page::PersonalData.key())).under(Page::Questions),
    })
}

impl DataPage {
    /// How many of it are kept now, where that is counted.
    fn count(&self, what: &str) -> Option<i64> {
        match what {
            "contact" => Some(self.held.contacts),
            "picture" => Some(self.held.pictures),
            _ => None,
        }
    }
}
