//! Documents: what was issued, oldest first, as the chain of what carries out what.

use askama::Template;
use look::filters;
use look::{Lang, say_with};
use plan::Document;

use crate::Page;
use crate::fault::{Answer, render};
use crate::parts::frame::Frame;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/document/list.html")]
struct DocumentsPage<'a> {
    frame: Frame,
    links: Vec<Link<'a>>,
}

/// A document in the chain.
struct Link<'a> {
    document: &'a Document,
    named: Named,
    carries_out: Option<Named>,
    carried_out_by: Vec<Named>,
}

/// A document as others point to it.
pub(crate) struct Named {
    pub(crate) slug: String,
    pub(crate) name: String,
}

/// The page.
pub(crate) async fn get(visit: Visit) -> Answer {
    let (lang, snapshot) = (visit.lang, visit.snapshot.clone());
    let all = &snapshot.documents;
    let link = |document| Link {
        document,
        named: named(lang, document),
        carries_out: above(all, document).map(|above| named(lang, above)),
        carried_out_by: below(all, document).map(|below| named(lang, below)).collect(),
    };
    let frame = visit.frame(Page::Documents, look::say(lang, Page::Documents.key()));
    render(&DocumentsPage { frame, links: all.iter().map(link).collect() })
}

/// "Kế hoạch số 193/KH-UBND", with its slug.
pub(crate) fn named(lang: Lang, document: &Document) -> Named {
    let values = [("kind", document.kind.as_str().into()), ("sign", document.sign.as_str().into())];
    Named { slug: document.slug(), name: say_with(lang, "document-name", &values) }
}

/// The document that this one carries out.
pub(crate) fn above<'a>(all: &'a [Document], document: &Document) -> Option<&'a Document> {
    let slug = document.carries_out.as_ref()?;
    all.iter().find(|other| other.slug() == *slug)
}

/// The documents that carry this one out.
pub(crate) fn below<'a>(all: &'a [Document], document: &Document) -> impl Iterator<Item = &'a Document> {
    let slug = document.slug();
    all.iter().filter(move |other| other.carries_out.as_ref() == Some(&slug))
}
