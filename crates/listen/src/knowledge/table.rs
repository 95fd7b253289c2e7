//! Every statement that names `knowledge` or `knowledge_untied`.

use jiff_sqlx::ToSqlx;
use store::{Ask, Error, on, run};

use super::{Side, Tie, Tied, Untied};
use crate::Pulse;

#[derive(sqlx::FromRow)]
struct Row {
    campaign: i64,
    before_pulse: Option<i64>,
    before_tied_on: Option<jiff_sqlx::Date>,
    after_pulse: Option<i64>,
    after_tied_on: Option<jiff_sqlx::Date>,
    version: i64,
}

impl From<Row> for Tie {
    fn from(row: Row) -> Self {
        let tied = |pulse: Option<i64>, on: Option<jiff_sqlx::Date>| {
            pulse.zip(on).map(|(pulse, on)| Tied { pulse, on: on.to_jiff() })
        };
        Self {
            campaign: row.campaign,
            before: tied(row.before_pulse, row.before_tied_on),
            after: tied(row.after_pulse, row.after_tied_on),
            version: row.version,
        }
    }
}

macro_rules! ties {
    ($rest:literal) => {
        concat!(
            "SELECT campaign, before_pulse, before_tied_on, after_pulse, after_tied_on, version FROM knowledge ",
            $rest
        )
    };
}

pub(super) async fn find(at: &mut impl Ask, campaign: i64) -> Result<Option<Tie>, Error> {
    const SQL: &str = ties!("WHERE campaign = $1");
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(campaign).fetch_optional(c).await)?;
    Ok(row.map(Tie::from))
}

/// The ties of a pulse, the newest campaign first.
pub(super) async fn of_pulse(at: &mut impl Ask, pulse: i64) -> Result<Vec<Tie>, Error> {
    const SQL: &str = ties!("WHERE before_pulse = $1 OR after_pulse = $1 ORDER BY campaign DESC");
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).bind(pulse).fetch_all(c).await)?;
    Ok(rows.into_iter().map(Tie::from).collect())
}

/// The pulse that is tied, if any.
pub(super) async fn pulse(at: &mut impl Ask, tied: Option<Tied>) -> Result<Option<Pulse>, Error> {
    match tied {
        None => Ok(None),
        Some(tied) => crate::pulse::table::find(at, tied.pulse).await,
    }
}

pub(super) async fn put(at: &mut impl Ask, tie: &Tie) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO knowledge (campaign, before_pulse, before_tied_on, after_pulse, after_tied_on, version)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (campaign) DO UPDATE SET before_pulse = excluded.before_pulse,
            before_tied_on = excluded.before_tied_on, after_pulse = excluded.after_pulse,
            after_tied_on = excluded.after_tied_on, version = excluded.version";
    run!(
        at,
        sqlx::query(SQL)
            .bind(tie.campaign)
            .bind(tie.before.map(|tied| tied.pulse))
            .bind(tie.before.map(|tied| tied.on.to_sqlx()))
            .bind(tie.after.map(|tied| tied.pulse))
            .bind(tie.after.map(|tied| tied.on.to_sqlx()))
            .bind(tie.version)
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct UntiedRow {
    side: String,
    pulse: i64,
    untied_on: jiff_sqlx::Date,
    untied_by: String,
    why: String,
}

/// What was untied from a campaign, the first of it first.
pub(super) async fn untied(at: &mut impl Ask, campaign: i64) -> Result<Vec<Untied>, Error> {
    const SQL: &str = "
        SELECT side, pulse, untied_on, untied_by, why FROM knowledge_untied WHERE campaign = $1 ORDER BY id";
    let rows: Vec<UntiedRow> = on!(at, c => sqlx::query_as(SQL).bind(campaign).fetch_all(c).await)?;
    let untied = |row: UntiedRow| {
        let (side, on) = (Side::read(&row.side)?, row.untied_on.to_jiff());
        Some(Untied { side, pulse: row.pulse, on, by: row.untied_by, why: row.why })
    };
    Ok(rows.into_iter().filter_map(untied).collect())
}

/// Keeps that a pulse was untied.
pub(super) async fn keep(at: &mut impl Ask, campaign: i64, untied: &Untied) -> Result<(), Error> {
    const SQL: &str = "
        INSERT INTO knowledge_untied (campaign, side, pulse, untied_on, untied_by, why)
        VALUES ($1, $2, $3, $4, $5, $6)";
    run!(
        at,
        sqlx::query(SQL)
            .bind(campaign)
            .bind(untied.side.as_str())
            .bind(untied.pulse)
            .bind(untied.on.to_sqlx())
            .bind(&untied.by)
            .bind(&untied.why)
    )?;
    Ok(())
}
