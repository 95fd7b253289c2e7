//! Every statement that names `agency`, `agency_successor` or `agency_group`.

use std::collections::HashMap;

use jiff_sqlx::{Date, ToSqlx};
use store::{Ask, Error, Value, insert_many, on, run};

use super::{Agency, Details, Group, Kind};

#[derive(sqlx::FromRow)]
struct Row {
    code: String,
    name: String,
    kind: String,
    outside: bool,
    unit: String,
    began: Date,
    ended: Option<Date>,
    identifier: Option<String>,
    note: Option<String>,
    certainty: String,
}

impl Row {
    /// A kind that this program does not know is a service unit: it is in no group.
    fn read(self, successors: Vec<String>) -> Agency {
        Agency {
            kind: Kind::read(&self.kind).unwrap_or(Kind::Service),
            began: self.began.to_jiff(),
            ended: self.ended.map(Date::to_jiff),
            code: self.code,
            name: self.name,
            outside: self.outside,
            unit: self.unit,
            identifier: self.identifier,
            note: self.note,
            certainty: self.certainty,
            successors,
        }
    }
}

pub(super) async fn agencies(at: &mut impl Ask) -> Result<Vec<Agency>, Error> {
    const SQL: &str = "
        SELECT code, name, kind, outside, unit, began, ended, identifier, note, certainty
        FROM agency ORDER BY code";
    const NEXT: &str = "SELECT agency, successor FROM agency_successor ORDER BY agency, successor";
    let rows: Vec<Row> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let pairs: Vec<(String, String)> = on!(at, c => sqlx::query_as(NEXT).fetch_all(c).await)?;
    let mut next: HashMap<String, Vec<String>> = HashMap::new();
    for (agency, successor) in pairs {
        next.entry(agency).or_default().push(successor);
    }
    let read = |row: Row| {
        let successors = next.remove(&row.code).unwrap_or_default();
        row.read(successors)
    };
    Ok(rows.into_iter().map(read).collect())
}

pub(crate) async fn one(at: &mut impl Ask, code: &str) -> Result<Option<Agency>, Error> {
    const SQL: &str = "
        SELECT code, name, kind, outside, unit, began, ended, identifier, note, certainty
        FROM agency WHERE code = $1";
    const NEXT: &str = "SELECT successor FROM agency_successor WHERE agency = $1 ORDER BY successor";
    let row: Option<Row> = on!(at, c => sqlx::query_as(SQL).bind(code).fetch_optional(c).await)?;
    let next: Vec<String> = on!(at, c => sqlx::query_scalar(NEXT).bind(code).fetch_all(c).await)?;
    Ok(row.map(|row| row.read(next)))
}

/// Ends an agency after a day, with those that go on for it.
pub(super) async fn end(
    at: &mut impl Ask,
    code: &str,
    last: jiff::civil::Date,
    successors: &[String],
) -> Result<(), Error> {
    const NEXT: &str = "INSERT INTO agency_successor (agency, successor) VALUES ($1, $2)";
    run!(at, sqlx::query("UPDATE agency SET ended = $2 WHERE code = $1").bind(code).bind(last.to_sqlx()))?;
    for next in successors {
        run!(at, sqlx::query(NEXT).bind(code).bind(next))?;
    }
    Ok(())
}

pub(super) async fn correct(at: &mut impl Ask, code: &str, to: &Details) -> Result<(), Error> {
    const SQL: &str = "UPDATE agency SET identifier = $2, note = $3 WHERE code = $1";
    run!(at, sqlx::query(SQL).bind(code).bind(&to.identifier).bind(&to.note))?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct GroupRow {
    code: String,
    name: String,
    kind: String,
    began: Date,
    ended: Option<Date>,
    successor: Option<String>,
}

pub(super) async fn groups(at: &mut impl Ask) -> Result<Vec<Group>, Error> {
    const SQL: &str = "SELECT code, name, kind, began, ended, successor FROM agency_group ORDER BY code";
    let rows: Vec<GroupRow> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |row: GroupRow| Group {
        kind: Kind::read(&row.kind).unwrap_or(Kind::Service),
        began: row.began.to_jiff(),
        ended: row.ended.map(Date::to_jiff),
        code: row.code,
        name: row.name,
        successor: row.successor,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Agencies first, then who goes on for whom.
pub(super) async fn insert(at: &mut impl Ask, agencies: &[Agency], groups: &[Group]) -> Result<(), Error> {
    const AGENCY: &str = "
        INSERT INTO agency (code, name, kind, outside, unit, began, ended, identifier, note, certainty)
        VALUES {rows}";
    const NEXT: &str = "INSERT INTO agency_successor (agency, successor) VALUES {rows}";
    const GROUP: &str = "INSERT INTO agency_group (code, name, kind, began, ended, successor) VALUES {rows}";
    let text = |text: &'_ str| Value::Text(Some(text.to_owned().into()));
    let maybe = |text: &Option<String>| Value::Text(text.clone().map(Into::into));
    let rows = agencies.iter().map(|a| {
        [
            text(&a.code),
            text(&a.name),
            text(a.kind.as_str()),
            Value::Bool(Some(a.outside)),
            text(&a.unit),
            Value::Date(Some(a.began)),
            Value::Date(a.ended),
            maybe(&a.identifier),
            maybe(&a.note),
            text(&a.certainty),
        ]
    });
    insert_many(at, AGENCY, rows).await?;
    let pairs = agencies.iter().flat_map(|a| a.successors.iter().map(|next| [text(&a.code), text(next)]));
    insert_many(at, NEXT, pairs).await?;
    // A group that goes on for another comes before it.
    let (plain, ended): (Vec<_>, Vec<_>) = groups.iter().partition(|group| group.successor.is_none());
    let rows = plain.into_iter().chain(ended).map(|g| {
        [
            text(&g.code),
            text(&g.name),
            text(g.kind.as_str()),
            Value::Date(Some(g.began)),
            Value::Date(g.ended),
            maybe(&g.successor),
        ]
    });
    insert_many(at, GROUP, rows).await?;
    Ok(())
}
