//! Making a pulse: its form, read whole, and what is wrong with the list that came in it.

use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use listen::pulse::{self, Draft, Expected, Kind, Listed, Problem, Refusal, Split, Undrawn};
use look::{Lang, say, say_with};
use sheet::File;

use super::{Beside, page, path};
use crate::Fault;
use crate::desk::Signed;
use crate::desk::listing::{Line, key_of_file};
use crate::desk::typed::{Typed, refused};
use crate::parts::pulse::sentence;

/// A form as it came: what was typed, and the list if one was chosen.
struct Sent {
    typed: Typed,
    list: Option<(String, Vec<u8>)>,
}

/// Makes a pulse and shows it.
pub(crate) async fn post(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let sent = read(form).await.ok_or(Fault::Unreadable)?;
    let beside = match made(&signed, &sent).await? {
        Ok(id) => return Ok(Redirect::to(&path(lang, id)).into_response()),
        Err(Undrawn::Problems(problems)) => {
            let lines = problems.kept.iter().map(|problem| line(lang, problem)).collect();
            Beside { problems: lines, more: problems.more(), ..Beside::default() }
        }
        Err(Undrawn::Refusal(why)) => {
            let is_flagged = matches!(why, Refusal::Coaching(_));
            Beside { why: Some(sentence(lang, why)?), is_flagged, ..Beside::default() }
        }
    };
    refused(page(&signed, sent.typed, beside).await)
}

async fn made(signed: &Signed, Sent { typed, list }: &Sent) -> Result<Result<i64, Undrawn>, Fault> {
    let Some(draft) = draft(typed) else { return Ok(Err(Refusal::Days.into())) };
    let made = match list {
        None => pulse::make(&signed.desk, &draft).await.map_err(Undrawn::from),
        Some((name, bytes)) => {
            let listed = Listed {
                file: File { name, bytes },
                size: pulse::number(typed.get("size")).and_then(|it| it.try_into().ok()).unwrap_or_default(),
                split: Split::read(typed.get("split")).unwrap_or(Split::ByCount),
            };
            pulse::draw(&signed.desk, &signed.visit.app.works()?.chance, &draft, &listed).await
        }
    };
    Ok(made.map(|made| made.id))
}

/// The form; none where it is not whole. A field for a file in which none was chosen comes empty.
async fn read(mut form: Multipart) -> Option<Sent> {
    let mut sent = Sent { typed: Typed::default(), list: None };
    while let Some(field) = form.next_field().await.ok()? {
        let (name, file) = (field.name()?.to_owned(), field.file_name().map(str::to_owned));
        let bytes = field.bytes().await.ok()?;
        match file {
            Some(file) if !bytes.is_empty() => sent.list = Some((file, bytes.to_vec())),
            Some(_) => {}
            None => sent.typed = sent.typed.with(&name, String::from_utf8_lossy(&bytes)),
        }
    }
    Some(sent)
}

/// What a form says of a pulse; none where a day does not read.
fn draft(typed: &Typed) -> Option<Draft> {
    Some(Draft {
        title: typed.get("title").to_owned(),
        population: typed.get("population").to_owned(),
        items: typed.all("item"),
        strata: typed.get("strata").to_owned(),
        opens_on: typed.day("opens_on")?,
        closes_on: typed.day("closes_on")?,
        is_fine: typed.get("fine") == "yes",
    })
}

/// A problem of the list, in words.
fn line(lang: Lang, problem: &Problem) -> Line {
    let expected = match problem.expected {
        Expected::AsKind | Expected::File(_) => String::new(),
        Expected::AtMost(most) => look::number::whole(lang, most as i64),
        Expected::Row(row) => row.to_string(),
    };
    let (kind, is_of_file) = (problem.kind, problem.kind.is_of_file());
    let key = match kind {
        Kind::MissingColumn => "pulse-problem-missing-column".to_owned(),
        kind if is_of_file => key_of_file(kind.as_str(), &problem.value),
        kind => format!("pulse-problem-{}", kind.as_str()),
    };
    Line {
        place: match (problem.row, &problem.column) {
            (Some(row), Some(column)) => format!("{column}{row}"),
            _ => say(lang, "listing-whole-file"),
        },
        found: match &problem.value {
            sheet::Found::Nothing => String::new(),
            _ if is_of_file => String::new(),
            value => value.to_string(),
        },
        sentence: say_with(lang, &key, &[("expected", expected.into())]),
    }
}
