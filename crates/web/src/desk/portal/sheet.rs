//! The list as CSV, for a spreadsheet.

use accounts::Directory;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::portal::{Section, Standing, Trouble};
use jiff::civil::Date;

use crate::api::sheet::{Sheet, cell};
use crate::desk::board::plain;

const HEADER: [&str; 12] = [
    "name",
    "address",
    "agency",
    "agency_name",
    "ground",
    "within_days",
    "standing",
    "days_stale",
    "trouble",
    "http_status",
    "last_changed",
    "last_looked",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(super) fn answer(sections: &[Section], directory: &Directory, today: Date) -> Response {
    let sheet = Sheet::new(HEADER, sections.iter().map(|one| row(one, directory, today)));
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (CONTENT_DISPOSITION, "attachment; filename=\"so-cong-thong-tin.csv\""),
    ];
    (headers, format!("\u{feff}{}", sheet.csv())).into_response()
}

fn row(one: &Section, directory: &Directory, today: Date) -> [String; 12] {
    let standing = one.standing(today);
    let stale = match standing {
        Standing::Stale(days) => Some(days),
        _ => None,
    };
    [
        plain(&one.name),
        plain(&one.address),
        one.agency.clone(),
        plain(directory.name(&one.agency)),
        plain(&one.ground),
        one.days.to_string(),
        standing.as_str().to_owned(),
        cell(stale),
        one.seen.trouble.map_or("", Trouble::as_str).to_owned(),
        cell(one.seen.status),
        cell(one.seen.changed_on),
        cell(one.seen.looked.map(|(_, day)| day)),
    ]
}
