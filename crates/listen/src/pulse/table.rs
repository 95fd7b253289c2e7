//! Every statement that names the tables of pulses.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, Value, insert_many, on, run};

use super::{About, Draw, Item, Over, Pulse, Scale, Stratum, bank};

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    title: String,
    population: String,
    opens_on: jiff_sqlx::Date,
    closes_on: jiff_sqlx::Date,
    ended_on: Option<jiff_sqlx::Date>,
    why_ended: Option<String>,
    seed: Option<String>,
    list: Option<String>,
}

#[derive(sqlx::FromRow)]
struct StratumRow {
    name: String,
    agency: Option<String>,
    size: i64,
    codes: i64,
    printed_on: Option<jiff_sqlx::Date>,
    answered: i64,
}

type ItemRow = (String, i64, String, String, String, String);

pub(super) async fn ids(at: &mut impl Ask) -> Result<Vec<i64>, Error> {
    const SQL: &str = "SELECT id FROM pulse ORDER BY closes_on DESC, id DESC";
    on!(at, c => sqlx::query_scalar(SQL).fetch_all(c).await)
}

/// Those that take answers no more on a day, the last first, at most 200.
pub(super) async fn over(at: &mut impl Ask, today: Date) -> Result<Vec<Over>, Error> {
    const SQL: &str = "
        SELECT id, title, population, closes_on, ended_on FROM pulse p
        WHERE (closes_on < $1 OR ended_on IS NOT NULL)
            AND EXISTS (SELECT 1 FROM pulse_stratum s WHERE s.pulse = p.id AND s.printed_on IS NOT NULL)
        ORDER BY closes_on DESC, id DESC LIMIT 200";
    type Row = (i64, String, String, jiff_sqlx::Date, Option<jiff_sqlx::Date>);
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(today.to_sqlx()).fetch_all(c).await)?;
    let over = |(id, title, population, closes_on, ended_on): Row| Over {
        id,
        title,
        population,
        last: ended_on.unwrap_or(closes_on).to_jiff(),
    };
    Ok(rows.into_iter().map(over).collect())
}

pub(crate) async fn find(at: &mut impl Ask, id: i64) -> Result<Option<Pulse>, Error> {
    const SQL: &str = "
        SELECT id, title, population, opens_on, closes_on, ended_on, why_ended, seed, list FROM pulse WHERE id = $1";
    const ITEMS: &str = "
        SELECT item, version, dimension, scale, asked, asked_en FROM pulse_item WHERE pulse = $1 ORDER BY place";
    const STRATA: &str = "
        SELECT name, agency, size, codes, printed_on,
            (SELECT count(*) FROM pulse_code c WHERE c.pulse = s.pulse AND c.stratum = s.place AND c.used) AS answered
        FROM pulse_stratum s WHERE pulse = $1 ORDER BY place";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(id).fetch_optional(c).await)?;
    let Some(row) = row else { return Ok(None) };
    let items: Vec<ItemRow> = on!(at, c => sqlx::query_as(ITEMS).bind(id).fetch_all(c).await)?;
    let strata: Vec<StratumRow> = on!(at, c => sqlx::query_as(STRATA).bind(id).fetch_all(c).await)?;
    Ok(Some(Pulse {
        id: row.id,
        title: row.title,
        population: row.population,
        items: items.into_iter().filter_map(item).collect(),
        strata: strata.into_iter().map(Stratum::from).collect(),
        opens_on: row.opens_on.to_jiff(),
        closes_on: row.closes_on.to_jiff(),
        ended: row.ended_on.map(jiff_sqlx::Date::to_jiff).zip(row.why_ended),
        draw: row.seed.zip(row.list).map(|(seed, list)| Draw { seed, list }),
    }))
}

