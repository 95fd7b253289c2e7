//! Every statement that names the tables `source`, `edition`, `figure`, `figure_history` and `estimate`.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use places::{UnitId, country};
use store::{Ask, Error, Value, insert_many, on, run};

use super::source::Source;
use crate::did::Changed;
use crate::import::{Place, ReadEstimate, ReadFigure};
use crate::{Code, Figure, Item};

/// A source as it is written: what it is, and who added it when.
pub(crate) struct NewSource<'a> {
    pub(crate) kind: &'static str,
    pub(crate) name: &'a str,
    pub(crate) digest: Option<&'a str>,
    pub(crate) by: &'a str,
    pub(crate) at: Timestamp,
}

/// Adds a source and gives its number.
pub(crate) async fn insert_source(tx: &mut impl Ask, source: &NewSource<'_>) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO source (kind, name, digest, added_by, added_at) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    let NewSource { kind, name, digest, by, at } = source;
    let at = at.to_sqlx();
    on!(tx, c => sqlx::query_scalar(SQL).bind(kind).bind(name).bind(digest).bind(by).bind(at).fetch_one(c).await)
}

/// Adds an edition; false when the year has one.
pub(crate) async fn insert_edition(
    tx: &mut impl Ask,
    year: i16,
    published_on: Option<Date>,
) -> Result<bool, Error> {
    const SQL: &str =
        "INSERT INTO edition (year, published_on) VALUES ($1, $2) ON CONFLICT (year) DO NOTHING";
    let published_on = published_on.map(ToSqlx::to_sqlx);
    let added = run!(tx, sqlx::query(SQL).bind(i64::from(year)).bind(published_on))?;
    Ok(added == 1)
}

/// Keeps an edition for this transaction: another that wants it waits.
pub(crate) async fn hold_edition(tx: &mut impl Ask, year: i16) -> Result<(), Error> {
    const SQL: &str = "UPDATE edition SET year = year WHERE year = $1";
    run!(tx, sqlx::query(SQL).bind(i64::from(year)))?;
    Ok(())
}

/// The editions of some years, with their days of publication, oldest first.
pub(super) async fn editions(
    at: &mut impl Ask,
    years: &RangeInclusive<i16>,
) -> Result<Vec<(i16, Option<Date>)>, Error> {
    const SQL: &str = "SELECT year, published_on FROM edition WHERE year BETWEEN $1 AND $2 ORDER BY year";
    let (first, last) = bounds(years);
    let rows: Vec<(i64, Option<jiff_sqlx::Date>)> =
        on!(at, c => sqlx::query_as(SQL).bind(first).bind(last).fetch_all(c).await)?;
    let day = |day: Option<jiff_sqlx::Date>| day.map(jiff_sqlx::Date::to_jiff);
    Ok(rows.into_iter().filter_map(|(year, on)| Some((i16::try_from(year).ok()?, day(on)))).collect())
}

/// The figures of some years. Whatever names no province or sub-dimension is passed over.
pub(crate) async fn figures(
    at: &mut impl Ask,
    years: &RangeInclusive<i16>,
) -> Result<Vec<(i16, Figure)>, Error> {
    const SQL: &str = "
        SELECT year, unit, code, score FROM figure WHERE year BETWEEN $1 AND $2 ORDER BY year, unit, code";
    let (first, last) = bounds(years);
    let rows: Vec<(i64, String, String, f64)> =
        on!(at, c => sqlx::query_as(SQL).bind(first).bind(last).fetch_all(c).await)?;
    let units: HashMap<&str, UnitId> =
        country().sets.iter().flat_map(|set| &set.units).map(|u| (u.id.as_str(), u.id)).collect();
    let figure = |(year, unit, code, score): (i64, String, String, f64)| {
        let unit = *units.get(unit.as_str())?;
        Some((i16::try_from(year).ok()?, Figure { unit, code: code.parse().ok()?, score }))
    };
    Ok(rows.into_iter().filter_map(figure).collect())
}

fn bounds(years: &RangeInclusive<i16>) -> (i64, i64) {
    (i64::from(*years.start()), i64::from(*years.end()))
}

