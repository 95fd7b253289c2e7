//! The list for a spreadsheet.

use axum::response::Response;
use inform::portal::Section;

use super::Line;
use crate::Fault;
use crate::desk::Signed;
use crate::parts::spreadsheet::{self, cell};

/// The columns, by the keys of their headings.
const HEADINGS: [&str; 9] = [
    "portal-name",
    "sheet-address",
    "sheet-agency-code",
    "portal-agency",
    "sheet-ground",
    "sheet-within-days",
    "portal-standing",
    "portal-changed",
    "portal-looked",
];

/// The answer.
pub(super) fn answer(signed: &Signed, sections: &[Section]) -> Result<Response, Fault> {
    let rows = sections.iter().map(|one| row(one, Line::new(signed, one)));
    spreadsheet::answer(signed.visit.lang, ("so-cong-thong-tin", "portal-register"), HEADINGS, rows)
}

fn row(one: &Section, line: Line) -> [String; 9] {
    [
        line.name,
        line.address,
        one.agency.clone(),
        line.agency,
        line.ground,
        one.days.to_string(),
        line.standing,
        cell(one.seen.changed_on),
        cell(one.seen.looked.map(|(_, day)| day)),
    ]
}
