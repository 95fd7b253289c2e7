//! The trail as a file that a spreadsheet opens.

use accounts::audit::Entry;
use axum::response::Response;
use look::Lang;

use super::act_name;
use super::told::instant;
use crate::Fault;
use crate::parts::spreadsheet;

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 10] = [
    "audit-seq",
    "audit-at",
    "audit-who",
    "audit-post",
    "audit-agency",
    "audit-client",
    "audit-act",
    "audit-subject",
    "audit-before",
    "audit-after",
];

/// The file.
pub(super) fn answer(lang: Lang, entries: &[Entry]) -> Result<Response, Fault> {
    spreadsheet::answer(lang, ("nhat-ky", "audit"), HEADINGS, entries.iter().map(|entry| cells(lang, entry)))
}

fn cells(lang: Lang, entry: &Entry) -> [String; 10] {
    let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        entry.seq.to_string(),
        instant(lang, entry.at),
        entry.who.clone(),
        entry.post.clone(),
        or_empty(&entry.agency),
        or_empty(&entry.client),
        act_name(lang, &entry.act),
        entry.subject.clone(),
        or_empty(&entry.before),
        or_empty(&entry.after),
    ]
}