/// Adds figures of one source that has no cells.
pub(super) async fn insert_figures(
    tx: &mut impl Ask,
    year: i16,
    source: i64,
    figures: &[Figure],
) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO figure (year, unit, code, score, source) VALUES {rows}";
    let row = |figure: &Figure| {
        let code = figure.code.to_string();
        [i64::from(year).into(), figure.unit.as_str().into(), code.into(), figure.score.into(), source.into()]
    };
    insert_many(tx, SQL, figures.iter().map(row).collect::<Vec<[Value<'_>; 5]>>()).await?;
    Ok(())
}

/// Adds figures with their cells; one that is there already takes the new score and source.
pub(crate) async fn put_figures(
    tx: &mut impl Ask,
    year: i16,
    source: i64,
    figures: &[&ReadFigure],
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO figure (year, unit, code, score, source, sheet, sheet_row, sheet_column) VALUES {rows}
        ON CONFLICT (year, unit, code) DO UPDATE SET score = excluded.score, source = excluded.source,
            sheet = excluded.sheet, sheet_row = excluded.sheet_row, sheet_column = excluded.sheet_column";
    let rows: Vec<_> = figures.iter().map(|read| figure_row(year, source, read)).collect();
    insert_many(tx, SQL, rows).await?;
    Ok(())
}

/// Adds what is printed beside the scores; what is there already takes the new value and source.
pub(crate) async fn put_estimates(
    tx: &mut impl Ask,
    year: i16,
    source: i64,
    estimates: &[ReadEstimate],
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO estimate (year, unit, item, estimate, value, source, sheet, sheet_row, sheet_column) VALUES {rows}
        ON CONFLICT (year, unit, item, estimate) DO UPDATE SET value = excluded.value, source = excluded.source,
            sheet = excluded.sheet, sheet_row = excluded.sheet_row, sheet_column = excluded.sheet_column";
    let rows: Vec<_> = estimates.iter().map(|read| estimate_row(year, source, read)).collect();
    insert_many(tx, SQL, rows).await?;
    Ok(())
}

fn figure_row(year: i16, source: i64, read: &ReadFigure) -> [Value<'_>; 8] {
    let (figure, [sheet, row, column]) = (read.figure, cell(&read.place));
    let (year, unit, code) =
        (i64::from(year).into(), figure.unit.as_str().into(), figure.code.to_string().into());
    [year, unit, code, figure.score.into(), source.into(), sheet, row, column]
}

fn estimate_row(year: i16, source: i64, read: &ReadEstimate) -> [Value<'_>; 9] {
    let (item, [sheet, row, column]) = (read.item.to_string().into(), cell(&read.place));
    let (year, unit, estimate) =
        (i64::from(year).into(), read.unit.as_str().into(), read.estimate.as_str().into());
    [year, unit, item, estimate, read.value.into(), source.into(), sheet, row, column]
}

fn cell(place: &Place) -> [Value<'_>; 3] {
    [place.sheet.as_deref().into(), i64::from(place.row).into(), place.column.as_str().into()]
}

/// Copies a figure as it is into the history, before another source replaces it; nothing where none was published.
pub(crate) async fn remember(tx: &mut impl Ask, changed: &Changed, by: i64) -> Result<(), Error> {
    const COPY: &str = "
        INSERT INTO figure_history (year, unit, code, score, source, sheet, sheet_row, sheet_column, replaced_by)
        SELECT year, unit, code, score, source, sheet, sheet_row, sheet_column, $4 FROM figure
        WHERE year = $1 AND unit = $2 AND code = $3";
    const NOTHING: &str =
        "INSERT INTO figure_history (year, unit, code, replaced_by) VALUES ($1, $2, $3, $4)";
    let (year, unit, code) = (i64::from(changed.year), changed.unit.as_str(), changed.code.to_string());
    let copied = run!(tx, sqlx::query(COPY).bind(year).bind(unit).bind(&code).bind(by))?;
    if copied == 0 {
        run!(tx, sqlx::query(NOTHING).bind(year).bind(unit).bind(&code).bind(by))?;
    }
    Ok(())
}

/// Takes a figure out of its edition; the history has it.
pub(crate) async fn withdraw(tx: &mut impl Ask, changed: &Changed) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM figure WHERE year = $1 AND unit = $2 AND code = $3";
    let (year, unit, code) = (i64::from(changed.year), changed.unit.as_str(), changed.code.to_string());
    run!(tx, sqlx::query(SQL).bind(year).bind(unit).bind(code))?;
    Ok(())
}

/// A source and a cell as they are kept.
#[derive(sqlx::FromRow)]
struct SourceRow {
    score: Option<f64>,
    kind: Option<String>,
    name: Option<String>,
    digest: Option<String>,
    added_by: Option<String>,
    added_at: Option<jiff_sqlx::Timestamp>,
    sheet: Option<String>,
    sheet_row: Option<i64>,
    sheet_column: Option<String>,
}

