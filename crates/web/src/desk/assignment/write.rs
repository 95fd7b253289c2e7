//! Saving, sending, and adding evidence. Once the form has come, the work is done even where the line is gone.

use crate::visit::Path;
use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use look::words::{say, say_with};
use look::{Lang, number};
use plan::evidence;
use plan::owed::Measure;
use plan::report::{self, Refusal, Report, Said, TEXT_MAX, Words};

use super::page::range;
use super::{AssignmentPage, Entry, closed, lost, path, when};
use crate::desk::Signed;
use crate::desk::evidence::upload::{self, Upload};
use crate::fault::render;
use crate::visit::Visit;
use crate::{Fault, Works};

/// Saves a draft.
pub(crate) async fn save(
    visit: Visit,
    signed: Result<Signed, Fault>,
    Path(id): Path<i64>,
    form: Multipart,
) -> Result<Response, Fault> {
    write(&visit, signed, id, form, false).await
}

/// Sends the report.
pub(crate) async fn submit(
    visit: Visit,
    signed: Result<Signed, Fault>,
    Path(id): Path<i64>,
    form: Multipart,
) -> Result<Response, Fault> {
    write(&visit, signed, id, form, true).await
}

/// Adds evidence to a report that waits.
pub(crate) async fn add(signed: Signed, Path(id): Path<i64>, form: Multipart) -> Result<Response, Fault> {
    let mut upload = upload::read(form).await?;
    let (desk, works) = (signed.desk.clone(), signed.visit.app.works()?.clone());
    let work = tokio::spawn(async move {
        let mut pieces = evidence::links(upload.text("links")).unwrap_or_default();
        pieces.extend(upload.pieces(&works).await);
        evidence::add(&desk, id, &pieces).await
    });
    let told = match work.await.map_err(|_| Fault::Broken)? {
        Ok(_) => "?told=added",
        Err(evidence::Refusal::NotWaiting) => "",
        Err(evidence::Refusal::Missing) => return Err(Fault::Missing),
        Err(evidence::Refusal::Forbidden(forbidden)) => return Err(forbidden.into()),
        Err(evidence::Refusal::Store(fault)) => return Err(fault.into()),
    };
    Ok(Redirect::to(&format!("{}{told}", path(signed.visit.lang, id))).into_response())
}

async fn write(
    visit: &Visit,
    signed: Result<Signed, Fault>,
    id: i64,
    form: Multipart,
    send: bool,
) -> Result<Response, Fault> {
    let upload = upload::read(form).await?;
    let entry = Entry::typed(&upload);
    let signed = match signed {
        Ok(signed) => signed,
        Err(Fault::SignedOut(_)) => return lost::page(visit, id, entry, upload.has_files()),
        Err(fault) => return Err(fault),
    };
    let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
    let (value, wrong) = value_of(visit.lang, &entry.value, folder.owed.measure.as_ref());
    let (links, wrong) = match evidence::links(&entry.links) {
        Ok(links) => (links, wrong),
        Err(evidence::NotALink(line)) => {
            let said = [("line", line.into())];
            (Vec::new(), wrong.or(Some(("links", say_with(visit.lang, "report-not-a-link", &said)))))
        }
    };
    let mut said = entry.said(id, value);
    said.pieces = links;
    let kept = keep(&signed, upload, said, send && wrong.is_none()).await?;
    match (kept, wrong) {
        (Kept::Done(_), None) => {
            let told = if send { "submitted" } else { "saved" };
            Ok(Redirect::to(&format!("{}?told={told}", path(visit.lang, id))).into_response())
        }
        (Kept::Done(draft), Some(wrong)) => hand_back(&signed, id, entry, Some(draft), wrong).await,
        (Kept::Saved(draft, refusal), _) => {
            let wrong = wrong_of(visit.lang, &refusal).ok_or_else(|| closed(refusal))?;
            hand_back(&signed, id, entry, draft, wrong).await
        }
        (Kept::Stale(now), _) => stale(&signed, id, entry, now).await,
    }
}

/// What became of a form.
enum Kept {
    Done(Box<Report>),
    /// It cannot be sent as it is, but a draft of it is kept where that could be.
    Saved(Option<Box<Report>>, Refusal),
    Stale(Option<Box<Report>>),
}

