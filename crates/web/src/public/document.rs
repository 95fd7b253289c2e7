//! One document: its facts, what it carries out and what carries it out, the targets that it sets.

pub(crate) mod list;

use crate::visit::Path;
use askama::Template;
use jiff::civil::Date;
use look::{filters, say_with};
use plan::document::{self, debts};
use plan::{Document, Kind, Target};

use self::list::{Named, above, below, named};
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
    amends: Option<Named>,
    replaces: Option<Named>,
    owed: Option<Owed<'a>>,
    targets: Vec<Set<'a>>,
    /// The sample's plan has an annex that nobody has published.
    annex: bool,
}

/// The plans of their own that it asks agencies for.
struct Owed<'a> {
    by: &'a str,
    until: Date,
    issued: usize,
    debts: Vec<Debt<'a>>,
}

/// One agency's plan of its own, or the lack of it.
struct Debt<'a> {
    agency: &'a str,
    issued: Option<Named>,
    /// "trễ 12 ngày", where it is or was late.
    late: Option<String>,
    ended: bool,
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
        amends: pointed(&snapshot, &document.amends).map(named),
        replaces: pointed(&snapshot, &document.replaces).map(named),
        owed: owed(&visit, &snapshot, document),
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

/// The document that another points to by its slug.
fn pointed<'a>(snapshot: &'a Snapshot, slug: &Option<String>) -> Option<&'a Document> {
    let slug = slug.as_ref()?;
    snapshot.documents.iter().find(|document| document.slug() == *slug)
}

fn owed<'a>(visit: &Visit, snapshot: &'a Snapshot, document: &'a Document) -> Option<Owed<'a>> {
    let (lang, asked) = (visit.lang, document.owed.as_ref()?);
    let (all, directory) = (&snapshot.documents, &snapshot.directory);
    let debts = debts(document, all, directory, visit.settings().province.id.as_str(), snapshot.today);
    let shown = |debt: &document::Debt<'a>| Debt {
        agency: directory.name(debt.agency),
        issued: debt.issued.map(|document| named(lang, document)),
        late: debt.late.map(|days| say_with(lang, "document-late", &[("days", i64::from(days).into())])),
        ended: debt.ended,
    };
    Some(Owed {
        by: directory.name(&asked.by),
        until: asked.until,
        issued: debts.iter().filter(|debt| debt.issued.is_some()).count(),
        debts: debts.iter().map(shown).collect(),
    })
}

fn set<'a>(frame: &Frame, target: &'a Target) -> Set<'a> {
    let (first, last) = (target.first_year.to_string(), target.last_year.to_string());
    let key = if first == last { "document-target-year" } else { "document-target-years" };
    Set {
        said: frame.lang.pick(&target.said, &target.said_en),
        years: say_with(frame.lang, key, &[("first", first.into()), ("last", last.into())]),
    }
}
