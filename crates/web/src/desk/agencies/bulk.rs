//! Many agencies at once, from a spreadsheet.

use accounts::Relation;
use accounts::agency::{self, Kind, Refusal, Unread};
use accounts::listing::Problems;
use askama::Template;
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, say, say_with};
use serde::Deserialize;

use super::{kind_name, sentence};
use crate::desk::Signed;
use crate::desk::listing::{self, Line, Sent};
use crate::desk::typed::refused;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Query;
use crate::{Fault, Page};

/// The columns of the file, by the keys of their headings, as the template has them.
const COLUMNS: [&str; 9] = [
    "agencies-code",
    "agencies-name",
    "agencies-kind",
    "agencies-first",
    "agency-bulk-last",
    "agencies-after",
    "agencies-identifier",
    "agencies-outside",
    "agencies-note",
];

#[derive(Template)]
#[template(path = "desk/agencies/bulk.html")]
struct BulkPage {
    frame: Frame,
    form: String,
    kinds: Vec<String>,
    told: Option<String>,
    why: Option<String>,
    problems: Vec<Line>,
    more: usize,
    /// The address of the empty file.
    empty: String,
}

/// What the last file brought, in the address.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    added: Option<usize>,
    known: Option<usize>,
}

/// The address of the empty file.
pub(crate) fn template_path(lang: Lang) -> String {
    format!("{}/{}", Page::AgencyBulk.path(lang), lang.pick("mau.csv", "template.csv"))
}

/// The page.
pub(crate) async fn get(signed: Signed, Query(asked): Query<Asked>) -> Answer {
    let told = asked.added.map(|added| {
        let said = [("added", added.into()), ("known", asked.known.unwrap_or_default().into())];
        say_with(signed.visit.lang, "agency-bulk-told", &said)
    });
    page(&signed, told, None, &Problems::default())
}

/// The empty file, with its headings.
pub(crate) async fn template(signed: Signed) -> Result<Response, Fault> {
    signed.desk.may(&agency::ADOPT, Relation::Other)?;
    let lang = signed.visit.lang;
    Ok(listing::template(lang, lang.pick("co-quan.csv", "agencies.csv"), &COLUMNS))
}

/// Takes the file in; one that came before adds nothing.
pub(crate) async fn post(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let Sent { name, bytes, .. } = listing::sent(form).await.ok_or(Fault::Unreadable)?;
    let unit = signed.visit.settings().province.id.to_string();
    match agency::take_in(&signed.desk, sheet::File { name: &name, bytes: &bytes }, &unit).await {
        Ok(taken) => {
            let there =
                format!("{}?added={}&known={}", Page::AgencyBulk.path(lang), taken.added, taken.known);
            Ok(Redirect::to(&there).into_response())
        }
        Err(Unread::Problems(problems)) => refused(page(&signed, None, None, &problems)),
        Err(Unread::Refusal(why @ Refusal::Forbidden(_))) => {
            Err(sentence::of(lang, why).err().unwrap_or(Fault::Broken))
        }
        Err(Unread::Refusal(why)) => {
            let why = sentence::of(lang, why)?;
            refused(page(&signed, None, Some(why), &Problems::default()))
        }
    }
}

fn page(signed: &Signed, told: Option<String>, why: Option<String>, problems: &Problems) -> Answer {
    let lang = signed.visit.lang;
    signed.desk.may(&agency::ADOPT, Relation::Other)?;
    render(&BulkPage {
        frame: signed.frame(Page::AgencyBulk, say(lang, Page::AgencyBulk.key())).under(Page::Agencies),
        form: signed.visit.app.works()?.chance.token(),
        kinds: Kind::ALL.map(|kind| kind_name(lang, kind)).into(),
        told,
        why,
        problems: listing::lines(lang, problems),
        more: problems.more(),
        empty: template_path(lang),
    })
}
