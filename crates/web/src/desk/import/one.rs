//! One import: its columns and what would be kept, before it is kept; its lines, after.

use accounts::{Directory, Relation};
use askama::Template;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use listen::Import;
use listen::import::{self, KEEP, Kind, LINES, Line, Outcome, Preview, REMOVE, Refusal, Said};
use look::words::{say, say_with};
use look::{Lang, filters};
use serde::Deserialize;

use super::path;
use crate::desk::Signed;
use crate::desk::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::parts::import::{closed, kind, problem, sentence};
use crate::parts::question::agency;
use crate::visit::{Path, Query};
use crate::{Fault, Page};

/// So many lines are shown before they are kept, so many wrong cells and so many words that were not understood.
const SHOWN: usize = 10;
const PROBLEMS: usize = 50;
const UNKNOWN: usize = 12;
/// How many different values of a column are shown, and how long each, in characters.
const EXAMPLES: usize = 3;
const LONGEST: usize = 40;

/// What the address asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    page: Option<i64>,
    new: Option<usize>,
    changed: Option<usize>,
    same: Option<usize>,
}

#[derive(Template)]
#[template(path = "desk/import/one.html")]
struct ImportPage {
    frame: Frame,
    import: Import,
    /// What the columns were taken for, once it was kept.
    columns: Vec<(String, String)>,
    lines: Vec<LineView>,
    newer: Option<String>,
    older: Option<String>,
    waiting: Option<Waiting>,
    may_remove: bool,
    notice: Option<String>,
    why: Option<String>,
}

/// What is shown before it is kept.
struct Waiting {
    columns: Vec<ColumnView>,
    kinds: Vec<(String, String)>,
    seen: String,
    counts: Option<String>,
    problems: Vec<String>,
    more: usize,
    withheld: usize,
    unknown: Vec<String>,
    may_keep: bool,
}

struct ColumnView {
    at: String,
    heading: String,
    kind: &'static str,
    examples: String,
}

struct LineView {
    code: String,
    link: Option<String>,
    words: Option<String>,
    received: Date,
    due: Option<Date>,
    answered: Option<Date>,
    place: Option<String>,
    agency: Option<String>,
    state: Option<String>,
    satisfied: Option<String>,
}

