//! The review queue of the standing body: reports to accept or to send back, later days to grant or refuse.

mod decide;

use accounts::person::Names;
use askama::Template;
use look::filters;
use look::words::{say, say_with};
use plan::extension::ANSWER;
use plan::extension::Extension;
use plan::report::{self, ACCEPT, AT_ONCE, Asked, Filter, Queue, State, Waiting};
use serde::Deserialize;

use super::Signed;
use super::assignment::{Compared, ToldView, closed, compared, path};
use crate::fault::{Answer, render};
use crate::local::encoded;
use crate::parts::frame::Frame;
use crate::parts::period::name as period;
use crate::visit::Query;
use crate::{Fault, Page};

pub(crate) use decide::post;

/// Which reports the address asks for, and what was just done.
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Wanted {
    agency: Option<String>,
    section: Option<String>,
    state: Option<String>,
    told: Option<String>,
}

#[derive(Template)]
#[template(path = "desk/review/review.html")]
struct ReviewPage {
    frame: Frame,
    notice: Option<String>,
    why: Option<String>,
    agencies: Vec<(String, String)>,
    sections: Vec<(String, String)>,
    wanted: Wanted,
    /// The address with its filters, which forms go back to.
    here: String,
    items: Vec<Item>,
    count: usize,
    asked: Vec<Wish>,
    may_review: bool,
    may_answer: bool,
}

/// A report that waits.
struct Item {
    id: i64,
    version: i64,
    href: String,
    code: String,
    what: String,
    agency: String,
    period: String,
    state: State,
    done_when: String,
    told: ToldView,
    before: Option<Compared>,
}

/// A later day that is asked for.
struct Wish {
    href: String,
    code: String,
    what: String,
    agency: String,
    by: String,
    extension: Extension,
    due: jiff::civil::Date,
    promises: usize,
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(wanted): Query<Wanted>) -> Answer {
    let notice = wanted.told.as_deref().and_then(|told| notice(signed.visit.lang, told));
    render(&page(&signed, wanted, notice, None).await?)
}

async fn page(
    signed: &Signed,
    wanted: Wanted,
    notice: Option<String>,
    why: Option<String>,
) -> Result<ReviewPage, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let queue = report::queue(desk, &wanted.filter()).await.map_err(closed)?;
    let Queue { waiting, count, asked, agencies, sections, directory, names } = queue;
    let name = |code: &str| directory.name(code).to_owned();
    let section = |code: String| {
        let said = say_with(lang, "review-section", &[("code", code.as_str().into())]);
        (code, said)
    };
    Ok(ReviewPage {
        frame: signed.frame(Page::Review, say(lang, Page::Review.key())),
        notice,
        why,
        agencies: agencies.into_iter().map(|code| (code.clone(), name(&code))).collect(),
        sections: sections.into_iter().map(section).collect(),
        here: wanted.address(lang),
        items: waiting.into_iter().map(|waiting| item(lang, waiting, name, &names)).collect(),
        count,
        asked: asked.into_iter().map(|asked| wish(lang, asked, name, &names)).collect(),
        may_review: ACCEPT.reach(desk.role).is_some(),
        may_answer: ANSWER.reach(desk.role).is_some(),
        wanted,
    })
}

impl ReviewPage {
    /// How many wait beyond those that are shown.
    fn beyond(&self) -> usize {
        self.count.saturating_sub(AT_ONCE)
    }

    fn is_wanted(&self, field: Option<&String>, value: &str) -> bool {
        field.is_some_and(|wanted| wanted == value)
    }
}

impl Wanted {
    fn filter(&self) -> Filter {
        let said = |field: &Option<String>| field.clone().filter(|text| !text.is_empty());
        let state = self.state.as_deref().and_then(State::read);
        Filter { agency: said(&self.agency), section: said(&self.section), state }
    }

    /// The address of the queue with these filters.
    fn address(&self, lang: look::Lang) -> String {
        let fields = [("agency", &self.agency), ("section", &self.section), ("state", &self.state)];
        let said = fields.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
        let pairs: Vec<String> = said
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        format!("{}?{}", Page::Review.path(lang), pairs.join("&"))
    }
}

fn item(lang: look::Lang, waiting: Waiting, name: impl Fn(&str) -> String, names: &Names) -> Item {
    let Waiting { owed, told, before } = waiting;
    let measure = owed.measure.as_ref();
    Item {
        id: told.report.id,
        version: told.report.version,
        href: path(lang, owed.id),
        agency: name(&owed.agency),
        period: period(lang, &owed.period),
        state: told.report.state,
        before: before.map(|(code, report)| compared(lang, &code, &report, measure)),
        told: ToldView::new(lang, told, measure, names),
        code: owed.code,
        what: owed.what,
        done_when: owed.done_when,
    }
}

fn wish(lang: look::Lang, asked: Asked, name: impl Fn(&str) -> String, names: &Names) -> Wish {
    let Asked { owed, extension, promises } = asked;
    Wish {
        href: path(lang, owed.id),
        agency: name(&owed.agency),
        due: owed.until(),
        by: names.of(&extension.asked_by).to_owned(),
        code: owed.code,
        what: owed.what,
        extension,
        promises,
    }
}

/// What was just done, as the address says it: `accepted-3`.
fn notice(lang: look::Lang, told: &str) -> Option<String> {
    let (word, count) = told.split_once('-').unwrap_or((told, "1"));
    let known = ["accepted", "returned", "granted", "refused"].contains(&word);
    let count: i64 = count.parse().ok()?;
    known.then(|| say_with(lang, &format!("review-told-{word}"), &[("n", count.into())]))
}
