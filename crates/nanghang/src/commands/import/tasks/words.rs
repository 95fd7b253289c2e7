//! A problem of an annex in words: the cell, what was found, what was expected.

use look::{Lang, Value, date, say, say_with};
use plan::annex::{Expected, Problem};

use crate::commands::import::words::{file, found, place};

/// `SHEET!COLUMNROW: what it is; what was found, what was expected`.
pub(super) fn line(problem: &Problem, key: &str, lang: Lang) -> String {
    let kind = say(lang, &format!("annex-{}", problem.kind.as_str()));
    let illegible = matches!(problem.expected, Expected::File(sheet::Wanted::WholeFile));
    let values = [
        ("place", Value::from(place(problem, lang))),
        ("kind", kind.into()),
        ("found", found(&problem.value, illegible, lang).into()),
        ("expected", expected(&problem.expected, lang).into()),
    ];
    say_with(lang, key, &values)
}

fn expected(expected: &Expected, lang: Lang) -> String {
    let with =
        |key: &str, name: &'static str, value: String| say_with(lang, key, &[(name, Value::from(value))]);
    match expected {
        Expected::Agency(nearest) if nearest.is_empty() => say(lang, "annex-wants-agency"),
        Expected::Agency(nearest) => with("annex-wants-agency-nearest", "nearest", nearest.join("; ")),
        Expected::OneOf(these) if these.is_empty() => say(lang, "annex-wants-which"),
        Expected::OneOf(these) => with("annex-wants-one-of", "these", these.join("; ")),
        Expected::Day => say(lang, "annex-wants-day"),
        Expected::Lead => say(lang, "annex-wants-lead"),
        Expected::Text => say(lang, "annex-wants-text"),
        Expected::Column(column) => with("annex-wants-column", "column", column.heading().to_owned()),
        Expected::Once(first) => with("import-wants-once", "first", first.clone()),
        Expected::Code => say(lang, "annex-wants-code"),
        Expected::Result => say(lang, "import-wants-result"),
        Expected::Value => say(lang, "annex-wants-value"),
        Expected::Number => say(lang, "import-wants-number"),
        Expected::Table => say(lang, "annex-wants-table"),
        Expected::File(wanted) => file(*wanted, lang),
        Expected::Taken => say(lang, "annex-wants-taken"),
        Expected::Heading => say(lang, "annex-wants-heading"),
        Expected::OneLead => say(lang, "annex-wants-one-lead"),
        Expected::Period => say(lang, "annex-wants-period"),
        Expected::Within(first, last) => {
            let days = [
                ("first", Value::from(date::short(lang, *first))),
                ("last", date::short(lang, *last).into()),
            ];
            say_with(lang, "annex-wants-within", &days)
        }
        Expected::Item => say(lang, "annex-wants-item"),
    }
}
