//! Estimates as a table that a report can take, and as CSV.

use estimate::{Row, Survey};
use look::{Lang, Value, number, say, say_with};

use crate::output::{Fault, grid};

const FIGURES: [&str; 5] = ["estimate", "se", "ci_low", "ci_high", "cv"];

/// A table: the domain, the column, the estimate with its error and interval; what the sample is below it.
pub(super) fn table(lang: Lang, by: &[String], level: f64, survey: &Survey, rows: &[Row]) -> String {
    let mut headings: Vec<(String, bool)> = by.iter().map(|name| (name.clone(), false)).collect();
    headings.push((say(lang, "estimate-col-column"), false));
    for key in [
        "estimate-col-estimate",
        "estimate-col-error",
        "estimate-col-from",
        "estimate-col-to",
        "estimate-col-cv",
    ] {
        headings.push((say(lang, key), true));
    }
    let line = |row: &Row| {
        let mut cells: Vec<String> = row.domain().iter().map(|(_, level)| level.clone()).collect();
        cells.push(name(row));
        let places = places(row.get("se"));
        let shown = |figure: &str| row.get(figure).map(|value| number::decimals(lang, value, places));
        cells
            .extend(FIGURES[..4].iter().map(|figure| shown(figure).unwrap_or_else(|| say(lang, "cli-none"))));
        let cv = row.get("cv").map(|cv| number::percent(lang, cv.abs(), 1));
        cells.push(cv.unwrap_or_else(|| say(lang, "cli-none")));
        cells
    };
    let (units, strata) = survey.design().size();
    let df = rows.iter().find_map(|row| row.get("df")).unwrap_or_else(|| survey.design_df());
    let values = [
        ("people", Value::from(number::whole(lang, survey.frame().rows() as i64))),
        ("units", number::whole(lang, units as i64).into()),
        ("strata", number::whole(lang, strata as i64).into()),
        ("level", number::percent(lang, level, 0).into()),
        ("df", number::plain(lang, df).into()),
    ];
    let note = say_with(lang, "estimate-note", &values);
    format!("{}{note}\n", grid::headed(&headings, rows.iter().map(line).collect()))
}

/// The estimates with full precision, unknown ones empty.
pub(super) fn csv(by: &[String], rows: &[Row]) -> Result<String, Fault> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = by.iter().map(String::as_str).chain(["variable", "level"]).chain(FIGURES).chain(["df"]);
    writer.write_record(header).map_err(anyhow::Error::from)?;
    for row in rows {
        let labels = ["variable", "level"].map(|label| row.text(label).unwrap_or_default().to_owned());
        let figure = |name: &str| row.get(name).map(|value| value.to_string()).unwrap_or_default();
        let domain = row.domain().iter().map(|(_, level)| level.clone());
        let figures = FIGURES.into_iter().chain(["df"]).map(figure);
        writer.write_record(domain.chain(labels).chain(figures)).map_err(anyhow::Error::from)?;
    }
    let bytes = writer.into_inner().map_err(|fault| anyhow::anyhow!("{fault}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The column, with the level of a factor.
fn name(row: &Row) -> String {
    let column = row.text("variable").unwrap_or_default();
    row.text("level").map_or_else(|| column.to_owned(), |level| format!("{column} = {level}"))
}

/// Decimals that show two digits of an error.
fn places(se: Option<f64>) -> usize {
    match se {
        Some(se) if se > 0.0 => (1.0 - se.log10().floor()).clamp(0.0, 6.0) as usize,
        _ => 2,
    }
}
