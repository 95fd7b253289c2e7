//! Many people at once: a spreadsheet in, slips with one-time links out.

use accounts::person::{self, Expected, Problem, Problems, Refusal, Unread};
use accounts::{Relation, Role};
use askama::Template;
use axum::extract::Multipart;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::{Lang, filters, say, say_with};

use super::{role_name, roles, sentence, slips};
use crate::desk::Signed;
use crate::desk::typed::refused;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::{Fault, Page};

/// The columns of the file, by the keys of their headings, as the template has them.
const COLUMNS: [&str; 5] = ["bulk-name", "bulk-account", "bulk-post", "bulk-agency", "bulk-role"];

#[derive(Template)]
#[template(path = "desk/people/bulk.html")]
struct BulkPage {
    frame: Frame,
    form: String,
    roles: Vec<(String, String)>,
    why: Option<String>,
    problems: Vec<Line>,
    more: usize,
    /// The address of the empty file.
    empty: String,
}

/// A problem of the file, in words.
struct Line {
    place: String,
    found: String,
    sentence: String,
}

/// The address of the empty file.
pub(crate) fn template_path(lang: Lang) -> String {
    format!("{}/{}", Page::Bulk.path(lang), lang.pick("mau.csv", "template.csv"))
}

/// The page.
pub(crate) async fn get(signed: Signed) -> Answer {
    page(&signed, None, &Problems::default())
}

/// The empty file, with its headings.
pub(crate) async fn template(signed: Signed) -> Result<Response, Fault> {
    signed.desk.may(&person::IMPORT, Relation::Other)?;
    let headings = COLUMNS.map(|key| say(signed.visit.lang, key)).join(",");
    let name = signed.visit.lang.pick("nguoi-dung.csv", "people.csv");
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, format!("\u{feff}{headings}\r\n")).into_response())
}

/// Takes the file in and shows the slips; one that came before makes new links for its people.
pub(crate) async fn post(signed: Signed, headers: HeaderMap, form: Multipart) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let (form, name, bytes) = read(form).await.ok_or(Fault::Unreadable)?;
    let file = sheet::File { name: &name, bytes: &bytes };
    let unit = signed.visit.settings().province.id.to_string();
    let people = match person::take_in(desk, file, &unit, &form).await {
        Ok(people) => people,
        Err(Unread::Refusal(Refusal::Sent)) => {
            person::of_form(desk, &form).await.map_err(|why| sentence::fault(lang, why))?
        }
        Err(Unread::Problems(problems)) => return refused(page(&signed, None, &problems)),
        Err(Unread::Refusal(why)) => {
            let why = sentence::of_person(lang, why)?;
            return refused(page(&signed, Some(why), &Problems::default()));
        }
    };
    Ok(slips::make(&signed, &headers, people).await?.into_response())
}

/// The mark of the form, and the file with its name.
async fn read(mut form: Multipart) -> Option<(String, String, Vec<u8>)> {
    let (mut mark, mut file) = (None, None);
    while let Some(field) = form.next_field().await.ok()? {
        match field.name()? {
            "form" => mark = Some(field.text().await.ok()?),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                file = Some((name, field.bytes().await.ok()?.to_vec()));
            }
            _ => {}
        }
    }
    let (name, bytes) = file?;
    Some((mark.filter(|mark| mark.len() >= 16)?, name, bytes))
}

fn page(signed: &Signed, why: Option<String>, problems: &Problems) -> Answer {
    let lang = signed.visit.lang;
    signed.desk.may(&person::IMPORT, Relation::Other)?;
    render(&BulkPage {
        frame: signed.frame(Page::Bulk, say(lang, Page::Bulk.key())).under(Page::People),
        form: signed.visit.app.works()?.chance.token(),
        roles: roles(lang),
        why,
        problems: problems.kept.iter().map(|problem| Line::new(lang, problem)).collect(),
        more: problems.more(),
        empty: template_path(lang),
    })
}

impl Line {
    fn new(lang: Lang, problem: &Problem) -> Self {
        let place = match (problem.row, &problem.column) {
            (Some(row), Some(column)) => format!("{column}{row}"),
            _ => say(lang, "bulk-whole-file"),
        };
        let expected = match &problem.expected {
            Expected::AsKind | Expected::File(_) => String::new(),
            Expected::Agencies(codes) => codes.join(", "),
            Expected::Roles(roles) => roles.map(|role: Role| role_name(lang, role)).join(", "),
            Expected::Row(row) => row.to_string(),
        };
        let key = format!("bulk-problem-{}", problem.kind.as_str());
        Self {
            place,
            found: problem.value.to_string(),
            sentence: say_with(lang, &key, &[("expected", expected.into())]),
        }
    }
}