/// The page.
pub(crate) async fn get(signed: Signed, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Answer {
    let lang = signed.visit.lang;
    let notice = match (asked.new, asked.changed, asked.same) {
        (Some(new), Some(changed), Some(same)) => {
            Some(format!("{} {}", say(lang, "others-done"), counts(lang, Outcome { new, changed, same })))
        }
        _ => None,
    };
    page(&signed, id, None, asked.page.unwrap_or(1), notice, None).await
}

/// Shows what would be kept, keeps it, or removes the import. What nobody has seen yet is shown first.
pub(crate) async fn post(
    signed: Signed,
    Path(id): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let (lang, seal) = (signed.visit.lang, &signed.visit.app.works()?.seal);
    let said = said(&typed);
    match typed.get("act") {
        "remove" => match import::remove(&signed.desk, id).await {
            Ok(()) => Ok(Redirect::to(&Page::Imports.path(lang)).into_response()),
            Err(refusal) => Err(closed(refusal)),
        },
        "keep" if typed.get("seen") == mark(&said) => match import::keep(&signed.desk, seal, id, &said).await
        {
            Ok((kept, Outcome { new, changed, same })) => {
                let told = format!("new={new}&changed={changed}&same={same}");
                Ok(Redirect::to(&format!("{}?{told}", path(lang, kept.id))).into_response())
            }
            Err(refusal) => {
                let why = sentence(lang, refusal)?;
                refused(page(&signed, id, Some(said), 1, None, Some(why)).await)
            }
        },
        "keep" | "preview" => {
            signed.desk.may(&KEEP, Relation::Other)?;
            let notice = (typed.get("act") == "keep").then(|| say(lang, "others-look-again"));
            Ok(page(&signed, id, Some(said), 1, notice, None).await?.into_response())
        }
        _ => Err(Fault::Unreadable),
    }
}

/// What a form says of the columns.
fn said(typed: &Typed) -> Said {
    let one =
        |(name, word): &(String, String)| Some((name.strip_prefix("kind:")?.to_owned(), Kind::read(word)?));
    typed.0.iter().filter_map(one).collect()
}

/// The same as a text, by which a form tells what was seen.
fn mark(said: &Said) -> String {
    said.iter().map(|(at, kind)| format!("{at}={}", kind.as_str())).collect::<Vec<_>>().join(",")
}

fn counts(lang: Lang, outcome: Outcome) -> String {
    let Outcome { new, changed, same } = outcome;
    say_with(
        lang,
        "others-counts",
        &[("new", new.into()), ("changed", changed.into()), ("same", same.into())],
    )
}

async fn page(
    signed: &Signed,
    id: i64,
    said: Option<Said>,
    number: i64,
    notice: Option<String>,
    mut why: Option<String>,
) -> Answer {
    let (lang, desk, directory) = (signed.visit.lang, &signed.desk, &signed.visit.snapshot.directory);
    let import = import::one(desk, id).await.map_err(closed)?;
    let may = |right| desk.may(right, Relation::Other).is_ok();
    let title = format!("{}, {}", import.source, look::date::short(lang, import.as_of));
    let frame = signed.frame(Page::Import, title).with("{id}", &id.to_string());
    let number = number.clamp(1, 100_000);
    let (mut waiting, mut lines) = (None, Vec::new());
    if import.is_kept() {
        lines = import::lines(desk, id, number).await.map_err(closed)?;
    } else if may(&KEEP) {
        match import::preview(desk, &signed.visit.app.works()?.seal, id, said).await {
            Ok(seen) => {
                lines = seen.lines.iter().take(SHOWN).cloned().collect();
                waiting = Some(Waiting::new(lang, &seen));
            }
            // What does not open can still be removed.
            Err(Refusal::Sealed) => why = Some(sentence(lang, Refusal::Sealed)?),
            Err(other) => return Err(closed(other)),
        }
    }
    let named = |(heading, it): &(String, Kind)| (heading.clone(), kind(lang, *it));
    let at = |number: i64| format!("{}?page={number}", path(lang, id));
    render(&ImportPage {
        frame: frame.under(Page::Inbox).under(Page::Imports),
        columns: import.columns.iter().flatten().map(named).collect(),
        newer: (import.is_kept() && number > 1).then(|| at(number - 1)),
        older: (import.is_kept() && number * LINES < import.lines).then(|| at(number + 1)),
        lines: lines.into_iter().map(|line| LineView::new(lang, directory, line)).collect(),
        may_remove: may(&REMOVE),
        import,
        waiting,
        notice,
        why,
    })
}

impl Waiting {
    fn new(lang: Lang, seen: &Preview) -> Self {
        let column = |column: &import::Column| ColumnView {
            kind: seen.said.get(&column.at).map_or("", |kind| kind.as_str()),
            examples: examples(column),
            at: column.at.clone(),
            heading: column.heading.clone(),
        };
        let unknown = |((it, said), n): (&(Kind, String), &usize)| {
            let values =
                [("column", kind(lang, *it).into()), ("said", said.as_str().into()), ("n", (*n).into())];
            say_with(lang, "others-not-understood", &values)
        };
        let lacking = seen.amiss.map(|(it, twice)| {
            let key = if twice { "others-double" } else { "others-lacks" };
            say_with(lang, key, &[("column", kind(lang, it).into())])
        });
        let told = seen.problems.kept.iter().take(PROBLEMS).map(|it| problem(lang, it));
        let problems: Vec<String> = lacking.into_iter().chain(told).collect();
        Self {
            columns: seen.draft.columns.iter().map(column).collect(),
            kinds: Kind::ALL.iter().map(|it| (it.as_str().to_owned(), kind(lang, *it))).collect(),
            seen: mark(&seen.said),
            counts: problems.is_empty().then(|| counts(lang, seen.outcome)),
            more: seen.problems.count.saturating_sub(PROBLEMS),
            withheld: seen.withheld,
            unknown: seen.unknown.iter().take(UNKNOWN).map(unknown).collect(),
            may_keep: problems.is_empty(),
            problems,
        }
    }
}

/// The first different values.
fn examples(column: &import::Column) -> String {
    let short = |value: String| {
        let short: String = value.chars().take(LONGEST).collect();
        if short.len() < value.len() { format!("{short}…") } else { short }
    };
    column.examples(EXAMPLES).into_iter().map(short).collect::<Vec<_>>().join("; ")
}

impl LineView {
    fn new(lang: Lang, directory: &Directory, line: Line) -> Self {
        let named = |code: &String| agency(directory, code).to_owned();
        let liked = |liked: bool| say(lang, if liked { "others-liked" } else { "others-not-liked" });
        Self {
            place: line.place.as_ref().map(named),
            agency: line.agency.as_ref().map(named),
            state: line.state.map(|state| say(lang, &format!("others-state-{}", state.as_str()))),
            satisfied: line.satisfied.map(liked),
            code: line.code,
            link: line.link,
            words: line.words,
            received: line.received_on,
            due: line.due_on,
            answered: line.answered_on,
        }
    }
}
