//! A station's log from its source system: the form that brings it, what is wrong with it, and the empty file.

use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use inform::broadcast::{Differing, Expected, Kind, Month, Problem, ROWS_MAX, Unread, of_station, take_in};
use look::words::{say, say_with};
use look::{Lang, Value, number};
use sheet::Found;

use super::station::{self, Beside, page};
use super::told::{closed, length, moment, sentence};
use crate::desk::Signed;
use crate::desk::listing::{self, Line, Sent};
use crate::desk::typed::refused;
use crate::visit::Path;
use crate::{Fault, Page};

/// The columns of the file, by the keys of their headings.
const COLUMNS: [&str; 5] = [
    "broadcast-column-day",
    "broadcast-column-hour",
    "broadcast-column-length",
    "broadcast-column-bulletin",
    "broadcast-column-programme",
];

/// So many of them, the first, are needed.
const NEEDED: usize = 3;

/// Where the form is sent; the code stays in braces.
pub(crate) fn pattern(lang: Lang) -> String {
    format!("{}/{}", Page::Station.pattern(lang), lang.pick("nhap", "import"))
}

/// Where the empty file is.
pub(crate) fn template_pattern(lang: Lang) -> String {
    format!("{}/{}", Page::Station.pattern(lang), lang.pick("mau.csv", "template.csv"))
}

/// The empty file, with its headings.
pub(crate) async fn template(signed: Signed, Path(code): Path<String>) -> Result<Response, Fault> {
    of_station(&signed.desk, &code, Month::of(signed.desk.today)).await.map_err(closed)?;
    let lang = signed.visit.lang;
    Ok(listing::template(lang, lang.pick("nhat-ky-phat-thanh.csv", "broadcast-log.csv"), &COLUMNS))
}

/// Takes the file in and shows the station; what is wrong is said cell by cell, and nothing of it is kept.
pub(crate) async fn post(
    signed: Signed,
    Path(code): Path<String>,
    form: Multipart,
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    of_station(&signed.desk, &code, Month::of(signed.desk.today)).await.map_err(closed)?;
    let Sent { name, bytes, .. } = listing::sent(form).await.ok_or(Fault::Unreadable)?;
    let beside = match take_in(&signed.desk, &code, sheet::File { name: &name, bytes: &bytes }).await {
        Ok(came) => {
            let month = came.new.last().map(|aired| Month::of(aired.at.date()));
            let month = month.unwrap_or_else(|| Month::of(signed.desk.today));
            let path = station::path(lang, &code, Some(month));
            let counts = format!("new={}&known={}&own={}", came.new.len(), came.known, came.own());
            let counts =
                format!("{counts}&doubled={}&differing={}", came.doubled, differing(&came.differing));
            return Ok(Redirect::to(&format!("{path}&told=imported&{counts}")).into_response());
        }
        Err(Unread::Problems(problems)) => {
            let lines = problems.kept.iter().map(|problem| line(lang, problem)).collect();
            Beside { problems: lines, more: problems.more(), ..Beside::default() }
        }
        Err(Unread::Refusal(why)) => Beside { why: Some(sentence(lang, why)?), ..Beside::default() },
    };
    refused(page(&signed, &code, beside).await)
}

/// So many airings of another length are named.
const NAMED: usize = 5;

/// Airings whose length in the file was another, as an address carries them: how many, then the first of them.
fn differing(all: &[Differing]) -> String {
    let named = all.iter().take(NAMED).map(|it| format!("_{}_{}_{}", it.at, it.kept, it.said));
    format!("{}{}", all.len(), named.collect::<String>())
}

/// The same in words, where there are any.
fn differing_told(lang: Lang, written: &str) -> Option<String> {
    let mut parts = written.split('_');
    let count: i64 = parts.next()?.parse().ok().filter(|count| *count > 0)?;
    let parts: Vec<&str> = parts.take(3 * NAMED).collect();
    let named = parts.chunks_exact(3).filter_map(|part| {
        let (at, kept, said) = (part[0].parse().ok()?, part[1].parse().ok()?, part[2].parse().ok()?);
        let said = [
            ("at", moment(lang, at).into()),
            ("kept", length(lang, kept).into()),
            ("said", length(lang, said).into()),
        ];
        Some(say_with(lang, "broadcast-told-differs", &said))
    });
    let named = named.collect::<Vec<_>>().join("; ");
    Some(say_with(lang, "broadcast-told-differing", &[("n", count.into()), ("named", named.into())]))
}

/// What a file brought, in words.
pub(super) fn told(lang: Lang, [new, known, own, doubled]: [Option<usize>; 4], differing: &str) -> String {
    let count = |count: Option<usize>| Value::from(i64::try_from(count.unwrap_or(0)).unwrap_or(i64::MAX));
    let came = say_with(
        lang,
        "broadcast-told-imported",
        &[("new", count(new)), ("known", count(known)), ("own", count(own))],
    );
    let doubled = doubled.filter(|doubled| *doubled > 0);
    let doubled = doubled.map(|n| say_with(lang, "broadcast-told-doubled", &[("n", count(Some(n)))]));
    [Some(came), doubled, differing_told(lang, differing)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A problem of the file, in words.
fn line(lang: Lang, problem: &Problem) -> Line {
    let expected = match &problem.expected {
        Expected::AsKind if problem.kind == Kind::MissingColumn => {
            COLUMNS[..NEEDED].iter().map(|key| say(lang, key)).collect::<Vec<_>>().join(", ")
        }
        Expected::AsKind if problem.kind == Kind::TooManyRows => number::whole(lang, ROWS_MAX as i64),
        Expected::AsKind | Expected::File(_) => String::new(),
        Expected::Station(name) => name.clone(),
        Expected::From(at) => moment(lang, *at),
        Expected::Row(row) => row.to_string(),
        Expected::Seconds(seconds) => length(lang, *seconds),
    };
    let word = problem.kind.as_str();
    let key = match problem.kind {
        Kind::MissingColumn => "broadcast-problem-missing-column".into(),
        kind if kind.is_of_file() => listing::key_of_file(word, &problem.value),
        _ => format!("broadcast-problem-{word}"),
    };
    let place = match (problem.row, &problem.column) {
        (Some(row), Some(column)) => format!("{column}{row}"),
        _ => say(lang, "listing-whole-file"),
    };
    Line {
        place,
        found: match &problem.value {
            Found::Nothing => String::new(),
            _ if problem.kind.is_of_file() => String::new(),
            value => value.to_string(),
        },
        sentence: say_with(lang, &key, &[("expected", expected.into())]),
    }
}