impl SourceRow {
    /// The score and its source; none where nothing had been published.
    fn read(self) -> Option<(f64, Source)> {
        let place = |row: i64, column| {
            Some(Place { sheet: self.sheet.clone(), row: u32::try_from(row).ok()?, column })
        };
        let source = Source {
            imported: self.kind? == "import",
            name: self.name?,
            digest: self.digest.and_then(|digest| digest.parse().ok()),
            by: self.added_by?,
            at: self.added_at?.to_jiff(),
            place: self.sheet_row.zip(self.sheet_column).and_then(|(row, column)| place(row, column)),
        };
        Some((self.score?, source))
    }
}

/// Where a figure came from, with the figure.
pub(super) async fn source_of(
    at: &mut impl Ask,
    year: i16,
    unit: UnitId,
    code: Code,
) -> Result<Option<(f64, Source)>, Error> {
    const SQL: &str = "
        SELECT f.score, s.kind, s.name, s.digest, s.added_by, s.added_at, f.sheet, f.sheet_row, f.sheet_column
        FROM figure f JOIN source s ON s.id = f.source
        WHERE f.year = $1 AND f.unit = $2 AND f.code = $3";
    let (year, unit, code) = (i64::from(year), unit.as_str(), code.to_string());
    let row: Option<SourceRow> =
        on!(at, c => sqlx::query_as(SQL).bind(year).bind(unit).bind(code).fetch_optional(c).await)?;
    Ok(row.and_then(SourceRow::read))
}

/// A figure that was imported, and where from.
#[derive(sqlx::FromRow)]
struct ImportedRow {
    year: i64,
    unit: String,
    code: String,
    #[sqlx(flatten)]
    source: SourceRow,
}

/// Where the imported figures of some years came from; the others came with the program.
pub(super) async fn imported(
    at: &mut impl Ask,
    years: &RangeInclusive<i16>,
) -> Result<Vec<(i16, UnitId, Code, Source)>, Error> {
    const SQL: &str = "
        SELECT f.year, f.unit, f.code, f.score, s.kind, s.name, s.digest, s.added_by, s.added_at,
            f.sheet, f.sheet_row, f.sheet_column
        FROM figure f JOIN source s ON s.id = f.source
        WHERE s.kind = 'import' AND f.year BETWEEN $1 AND $2";
    let (first, last) = bounds(years);
    let rows: Vec<ImportedRow> = on!(at, c => sqlx::query_as(SQL).bind(first).bind(last).fetch_all(c).await)?;
    let read = |row: ImportedRow| {
        let unit = country().unit(&row.unit)?.id;
        Some((i16::try_from(row.year).ok()?, unit, row.code.parse().ok()?, row.source.read()?.1))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Imported standard errors: the year, the province, the item and the error in points.
pub(super) async fn errors(
    at: &mut impl Ask,
    years: &RangeInclusive<i16>,
) -> Result<Vec<(i16, UnitId, Item, f64)>, Error> {
    const SQL: &str = "
        SELECT year, unit, item, value FROM estimate
        WHERE estimate = 'standard_error' AND year BETWEEN $1 AND $2";
    let (first, last) = bounds(years);
    let rows: Vec<(i64, String, String, f64)> =
        on!(at, c => sqlx::query_as(SQL).bind(first).bind(last).fetch_all(c).await)?;
    let read = |(year, unit, item, error): (i64, String, String, f64)| {
        Some((i16::try_from(year).ok()?, country().unit(&unit)?.id, item.parse().ok()?, error))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// What a figure was before, oldest first; none where nothing had been published.
pub(super) async fn history(
    at: &mut impl Ask,
    year: i16,
    unit: UnitId,
    code: Code,
) -> Result<Vec<Option<(f64, Source)>>, Error> {
    const SQL: &str = "
        SELECT h.score, s.kind, s.name, s.digest, s.added_by, s.added_at, h.sheet, h.sheet_row, h.sheet_column
        FROM figure_history h LEFT JOIN source s ON s.id = h.source
        WHERE h.year = $1 AND h.unit = $2 AND h.code = $3 ORDER BY h.id";
    let (year, unit, code) = (i64::from(year), unit.as_str(), code.to_string());
    let rows: Vec<SourceRow> =
        on!(at, c => sqlx::query_as(SQL).bind(year).bind(unit).bind(code).fetch_all(c).await)?;
    Ok(rows.into_iter().map(SourceRow::read).collect())
}

/// An estimate as it is kept: unit, item, which one, value.
pub(super) type EstimateRow = (String, String, String, f64);

/// What is printed beside the scores of a year.
pub(super) async fn estimates(at: &mut impl Ask, year: i16) -> Result<Vec<EstimateRow>, Error> {
    const SQL: &str = "
        SELECT unit, item, estimate, value FROM estimate WHERE year = $1 ORDER BY unit, item, estimate";
    on!(at, c => sqlx::query_as(SQL).bind(i64::from(year)).fetch_all(c).await)
}
