//! The trail as a file that a spreadsheet opens.

use accounts::audit::Entry;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::{Lang, say};

use super::act_name;
use super::told::instant;
use crate::Fault;

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
    let mut csv = csv::Writer::from_writer(Vec::from("\u{feff}"));
    let broken = |_| Fault::Broken;
    csv.write_record(HEADINGS.map(|key| say(lang, key))).map_err(broken)?;
    for entry in entries {
        csv.write_record(cells(lang, entry).map(harmless)).map_err(broken)?;
    }
    let bytes = csv.into_inner().map_err(|_| Fault::Broken)?;
    let disposition = format!("attachment; filename=\"{}.csv\"", lang.pick("nhat-ky", "audit"));
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
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

/// A text that a spreadsheet would take for a formula, marked as text.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
