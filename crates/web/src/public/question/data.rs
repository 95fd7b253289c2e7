//! The register of personal data: what of people the program keeps, why, who sees it, how long, and how to ask about one's
//! own. How much of what askers left is kept at the moment is counted.

use accounts::{Reach, Right};
use askama::Template;
use jiff::civil::Date;
use listen::import;
use listen::question::{self, Basis, Held, KEPT_DAYS, Kind, Terms, held};
use look::words::{say, say_with};
use look::{Lang, filters};

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::question::terms;
use crate::public::poll::one as poll;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/question/data.html")]
struct DataPage {
    frame: Frame,
    held: Held,
    /// Within how many days a request about one's own data is answered, by which law.
    within: String,
    today: Date,
}

/// What is kept, in the order of the page; the words of each are its own.
const KEPT: [&str; 11] = [
    "contact",
    "picture",
    "answer-file",
    "words",
    "address",
    "imports",
    "pulse",
    "poll",
    "survey",
    "notice",
    "official",
];

/// Whoever holds a right, in words: those of the agency itself, then those who hold it over all.
fn readers(lang: Lang, right: &Right) -> String {
    let own = right.held_by.iter().any(|(_, reach)| *reach != Reach::Any).then(|| say(lang, "data-who-own"));
    let all = right.held_by.iter().filter(|(_, reach)| *reach == Reach::Any);
    let all = all.map(|(role, _)| say(lang, &format!("role-{}", role.as_str())));
    format!("{}.", own.into_iter().chain(all).collect::<Vec<_>>().join("; "))
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let desk = visit.app.works()?.program(None);
    let lang = visit.lang;
    render(&DataPage {
        held: held(&desk).await?,
        within: terms(lang, &Terms::on(Kind::OwnData, visit.snapshot.today)),
        today: visit.snapshot.today,
        frame: visit.frame(Page::PersonalData, say(lang, Page::PersonalData.key())).under(Page::Questions),
    })
}

impl DataPage {
    /// Who sees it: the roles that hold the right to, then the rest in words.
    fn who(&self, what: &str) -> String {
        let (lang, rest) = (self.frame.lang, say(self.frame.lang, &format!("data-who-{what}")));
        match what {
            "imports" => format!("{} {rest}", readers(lang, &import::READ)),
            "picture" | "words" | "answer-file" => format!("{} {rest}", readers(lang, &question::READ)),
            _ => rest,
        }
    }

    /// On what ground it is kept, by the laws of the day.
    fn ground(&self, what: &str) -> String {
        let laws = Basis::ALL.map(|basis| (basis.as_str(), basis.law(self.today).into()));
        say_with(self.frame.lang, &format!("data-ground-{what}"), &laws)
    }

    /// How long it is kept, where a rule of the program's own does not say so.
    fn how_long(&self, what: &str) -> String {
        let days = match what {
            "imports" => i64::from(import::DAYS).into(),
            _ => poll::COOKIE_DAYS.into(),
        };
        say_with(self.frame.lang, &format!("data-how-long-{what}"), &[("n", days)])
    }

    /// How many of it are kept now, where that is counted.
    fn count(&self, what: &str) -> Option<i64> {
        match what {
            "contact" => Some(self.held.contacts),
            "picture" => Some(self.held.pictures),
            "answer-file" => Some(self.held.files),
            _ => None,
        }
    }
}