fn item((item, version, dimension, scale, asked, asked_en): ItemRow) -> Option<Item> {
    let (scale, known) = (Scale::read(&scale)?, bank::known(&item));
    Some(Item {
        about: known.map_or(About::Experience, |known| known.about),
        measure: known.and_then(|known| known.measure.clone()),
        measured_by: known.and_then(|known| known.measured_by),
        item,
        version,
        dimension,
        scale,
        asked,
        asked_en,
    })
}

impl From<StratumRow> for Stratum {
    fn from(row: StratumRow) -> Self {
        Self {
            name: row.name,
            agency: row.agency,
            size: row.size,
            codes: row.codes,
            printed_on: row.printed_on.map(jiff_sqlx::Date::to_jiff),
            answered: row.answered,
        }
    }
}

pub(super) async fn insert(at: &mut impl Ask, pulse: &Pulse) -> Result<i64, Error> {
    const SQL: &str = "
        INSERT INTO pulse (title, population, opens_on, closes_on, seed, list)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    const ITEM: &str = "
        INSERT INTO pulse_item (pulse, place, item, version, dimension, scale, asked, asked_en)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    const STRATUM: &str = "
        INSERT INTO pulse_stratum (pulse, place, name, agency, size, codes) VALUES ($1, $2, $3, $4, $5, $6)";
    let id: i64 = on!(at, c => sqlx::query_scalar(SQL)
        .bind(&pulse.title)
        .bind(&pulse.population)
        .bind(pulse.opens_on.to_sqlx())
        .bind(pulse.closes_on.to_sqlx())
        .bind(pulse.draw.as_ref().map(|it| it.seed.as_str()))
        .bind(pulse.draw.as_ref().map(|it| it.list.as_str()))
        .fetch_one(c)
        .await)?;
    for (place, item) in (0_i64..).zip(&pulse.items) {
        run!(
            at,
            sqlx::query(ITEM)
                .bind(id)
                .bind(place)
                .bind(&item.item)
                .bind(item.version)
                .bind(&item.dimension)
                .bind(item.scale.as_str())
                .bind(&item.asked)
                .bind(&item.asked_en)
        )?;
    }
    for (place, part) in (0_i64..).zip(&pulse.strata) {
        run!(
            at,
            sqlx::query(STRATUM)
                .bind(id)
                .bind(place)
                .bind(&part.name)
                .bind(part.agency.as_deref())
                .bind(part.size)
                .bind(part.codes)
        )?;
    }
    Ok(id)
}

pub(super) async fn end(at: &mut impl Ask, id: i64, day: Date, why: &str) -> Result<(), Error> {
    const SQL: &str = "UPDATE pulse SET ended_on = $2, why_ended = $3 WHERE id = $1";
    run!(at, sqlx::query(SQL).bind(id).bind(day.to_sqlx()).bind(why))?;
    Ok(())
}

