//! The register for a spreadsheet, as the Law on Access to Information wants one of requests: without contacts.

use accounts::Directory;
use axum::response::Response;
use jiff::civil::Date;
use listen::Question;
use listen::question::State;
use look::Lang;

use crate::Fault;
use crate::parts::question::{agency, kind, outcome, standing, topic};
use crate::parts::spreadsheet::{self, cell};

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 18] = [
    "sheet-code",
    "inbox-kind",
    "question-topic-short",
    "inbox-came",
    "inbox-place",
    "inbox-commune",
    "sheet-agency-code",
    "inbox-agency",
    "inbox-what",
    "question-due",
    "sheet-extended",
    "board-status",
    "sheet-settled",
    "sheet-closed",
    "sheet-days-late",
    "sheet-reopened",
    "inbox-rating",
    "inbox-outcome",
];

/// The answer.
pub(super) fn answer(
    lang: Lang,
    questions: &[Question],
    directory: &Directory,
    today: Date,
) -> Result<Response, Fault> {
    let rows = questions.iter().map(|question| row(lang, question, directory, today));
    spreadsheet::answer(lang, ("so-hoi-dap", "question-register"), HEADINGS, rows)
}

fn row(lang: Lang, question: &Question, directory: &Directory, today: Date) -> [String; 18] {
    let named = |code: &Option<String>| {
        code.as_deref().map(|code| agency(directory, code).to_owned()).unwrap_or_default()
    };
    let at = question.at(directory, today);
    [
        question.code.clone(),
        kind(lang, question.kind),
        question.topic.as_ref().map(|word| topic(lang, word)).unwrap_or_default(),
        question.received_on.to_string(),
        named(&question.place),
        named(&question.commune),
        at.clone().unwrap_or_default(),
        named(&at),
        question.words.clone(),
        question.due.to_string(),
        question.extended.to_string(),
        standing(lang, question, today).0,
        cell(question.settled_on.filter(|_| question.is_answered())),
        cell(question.settled_on.filter(|_| question.state == State::Closed)),
        cell(question.late.max(question.overdue(today))),
        question.reopened.to_string(),
        cell(question.rating),
        outcome(lang, question).unwrap_or_default(),
    ]
}
