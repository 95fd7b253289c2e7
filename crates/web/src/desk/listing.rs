//! A list that is sent as a spreadsheet: the form that brings it, what is wrong with it in words, and the empty file.

use accounts::listing::{Expected, Problem, Problems};
use accounts::{Role, agency};
use axum::extract::Multipart;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::{Lang, say, say_with};
use sheet::Found;

use super::agencies::kind_name;
use super::people::role_name;

/// What a form with a list brings.
pub(crate) struct Sent {
    /// The mark of the form.
    pub(crate) form: String,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The form; none where it is not whole.
pub(crate) async fn sent(mut form: Multipart) -> Option<Sent> {
    let (mut mark, mut file) = (None, None);
    while let Some(field) = form.next_field().await.ok()? {
        match field.name()? {
            "form" => mark = Some(field.text().await.ok()?),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                file = Some((name, field.bytes().await.ok()?.to_vec()));
            }
            _ => {}
        }
    }
    let (name, bytes) = file?;
    Some(Sent { form: mark.filter(|mark| mark.len() >= 16)?, name, bytes })
}

/// The empty file with the headings of these keys.
pub(crate) fn template(lang: Lang, name: &str, headings: &[&str]) -> Response {
    let headings: Vec<String> = headings.iter().map(|key| say(lang, key)).collect();
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, format!("\u{feff}{}\r\n", headings.join(","))).into_response()
}

/// A problem of the file, in words.
pub(crate) struct Line {
    pub(crate) place: String,
    pub(crate) found: String,
    pub(crate) sentence: String,
}

/// The key of the sentence for what is wrong with a whole file. What was found of it is a word of the program, not of the
/// sender: it chooses the sentence instead of being shown.
pub(crate) fn key_of_file(word: &str, value: &Found) -> String {
    let word = match value {
        Found::Text(what) if word == "not-a-workbook" && what == "text-not-utf8" => "not-unicode",
        Found::Text(what) if word == "not-a-workbook" && what == "csv" => "named-workbook",
        _ => word,
    };
    format!("listing-problem-{word}")
}

/// The problems that are kept, in words.
pub(crate) fn lines(lang: Lang, problems: &Problems) -> Vec<Line> {
    problems.kept.iter().map(|problem| Line::new(lang, problem)).collect()
}

impl Line {
    fn new(lang: Lang, problem: &Problem) -> Self {
        let place = match (problem.row, &problem.column) {
            (Some(row), Some(column)) => format!("{column}{row}"),
            _ => say(lang, "listing-whole-file"),
        };
        let expected = match &problem.expected {
            Expected::AsKind | Expected::File(_) => String::new(),
            Expected::Agencies(codes) => codes.join(", "),
            Expected::Roles(roles) => roles.map(|role: Role| role_name(lang, role)).join(", "),
            Expected::AgencyKinds => agency::Kind::ALL.map(|kind| kind_name(lang, kind)).join("; "),
            Expected::Row(row) => row.to_string(),
        };
        let key = format!("listing-problem-{}", problem.kind.as_str());
        Self {
            place,
            found: problem.value.to_string(),
            sentence: say_with(lang, &key, &[("expected", expected.into())]),
        }
    }
}
