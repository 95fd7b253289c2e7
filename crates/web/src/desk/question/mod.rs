//! The register of questions: an agency its own, the standing body all. On time and satisfied stand side by side.

pub(super) mod act;
mod asking;
pub(super) mod file;
pub(super) mod one;
pub(super) mod picture;
mod sent;
mod sheet;

use accounts::Relation;
use accounts::agency::Kind as AgencyKind;
use askama::Template;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use listen::Question;
use listen::import;
use listen::question::{Kind, PAGE, Tally, listed};
use look::words::{say, say_with};
use look::{Lang, filters};

use self::asking::Asked;
use super::Signed;
use crate::fault::{Fault, render};
use crate::parts::frame::Frame;
use crate::parts::import::{Told, told};
use crate::parts::question::{Shares, agency, closed, kind, outcome, standing, topic, topics};
use crate::public::question::agencies;
use crate::public::question::answered::title;
use crate::visit::Query;
use crate::{Page, Snapshot};

#[derive(Template)]
#[template(path = "desk/question/list.html")]
struct InboxPage {
    frame: Frame,
    notice: Option<String>,
    asked: Asked,
    tallies: Vec<(&'static str, i64, String)>,
    shares: Shares,
    /// What other systems took in; none where the desk may not read of them.
    others: Option<Vec<Told>>,
    kinds: Vec<(String, String)>,
    topics: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    states: Vec<(String, String)>,
    rows: Vec<Row>,
    found: i64,
    newer: Option<String>,
    older: Option<String>,
}

/// A question in the list.
struct Row {
    href: String,
    code: String,
    title: String,
    kind: String,
    topic: Option<String>,
    agency: Option<String>,
    came: Date,
    due: Date,
    standing: String,
    /// How far what was asked for was given, and on what ground not.
    outcome: Option<String>,
    class: &'static str,
    reopened: i64,
}

/// The kinds of agencies that answer.
const ANSWERING: [AgencyKind; 3] = [AgencyKind::Commune, AgencyKind::Department, AgencyKind::Province];
/// The states that a list can ask for.
const STATES: [&str; 6] = ["open", "overdue", "unsent", "answered", "closed", "folded"];
/// The most lines of a sheet.
const SHEET: i64 = 10_000;

/// The page, or its sheet.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (lang, snapshot) = (signed.visit.lang, signed.visit.snapshot.clone());
    let asked = asked.today(&snapshot.directory, signed.desk.today);
    let asking = asked.read();
    if asked.wants_csv() {
        let all = listed(&signed.desk, &asking, SHEET).await.map_err(closed)?;
        return sheet::answer(lang, &all.rows, &snapshot.directory, signed.desk.today);
    }
    let found = listed(&signed.desk, &asking, PAGE).await.map_err(closed)?;
    let named = |word: &str| (word.to_owned(), say(lang, &format!("inbox-state-{word}")));
    let kinds = Kind::ALL.map(|it| (it.as_str().to_owned(), kind(lang, it)));
    let may_see = signed.desk.may(&import::READ, Relation::Other).is_ok();
    let others = match may_see {
        true => Some(told(lang, import::tallies(&signed.desk).await?)),
        false => None,
    };
    let page = InboxPage {
        frame: signed.frame(Page::Inbox, say(lang, Page::Inbox.key())),
        notice: asked.moved().and_then(|(code, to)| moved(lang, &snapshot, code, to)),
        tallies: tallies(lang, &found.tally),
        shares: Shares::new(lang, &found.tally),
        others,
        kinds: kinds.into(),
        topics: topics(lang),
        agencies: agencies(&signed.visit, &ANSWERING),
        states: STATES.into_iter().map(named).collect(),
        newer: (asking.page > 1).then(|| asked.at(lang, asking.page - 1)),
        older: (asking.page * PAGE < found.found).then(|| asked.at(lang, asking.page + 1)),
        rows: found.rows.into_iter().map(|it| Row::new((lang, signed.desk.today), &snapshot, it)).collect(),
        found: found.found,
        asked,
    };
    Ok(render(&page)?.into_response())
}

/// That a question was sent on, and to whom; none where there is no such agency.
fn moved(lang: Lang, snapshot: &Snapshot, code: &str, to: &str) -> Option<String> {
    snapshot.directory.agency(to)?;
    let told = [("code", code.into()), ("agency", agency(&snapshot.directory, to).into())];
    Some(say_with(lang, "inbox-told-moved", &told))
}

/// How many stand how, each with the address that shows them.
fn tallies(lang: Lang, tally: &Tally) -> Vec<(&'static str, i64, String)> {
    let address = |state: &str| format!("{}?state={state}#list", Page::Inbox.path(lang));
    let of = |state: &'static str, count| (state, count, address(state));
    vec![of("overdue", tally.overdue), of("unsent", tally.unsent), of("open", tally.open)]
}

impl Row {
    fn new((lang, today): (Lang, Date), snapshot: &Snapshot, question: Question) -> Self {
        let (standing, class) = standing(lang, &question, today);
        Self {
            href: one::path(lang, question.id),
            title: match question.words.as_str() {
                "" => say(lang, "question-gone"),
                words => title(words),
            },
            kind: kind(lang, question.kind),
            outcome: outcome(lang, &question),
            topic: question.topic.as_ref().map(|word| topic(lang, word)),
            agency: question
                .at(&snapshot.directory, today)
                .map(|code| agency(&snapshot.directory, &code).to_owned()),
            came: question.received_on,
            due: question.due,
            reopened: question.reopened,
            code: question.code,
            standing,
            class,
        }
    }
}
