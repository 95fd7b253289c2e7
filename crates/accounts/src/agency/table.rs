//! Every statement that names `agency`, `agency_successor`, `agency_group` or `agency_group_member`.

use std::collections::HashMap;

use jiff_sqlx::{Date, ToSqlx};
use store::{Ask, Error, Value, insert_many, on, run};

use super::{Agency, Details, Group, Kind, Member};

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
        kind: (row.kind != "none").then(|| Kind::read(&row.kind).unwrap_or(Kind::Service)),
        began: row.began.to_jiff(),
        ended: row.ended.map(Date::to_jiff),
        code: row.code,
        name: row.name,
        successor: row.successor,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Who is in which group, or is not, by group, agency and day.
pub(super) async fn members(at: &mut impl Ask) -> Result<Vec<Member>, Error> {
    const SQL: &str = "
        SELECT group_code, agency, began, included FROM agency_group_member ORDER BY group_code, agency, began";
    let rows: Vec<(String, String, Date, bool)> = on!(at, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |(group, agency, began, included): (String, String, Date, bool)| Member {
        group,
        agency,
        from: began.to_jiff(),
        included,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Says that an agency is in a group, or is not, from a day on; what was said for later gives way.
pub(super) async fn put_member(at: &mut impl Ask, member: &Member) -> Result<(), Error> {
    const GO: &str = "DELETE FROM agency_group_member WHERE group_code = $1 AND agency = $2 AND began >= $3";
    const SQL: &str =
        "INSERT INTO agency_group_member (group_code, agency, began, included) VALUES ($1, $2, $3, $4)";
    let Member { group, agency, from, included } = member;
    run!(at, sqlx::query(GO).bind(group).bind(agency).bind(from.to_sqlx()))?;
    run!(at, sqlx::query(SQL).bind(group).bind(agency).bind(from.to_sqlx()).bind(*included))?;
    Ok(())
}

/// Gives a group another name.
pub(super) async fn rename_group(at: &mut impl Ask, code: &str, name: &str) -> Result<(), Error> {
    run!(at, sqlx::query("UPDATE agency_group SET name = $2 WHERE code = $1").bind(code).bind(name))?;
    Ok(())
}

/// Agencies first, then who goes on for whom.
pub(super) async fn insert(at: &mut impl Ask, agencies: &[Agency], groups: &[Group]) -> Result<(), Error> {
    const AGENCY: &str = "
        INSERT INTO agency (code, name, kind, outside, unit, began, ended, identifier, note, certainty)
        VALUES {rows}";
    const NEXT: &str = "INSERT INTO agency_successor (agency, successor) VALUES {rows}";
    const GROUP: &str = "INSERT INTO agency_group (code, name, kind, began, ended, successor) VALUES {rows}";
    // Made before they are sent: rows that borrow cannot wait in a request that may move between threads.
    let (rows, pairs) = (agencies.iter().map(agency_row).collect::<Vec<_>>(), pairs(agencies));
    insert_many(at, AGENCY, rows).await?;
    insert_many(at, NEXT, pairs).await?;
    // A group that goes on for another comes before it.
    let (plain, ended): (Vec<_>, Vec<_>) = groups.iter().partition(|group| group.successor.is_none());
    let rows: Vec<_> = plain.into_iter().chain(ended).map(group_row).collect();
    insert_many(at, GROUP, rows).await?;
    Ok(())
}

fn agency_row(agency: &Agency) -> [Value<'static>; 10] {
    [
        agency.code.clone().into(),
        agency.name.clone().into(),
        agency.kind.as_str().into(),
        agency.outside.into(),
        agency.unit.clone().into(),
        agency.began.into(),
        agency.ended.into(),
        agency.identifier.clone().into(),
        agency.note.clone().into(),
        agency.certainty.clone().into(),
    ]
}

fn pairs(agencies: &[Agency]) -> Vec<[Value<'static>; 2]> {
    let pair = |agency: &Agency, next: &String| [agency.code.clone().into(), next.clone().into()];
    agencies.iter().flat_map(|agency| agency.successors.iter().map(move |next| pair(agency, next))).collect()
}

fn group_row(group: &Group) -> [Value<'static>; 6] {
    [
        group.code.clone().into(),
        group.name.clone().into(),
        group.kind_word().into(),
        group.began.into(),
        group.ended.into(),
        group.successor.clone().into(),
    ]
}