/// Takes the files in and writes the report, apart from the request: a line that goes away stops nothing. What
/// cannot be sent is saved, so that files need not be sent twice.
async fn keep(signed: &Signed, mut upload: Upload, mut said: Said, send: bool) -> Result<Kept, Fault> {
    let (desk, works): (_, Works) = (signed.desk.clone(), signed.visit.app.works()?.clone());
    let work = tokio::spawn(async move {
        said.pieces.extend(upload.pieces(&works).await);
        let done = if send { report::submit(&desk, &said).await } else { report::save(&desk, &said).await };
        match done {
            Ok(report) => Ok(Kept::Done(Box::new(report))),
            Err(Refusal::Stale(now)) => Ok(Kept::Stale(now)),
            Err(why @ (Refusal::Empty | Refusal::OutOfRange { .. })) => {
                let draft = report::save(&desk, &said).await.ok();
                Ok(Kept::Saved(draft.map(Box::new), why))
            }
            Err(why @ Refusal::TooLong(_)) => Ok(Kept::Saved(None, why)),
            Err(why) => Err(why),
        }
    });
    work.await.map_err(|_| Fault::Broken)?.map_err(closed)
}

/// The form with what is wrong, going on with the draft that was kept of it.
async fn hand_back(
    signed: &Signed,
    id: i64,
    entry: Entry,
    draft: Option<Box<Report>>,
    wrong: (&'static str, String),
) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
    let why = say(lang, if draft.is_some() { "report-wrong-saved" } else { "report-wrong" });
    let mut entry = draft.map_or(entry.clone(), |draft| entry.continuing(&draft));
    entry.keep =
        folder.latest().map(|told| told.evidence.iter().map(|it| it.id).collect()).unwrap_or_default();
    entry.wrong = Some(wrong);
    let mut page = AssignmentPage::new(signed, folder, Some(entry), None)?;
    page.why = Some(why);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response())
}

/// The form as it was typed beside what somebody else wrote meanwhile: sent again, it takes the other's place.
async fn stale(signed: &Signed, id: i64, entry: Entry, now: Option<Box<Report>>) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let folder = report::folder(&signed.desk, id).await.map_err(closed)?;
    let may_go_on = Entry::of(lang, &folder, String::new(), false, false).is_some();
    let (entry, meanwhile, why) = match &now {
        None => (entry, Vec::new(), say(lang, "report-stale")),
        Some(now) => {
            let said = [
                ("who", folder.names.of(&now.author).to_owned().into()),
                ("when", when(lang, now.written_at).into()),
            ];
            let meanwhile = differences(lang, &now.words, &entry);
            let entry = if may_go_on { entry.continuing(now) } else { entry };
            (entry, meanwhile, say_with(lang, "report-stale-by", &said))
        }
    };
    let mut page = AssignmentPage::new(signed, folder, Some(entry), None)?;
    (page.why, page.meanwhile) = (Some(why), meanwhile);
    Ok((StatusCode::CONFLICT, render(&page)?).into_response())
}

/// The fields in which what is there now differs from what was typed.
fn differences(lang: Lang, now: &Words, typed: &Entry) -> Vec<(String, String)> {
    let value = now.value.map(|value| number::plain(lang, value)).unwrap_or_default();
    let fields = [
        ("report-value", &value, &typed.value),
        ("report-done", &now.done, &typed.done),
        ("report-hindered", &now.hindered, &typed.hindered),
        ("report-proposed", &now.proposed, &typed.proposed),
    ];
    let differ =
        fields.into_iter().filter(|(_, now, typed)| now.trim() != typed.replace("\r\n", "\n").trim());
    differ.map(|(key, now, _)| (say(lang, key), now.clone())).collect()
}

type Wrong = Option<(&'static str, String)>;

/// The value that was typed, where there is anything to count.
fn value_of(lang: Lang, typed: &str, measure: Option<&Measure>) -> (Option<f64>, Wrong) {
    let bare = typed.trim().trim_end_matches('%').trim();
    if bare.is_empty() || measure.is_none() {
        return (None, None);
    }
    match number::read(lang, bare) {
        Some(value) => (Some(value), None),
        None => (None, Some(("value", say(lang, "report-not-a-number")))),
    }
}

/// The field and the sentence for what was refused.
fn wrong_of(lang: Lang, refusal: &Refusal) -> Wrong {
    match refusal {
        Refusal::Empty => Some(("done", say(lang, "report-empty"))),
        Refusal::OutOfRange { low, high } => {
            let range = range(lang, *low, *high).unwrap_or_default();
            Some(("value", say_with(lang, "report-out-of-range", &[("range", range.into())])))
        }
        Refusal::TooLong(field) => {
            let most = [("most", i64::try_from(TEXT_MAX).unwrap_or(i64::MAX).into())];
            Some((field, say_with(lang, "report-too-long", &most)))
        }
        _ => None,
    }
}
