//! The month as CSV: a line for each station, week and content in which anything was planned or aired.

use accounts::Directory;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use inform::broadcast::{Cell, Content, Register, Standing, Week};
use jiff::civil::Date;

use super::asked::Asked;
use crate::api::sheet::{Sheet, cell};
use crate::desk::board::plain;

const HEADER: [&str; 10] = [
    "station",
    "station_name",
    "week_first",
    "week_last",
    "content",
    "planned",
    "due",
    "aired",
    "aired_seconds",
    "standing",
];

/// The answer, with the mark that makes a spreadsheet read it as UTF-8.
pub(super) fn answer(seen: &Register, asked: &Asked, directory: &Directory, today: Date) -> Response {
    let contents = match asked.content() {
        Content::Any => seen.by_content(today).iter().map(|say| say.content).collect(),
        Content::Of(content) => vec![content],
    };
    let weeks = seen.month.weeks();
    let rows = contents.into_iter().flat_map(|content| {
        let of_station = |row: inform::broadcast::Row| {
            let told = weeks.iter().zip(row.weeks).filter(|(_, cell)| cell.standing() != Standing::Nothing);
            told.map(|(week, cell)| line(&row.station, directory, *week, content, cell)).collect::<Vec<_>>()
        };
        seen.rows(Content::Of(content), today).into_iter().flat_map(of_station).collect::<Vec<_>>()
    });
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"phat-thanh-{}.csv\"", seen.month)),
    ];
    (headers, format!("\u{feff}{}", Sheet::new(HEADER, rows).csv())).into_response()
}

fn line(station: &str, directory: &Directory, week: Week, content: Option<u8>, told: Cell) -> [String; 10] {
    [
        station.to_owned(),
        plain(directory.name(station)),
        week.first.to_string(),
        week.last.to_string(),
        cell(content),
        told.planned.to_string(),
        told.due.to_string(),
        told.aired.to_string(),
        told.seconds.to_string(),
        told.standing().as_str().to_owned(),
    ]
}
