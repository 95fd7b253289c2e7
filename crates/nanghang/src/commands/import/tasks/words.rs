//! A problem of an annex in words: the cell, what was found, what was expected.

use look::{Lang, Value, say_with};
use plan::annex::Problem;
use web::parts::finding::Told;

/// `SHEET!COLUMNROW: what it is; what was found, what was expected`.
pub(super) fn line(problem: &Problem, key: &str, lang: Lang) -> String {
    let Told { place, kind, found, expected } = Told::new(problem, lang);
    let values = [("place", place), ("kind", kind), ("found", found), ("expected", expected)];
    say_with(lang, key, &values.map(|(name, value)| (name, Value::from(value))))
}
