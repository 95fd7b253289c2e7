//! Every statement that names `annex_word` or `annex_upload`.

use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::upload::{Outcome, Upload, Waiting};
use super::{Settled, Topic};

/// What people settled; topics that this program does not know are left out.
pub(super) async fn settled(at: &mut impl Ask) -> Result<Settled, Error> {
    const SQL: &str = "SELECT topic, written, means FROM annex_word ORDER BY topic, written";
    let rows: Vec<(String, String, String)> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    Ok(rows.into_iter().fold(Settled::default(), |settled, (topic, written, means)| {
        match Topic::read(&topic) {
            Some(topic) => settled.with(topic, &written, &means),
            None => settled,
        }
    }))
}

/// Remembers what people settled; the latest answer counts.
pub(super) async fn remember(at: &mut impl Ask, settled: &Settled) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO annex_word (topic, written, means) VALUES ($1, $2, $3)
        ON CONFLICT (topic, written) DO UPDATE SET means = excluded.means";
    for (topic, written, means) in settled.iter() {
        run!(at, sqlx::query(SQL).bind(topic.as_str()).bind(written).bind(means))?;
    }
    Ok(())
}

/// Forgets what was settled about a text.
pub(super) async fn forget(at: &mut impl Ask, topic: Topic, written: &str) -> Result<(), Error> {
    const SQL: &str = "DELETE FROM annex_word WHERE topic = $1 AND written = $2";
    run!(at, sqlx::query(SQL).bind(topic.as_str()).bind(written))?;
    Ok(())
}

/// Keeps a file for a plan.
pub(super) async fn keep(
    at: &mut impl Ask,
    upload: &Upload,
    plan: &str,
    by: (&str, Date),
) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO annex_upload (form, plan, name, bytes, kept_on, kept_by) VALUES ($1, $2, $3, $4, $5, $6)";
    let Upload { form, name, bytes, .. } = upload;
    run!(at, sqlx::query(SQL).bind(form).bind(plan).bind(name).bind(bytes).bind(by.1.to_sqlx()).bind(by.0))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    form: String,
    name: String,
    bytes: Option<Vec<u8>>,
    outcome: Option<String>,
}

/// A file of a plan by the mark of its form.
pub(super) async fn upload(at: &mut impl Ask, plan: &str, form: &str) -> Result<Option<Upload>, Error> {
    const SQL: &str = "SELECT form, name, bytes, outcome FROM annex_upload WHERE plan = $1 AND form = $2";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(plan).bind(form).fetch_optional(c).await)?;
    Ok(row.map(|row| Upload {
        form: row.form,
        name: row.name,
        bytes: row.bytes.unwrap_or_default(),
        outcome: row.outcome.and_then(|told| serde_json::from_str::<Outcome>(&told).ok()),
    }))
}

#[derive(sqlx::FromRow)]
struct WaitingRow {
    form: String,
    name: String,
    kept_on: jiff_sqlx::Date,
    kept_by: String,
}

/// The files of a plan that nobody has taken yet, newest first.
pub(super) async fn waiting(at: &mut impl Ask, plan: &str) -> Result<Vec<Waiting>, Error> {
    const SQL: &str = "
        SELECT form, name, kept_on, kept_by FROM annex_upload
        WHERE plan = $1 AND outcome IS NULL ORDER BY kept_on DESC, form";
    let rows: Vec<WaitingRow> = on!(at, c => sqlx::query_as(SQL).bind(plan).fetch_all(c).await)?;
    let read = |row: WaitingRow| Waiting {
        form: row.form,
        name: row.name,
        on: row.kept_on.to_jiff(),
        by: row.kept_by,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Says what a file brought; its bytes are needed no more.
pub(super) async fn taken(at: &mut impl Ask, form: &str, outcome: &Outcome) -> Result<(), Error> {
    const SQL: &str = "UPDATE annex_upload SET outcome = $2, bytes = NULL WHERE form = $1";
    let told = serde_json::json!(outcome).to_string();
    run!(at, sqlx::query(SQL).bind(form).bind(told))?;
    Ok(())
}

/// Puts one file away.
pub(super) async fn put_away(at: &mut impl Ask, form: &str) -> Result<(), Error> {
    run!(at, sqlx::query("DELETE FROM annex_upload WHERE form = $1").bind(form))?;
    Ok(())
}

/// Puts away what was kept before a day, and says how many.
pub(super) async fn sweep(at: &mut impl Ask, before: Date) -> Result<u64, Error> {
    run!(at, sqlx::query("DELETE FROM annex_upload WHERE kept_on < $1").bind(before.to_sqlx()))
}
