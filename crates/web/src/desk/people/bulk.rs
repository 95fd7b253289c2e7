//! Many people at once: a spreadsheet in, slips with one-time links out.

use accounts::Relation;
use accounts::listing::Problems;
use accounts::person::{self, Refusal, Unread};
use askama::Template;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Response};
use look::{Lang, filters, say};

use super::{roles, sentence, slips};
use crate::desk::Signed;
use crate::desk::listing::{self, Line, Sent};
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
    let lang = signed.visit.lang;
    Ok(listing::template(lang, lang.pick("nguoi-dung.csv", "people.csv"), &COLUMNS))
}

/// Takes the file in and shows the slips; one that came before makes new links for its people.
pub(crate) async fn post(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let (lang, desk) = (signed.visit.lang, &signed.desk);
    let Sent { form, name, bytes } = listing::sent(form).await.ok_or(Fault::Unreadable)?;
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
    Ok(slips::make(&signed, people).await?.into_response())
}

fn page(signed: &Signed, why: Option<String>, problems: &Problems) -> Answer {
    let lang = signed.visit.lang;
    signed.desk.may(&person::IMPORT, Relation::Other)?;
    render(&BulkPage {
        frame: signed.frame(Page::Bulk, say(lang, Page::Bulk.key())).under(Page::People),
        form: signed.visit.app.works()?.chance.token(),
        roles: roles(lang),
        why,
        problems: listing::lines(lang, problems),
        more: problems.more(),
        empty: template_path(lang),
    })
}
