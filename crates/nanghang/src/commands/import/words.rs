//! A problem of a file in words: the cell, what was found, what was expected.

use look::{Lang, Value, say, say_with};
use scores::import::{Expected, Problem};
use sheet::Wanted;
use web::parts::finding::{decimal, file, found, place};

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
