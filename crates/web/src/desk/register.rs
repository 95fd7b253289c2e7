//! The register of documents: taking in what was issued, with its file.

use crate::visit::Path;
use accounts::Role;
use askama::Template;
use axum::extract::Multipart;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use look::{Lang, filters, say};
use plan::Document;
use plan::document::{self, Kind, Owed, Refusal};
use serde::Deserialize;

use super::Signed;
use super::typed::{Typed, refused};
use crate::fault::{Answer, render};
use crate::local::encoded;
use crate::parts::frame::Frame;
use crate::public::document::list::named;
use crate::visit::{Query, Visit};
use crate::{Fault, Page};

#[derive(Template)]
#[template(path = "desk/register.html")]
struct RegisterPage {
    frame: Frame,
    /// The address of the document that was just taken in.
    told: Option<String>,
    why: Option<String>,
    typed: Typed,
    kinds: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    owing: Vec<(String, String)>,
    documents: Vec<(String, String)>,
}

impl RegisterPage {
    fn new(signed: &Signed, typed: Typed, why: Option<String>) -> Self {
        let (lang, desk, snapshot) = (signed.visit.lang, &signed.desk, &signed.visit.snapshot);
        let kind =
            |kind: Kind| (kind.as_str().to_owned(), say(lang, &format!("document-kind-{}", kind.as_str())));
        let any = matches!(desk.role, Role::StandingBody);
        let own = |code: &str| any || desk.agency.as_deref() == Some(code);
        let (directory, today) = (&snapshot.directory, desk.today);
        let agencies = directory.agencies().filter(|agency| agency.in_force(today) && own(&agency.code));
        let groups = directory.groups().filter(|group| group.ended.is_none_or(|last| today <= last));
        let newest_first = snapshot.documents.iter().rev();
        Self {
            frame: signed.frame(Page::Register, say(lang, Page::Register.key())),
            told: None,
            why,
            typed,
            kinds: Kind::ALL.into_iter().map(kind).collect(),
            agencies: agencies.map(|agency| (agency.code.clone(), agency.name.clone())).collect(),
            owing: groups.map(|group| (group.code.clone(), group.name.clone())).collect(),
            documents: newest_first.map(|it| named(lang, it)).map(|it| (it.slug, it.name)).collect(),
        }
    }

    fn typed(&self, field: &str) -> &str {
        self.typed.get(field)
    }
}

/// What the address says was just done.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Told {
    told: Option<String>,
}

/// The empty form.
pub(crate) async fn get(signed: Signed, Query(told): Query<Told>) -> Answer {
    let typed = Typed::default().with("agency", signed.desk.agency.clone().unwrap_or_default());
    let told = told.told.map(|slug| Page::Document.at(signed.visit.lang, &slug));
    render(&RegisterPage { told, ..RegisterPage::new(&signed, typed, None) })
}

/// Takes the document in and says so; its own page shows it within a second.
pub(crate) async fn post(signed: Signed, form: Multipart) -> Result<Response, Fault> {
    let lang = signed.visit.lang;
    let (typed, file) = read(form).await.ok_or(Fault::Unreadable)?;
    let refuse = |typed, why: &str| refused(render(&RegisterPage::new(&signed, typed, Some(say(lang, why)))));
    let document = match document_of(&typed) {
        Ok(document) => document,
        Err(why) => return refuse(typed, why),
    };
    let kept = async {
        document::issue(&signed.desk, &document).await?;
        if let Some((name, bytes)) = file {
            let works = signed.visit.app.works().map_err(|_| Refusal::NotPaper)?;
            document::attach(&signed.desk, &works.attachments, &document.slug(), &name, bytes).await?;
        }
        Ok(())
    };
    match kept.await {
        Ok(()) => {
            let told = format!("{}?told={}", Page::Register.path(lang), encoded(&document.slug()));
            Ok(Redirect::to(&told).into_response())
        }
        Err(refusal) => refuse(typed, sentence(refusal)?),
    }
}

/// The file of a document, for anyone.
pub(crate) async fn file(visit: Visit, Path(slug): Path<String>) -> Result<Response, Fault> {
    let found = visit.snapshot.documents.iter().find(|document| document.slug() == slug);
    let file = found.and_then(|document| document.file.as_ref()).ok_or(Fault::Missing)?;
    let digest = file.digest.parse().map_err(|_| Fault::Broken)?;
    let bytes = visit.app.works()?.attachments.get(&digest).await?;
    let ending = if bytes.starts_with(b"%PDF") { "pdf" } else { "docx" };
    let disposition = format!("attachment; filename=\"{slug}.{ending}\"");
    Ok(([(CONTENT_TYPE, "application/octet-stream".to_owned()), (CONTENT_DISPOSITION, disposition)], bytes)
        .into_response())
}

/// The fields and the file, if one was chosen.
pub(super) async fn read(mut form: Multipart) -> Option<(Typed, Option<(String, Vec<u8>)>)> {
    let (mut typed, mut file) = (Typed::default(), None);
    while let Some(field) = form.next_field().await.ok()? {
        let name = field.name()?.to_owned();
        match field.file_name().map(str::to_owned) {
            Some(called) if !called.is_empty() => file = Some((called, field.bytes().await.ok()?.to_vec())),
            Some(_) => {}
            None => typed = typed.with(&name, field.text().await.ok()?),
        }
    }
    Some((typed, file))
}

/// The document that the fields describe, or the key of what is wrong with them.
fn document_of(typed: &Typed) -> Result<Document, &'static str> {
    let text = |field: &str| typed.get(field).to_owned();
    let maybe = |field: &str| typed.maybe(field);
    let day = |field: &str| typed.day(field).ok_or("register-no-day");
    let owed = match maybe("owed_by") {
        Some(by) => Some(Owed { by, until: day("owed_until")? }),
        None => None,
    };
    Ok(Document {
        sign: text("sign"),
        kind: Kind::read(&text("kind")).ok_or("register-no-kind")?,
        issued_on: day("issued_on")?,
        issuer: maybe("issuer").ok_or("register-no-issuer")?,
        issuer_en: maybe("issuer_en").unwrap_or_else(|| text("issuer")),
        title: text("title"),
        title_en: maybe("title_en").unwrap_or_else(|| text("title")),
        agency: maybe("agency"),
        carries_out: maybe("carries_out"),
        amends: maybe("amends"),
        replaces: maybe("replaces"),
        owed,
        file: None,
        source: text("source"),
    })
}

/// The key of the sentence for each refusal; a fault of the program goes on as one.
fn sentence(refusal: Refusal) -> Result<&'static str, Fault> {
    Ok(match refusal {
        Refusal::Forbidden(forbidden) => return Err(forbidden.into()),
        Refusal::Untitled => "register-untitled",
        Refusal::Known(_) => "register-known",
        Refusal::NoDocument(_) => "register-no-document",
        Refusal::NoAgency(_) => "register-no-agency",
        Refusal::NotPaper => "register-not-paper",
        Refusal::HasFile(_) => "register-has-file",
        Refusal::Store(fault) => return Err(fault.into()),
    })
}

/// Where the file of a document is.
pub(crate) fn file_path(lang: Lang, slug: &str) -> String {
    format!("{}/{}", Page::Document.at(lang, slug), lang.pick("tep", "file"))
}
