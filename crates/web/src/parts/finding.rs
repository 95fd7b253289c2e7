//! What was found wrong with a file, in words: the cell, what it is, what was found, what was expected.

use look::{Lang, Value, date, number, say, say_with};
use plan::annex::{Expected, Named, Problem};
use sheet::{Found, Limit, Wanted};

/// A problem of an annex in words.
pub struct Told {
    /// The cell: `Phụ lục!C12`.
    pub place: String,
    /// What it is.
    pub kind: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl Told {
    /// A problem in a language.
    pub fn new(problem: &Problem, lang: Lang) -> Self {
        let illegible = matches!(problem.expected, Expected::File(Wanted::WholeFile));
        Self {
            place: place(problem, lang),
            kind: say(lang, &format!("annex-{}", problem.kind.as_str())),
            found: found(&problem.value, illegible, lang),
            expected: expected(&problem.expected, lang),
        }
    }
}

/// What belongs in a cell of an annex.
fn expected(expected: &Expected, lang: Lang) -> String {
    let with =
        |key: &str, name: &'static str, value: String| say_with(lang, key, &[(name, Value::from(value))]);
    match expected {
        Expected::Agency(nearest) if nearest.is_empty() => say(lang, "annex-wants-agency"),
        Expected::Agency(nearest) => with("annex-wants-agency-nearest", "nearest", Named::names(nearest)),
        Expected::OneOf(these) if these.is_empty() => say(lang, "annex-wants-which"),
        Expected::OneOf(these) => with("annex-wants-one-of", "these", Named::names_and_codes(these)),
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

/// Where it is: `SHEET!BM12`, the sheet, or the whole file.
pub fn place<K, E>(problem: &sheet::Problem<K, E>, lang: Lang) -> String {
    let cell = problem.row.zip(problem.column.as_ref()).map(|(row, column)| format!("{column}{row}"));
    match (&problem.sheet, cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
        (Some(sheet), None) => sheet.clone(),
        (None, Some(cell)) => cell,
        (None, None) => say(lang, "import-file"),
    }
}

/// What was found; nothing in a file that should be whole is what cannot be read of it.
pub fn found(value: &Found, illegible: bool, lang: Lang) -> String {
    match value {
        Found::Nothing if illegible => say(lang, "import-illegible"),
        Found::Nothing => say(lang, "import-nothing"),
        Found::Number(number) => decimal(*number, lang),
        Found::Text(text) => format!("“{text}”"),
    }
}

/// What a whole file would have to be.
pub fn file(wanted: Wanted, lang: Lang) -> String {
    match wanted {
        Wanted::Workbook => say(lang, "import-wants-workbook"),
        Wanted::WholeFile => say(lang, "import-wants-whole-file"),
        Wanted::NoPassword => say(lang, "import-wants-no-password"),
        Wanted::AtMost(most, of) => say_with(lang, limit(of), &[("limit", Value::from(most as i64))]),
    }
}

fn limit(of: Limit) -> &'static str {
    match of {
        Limit::FileBytes => "import-wants-bytes",
        Limit::UnpackedBytes => "import-wants-unpacked",
        Limit::Cells => "import-wants-cells",
    }
}

/// As many decimals as the number has, up to nine, in the style of the language.
pub fn decimal(value: f64, lang: Lang) -> String {
    let places = format!("{value}").split_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    number::decimals(lang, value, places)
}
