//! A problem of a file in words: the cell, what was found, what was expected.

use look::{Lang, Value, number, say, say_with};
use scores::import::{Expected, Problem};
use sheet::{Found, Limit, Wanted};

/// `SHEET!COLUMNROW: what it is; what was found, what was expected`.
pub(super) fn line(problem: &Problem, key: &str, lang: Lang) -> String {
    let illegible = matches!(problem.expected, Expected::File(Wanted::WholeFile));
    let kind = say(lang, &format!("import-{}", problem.kind.as_str()));
    let values = [
        ("place", Value::from(place(problem, lang))),
        ("kind", kind.into()),
        ("found", found(&problem.value, illegible, lang).into()),
        ("expected", expected(&problem.expected, lang).into()),
    ];
    say_with(lang, key, &values)
}

/// Where it is: `SHEET!BM12`, the sheet, or the whole file.
pub(super) fn place<K, E>(problem: &sheet::Problem<K, E>, lang: Lang) -> String {
    let cell = problem.row.zip(problem.column.as_ref()).map(|(row, column)| format!("{column}{row}"));
    match (&problem.sheet, cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
        (Some(sheet), None) => sheet.clone(),
        (None, Some(cell)) => cell,
        (None, None) => say(lang, "import-file"),
    }
}

/// What was found; nothing in a file that should be whole is what cannot be read of it.
pub(super) fn found(value: &Found, illegible: bool, lang: Lang) -> String {
    match value {
        Found::Nothing if illegible => say(lang, "import-illegible"),
        Found::Nothing => say(lang, "import-nothing"),
        Found::Number(number) => decimal(*number, lang),
        Found::Text(text) => format!("“{text}”"),
    }
}

fn expected(expected: &Expected, lang: Lang) -> String {
    let with = |key: &str, values: &[(&str, Value<'_>)]| say_with(lang, key, values);
    let year = |year: &i16| Value::from(year.to_string());
    match expected {
        Expected::Province(nearest) if nearest.is_empty() => say(lang, "import-wants-province"),
        Expected::Province(nearest) => {
            with("import-wants-province-nearest", &[("nearest", nearest.join(", ").into())])
        }
        Expected::Once(first) => with("import-wants-once", &[("first", first.into())]),
        Expected::Between(low, high) => with(
            "import-wants-between",
            &[("low", decimal(*low, lang).into()), ("high", decimal(*high, lang).into())],
        ),
        Expected::Number => say(lang, "import-wants-number"),
        Expected::OneCell => say(lang, "import-wants-one-cell"),
        Expected::Result => say(lang, "import-wants-result"),
        Expected::Subdimension(of, code) => {
            with("import-wants-subdimension", &[("code", code.to_string().into()), ("year", year(of))])
        }
        Expected::SubdimensionOf(of) => with("import-wants-subdimension-of", &[("year", year(of))]),
        Expected::Table => say(lang, "import-wants-table"),
        Expected::File(wanted) => file(*wanted, lang),
        Expected::Year => say(lang, "import-wants-year"),
        Expected::Sum(sum) => with("import-wants-sum", &[("sum", decimal(*sum, lang).into())]),
        Expected::DecimalPoint => say(lang, "import-wants-point"),
        Expected::EmptyCell => say(lang, "import-wants-empty"),
        Expected::Same(Some(score)) => with("import-wants-same", &[("score", decimal(*score, lang).into())]),
        Expected::Same(None) => say(lang, "import-wants-unpublished"),
    }
}

/// What a whole file would have to be.
pub(super) fn file(wanted: Wanted, lang: Lang) -> String {
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
fn decimal(value: f64, lang: Lang) -> String {
    let places = format!("{value}").split_once('.').map_or(0, |(_, decimals)| decimals.len().min(9));
    number::decimals(lang, value, places)
}
