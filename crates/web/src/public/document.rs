//! One document: its facts, what it carries out and what carries it out, the targets that it sets.

use askama::Template;
use axum::extract::Path;
use look::{filters, say_with};
use plan::{Document, Kind, Target};

use super::documents::{Named, above, below, named};
use crate::fault::{Answer, Fault, render};
use crate::parts::frame::Frame;
use crate::visit::Visit;
use crate::{Page, Snapshot};

#[derive(Template)]
#[template(path = "public/document.html")]
struct DocumentPage<'a> {
    frame: Frame,
    document: &'a Document,
    /// From the first document of the chain to the one that this carries out.
    above: Vec<Named>,
    below: Vec<Named>,
    targets: Vec<Set<'a>>,
    /// The sample's plan has an annex that nobody has published.
    annex: bool,
}

/// A target as the document sets it.
struct Set<'a> {
    said: &'a str,
    years: String,
}

/// The page.
pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let document = snapshot.documents.iter().find(|document| document.slug() == slug);
    let document = document.ok_or(Fault::Missing)?;
    let named = |document| named(lang, document);
    let frame = visit.frame(Page::Document, named(document).name).under(Page::Documents).at(&slug);
    render(&DocumentPage {
        above: chain(&snapshot, document).into_iter().map(named).collect(),
        below: below(&snapshot.documents, document).map(named).collect(),
        targets: snapshot.targets.iter().filter(|t| t.document == slug).map(|t| set(&frame, t)).collect(),
        annex: frame.demo && document.kind == Kind::Plan,
        frame,
        document,
    })
}

/// What the document carries out, and what that carries out, first of all first; no longer than there are
/// documents, so that a ring ends.
fn chain<'a>(snapshot: &'a Snapshot, document: &'a Document) -> Vec<&'a Document> {
    let all = &snapshot.documents;
    let upwards = std::iter::successors(above(all, document), |document| above(all, document));
    let mut chain: Vec<_> = upwards.take(all.len()).collect();
    chain.reverse();
    chain
}

fn set<'a>(frame: &Frame, target: &'a Target) -> Set<'a> {
    let (first, last) = (target.first_year.to_string(), target.last_year.to_string());
    let key = if first == last { "document-target-year" } else { "document-target-years" };
    Set {
        said: frame.lang.pick(&target.said, &target.said_en),
        years: say_with(frame.lang, key, &[("first", first.into()), ("last", last.into())]),
    }
}
