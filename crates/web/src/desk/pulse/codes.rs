//! The codes of people drawn from a list as a spreadsheet, shown once: for an office that sends them by means of its own.

use ::fieldwork::answer::workbook::{Cell, Page as Tab, written};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use listen::pulse::{Slip, Slips};
use look::say;

use super::slips::address;
use crate::Fault;
use crate::desk::Signed;
use crate::parts::spreadsheet;

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 4] = ["pulse-reference", "pulse-part", "pulse-code", "pulse-link"];

/// The answer that brings the file: `csv`, else `xlsx`.
pub(super) fn file(signed: &Signed, made: &Slips, format: &str) -> Result<Response, Fault> {
    let (lang, id) = (signed.visit.lang, made.pulse.id);
    let link = address(signed, id);
    let row = |slip: &Slip| {
        let part = made.pulse.strata.get(slip.stratum).map(|part| part.name.clone());
        [
            slip.reference.clone().unwrap_or_default(),
            part.unwrap_or_default(),
            slip.code.clone(),
            link.clone(),
        ]
    };
    let rows = made.slips.iter().map(row);
    let names = (format!("ma-tham-do-{id}"), format!("poll-codes-{id}"));
    if format == "csv" {
        return spreadsheet::answer(lang, (&names.0, &names.1), HEADINGS, rows);
    }
    let heading = HEADINGS.map(|key| say(lang, key)).to_vec();
    let rows = rows.map(|row| row.map(Cell::Text).to_vec()).collect();
    // A paragraph below the rows would be sent as if it were one of them.
    let tab = Tab { name: say(lang, "pulse-slips"), heading, rows, notes: Vec::new() };
    let media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let disposition = format!("attachment; filename=\"{}.xlsx\"", lang.pick(&names.0, &names.1));
    let headers = [(CONTENT_TYPE, media.to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, written(&[tab]).map_err(|_| Fault::Broken)?).into_response())
}
