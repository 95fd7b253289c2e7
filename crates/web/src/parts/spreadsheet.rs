//! A register as a file that a spreadsheet opens: headings and words in the language of the page, days as `2025-05-20`.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use look::{Lang, say};

use crate::Fault;

pub(crate) use crate::api::sheet::cell;

/// The file of a name in each language, of columns by the keys of their headings. It begins with the mark that makes a
/// spreadsheet read it as UTF-8.
///
/// # Errors
/// [`Fault::Broken`] where it cannot be written.
pub(crate) fn answer<const N: usize>(
    lang: Lang,
    (vi, en): (&str, &str),
    headings: [&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Response, Fault> {
    let mut csv = csv::Writer::from_writer(Vec::from("\u{feff}"));
    let broken = |_| Fault::Broken;
    csv.write_record(headings.map(|key| say(lang, key))).map_err(broken)?;
    for row in rows {
        csv.write_record(row.map(plain)).map_err(broken)?;
    }
    let bytes = csv.into_inner().map_err(|_| Fault::Broken)?;
    let name = format!("attachment; filename=\"{}.csv\"", lang.pick(vi, en));
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8; header=present".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}

/// A text that a spreadsheet takes for a text: what begins like a formula gets a mark before it.
pub(crate) fn plain(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_a_formula_is_a_text() {
        assert_eq!(plain("=1+1".to_owned()), "'=1+1");
        assert_eq!(plain("Công khai".to_owned()), "Công khai");
    }
}