/// Keeps the references that were drawn in each stratum.
pub(super) async fn put_drawn(at: &mut impl Ask, pulse: i64, drawn: &[Vec<String>]) -> Result<(), Error> {
    const SQL: &str = "INSERT INTO pulse_drawn (pulse, stratum, reference) VALUES {rows}";
    let mut rows: Vec<[Value<'static>; 3]> = Vec::new();
    for (place, references) in (0_i64..).zip(drawn) {
        rows.extend(references.iter().map(|it| [pulse.into(), place.into(), it.clone().into()]));
    }
    insert_many(at, SQL, rows).await.map(drop)
}

/// The references that were drawn in a stratum and are still kept.
pub(super) async fn drawn(at: &mut impl Ask, pulse: i64, stratum: i64) -> Result<Vec<String>, Error> {
    const SQL: &str =
        "SELECT reference FROM pulse_drawn WHERE pulse = $1 AND stratum = $2 ORDER BY reference";
    on!(at, c => sqlx::query_scalar(SQL).bind(pulse).bind(stratum).fetch_all(c).await)
}

/// The pulses of which references are kept.
pub(super) async fn with_drawn(at: &mut impl Ask) -> Result<Vec<i64>, Error> {
    const SQL: &str = "SELECT DISTINCT pulse FROM pulse_drawn ORDER BY pulse";
    on!(at, c => sqlx::query_scalar(SQL).fetch_all(c).await)
}

/// Forgets the references of a pulse, or of those of its strata alone whose codes are made; how many they were.
pub(super) async fn forget_drawn(at: &mut impl Ask, pulse: i64, printed: bool) -> Result<u64, Error> {
    const SQL: &str = "
        DELETE FROM pulse_drawn WHERE pulse = $1 AND (NOT $2 OR stratum IN
            (SELECT place FROM pulse_stratum WHERE pulse = $1 AND printed_on IS NOT NULL))";
    run!(at, sqlx::query(SQL).bind(pulse).bind(printed))
}

/// Puts codes in place of those that a stratum had; false where one of those was used meanwhile.
pub(super) async fn put_codes(
    at: &mut impl Ask,
    (pulse, stratum): (i64, i64),
    marks: &[String],
    day: Date,
) -> Result<bool, Error> {
    const FORGET: &str = "DELETE FROM pulse_code WHERE pulse = $1 AND stratum = $2 RETURNING used";
    const SAY: &str = "UPDATE pulse_stratum SET printed_on = $3 WHERE pulse = $1 AND place = $2";
    const SQL: &str = "INSERT INTO pulse_code (mark, pulse, stratum, used) VALUES {rows}";
    let old: Vec<bool> =
        on!(at, c => sqlx::query_scalar(FORGET).bind(pulse).bind(stratum).fetch_all(c).await)?;
    if old.contains(&true) {
        return Ok(false);
    }
    run!(at, sqlx::query(SAY).bind(pulse).bind(stratum).bind(day.to_sqlx()))?;
    let row = move |mark: &String| -> [Value<'static>; 4] {
        [mark.clone().into(), pulse.into(), stratum.into(), Value::Bool(Some(false))]
    };
    let rows: Vec<[Value<'static>; 4]> = marks.iter().map(row).collect();
    insert_many(at, SQL, rows).await.map(|_| true)
}

/// Uses a code up and gives its stratum; none where there is no such code that is unused.
pub(super) async fn use_code(at: &mut impl Ask, pulse: i64, mark: &str) -> Result<Option<i64>, Error> {
    const SQL: &str =
        "UPDATE pulse_code SET used = TRUE WHERE pulse = $1 AND mark = $2 AND NOT used RETURNING stratum";
    on!(at, c => sqlx::query_scalar(SQL).bind(pulse).bind(mark).fetch_optional(c).await)
}

pub(super) async fn is_code(at: &mut impl Ask, pulse: i64, mark: &str) -> Result<bool, Error> {
    const SQL: &str = "SELECT count(*) FROM pulse_code WHERE pulse = $1 AND mark = $2";
    let found: i64 = on!(at, c => sqlx::query_scalar(SQL).bind(pulse).bind(mark).fetch_one(c).await)?;
    Ok(found > 0)
}

/// One more of an answer in a stratum.
pub(super) async fn count(
    at: &mut impl Ask,
    (pulse, stratum): (i64, i64),
    item: i64,
    value: i64,
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO pulse_count (pulse, stratum, item, value, answers) VALUES ($1, $2, $3, $4, 1)
        ON CONFLICT (pulse, stratum, item, value) DO UPDATE SET answers = pulse_count.answers + 1";
    run!(at, sqlx::query(SQL).bind(pulse).bind(stratum).bind(item).bind(value))?;
    Ok(())
}

/// Stratum, item, value and how often.
pub(crate) async fn counts(at: &mut impl Ask, pulse: i64) -> Result<Vec<(i64, i64, i64, i64)>, Error> {
    const SQL: &str = "SELECT stratum, item, value, answers FROM pulse_count WHERE pulse = $1 ORDER BY stratum, item, value";
    on!(at, c => sqlx::query_as(SQL).bind(pulse).fetch_all(c).await)
}
